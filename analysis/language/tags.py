"""Word classes: what each token of a sentence does, coarse and fast.

A lexicon of the closed classes and of news verbs, endings, capitals, and the neighbours decide. It is no parser: it
promises just enough to find noun groups and verb groups, and it says Noun when nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from analysis.language.quantities import comes_under
from analysis.language.sentences import Sentence
from analysis.language.tokens import Token
from analysis.language.verb_forms import lemmas
from analysis.language.word_classes import (
    NOMINAL,
    SUFFIXES,
    VERBAL,
    Tag,
    gerund_nouns,
    lexicon,
    number_words,
    often_nouns,
)
from analysis.vocabulary import read_vocabulary

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
    if lower in number_words():
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
    for suffix, tag in SUFFIXES:
        if lower.endswith(suffix) and len(lower) > len(suffix) + 2:
            if first.isupper() and not capitals and at_start and tag not in {Tag.ADVERB}:
                return Tag.NOUN
            return tag
    return Tag.PROPER if first.isupper() and not capitals else Tag.NOUN


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
        elif token.lower == "most" and i + 1 < len(tags) and tokens[i + 1].lower == "of":
            tags[i] = Tag.NUMBER  # "shot most of them down"
        elif token.lower == "home" and i and tags[i - 1] in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE}:
            tags[i] = Tag.NOUN  # "the home of a judge", not "went home"
        elif tag is Tag.ADVERB and token.lower == "more" and _counts_on(tokens, tags, i):
            tags[i] = Tag.ADJECTIVE  # "two more attacks"
        elif tag is Tag.RELATIVE:
            tags[i] = _that(tokens, tags, i)
        elif tag is Tag.VERB or tag is Tag.PARTICIPLE or tag is Tag.GERUND:
            tags[i] = _verb_or_noun(tokens, tags, i)
        elif tag is Tag.ADJECTIVE and _is_aged(token.lower) and _stands_alone(tags, i):
            tags[i] = Tag.NOUN  # "wounded a 17-year-old and", not "a 17-year-old girl"
        elif token.text == "/" and 0 < i < len(tags) - 1 and tags[i - 1] is tags[i + 1] is Tag.PROPER:
            tags[i] = Tag.PROPER  # "six PKK/YPG militants"
        elif tokens[i].lower == "couple" and (i + 1 == len(tags) or tokens[i + 1].lower not in {"of", "more"}):
            tags[i] = Tag.NOUN  # "the couple's three children", not "a couple of"
    _bind_qualifiers(tokens, tags)
    return tags


def _is_aged(lower: str) -> bool:
    return lower.endswith(("-year-old", "-year-olds"))


def _stands_alone(tags: Sequence[Tag], i: int) -> bool:
    """Tell whether no noun follows an adjective, nor an adjective that may have one."""
    return i + 1 == len(tags) or tags[i + 1] not in {Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER, Tag.GERUND}


@cache
def _qualifiers() -> dict[str, list[list[str]]]:
    """Return the word sequences that qualify a number, by their first word, the longest first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in read_vocabulary("grammar")["qualifiers"]:
        words = phrase.split()
        table.setdefault(words[0], []).append(words)
    for sequences in table.values():
        sequences.sort(key=len, reverse=True)
    return table


def _bind_qualifiers(tokens: Sequence[Token], tags: list[Tag]) -> None:
    """Make the words that qualify a number ("at least", "about") part of the noun group that the number begins."""
    starts = _qualifiers()
    for i, token in enumerate(tokens):
        bound = token.lower in starts and not comes_under(tokens, i)
        j = _qualifier_end(tokens, tags, i) if bound else None
        if j is not None:
            tags[i:j] = [Tag.ADJECTIVE] * (j - i)
            tags[j] = Tag.NUMBER


