"""What a number is when it counts nobody: an age, a price, a measure, a time, a name, a score.

`to_measure` looks at the words around a number and names what it is, or returns None where nothing speaks against a
count. It reads a few tokens to each side and no further, so that time stays linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.dates.written import COUNTED, year_at
from analysis.language.text.forms import is_plural
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("units")
_KINDS = ("length", "weight", "share", "time", "money", "age", "other")
UNITS: dict[str, str] = {
    word: "measure" if k in {"length", "weight", "other"} else k for k in _KINDS for word in _WORDS[k]
}
_BETWEEN = frozenset(_WORDS["between_unit"])
_SIGNS = frozenset(_WORDS["money_signs"])
AGE_BEFORE = frozenset(_WORDS["age_before"])
AGE_PEOPLE = frozenset(_WORDS["age_people"])
_NUMBERED = frozenset(_WORDS["numbered"])
_SUMMED = frozenset(_WORDS["summed"])
_NUMBERED_CAPITAL = frozenset(_WORDS["numbered_capital"])
_NUMBERED_OF = frozenset(_WORDS["numbered_of"])
_STREETS = frozenset(_WORDS["streets"])
_PHONE = frozenset(_WORDS["phone_before"])
_SCORE = frozenset(_WORDS["score_words"])
MEMBERS = frozenset(_WORDS["members"])
_YEAR = frozenset({"in", "since", "of", "until", "from"})
_AT = frozenset({"at", "approximately", "around", "about", "by", "until"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_LINKS = frozenset({",", "and", "or", "to", "-", "–", "between"})
#: signs that, glued to a number, make it part of something else
_CLOSERS = frozenset({",", ".", ";", "", "-", "–", "—", "―", "--"})
#: what follows a number that a noun before it has for its name
_ALONE = frozenset({".", "", ";", "was", "is", "has", "had"})
_HYPHENS = frozenset({"-", "–"})
_GLUE = frozenset({"+", "/", ":", "#", "=", "*", "\\", "_", "°", "@", "×"})


def to_measure(tokens: Sequence[Token], first: int, last: int, capitals: bool = False) -> str | None:
    """Name what the number of tokens first to last is, or return None where it may count something.

    first and last cover the number itself, a range with both its ends; `capitals`: the sentence is all capitals.
    """
    before, after = lower_at(tokens, first - 1), lower_at(tokens, last + 1)
    return (
        _by_sign(tokens, first, last)
        or _by_unit(tokens, last)
        or _by_age(tokens, first, last, before, after, capitals)
        or _by_name(tokens, first, last, before, capitals)
        or ("score" if _is_score(tokens, first, last) else None)
    )


def to_compound(lower: str) -> tuple[str, str] | None:
    """Split "12-strong" into its number and what it goes with; None for a word that no number begins.

    >>> to_compound("12-strong"), to_compound("22-year-old"), to_compound("three-week"), to_compound("three-pronged")
    (('12', 'strong'), ('22', 'age'), ('three', 'time'), ('three', 'name'))
    """
    number, _, rest = lower.partition("-")
    if not rest:
        return None
    if rest in MEMBERS:
        return number, rest
    if rest.endswith(("old", "olds", "aged")):
        return number, "age"
    return number, UNITS.get(rest) or UNITS.get(rest.partition("-")[0]) or "name"


def _by_sign(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Judge by what is glued to the number: $5, 5%, 24/7, 107mm, 30s."""
    before, after = lower_at(tokens, first - 1), lower_at(tokens, last + 1)
    if before in _SIGNS and (before[0] not in "abcdefghijklmnopqrstuvwxyz" or tokens[first - 1].text != before):
        return "money"
    if first and tokens[first - 1].end == tokens[first].start:
        if before in _GLUE:
            return "name"
        if before in _HYPHENS and first > 1 and tokens[first - 2].end == tokens[first - 1].start:
            return "score" if tokens[first - 2].text.isdigit() else None
    if not after or tokens[last + 1].start != tokens[last].end:
        return None
    if after[0].isalpha() or after == "'s":
        return UNITS.get(after, "name")
    glued_on = last + 2 < len(tokens) and tokens[last + 2].start == tokens[last + 1].end
    if after in _HYPHENS and glued_on:  # 5,000-pound; 3-2, which is no range
        word = lower_at(tokens, last + 2)
        return None if word in MEMBERS else UNITS.get(word, "score" if word.isdigit() else "name")
    if after == "." and glued_on and tokens[last + 2].text[0].isdigit():
        return "name"
    return "name" if after in _GLUE and glued_on else None


def _by_unit(tokens: Sequence[Token], last: int) -> str | None:
    """Judge by the unit that follows, over words like "more" and "square"."""
    j = last + 1
    if lower_at(tokens, j) == "and" and lower_at(tokens, j + 2) == "half":
        j += 3  # "two *and a half* hours"
    if lower_at(tokens, j) == "per" and lower_at(tokens, j + 1) in {"cent", "mille", "thousand"}:
        return "share"
    for _ in range(2):
        unit = UNITS.get(lower_at(tokens, j))
        if unit and lower_at(tokens, j) == "day" and is_plural(lower_at(tokens, j + 1)):
            return None  # "two day labourers"
        if unit:
            return unit
        if lower_at(tokens, j) not in _BETWEEN:
            return None
        j += 1
    return UNITS.get(lower_at(tokens, j))


