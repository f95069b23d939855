"""Word classes: what each token of a sentence does, coarse and fast.

A lexicon of the closed classes and of news verbs, endings, capitals, and the neighbours decide. It is no parser: it
promises just enough to find noun groups and verb groups, and it says Noun when nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from analysis.language.grammar.plain_forms import ends_relative
from analysis.language.grammar.qualifiers import bind_qualifiers
from analysis.language.grammar.that import settle_that
from analysis.language.grammar.verb_or_noun import CALENDAR, settle_verb
from analysis.language.grammar.word_classes import NOMINAL, SUFFIXES, VERBAL, Tag, lexicon, number_words, often_nouns
from analysis.language.text.numbers import find_restated
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token, to_lower
from analysis.language.text.verb_forms import lemmas

__all__ = ["NOMINAL", "VERBAL", "Tag", "find_tags", "lemmas"]


@lru_cache(maxsize=1 << 16)
def _first_guess(text: str, at_start: bool = False, capitals: bool = False) -> Tag:
    """Return the class that a word has by itself, printed as `text`."""
    lower = to_lower(text)
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
    acronym = len(lower) > 1 and text.isupper() and known in _CLOSED
    if acronym and not capitals and (not at_start or known in {Tag.BE, Tag.RELATIVE}):
        return Tag.PROPER  # the group IS, not the verb; at the start it is "IN a raid", but "IS claimed it"
    if first in "aeu" and lower[1:3] in _ARTICLES and not capitals and len(lower) > 3 and text[3].isupper():
        return Tag.PROPER  # al-Muhandis
    if lower.startswith(("wal-", "wa-", "ul-")) and text.rpartition("-")[2][:1].isupper() and not capitals:
        return Tag.PROPER  # wal-Muslimin
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
_OWNING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE})
_APOSTROPHES = frozenset({"’", "'"})
_NAMED = frozenset({Tag.NOUN, Tag.PROPER})
_WHEN = frozenset({"earlier", "later", "overnight"})
_ONCE = frozenset({Tag.NOUN, Tag.PROPER, Tag.RELATIVE, Tag.PRONOUN})
_HAD = frozenset({Tag.HAVE, Tag.BE, Tag.MODAL})
_DONE = frozenset({Tag.VERB, Tag.PARTICIPLE})
_FINITE = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.HAVE, Tag.BE})
_VERBS = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND})
_NAMING = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_OWNED = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER, Tag.VERB, Tag.PARTICIPLE, Tag.GERUND})
_AFTER_ADJECTIVE = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER, Tag.GERUND})
_CONTRACTED = ("'re", "'ve", "'ll", "'m", "i'd", "he'd", "we'd", "they'd", "you'd")
_CLOSED = frozenset(
    {Tag.BE, Tag.PRONOUN, Tag.RELATIVE, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.ADVERB, Tag.MODAL, Tag.DO}
)
_ARTICLES = frozenset({"l-", "s-", "n-", "r-", "d-"})
_OPEN = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.ADJECTIVE, Tag.ADVERB, Tag.NOUN})
_COMPOUND = frozenset(
    {"led", "backed", "aligned", "held", "controlled", "based", "linked", "affiliated", "style", "made", "born", "run",
     "occupied", "supported", "sponsored", "old", "range", "strong", "ranking", "level", "rich", "wing", "era", "type",
     "daily", "nightly", "weekly"}
)  # fmt: skip


def find_tags(sentence: Sentence) -> list[Tag]:
    """Find the word class of every token of a sentence."""
    tokens, tags = sentence.tokens, _guess_all(sentence)
    relative = tags.index(Tag.RELATIVE) if Tag.RELATIVE in tags else len(tags)
    for i, lower in enumerate(sentence.lowers):
        if lower in _SETTLED:
            tags[i] = _settle_word(tokens, tags, i)
        elif tags[i] in _DOUBTFUL:
            tags[i] = _settle_class(tokens, tags, i)
        if i > relative and tags[i] is Tag.NOUN and (_governs(tokens, tags, i) or ends_relative(tokens, tags, i)):
            tags[i] = Tag.VERB  # "a group that oversees the camp", "a name that several factions use, …"
    bind_qualifiers(sentence, tags)
    return tags


def _guess_all(sentence: Sentence) -> list[Tag]:
    """Return the class that each word of a sentence has by itself, where a capital may only tell of a beginning."""
    texts = sentence.texts
    if sentence.capitals:
        return [_first_guess(text, False, True) for text in texts]
    tags = list(map(_first_guess, texts))
    starts = [0]
    if not _OPENING.isdisjoint(texts):
        starts += [i for i, text in enumerate(texts[:-1], 1) if text in _OPENING]
    for i in starts:
        tags[i] = _first_guess(texts[i], True)
        if tags[i] is Tag.NOUN and tags[i + 1 : i + 2] == [Tag.PROPER] and _is_no_form(to_lower(texts[i])):
            tags[i] = Tag.PROPER
    for i in find_restated(sentence.tokens) if "(" in texts else ():
        tags[i] = Tag.NUMBER  # "three (3) militants"
    if sentence.titled:
        for i in [i for i, tag in enumerate(tags) if tag is Tag.PROPER]:
            tags[i] = _class_in_title(sentence.tokens[i]) or Tag.PROPER
    return tags


def _is_no_form(lower: str) -> bool:
    """Tell "Ahmed" and "Manning" from forms of verbs, which a capital at the head of a sentence does not."""
    return lower.endswith(("ed", "ing")) and lower not in lemmas() and lower not in lexicon()


def _class_in_title(token: Token) -> Tag | None:
    """Return the class of a form of a verb with a capital; any other word reads as well as a part of a name."""
    known = lexicon().get(token.lower)
    return known if known in _VERBS and not token.text.isupper() else None


#: words and marks whose neighbours settle their class, whatever it is by itself
_SETTLED = frozenset(
    {"since", "likely", "out", "up", "off", "down", "away", "nearby", "opposite", "inside", "outside", "long", "last",
     "following", "first", "itself", "themselves", "most", "aged", "home", "more", "once", "earlier", "later",
     "overnight", "couple", "so", "yet", "'", "/"}
)  # fmt: skip
#: what a state has for its home affairs
_HOME_OFFICES = frozenset({"ministry", "minister", "secretary", "office", "department", "affairs"})
#: classes that the neighbours settle, whatever the word
_DOUBTFUL = frozenset({Tag.RELATIVE, Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.MODAL, Tag.ADJECTIVE})


def _settle_word(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> Tag:
    """Settle the class of one of the words that a rule of their own is for."""
    tag, lower = tags[i], tokens[i].lower
    before = tags[i - 1] if i else Tag.MARK
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    following = tokens[i + 1].lower if i + 1 < len(tags) else ""
    if tag is Tag.PREPOSITION and i and _is_particle(tokens, tags, i):
        return Tag.ADVERB
    if tag is Tag.PREPOSITION and i and _is_adjective(lower, before):
        return Tag.ADJECTIVE
    if (lower == "so" and following == "far") or (i and _is_aside(lower, tags, i)):
        return Tag.ADVERB  # "has so far claimed", "was last hit", "the town itself was"
    if lower == "most" and following == "of":
        return Tag.NUMBER  # "shot most of them down"
    owned = before is Tag.POSSESSIVE and after in {Tag.NOUN, Tag.ADJECTIVE}  # "the UN's most senior official"
    if lower == "most" and (owned or (before is Tag.DETERMINER and after is Tag.NOUN)):
        return Tag.ADJECTIVE  # "the most horrific massacre"
    if lower == "aged" and (after is Tag.NUMBER or following in {"between", "from"}):
        return Tag.PREPOSITION  # "a woman aged 70", "aged between seven and 12"
    if lower == "home" and (before in _OWNING or following in _HOME_OFFICES):
        return Tag.NOUN  # "the home of a judge", "the Aleria home ministry", not "went home"
    if tag is Tag.ADVERB and lower == "more" and _counts_on(tokens, tags, i):
        return Tag.ADJECTIVE  # "two more attacks"
    if lower == "first" and before in _NAMED and after in _DONE:
        return Tag.ADVERB  # "the army first spoke of"
    if lower == "once" and ((before in _ONCE and after in _HAD) or (i and tokens[i - 1].lower == "at")):
        return Tag.ADVERB  # "which once had 900 men", "answered at once"
    if tag is Tag.ADVERB and lower in _WHEN and (before is Tag.DETERMINER or _counts_on(tokens, tags, i)):
        return Tag.ADJECTIVE  # "in an earlier post", "two earlier raids"
    if tokens[i].text in _APOSTROPHES and _owns(tokens, tags, i):
        return Tag.POSSESSIVE  # "regime forces' shelling"
    if tokens[i].text in _APOSTROPHES and _ends_name(tokens, tags, i):
        return Tag.PROPER  # "Bara' Haddad"
    if lower == "/" and before is after is Tag.PROPER:
        return Tag.PROPER  # "six PKK/YPG militants"
    return Tag.NOUN if lower == "couple" and following not in {"of", "more"} else tag  # "the couple's three children"


def _settle_class(tokens: Sequence[Token], tags: list[Tag], i: int) -> Tag:
    """Settle a class that is doubtful in every word of it."""
    tag, token = tags[i], tokens[i]
    if tag is Tag.RELATIVE:
        return settle_that(tokens, tags, i)
    if tag is Tag.MODAL:
        surname = token.text[0].isupper() and _is_surname(tokens, tags, i)
        return Tag.PROPER if surname else tag  # "Anna May said"
    if tag is not Tag.ADJECTIVE:
        return settle_verb(tokens, tags, i)
    if i and _has_object(token.lower, tags, i):
        return Tag.PARTICIPLE  # "officials disputed the account", "Aleria armed them"
    if i and tags[i - 1] is Tag.TO and i + 1 < len(tags) and tags[i + 1] is Tag.DETERMINER:
        return Tag.VERB  # "sent to clear a road", "to secure the town"
    alone = token.lower.endswith(("-year-old", "-year-olds")) and _stands_alone(tags, i)
    return Tag.NOUN if alone else tag  # "wounded a 17-year-old and", not "a 17-year-old girl"


def _is_surname(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a capitalised "May", "Will" after a name and before a verb in small letters, or the month after its day."""
    if i and tags[i - 1] in {Tag.NUMBER, Tag.PREPOSITION} and tokens[i].text == "May":
        return True
    named = i > 0 and tags[i - 1] is Tag.PROPER and i + 1 < len(tags)
    return named and tags[i + 1] in _FINITE and tokens[i + 1].text.islower()


