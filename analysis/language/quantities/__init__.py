"""Quantities: the number words of a report as bounds that keep their words.

A bound that the words do not give is None; there is no midpoint and no default. `parse_quantity` reads one phrase;
`find_quantities` finds every number word of a sentence and says what kind it is, so that an age, a price, a distance,
a date, a time, a score or the number of a brigade is never taken for a count: those are `OTHER`, without bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.language.dates.written import find_written_dates
from analysis.language.quantities.bounds import Qualifier as Qualifier
from analysis.language.quantities.bounds import Quantity as Quantity
from analysis.language.quantities.bounds import to_bounds
from analysis.language.quantities.measures import AGE_BEFORE, AGE_PEOPLE, MEMBERS, to_compound, to_measure
from analysis.language.quantities.phrases import PHRASE_STARTS, Core, core_at, qualifier_after, qualifier_before
from analysis.language.text.numbers import FRACTIONS, NUMBER_WORDS, ORDINALS, SMALL, number_at
from analysis.language.text.sentences import Sentence, find_sentences
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at, phrase_at, to_phrases, to_printed
from analysis.vocabulary import read_vocabulary


class QuantityKind(StrEnum):
    """What the number words do in their sentence."""

    #: counts what follows: "five", "at least 30", "two or three"
    COUNT = "count"
    #: exactly one, as an article or "one": it counts only where its noun is a victim, a rocket, an attack …
    DETERMINER = "determiner"
    #: "several", "dozens", "some", "others", "most of"
    VAGUE = "vague"
    #: exactly none: "no", "none", "nobody"
    ZERO = "zero"
    #: "third", "42nd"; no bounds
    ORDINAL = "ordinal"
    #: an age, price, share, measure, time, year, date, name, score; no bounds
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity and the tokens it takes in its sentence, first to last inclusive.

    `unit` says what an OTHER is ("age", "money", "share", "measure", "time", "year", "date", "name", "score", "kind"),
    and what a COUNT inside a word counts ("strong" of "12-strong", "man" of "two-man"); else it is None.
    """

    quantity: Quantity
    first: int
    last: int
    kind: QuantityKind
    unit: str | None = None


_WORDS = read_vocabulary("quantifiers")
_GLUED = {word: Qualifier(name) for word, name in _WORDS["glued"].items()}
_ZERO = to_phrases((phrase, 0) for phrase in _WORDS["zero"])
_SINGULAR = to_phrases((phrase, 1) for phrase in _WORDS["singular"])
_NOT_NO = frozenset(_WORDS["never_before"]["no"]), frozenset(_WORDS["never_after"]["no"])
_NOT_ONE = frozenset(_WORDS["never_after"]["one"])
_ARTICLE_ONLY = frozenset(_WORDS["article_only"])
_OF_KIND = frozenset(_WORDS["of_kind"])
_QUOTES = frozenset({'"', "“", "‘", "'", "(", "``"})
_DIGITS = frozenset("0123456789")
_ARTICLES = frozenset({"a", "an", "one"})
#: every word that can begin a quantity; the rest of the text is passed over
_STARTS = frozenset({*PHRASE_STARTS, *_ZERO, *_SINGULAR, *NUMBER_WORDS, *ORDINALS})


def find_quantities(sentence: Sentence) -> list[QuantityMention]:
    """Find the quantities of a sentence, in order, none inside another."""
    tokens = sentence.tokens
    found: list[QuantityMention] = []
    dated: frozenset[int] | None = None
    free = 0
    for i, token in enumerate(tokens):
        if i < free:
            continue
        lower = token.lower
        if lower in _STARTS:
            pass
        elif lower[:1] in _DIGITS:
            if dated is None:
                dated = _dated(tokens)
        elif "-" not in lower or lower.partition("-")[0] not in SMALL:
            continue
        if lower == "others" and found and found[-1].last == i - 1 and found[-1].kind is not QuantityKind.OTHER:
            continue  # "three others" are three
        mention = _mention_at(tokens, i, dated, sentence.capitals)
        if mention is not None:
            found.append(mention)
            free = mention.last + 1
    return found


