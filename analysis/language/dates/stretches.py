"""Stretches of time that a noun measures: parts of a year, hours up to now, the hours after something.

"The first five months of 2023", "the third quarter of last year", "in the second half of 2022"; "in just 24 hours" at
the head of a sentence; "since the early hours of the morning"; "in the hours that followed".
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.dates.readings import Reading
from analysis.language.dates.written import MONTHS, year_at
from analysis.language.text.numbers import number_at
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
_SHIFTS: dict[str, int] = _WORDS["shifts"]
HOURS_OF_TODAY = frozenset(_WORDS["day_parts"]) - {"night", "evening", "dusk", "sunset"}
_OF_HOURS = frozenset({"the", "early", "late", "small", "wee", "first", "hours", "of", "this"})
_OF_DAY = frozenset([*_WORDS["weekdays"], *MONTHS, *_WORDS["relatives"]])
_DIGITS = frozenset("0123456789")
_FIRST, _LAST = frozenset({"first", "opening"}), frozenset({"last", "final", "closing"})
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_YEAR = 12


def stretch_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "the first five months of 2023", "the third quarter of last year", "the second half of the year"."""
    rank, j = lower_at(tokens, i + 1), i + 2
    count = number_at(tokens, j) if j < len(tokens) and rank in _FIRST | _LAST else None
    noun = lower_at(tokens, j if count is None else count.last + 1)
    j = (j if count is None else count.last + 1) + 1
    if noun in {"months", "month"} and (noun == "month" or count is not None):
        months = 1 if count is None else count.value
        end = months if rank in _FIRST else _YEAR
    elif noun in {"quarter", "half"} and rank in _QUARTERS and count is None:
        months = 3 if noun == "quarter" else 6
        end = min(_YEAR, months * _QUARTERS[rank])
    else:
        return None
    if lower_at(tokens, j) not in {"of", "in"} or months is None or not 0 < months <= _YEAR:
        return None
    year = year_at(tokens, j + 1)
    if year is not None:
        return Reading("month", i, j + 1, year=year, month=end, months_before=months - 1)
    shift = {**_SHIFTS, "the": 0}.get(lower_at(tokens, j + 1))
    if shift is None or lower_at(tokens, j + 2) != "year":
        return None
    return Reading("month", i, j + 2, month=end, months_before=months - 1, week=shift)


def same_period_at(tokens: Sequence[Token], i: int) -> Reading:
    """Read "the same period", "the same period of 2022", "the same period last year"."""
    j = i + 3 + (lower_at(tokens, i + 3) in {"of", "in"})
    year, shift = year_at(tokens, j), _SHIFTS.get(lower_at(tokens, j))
    if year is not None:
        return Reading("anchor", i, j, year=year, unit="period")
    if shift is not None and lower_at(tokens, j + 1) == "year":
        return Reading("anchor", i, j + 1, week=shift, unit="period")
    earlier = [lower_at(tokens, i + k) for k in (3, 4, 5)] == ["a", "year", "earlier"]
    return Reading("anchor", i, i + 5 if earlier else i + 2, week=-1 if earlier else None, unit="period")


def in_hours_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read the "24 hours" of "In just 24 hours, …", which opens a sentence: up to now."""
    number = number_at(tokens, i)
    if number is None or not number.value or number.value % 24 or lower_at(tokens, number.last + 1) != "hours":
        return None
    opens = [t.lower for t in tokens[:i]]
    open_ended = lower_at(tokens, number.last + 2) in {"of", "after", "later"}
    if open_ended or opens[:1] not in (["in"], ["within"], ["over"]) or not set(opens[1:]) <= _JUST:
        return None
    return Reading("past", i, number.last + 1, number=number.value, unit="hour")


_JUST = frozenset({"just", "only", "barely", "less", "than", "the", "space", "of"})


def hours_after_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "the hours that followed": of the day of what came before."""
    words = [lower_at(tokens, i + k) for k in (1, 2, 3)]
    if words[0] not in {"hours", "hour", "minutes"} or words[1:] not in (["that", "followed"], ["which", "followed"]):
        return None
    return Reading("anchor", i, i + 3)


def since_hour_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "(since) morning", "(since) the early hours of the morning": of today, where no day follows."""
    if lower_at(tokens, i - 1) != "since":
        return None
    j = i
    while lower_at(tokens, j) in _OF_HOURS and j < i + 5:
        j += 1
    after = lower_at(tokens, j + 1)
    named = (
        after in {"of", "hours"}
        or lower_at(tokens, j + 1 + (after == "on")) in _OF_DAY
        or (after == "on" and lower_at(tokens, j + 2)[:1] in _DIGITS)
    )
    return None if named or lower_at(tokens, j) not in HOURS_OF_TODAY else Reading("relative", i, j, number=0)