def _governs(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a form in -s that no list has, right after a relative pronoun and before an object, as a verb."""
    if not i or tags[i - 1] is not Tag.RELATIVE:
        return False
    lower = tokens[i].lower
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    return after in _OBJECTS and lower.endswith("s") and not lower.endswith("ss") and lower not in lexicon()


def _owns(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the apostrophe right behind a plural and before what is its, in a sentence with no single quotation mark."""
    if not 0 < i < len(tokens) - 1 or not tokens[i - 1].lower.endswith("s") or tokens[i - 1].end != tokens[i].start:
        return False
    if tags[i - 1] not in _NAMED or tags[i + 1] not in _OWNED:
        return False
    return not any(t.text in {"‘", "'"} for t in tokens[:i])


def _ends_name(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the apostrophe that is the last letter of a name before a surname, where no quotation is open."""
    if not 0 < i < len(tokens) - 1 or tokens[i - 1].end != tokens[i].start or tokens[i].end == tokens[i + 1].start:
        return False
    named = tags[i - 1] is tags[i + 1] is Tag.PROPER and tokens[i - 1].lower.endswith(("a", "i", "e"))
    return named and not any(t.text in {"‘", "'"} for t in tokens[:i])


def _is_aside(lower: str, tags: Sequence[Tag], i: int) -> bool:
    """Tell "last" or "yet" inside a verb, and "itself" right behind the noun that it stresses."""
    if lower == "yet":  # "has not yet claimed", "has yet to claim"
        return tags[i - 1] in _HAD or tags[i - 1] is Tag.NEGATION
    if lower in {"long", "likely"}:  # "has long said", "was likely fired"
        helping = tags[i - 1] is Tag.HAVE or (lower == "likely" and tags[i - 1] in _HAD)
        return helping and i + 1 < len(tags) and (tags[i + 1] in _DONE or tags[i + 1] is Tag.BE)
    if lower in {"last", "first"}:
        return tags[i - 1] is Tag.BE and i + 1 < len(tags) and tags[i + 1] in _DONE
    return lower in {"itself", "themselves"} and tags[i - 1] in _NAMED


def _has_object(lower: str, tags: Sequence[Tag], i: int) -> bool:
    """Tell a past tense that reads as an adjective ("disputed", "armed") by the noun before and the object after."""
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    return after in _OBJECTS and tags[i - 1] in _NAMED and lower.endswith("ed") and lower in lemmas()


_OBJECTS = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.RELATIVE})


def _stands_alone(tags: Sequence[Tag], i: int) -> bool:
    """Tell whether no noun follows an adjective, nor an adjective that may have one."""
    return i + 1 == len(tags) or tags[i + 1] not in _AFTER_ADJECTIVE


_OPENING = frozenset({'"', "“", "‘", "'", "``", "(", "[", "•", ":", "*", "-", "--", "–", "—", "|"})
_PARTICLES = frozenset({"out", "up", "off", "down", "away"})


def _is_particle(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a particle of its verb ("carried out", "have since fled") from a preposition."""
    before = tags[i - 1]
    if tokens[i].lower == "since":
        return before is Tag.HAVE
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in _PARTICLES and before in _VERBS and after != "of"


def _counts_on(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell "two more attacks" from "six more go", "more than"."""
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    named = after is Tag.PROPER and tokens[i + 1].lower not in CALENDAR  # "150 more Ghanaian soldiers"
    noun = named or after in _NAMING or (after is Tag.VERB and tokens[i + 1].lower in often_nouns())
    return i > 0 and tags[i - 1] is Tag.NUMBER and noun


def _is_adjective(lower: str, before: Tag) -> bool:
    """Tell "the nearby village", "the following year", "in nearby Huwara" from "near the village"."""
    return lower in {"nearby", "opposite", "inside", "outside", "following"} and (
        before is Tag.DETERMINER or (before is Tag.PREPOSITION and lower == "nearby")
    )
