"""Years and seasons: "in 2014", "2014-2016", "the 2014 offensive", "summer of 2014", "in the summer".

A four-digit number is a year where the words before it say so; "fall" and "spring" are seasons beside a year or an
article only.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.dates.readings import Reading
from analysis.language.dates.written import year_at
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
#: the first month of each season
SEASONS: dict[str, int] = _WORDS["seasons"]
_YEAR_BEFORE = frozenset(_WORDS["year_before"])
_DAY_PARTS = frozenset(_WORDS["day_parts"])
_AFTER_DAY = frozenset(_WORDS["after_day"])
_DASHES = frozenset({"-", "–"})
_RANGE = _DASHES | {"to", "and", "or"}


def season_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "summer 2014", "summer of 2014", "in the summer", but no verb "spring" or "fall"."""
    part = lower_at(tokens, i + 1) in _DAY_PARTS  # "on a summer afternoon in 2014"
    j = i + 1 + part + (lower_at(tokens, i + 1 + part) in ({"of", "in"} if part else {"of"}))
    if (year := year_at(tokens, j)) is not None:
        return Reading("season", i, j, year=year, month=SEASONS[lower_at(tokens, i)])
    return None


def the_season_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "the summer of 2014", and "in the summer" where no noun follows."""
    month, after = SEASONS[lower_at(tokens, i + 1)], lower_at(tokens, i + 2)
    year = year_at(tokens, i + 2 + (after == "of"))
    if year is not None:
        return Reading("season", i, i + 2 + (after == "of"), year=year, month=month)
    led = lower_at(tokens, i - 1) in {"in", "since", "during", "over", "throughout"}
    ends = not after[:1].isalpha() or (after in _AFTER_DAY and after != "of")
    return Reading("season", i, i + 1, month=month) if led and ends else None


def year_reading_at(tokens: Sequence[Token], i: int, led: bool = False) -> Reading | None:
    """Read a year where the words before it make it one, and "2014-2016" as both."""
    year = year_at(tokens, i)
    if year is None:
        return None
    before = lower_at(tokens, i - 1)
    second = before in _RANGE and year_at(tokens, i - 2) is not None  # 2014-2016, from 2014 to 2016
    first = lower_at(tokens, i + 1) in _DASHES and year_at(tokens, i + 2) is not None  # "in Aleria 2014 – 2016"
    if not (led or second or first or before in _YEAR_BEFORE or _is_attribute(tokens, i)):
        return None
    return Reading("year", i, i, year=year)


def _is_attribute(tokens: Sequence[Token], i: int) -> bool:
    """Tell "the 2014 offensive" and "their sweeping 2014 offensive" from "the 2000 or so" and "killed 2014 people"."""
    before, after = lower_at(tokens, i - 1), lower_at(tokens, i + 1)
    if not after.isalpha() or after in _RANGE:
        return False
    singular = tokens[i + 1].text.islower() and not after.endswith("s")
    return before in {"the", "a", "'s"} or (before.isalpha() and tokens[i - 1].text.islower() and singular)
