"""Word classes: what each token of a sentence does, coarse and fast.

A lexicon of the closed classes and of news verbs, endings, capitals, and the neighbours decide. It is no parser: it
promises just enough to find noun groups and verb groups, and it says Noun when nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from analysis.language.qualifiers import bind_qualifiers
from analysis.language.sentences import Sentence
from analysis.language.tokens import Token
from analysis.language.verb_forms import lemmas
from analysis.language.verb_or_noun import settle_verb
from analysis.language.word_classes import (
    NOMINAL,
    SUFFIXES,
    VERBAL,
    Tag,
    lexicon,
    number_words,
    often_nouns,
)

__all__ = ["NOMINAL", "VERBAL", "Tag", "find_tags", "lemmas"]


@lru_cache(maxsize=1 << 16)
def _first_guess(text: str, lower: str, at_start: bool, capitals: bool) -> Tag:
    """Return the class that a word has by itself, printed as `text`."""
    known = lexicon().get(lower)
    first = text[0]
    if text == "US":
        return Tag.PROPER
    if first.isdigit():
        return Tag.ADJECTIVE if "-" in lower and not lower[-1].isdigit() else Tag.NUMBER
    if not first.isalpha():
        return Tag.POSSESSIVE if lower in {"'s", "´s"} else Tag.MARK
    if lower in number_words() or ("-" in lower and all(part in number_words() for part in lower.split("-"))):
        return Tag.NUMBER
    if lower.endswith(_CONTRACTED):
        return Tag.PRONOUN
    if not capitals and not at_start and len(lower) > 1 and text.isupper() and known in _CLOSED:
        return Tag.PROPER  # the group IS, not the verb
    if first in "aeu" and lower[1:3] in _ARTICLES and not capitals and len(lower) > 3 and text[3].isupper():
        return Tag.PROPER  # al-Muhandis
    if first.isupper() and not capitals and not at_start and (known is None or known in _OPEN):
        return Tag.PROPER
    if known is not None:
        return known
    if "-" in lower and lower.rsplit("-", 1)[1] in _COMPOUND:
        return Tag.ADJECTIVE
    if lower.startswith("un") and lower.endswith("ed") and len(lower) > _UNDONE and not first.isupper():
        return Tag.ADJECTIVE  # "unnamed officials"
    for suffix, tag in SUFFIXES:
        if lower.endswith(suffix) and len(lower) > len(suffix) + 2:
            if first.isupper() and not capitals and at_start and tag not in {Tag.ADVERB}:
                return Tag.NOUN
            return tag
    return Tag.PROPER if first.isupper() and not capitals else Tag.NOUN


#: letters of "unused", the shortest adjective in un- and -ed that is no verb
_UNDONE = 5
_APOSTROPHES = frozenset({"’", "'"})
_NAMED = frozenset({Tag.NOUN, Tag.PROPER})
_WHEN = frozenset({"earlier", "later", "overnight"})
_ONCE = frozenset({Tag.NOUN, Tag.PROPER, Tag.RELATIVE, Tag.PRONOUN})
_HAD = frozenset({Tag.HAVE, Tag.BE, Tag.MODAL})
_DONE = frozenset({Tag.VERB, Tag.PARTICIPLE})
_CONTRACTED = ("'re", "'ve", "'ll", "'m", "i'd", "he'd", "we'd", "they'd", "you'd")
_CLOSED = frozenset(
    {Tag.BE, Tag.PRONOUN, Tag.RELATIVE, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.MODAL, Tag.DO}
)
_ARTICLES = frozenset({"l-", "s-", "n-", "r-", "d-"})
_OPEN = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.ADJECTIVE, Tag.ADVERB, Tag.NOUN})
_COMPOUND = frozenset(
    {"led", "backed", "aligned", "held", "controlled", "based", "linked", "affiliated", "style", "made", "born", "run",
     "occupied", "supported", "sponsored", "old", "range", "strong", "ranking", "level", "rich", "wing", "era", "type"}
)  # fmt: skip


def find_tags(sentence: Sentence) -> list[Tag]:
    """Find the word class of every token of a sentence."""
    tokens = sentence.tokens
    starts = True
    tags: list[Tag] = []
    for token in tokens:
        tag = _first_guess(token.text, token.lower, starts, sentence.capitals)
        tags.append(tag)
        starts = tag is Tag.MARK and token.text in _OPENING if starts or tag is Tag.MARK else False
    for i, (tag, token) in enumerate(zip(tags, tokens, strict=True)):
        if tag is Tag.PREPOSITION and i and _is_particle(tokens, tags, i):
            tags[i] = Tag.ADVERB
        elif tag is Tag.PREPOSITION and i and _is_adjective(tokens[i].lower, tags[i - 1]):
            tags[i] = Tag.ADJECTIVE
        elif i and _is_aside(token.lower, tags, i):
            tags[i] = Tag.ADVERB  # "was last hit", "the town itself was"
        elif token.lower == "most" and i + 1 < len(tags) and tokens[i + 1].lower == "of":
            tags[i] = Tag.NUMBER  # "shot most of them down"
        elif token.lower == "aged" and i + 1 < len(tags) and (tags[i + 1] is Tag.NUMBER or _spans(tokens[i + 1].lower)):
            tags[i] = Tag.PREPOSITION  # "a woman aged 70", "aged between seven and 12"
        elif token.lower == "home" and i and tags[i - 1] in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE}:
            tags[i] = Tag.NOUN  # "the home of a judge", not "went home"
        elif tag is Tag.ADVERB and token.lower == "more" and _counts_on(tokens, tags, i):
            tags[i] = Tag.ADJECTIVE  # "two more attacks"
        elif token.lower == "first" and 0 < i < len(tags) - 1 and tags[i - 1] in _NAMED and tags[i + 1] in _DONE:
            tags[i] = Tag.ADVERB  # "the army first spoke of"
        elif token.lower == "once" and 0 < i < len(tags) - 1 and tags[i - 1] in _ONCE and tags[i + 1] in _HAD:
            tags[i] = Tag.ADVERB  # "which once had 900 men"
        elif tag is Tag.ADVERB and token.lower in _WHEN and i and tags[i - 1] is Tag.DETERMINER:
            tags[i] = Tag.ADJECTIVE  # "in an earlier post"
        elif tag is Tag.NOUN and i and tags[i - 1] is Tag.RELATIVE and _governs(tokens, tags, i):
            tags[i] = Tag.VERB  # "a group that oversees the camp"
        elif tag is Tag.RELATIVE:
            tags[i] = _that(tokens, tags, i)
        elif tag is Tag.VERB or tag is Tag.PARTICIPLE or tag is Tag.GERUND:
            tags[i] = settle_verb(tokens, tags, i)
        elif tag is Tag.MODAL and token.text[0].isupper() and _is_surname(tokens, tags, i):
            tags[i] = Tag.PROPER  # "Anna May said"
        elif tag is Tag.ADJECTIVE and i and _has_object(token.lower, tags, i):
            tags[i] = Tag.PARTICIPLE  # "officials disputed the account", "Aleria armed them"
        elif tag is Tag.ADJECTIVE and _is_aged(token.lower) and _stands_alone(tags, i):
            tags[i] = Tag.NOUN  # "wounded a 17-year-old and", not "a 17-year-old girl"
        elif token.text in _APOSTROPHES and _owns(tokens, tags, i):
            tags[i] = Tag.POSSESSIVE  # "regime forces' shelling"
        elif token.text == "/" and 0 < i < len(tags) - 1 and tags[i - 1] is tags[i + 1] is Tag.PROPER:
            tags[i] = Tag.PROPER  # "six PKK/YPG militants"
        elif tokens[i].lower == "couple" and (i + 1 == len(tags) or tokens[i + 1].lower not in {"of", "more"}):
            tags[i] = Tag.NOUN  # "the couple's three children", not "a couple of"
        if tags[i] is Tag.NOUN and _ends_relative(tokens, tags, i):
            tags[i] = Tag.VERB  # "a name that several factions use, …"
    bind_qualifiers(tokens, tags)
    return tags


def _is_surname(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a capitalised "May", "Will" after a name and before a verb in small letters, or the month after its day."""
    if i and tags[i - 1] is Tag.NUMBER and tokens[i].text == "May":
        return True
    named = i > 0 and tags[i - 1] is Tag.PROPER and i + 1 < len(tags)
    return named and tags[i + 1] in _DONE | {Tag.HAVE, Tag.BE} and tokens[i + 1].text.islower()