def parse_quantity(text: str) -> Quantity | None:
    """Parse the first quantity of a phrase by the codebook's table; None where it has none.

    >>> for words in (
    ...     "five", "a couple", "two or three", "25 or more", "more than a dozen", "as many as 12", "fewer than 12",
    ...     "some 5,000", "several", "others", "dozens of", "several dozen", "most of", "none",
    ... ):
    ...     q = parse_quantity(words)
    ...     print(q.text, "=", q.low, q.high, q.qualifier)
    five = 5 5 exact
    a couple = 2 2 exact
    two or three = 2 3 range
    25 or more = 25 None at_least
    more than a dozen = 13 None more_than
    as many as 12 = None 12 at_most
    fewer than 12 = None 11 less_than
    some 5,000 = 5000 5000 about
    several = 3 None vague
    others = 2 None vague
    dozens = 24 None vague
    several dozen = 36 None vague
    most of = None None vague
    none = 0 0 exact
    >>> parse_quantity("aged 30") is None
    True
    """
    counting = {QuantityKind.COUNT, QuantityKind.VAGUE, QuantityKind.ZERO, QuantityKind.DETERMINER}
    for sentence in find_sentences(text):
        for mention in find_quantities(sentence):
            if mention.kind in counting:
                return mention.quantity
    return None