def _by_age(tokens: Sequence[Token], first: int, last: int, before: str, after: str, capitals: bool) -> str | None:
    if before in AGE_BEFORE or (before == "of" and lower_at(tokens, first - 2) in AGE_BEFORE):
        return "age"
    if before in _LINKS:  # "aged 5, 7 and 9"
        j = first - 1
        while j > 0 and first - j < 12 and (lower_at(tokens, j) in _LINKS or tokens[j].text.isdigit()):
            j -= 1
        if lower_at(tokens, j) in AGE_BEFORE:
            return "age"
    if capitals or first != last or not tokens[first].text.isdigit() or len(tokens[first].text) > 2:
        return None
    if before in {"is", "was"} and lower_at(tokens, first - 2) in {"who", "he", "she"} and after in _CLOSERS:
        return "age"
    if before in {"turned", "turns"} and (after in _CLOSERS or after in {"in", "on", "this", "last"}):
        return "age"
    named = first > 1 and tokens[first - 2].text[-1].islower() and any(c.isupper() for c in tokens[first - 2].text)
    placed = lower_at(tokens, first - 3) in {"in", "at", "near", "from", "outside"}  # In Mosul, 30, mostly …
    closed = (before == "," and after in _CLOSERS and not placed) or (before == "(" and after == ")")
    return "age" if named and closed else None


def _by_name(tokens: Sequence[Token], first: int, last: int, before: str, capitals: bool) -> str | None:
    """Judge by a name: Unit 840, Highway 9, 12 Haifa Street, a telephone number, a year."""
    if before in _NUMBERED and not (before == "number" and _sums(tokens, first - 2)):
        named = tokens[first - 1].text[0].isupper() and (not capitals or _number_closes_name(tokens, last + 1))
        alone = tokens[first].text.isdigit() and lower_at(tokens, last + 1) in _ALONE  # "he lives in flat 9."
        if named or before not in _NUMBERED_CAPITAL or (alone and not capitals):
            return "name"
    if before in {"and", ","} and lower_at(tokens, first - 3) in _NUMBERED and tokens[first - 2].text.isdigit():
        return "name"  # Resolutions 2139 and 2254
    if first == last == 0 and lower_at(tokens, 1) in {".", ")"} and tokens[0].text.isdigit():
        return "name"  # the number of a list's item
    text = tokens[first].text
    if text[0] == "0" and len(text) > 1 and text.isdigit():
        return "name"
    if before in {"past", "to"} and lower_at(tokens, first - 2) in {"half", "quarter"}:
        return "time"
    if before in _AT and [lower_at(tokens, j) for j in (last + 1, last + 2)] == ["in", "the"]:
        return "time" if lower_at(tokens, last + 3) in _PARTS_OF_DAY else None
    if first == last and _is_clock(tokens, first) and _is_clock_time(tokens, first):
        return "time"
    if first in {last, last - 2} and year_at(tokens, first) is not None and year_at(tokens, last) is not None:
        return "year"
    if first == last and len(text) == 4 and text[:2] in {"16", "17", "18"} and text.isdigit() and before in _YEAR:
        return "year"
    if before == "of" and tokens[first - 2].text in _NUMBERED_OF:
        return "name"
    if text.isdigit() and _is_telephone(tokens, first):
        return "name"
    if text.isdigit() and not capitals and any(lower_at(tokens, j) in _STREETS for j in range(last + 2, last + 4)):
        return "name" if tokens[last + 1].text[0].isupper() and tokens[last + 2].text[0].isupper() else None
    return None


def _sums(tokens: Sequence[Token], i: int) -> bool:
    """Tell "the dead number 14", "the guards number 40" from "room number 14": the word before is of many."""
    word = lower_at(tokens, i)
    return word in _SUMMED or (word.endswith("s") and not word.endswith("ss"))


def _is_telephone(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether groups of digits lead back to "+" or "tel."."""
    j = first - 1
    while j > 0 and first - j < 8 and (tokens[j].text.isdigit() or tokens[j].text in {"-", "(", ")", ":"}):
        j -= 1
    return j >= 0 and (tokens[j].lower in _PHONE or (tokens[j].text == "+" and j < first - 1))


def _is_clock(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether four digits can be a time of day ("at 1330")."""
    text = tokens[i].text
    return len(text) == 4 and text.isdigit() and int(text[:2]) < 24 and int(text[2:]) < 60


def _is_clock_time(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the words make four digits a time: "at 1330", "from 2100 to 0500", but not "at 1200 homes"."""
    if lower_at(tokens, i + 1) in COUNTED:
        return False
    if lower_at(tokens, i - 1) == "from":
        return lower_at(tokens, i + 1) == "to" and lower_at(tokens, i + 2)[:1] == "0"
    return lower_at(tokens, i - 1) in _AT


def _number_closes_name(tokens: Sequence[Token], i: int) -> bool:
    """In all-capitals text a number names ("BRIGADE 35") only where no word follows that it could count."""
    return (
        i >= len(tokens) or not tokens[i].text[0].isalpha() or tokens[i].lower in {"in", "at", "of", "and", "on", "was"}
    )


def _is_score(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "won 3-2" from "2-3 men": two small numbers joined by a hyphen, beside a word of winning."""
    if last - first != 2 or tokens[first + 1].text not in {"-", "–"} or not tokens[last].text.isdigit():
        return False
    around = {lower_at(tokens, j) for j in (first - 2, first - 1, last + 1, last + 2)}
    return not around.isdisjoint(_SCORE)