def _qualifier_end(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> int | None:
    """Return the index of the number that the qualifier at token i bounds, or None where none begins there."""
    for words in _qualifiers().get(tokens[i].lower, ()) if i < len(tokens) else ():
        j = i + len(words)
        if [t.lower for t in tokens[i:j]] == words and j < len(tags) and _counts(tokens, tags, j):
            return j
    return None


def _counts(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    if tags[i] is Tag.NUMBER:
        return True
    return tokens[i].lower == "a" and i + 1 < len(tags) and tokens[i + 1].lower in _ROUND


_ROUND = frozenset({"dozen", "hundred", "thousand", "million"})
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
    pointing = lower == "that" and before is Tag.PREPOSITION and after in {Tag.NOUN, Tag.ADJECTIVE}
    return Tag.DETERMINER if pointing else Tag.RELATIVE


def _verb_or_noun(tokens: Sequence[Token], tags: list[Tag], i: int) -> Tag:
    """Settle a form that may be a verb, a noun or an adjective by its neighbours."""
    tag, lower = tags[i], tokens[i].lower
    before = tags[i - 1] if i else Tag.MARK
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    if after is Tag.VERB and tokens[i + 1].lower in often_nouns():
        after = Tag.NOUN
    if after is not Tag.NUMBER and _qualifier_end(tokens, tags, i + 1) is not None:
        after = Tag.NUMBER
    if before is Tag.NUMBER and _is_day(tokens, i - 1) and tag is Tag.PARTICIPLE:
        return tag  # "raids on June 3 hit depots"
    if before is Tag.NUMBER and _is_year(tokens[i - 1].lower):
        before = Tag.NOUN  # "the war of 2014 saw Paris deploy"
    if before is Tag.TO and tag is Tag.PARTICIPLE and lemmas().get(lower, "") != lower:
        return Tag.ADJECTIVE  # "in response to repeated attacks"
    if before is Tag.TO and tag is Tag.VERB and lemmas().get(lower) != lower:
        return Tag.NOUN  # "according to reports"
    if before is Tag.TO or before is Tag.MODAL or before is Tag.DO or (before is Tag.NEGATION and tag is Tag.VERB):
        return tag
    if tag is Tag.VERB:
        return _base_form(tokens, lower, before, after, i)
    if before is Tag.NUMBER and lower in {"suffered", "sustained", "received"}:
        return tag  # "two of the three suffered burns"
    if before is Tag.NUMBER and i + 1 < len(tokens) and tokens[i + 1].lower in _CAPTIVE:
        return tag  # "nine people killed and 12 taken hostage"
    if before in {Tag.DETERMINER, Tag.NUMBER, Tag.POSSESSIVE, Tag.ADJECTIVE} and after in {Tag.NOUN, Tag.PROPER}:
        return Tag.ADJECTIVE  # "the wounded soldiers", "two abandoned cars"
    if i and tag is Tag.PARTICIPLE and tokens[i - 1].lower in _INTO and after is Tag.NOUN:
        return Tag.ADJECTIVE  # "in contested parts of the valley"
    if tag is Tag.GERUND and lower in gerund_nouns() and _names_event(tokens, tags, i, after):
        return Tag.NOUN
    if tag is Tag.GERUND and lower in gerund_nouns() and before is Tag.MARK and after is Tag.VERB:
        return Tag.NOUN  # "Fighter dies, shelling kills four"
    if i and tokens[i - 1].lower in _FOREIGN_ARTICLES and lower not in lemmas():
        return Tag.NOUN  # "LA SOLEDAD" in capitals
    if before in {Tag.DETERMINER, Tag.POSSESSIVE} and tokens[i - 1].lower not in _PRONOMINAL:
        return Tag.NOUN  # "the wounded", "the killing of"
    if tag is Tag.GERUND and before in {Tag.ADJECTIVE, Tag.PROPER, Tag.NOUN} and lower in gerund_nouns():
        things = after is Tag.NOUN and tokens[i - 1].lower.endswith(("s", "men")) and _is_plural(tokens[i + 1].lower)
        named = before is Tag.NOUN and (after is Tag.PROPER or things)  # "with rebels firing rockets"
        return tag if named or after in {Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN} else Tag.NOUN  # "the shelling of"
    if before is Tag.ADJECTIVE and tag is Tag.GERUND:
        return Tag.NOUN
    manner = before is Tag.ADVERB and tokens[i - 1].lower.endswith("ly") and i > 1
    if manner and tag is Tag.PARTICIPLE and tags[i - 2] is Tag.DETERMINER and after is not Tag.NOUN:
        tags[i - 1] = Tag.ADJECTIVE  # "the critically wounded"
        return Tag.NOUN
    if tag is Tag.PARTICIPLE and lower in often_nouns() and before in {Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE}:
        if i + 1 < len(tokens) and tokens[i + 1].lower in {"dead", "ablaze", "alight", "afire", "down"}:
            return tag  # "a sniper shot dead two guards"
        plural = _is_plural(tokens[i - 1].lower)
        return tag if plural or after in {Tag.DETERMINER, Tag.NUMBER, Tag.PROPER, Tag.PRONOUN} else Tag.NOUN
    return tag


_CAPTIVE = frozenset({"hostage", "prisoner", "captive"})
#: prepositions that no past tense follows
_INTO = frozenset(
    {"in", "of", "at", "from", "into", "across", "inside", "with", "by", "on", "between", "against", "near", "among",
     "under", "through", "outside", "over", "towards", "toward"}
)  # fmt: skip
#: articles and saints of Spanish names
_FOREIGN_ARTICLES = frozenset({"la", "el", "los", "las", "san", "santa"})
#: adverbs that stand before a verb ("the rebels often target convoys")
_HABIT = frozenset({"often", "frequently", "regularly", "routinely", "usually", "sometimes", "occasionally"})
#: determiners that stand alone as often as before a noun
_PRONOMINAL = frozenset({"those", "these", "this", "that", "which", "both", "all", "each", "what", "whatever"})
#: what stands after a subject
_FINITE = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.HAVE, Tag.BE, Tag.MODAL})


