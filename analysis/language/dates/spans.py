"""Lengths of time that lead to a day: "the past two days", "two days ago", "a week later", "hours after".

A length of time that leads nowhere ("for three weeks") is none of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.dates.readings import Reading
from analysis.language.text.numbers import number_at
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
UNITS: dict[str, str] = _WORDS["units"]
DIRECTIONS: dict[str, int | str] = _WORDS["directions"]
VAGUE_NUMBERS = frozenset(_WORDS["vague_numbers"])
ONES = frozenset({"a", "an", "one"})
#: plurals that need no number before "ago", "after", "later"
PLURALS = frozenset(unit for unit in UNITS if unit.endswith("s"))
#: words that make a length of time no exact one ("less than a week after")
_ROUGHLY = frozenset({"than", "over", "nearly", "almost", "about", "around", "roughly", "approximately", "some"})
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "year": 12}
_MOST = 10_000


def past_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "past two days", "last 24 hours", "past week", "past few months"."""
    j, number = _number_before_unit(tokens, i + 1)
    unit = UNITS.get(lower_at(tokens, j))
    if unit is None or (lower_at(tokens, i) != "past" and lower_at(tokens, j + 1) == "of"):
        return None  # "the last week of October" is no week before today
    alone = (
        lower_at(tokens, i - 1) == "the" and lower_at(tokens, i - 2) not in _OVER and lower_at(tokens, j) not in PLURALS
    )
    if lower_at(tokens, i) == "previous" and j == i + 1 and alone:
        return None  # "the previous week", before what was told
    if j == i + 1:  # "past week", "past years"
        number = None if lower_at(tokens, j).endswith("s") else 1
    return Reading("past", i, j, number=number, unit=unit)


_OVER = frozenset({"over", "in", "during", "within", "for", "of", "from", "across", "throughout"})


def _number_before_unit(tokens: Sequence[Token], i: int) -> tuple[int, int | None]:
    """Return the token after "two", "a", "a few", "several", and the number where it is one."""
    number = number_at(tokens, i) if i < len(tokens) else None
    if number is not None:
        return number.last + 1, number.value
    j = i + (lower_at(tokens, i) in ONES)
    if lower_at(tokens, j) in VAGUE_NUMBERS:
        return j + 1 + (lower_at(tokens, j + 1) == "of"), None
    return j, 1 if j > i else None


def counted_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "two days ago", "a week later", "several days after", "hours before"."""
    j, number = _number_before_unit(tokens, i)
    unit = UNITS.get(lower_at(tokens, j))
    if unit is None or (j == i and lower_at(tokens, j) not in PLURALS):
        return None
    direction = DIRECTIONS.get(lower_at(tokens, j + 1))
    if direction is None:
        return None
    if direction == "ago":
        exact = lower_at(tokens, i - 1) not in {"than", "over"}
        return Reading("ago", i, j + 1, number=number if exact else None, unit=unit)
    exact = lower_at(tokens, i - 1) not in _ROUGHLY
    return anchored(i, j + 1, number if exact else None, unit, int(direction))


def anchored(first: int, last: int, number: int | None, unit: str, direction: int) -> Reading:
    """Return the reading of so many units from another event, -1 before and 1 after it (0: the same)."""
    if number is None or number > _MOST:
        return Reading("anchor", first, last)
    days, months = _DAYS_IN.get(unit), _MONTHS_IN.get(unit)
    return Reading(
        "anchor", first, last, unit=unit, number=days and number * days * direction,
        months=months and number * months * direction,
    )  # fmt: skip