def _governs(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a form in -s that no list has, right after a relative pronoun and before an object, as a verb."""
    lower = tokens[i].lower
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    return after in _OBJECTS and lower.endswith("s") and not lower.endswith("ss") and lower not in lexicon()


def _spans(lower: str) -> bool:
    return lower in {"between", "from"}


def _owns(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the apostrophe right behind a plural and before what is its, in a sentence with no single quotation mark."""
    if not 0 < i < len(tokens) - 1 or not tokens[i - 1].lower.endswith("s") or tokens[i - 1].end != tokens[i].start:
        return False
    if tags[i - 1] not in _NAMED or tags[i + 1] not in _NAMED | {Tag.ADJECTIVE, Tag.NUMBER}:
        return False
    return not any(t.text in {"‘", "'"} for t in tokens[:i])


def _ends_relative(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the verb, in the present, of a relative clause that ends right behind it, after a subject in the plural."""
    if i < 3 or i + 1 >= len(tags) or tokens[i + 1].text != "," or not tokens[i - 1].lower.endswith("s"):
        return False
    if tags[i - 1] is not Tag.NOUN or tokens[i].lower.endswith(("s", "ing", "ion")):
        return False
    for j in range(i - 2, max(0, i - 8), -1):
        if tags[j] is Tag.RELATIVE and tags[j - 1] in _NAMED:
            return True
        if tags[j] is Tag.RELATIVE and tokens[j - 1].text == ",":
            return tokens[j].lower in {"whom", "which"}
        if tags[j] in VERBAL or tags[j] is Tag.MARK:
            return False
    return False


def _is_aside(lower: str, tags: Sequence[Tag], i: int) -> bool:
    """Tell "last" inside a verb, and "itself" right behind the noun that it stresses."""
    if lower == "long":  # "has long said"
        return tags[i - 1] is Tag.HAVE and i + 1 < len(tags) and tags[i + 1] in _DONE
    if lower in {"last", "first"}:
        return tags[i - 1] is Tag.BE and i + 1 < len(tags) and tags[i + 1] in {Tag.PARTICIPLE, Tag.VERB}
    return lower in {"itself", "themselves"} and tags[i - 1] in {Tag.NOUN, Tag.PROPER}


def _has_object(lower: str, tags: Sequence[Tag], i: int) -> bool:
    """Tell a past tense that reads as an adjective ("disputed", "armed") by the noun before and the object after."""
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    return after in _OBJECTS and tags[i - 1] in _NAMED and lower.endswith("ed") and lower in lemmas()


_OBJECTS = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.RELATIVE})


def _is_aged(lower: str) -> bool:
    return lower.endswith(("-year-old", "-year-olds"))


def _stands_alone(tags: Sequence[Tag], i: int) -> bool:
    """Tell whether no noun follows an adjective, nor an adjective that may have one."""
    return i + 1 == len(tags) or tags[i + 1] not in {Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER, Tag.GERUND}


_OPENING = frozenset({'"', "“", "‘", "'", "``", "(", "[", "•", ":", "*", "-", "--", "–", "—", "|"})
_PARTICLES = frozenset({"out", "up", "off", "down", "away"})


def _is_particle(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a particle of its verb ("carried out", "have since fled") from a preposition."""
    before = tags[i - 1]
    if tokens[i].lower == "since":
        return before is Tag.HAVE
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in _PARTICLES and before in {Tag.VERB, Tag.PARTICIPLE, Tag.GERUND} and after != "of"


def _counts_on(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell "two more attacks" from "six more go", "more than"."""
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    noun = after in {Tag.NOUN, Tag.ADJECTIVE} or (after is Tag.VERB and tokens[i + 1].lower in often_nouns())
    return i > 0 and tags[i - 1] is Tag.NUMBER and noun


def _is_adjective(lower: str, before: Tag) -> bool:
    """Tell "the nearby village", "in nearby Huwara" from "near the village"."""
    return lower in {"nearby", "opposite", "inside", "outside"} and (
        before is Tag.DETERMINER or (before is Tag.PREPOSITION and lower == "nearby")
    )


def _that(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> Tag:
    lower = tokens[i].lower
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    before = tags[i - 1] if i else Tag.MARK
    governed = before is Tag.PREPOSITION or (i > 0 and before is Tag.ADVERB and tokens[i - 1].lower == "out")
    named = after in {Tag.NOUN, Tag.ADJECTIVE} or (after is Tag.VERB and tokens[i + 1].lower in often_nouns())
    pointing = lower == "that" and governed and named
    ends = i + 2 == len(tags) or tags[min(i + 2, len(tags) - 1)] is Tag.MARK
    object_ = lower == "that" and named and before in _DONE and ends  # "disputed that account.", "claimed that attack."
    return Tag.DETERMINER if pointing or object_ else Tag.RELATIVE