def _names_event(tokens: Sequence[Token], tags: Sequence[Tag], i: int, after: Tag) -> bool:
    """Tell "killed by shelling in the town", "Shelling of the town killed two" from "by shelling the town"."""
    if not i and after in _FINITE:
        return True  # "Shelling hit the town"
    if after not in {Tag.PREPOSITION, Tag.MARK, Tag.CONJUNCTION} or tokens[min(i + 1, len(tokens) - 1)].lower == "at":
        return False
    if not i or tags[i - 1] is Tag.MARK:
        on = i > 0 and not _FINITE.intersection(tags[:i])  # "On Friday, shelling on the town killed two"
        return i + 1 < len(tokens) and tokens[i + 1].lower in ({"of", "by", "on"} if on else {"of", "by"})
    return tags[i - 1] is Tag.PREPOSITION and tokens[i - 1].lower not in {"while", "when"}


def _is_plural(lower: str) -> bool:
    return lower.endswith(("s", "men")) or lower in {"people", "police", "children"}


def _is_year(lower: str) -> bool:
    return len(lower) == 4 and lower.isdigit() and lower[:2] in {"19", "20"}


def _is_day(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].lower in _MONTHS and tokens[i - 1].text[0].isupper()


_MONTHS = frozenset(read_vocabulary("calendar")["months"])


def _base_form(tokens: Sequence[Token], lower: str, before: Tag, after: Tag, i: int) -> Tag:
    if tokens[i - 1].lower in {"dead", "wounded", "injured", "missing"} and lower not in often_nouns() and i > 1:
        return Tag.VERB  # "the dead include four"
    if tokens[i - 1].lower == "more" and i > 1 and lower not in often_nouns():
        return Tag.VERB  # "the search for three more goes on"
    if before in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER, Tag.PREPOSITION}:
        return Tag.NOUN
    if before is Tag.PRONOUN or lower not in often_nouns():
        return Tag.VERB
    if lower in {"blame", "blames"} and after in {Tag.DETERMINER, Tag.PROPER, Tag.PRONOUN} and before is Tag.PROPER:
        return Tag.VERB  # "Aleria blames Berolian jets for it"
    stands = lower in {"stand", "stands"} and i + 1 < len(tokens) and tokens[i + 1].lower == "at"
    if i and (tokens[i - 1].lower in {"toll", "tally"} or (stands and before in {Tag.NOUN, Tag.PROPER})):
        return Tag.VERB  # "the toll stands at 12"
    third = lower.endswith("s") and not lower.endswith("ss")
    opens_object = after in {Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN, Tag.TO}
    if lower == "wounds":  # "a blast wounds Dutch soldiers", not "shrapnel wounds to the legs"
        opens_object = after in {Tag.DETERMINER, Tag.NUMBER, Tag.PRONOUN, Tag.ADJECTIVE, Tag.PROPER, Tag.NOUN}
    if before in {Tag.NOUN, Tag.PROPER}:
        plural = _is_plural(tokens[i - 1].lower)
        agrees = plural is not third
        return Tag.VERB if opens_object and agrees else Tag.NOUN
    if before is Tag.RELATIVE:
        who = tokens[i - 1].lower == "who"
        return Tag.VERB if who or opens_object or after in {Tag.PROPER, Tag.ADJECTIVE} else Tag.NOUN
    if before in {Tag.CONJUNCTION, Tag.ADVERB}:
        habit = tokens[i - 1].lower in _HABIT and i > 1 and _is_plural(tokens[i - 2].lower) is not third
        return Tag.VERB if opens_object or habit else Tag.NOUN
    return Tag.NOUN