def _dated(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the tokens that belong to written dates."""
    return frozenset(i for date in find_written_dates(tokens) for i in range(date.first, date.last + 1))


def _quantity_mention(
    tokens: Sequence[Token], first: int, core: Core, kind: QuantityKind | None = None, unit: str | None = None
) -> QuantityMention:
    usual = QuantityKind.VAGUE if core.qualifier is Qualifier.VAGUE else QuantityKind.COUNT
    text = to_printed(tokens, first, core.last, core.end)
    quantity = Quantity(core.low, core.high, core.qualifier, text, tokens[first].start, core.end)
    return QuantityMention(quantity, first, core.last, kind or usual, unit)


def _plain(value: int | None, tokens: Sequence[Token], last: int) -> Core:
    return Core(value, value, Qualifier.EXACT, last, tokens[last].end)


def _other(tokens: Sequence[Token], first: int, last: int, unit: str) -> QuantityMention:
    core = _plain(None, tokens, last)
    core = core._replace(qualifier=Qualifier.VAGUE) if unit == "share" else core  # "two-thirds of the dead"
    return _quantity_mention(tokens, first, core, QuantityKind.OTHER, unit)


def _mention_at(
    tokens: Sequence[Token], i: int, dated: frozenset[int] | None, capitals: bool
) -> QuantityMention | None:
    """Read the quantity that begins at token i, qualifier first; None where there is none."""
    if dated and i in dated:
        return _other(tokens, i, i, "date")
    qualified = qualifier_before(tokens, i)
    if qualified is not None and not comes_under(tokens, i):
        qualifier, j = qualified
        j += lower_at(tokens, j) == "another" and core_at(tokens, j + 1) is not None  # "at least another 17"
        if dated is None and lower_at(tokens, j)[:1] in _DIGITS:
            dated = _dated(tokens)
        core = None if dated and j in dated else core_at(tokens, j)
        if core:
            return _judged(tokens, i, j, core, qualifier, capitals)
    core = core_at(tokens, i)
    if core:
        return _judged(tokens, i, i, core, None, capitals)
    return _compound_at(tokens, i) or _ordinal_at(tokens, i) or _zero_at(tokens, i) or _singular_at(tokens, i)


def comes_under(tokens: Sequence[Token], i: int) -> bool:
    """Tell "came under two attacks" from "under two hours", and "went up to 13" from "up to 13"."""
    verbs = _PARTICLE_OF.get(tokens[i].lower)
    return verbs is not None and i > 0 and tokens[i - 1].lower in verbs


_PARTICLE_OF = {
    "under": frozenset({"come", "came", "comes", "coming", "fell"}),
    "up": frozenset({"go", "goes", "going", "gone", "went", "climbed", "climbs", "rises", "risen", "rose", "shot"}),
}


def _judged(
    tokens: Sequence[Token], first: int, core_first: int, core: Core, qualifier: Qualifier | None, capitals: bool
) -> QuantityMention | None:
    """Settle what the number words at core_first are; their qualifier begins at token first."""
    after = lower_at(tokens, core.last + 1)
    later = qualifier_after(tokens, core) if qualifier is None and core.qualifier is not Qualifier.VAGUE else None
    if core_first == core.last and tokens[core.last].lower == "one" and not (qualifier or later or after in FRACTIONS):
        return _singular_at(tokens, first)
    unit = _unit(tokens, first, core_first, core, qualifier, capitals)
    if unit is not None:
        glued = core.last + 1 < len(tokens) and tokens[core.last + 1].start == core.end
        return _other(tokens, first, core.last + (glued and after.isalpha()), unit)  # 107mm
    if after in FRACTIONS and core.qualifier is Qualifier.EXACT:
        return _other(tokens, first, core.last + 1, "share")
    if later:
        qualifier = later[0]
        core = core._replace(last=later[1], end=tokens[later[1]].end)
    if qualifier and core.qualifier is not Qualifier.VAGUE:
        low, high, final = to_bounds(core.low, core.high, qualifier)
        core = core._replace(low=low, high=high, qualifier=final)
    return _quantity_mention(tokens, first, core)


def _unit(
    tokens: Sequence[Token], first: int, core_first: int, core: Core, qualifier: Qualifier | None, capitals: bool
) -> str | None:
    """Name what the number is when it counts nobody."""
    before, after = lower_at(tokens, first - 1), lower_at(tokens, core.last + 1)
    start = core_first + (tokens[core_first].lower == "between")
    unit = to_measure(tokens, start, core.last + (after == "of"), capitals)
    if qualifier and (before in AGE_BEFORE or (before in AGE_PEOPLE and tokens[first].lower in {"under", "over"})):
        return "age"
    if unit == "year" and qualifier and after[:1].isalpha():
        return None
    if unit is None and core.low is None and core.qualifier is not Qualifier.VAGUE:
        return "measure"  # 2.5 is no count
    return unit


def _compound_at(tokens: Sequence[Token], i: int) -> QuantityMention | None:
    """Read a number inside a word: "12-strong", "22-year-old", "30-odd"; and 7:20, 1980s, 42nd, 27/12/2019."""
    token = tokens[i]
    number, rest = to_compound(token.lower) or ("", "")
    value = int(number) if number.isdigit() else SMALL.get(number)
    if value is None:
        if token.lower[:1] not in _DIGITS:
            return None
        if token.lower[:-2].isdigit() and token.lower[-1] in "tdh":
            return _quantity_mention(tokens, i, _plain(None, tokens, i), QuantityKind.ORDINAL)
        return _other(tokens, i, i, "time" if ":" in token.text else "name")
    word = token.lower.partition("-")[2]
    core = _plain(value, tokens, i)
    if word in _GLUED and to_measure(tokens, i, i) is None:
        low, high, qualifier = to_bounds(value, value, _GLUED[word])
        return _quantity_mention(tokens, i, core._replace(low=low, high=high, qualifier=qualifier))
    if rest in MEMBERS:
        return _quantity_mention(tokens, i, core._replace(end=token.start + len(number)), unit=rest)
    return _other(tokens, i, i, "share" if word in FRACTIONS else rest)


def _ordinal_at(tokens: Sequence[Token], i: int) -> QuantityMention | None:
    if tokens[i].lower not in ORDINALS:
        return None
    return _quantity_mention(tokens, i, _plain(None, tokens, i), QuantityKind.ORDINAL)


def _zero_at(tokens: Sequence[Token], i: int) -> QuantityMention | None:
    found = phrase_at(_ZERO, tokens, i)
    if found is None:
        return None
    if found[1] == i and tokens[i].lower == "no":
        after = lower_at(tokens, i + 1)
        if not after[:1].isalpha() or after in _NOT_NO[0] or lower_at(tokens, i - 1) in _NOT_NO[1]:
            return None
    return _quantity_mention(tokens, i, _plain(0, tokens, found[1]), QuantityKind.ZERO)


def _singular_at(tokens: Sequence[Token], i: int) -> QuantityMention | None:
    """Read "a", "an", "one", "another", "a single", where a noun may follow."""
    found = phrase_at(_SINGULAR, tokens, i)
    if found is None:
        return None
    last = found[1]
    word, after = tokens[last].lower, lower_at(tokens, last + 1)
    if word == "one":
        before = lower_at(tokens, i - 1)
        if before in _NOT_ONE and (before, after) != ("that", "of"):  # "said that one of its pilots"
            return None
        if after == "of" and any(lower_at(tokens, j) in _OF_KIND for j in range(last + 2, last + 5)):
            return _other(tokens, i, last, "kind")
    elif not _may_be_article(tokens, last):
        return None
    if word in _ARTICLES and after in FRACTIONS and lower_at(tokens, last + 2) == "of":
        return _other(tokens, i, last + 1, "share")
    if to_measure(tokens, last, last) == "time":
        return _other(tokens, i, last, "time")
    return _quantity_mention(tokens, i, _plain(1, tokens, last), QuantityKind.DETERMINER)


def _may_be_article(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the article at i belongs to a noun: not "A.", "a total of 12", "another three"."""
    after = lower_at(tokens, i + 1)
    if not after[:1].isalnum():
        return after in _QUOTES
    if after in _ARTICLE_ONLY:
        return not any(number_at(tokens, j) for j in range(i + 2, min(i + 4, len(tokens))))
    return tokens[i].lower != "another" or number_at(tokens, i + 1) is None
