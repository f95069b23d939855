"""Numbers as intervals: what words allow, where intervals meet, and which of them cannot both be true.

"About n" is n give or take a tenth. A vague word ("several", "dozens") has only a conventional low; it is kept apart as
`usual`, since a clash that rests on a convention alone is doubtful. Intervals of whole numbers have no common point
exactly when two of them have none (Helly's theorem on a line), so the smallest clashing sets are pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

#: "about n" allows n give or take this share
ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Interval:
    """The whole numbers that words allow, from `low` to `high`; None is without bound."""

    low: int | None
    high: int | None
    #: the conventional low of a vague word, not below `low`
    usual: int | None = None


def to_interval(low: int | None, high: int | None, qualifier: str | None) -> Interval:
    """Make the interval of a quantity's bounds and qualifier.

    >>> to_interval(50, 50, "about"), to_interval(3, None, "vague")
    (Interval(low=45, high=55, usual=None), Interval(low=1, high=None, usual=3))
    """
    if qualifier == "about":
        return Interval(_tenth_less(low), _tenth_more(high))
    if qualifier == "vague":
        return Interval(None if low is None else min(low, 1), high, low)
    return Interval(low, high)


def meet(intervals: Sequence[Interval], *, usual: bool = True) -> Interval | None:
    """Return where all intervals meet, None where they do not; `usual` holds vague words to their conventional lows."""
    lows = [low for interval in intervals if (low := _low(interval, usual)) is not None]
    highs = [interval.high for interval in intervals if interval.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low is not None and high is not None and low > high else Interval(low, high)


def find_clashes(intervals: Sequence[Interval], *, usual: bool = True) -> list[tuple[int, int]]:
    """Find the pairs of intervals, by their numbers, that cannot both be true."""
    return [
        (one, other)
        for (one, a), (other, b) in combinations(enumerate(intervals), 2)
        if meet([a, b], usual=usual) is None
    ]


def add(intervals: Sequence[Interval]) -> Interval:
    """Add intervals: five and two to three are seven to eight."""
    lows = [interval.low for interval in intervals]
    highs = [interval.high for interval in intervals]
    usual = [interval.usual if interval.usual is not None else interval.low for interval in intervals]
    return Interval(
        sum(low or 0 for low in lows),
        None if None in highs else sum(high for high in highs if high is not None),
        sum(low or 0 for low in usual) if any(interval.usual is not None for interval in intervals) else None,
    )


def say_interval(interval: Interval) -> str:
    """Write an interval: "4", "31 or more", "2 to 5", "any number".

    >>> say_interval(Interval(31, None)), say_interval(Interval(4, 4)), say_interval(Interval(None, 3))
    ('31 or more', '4', 'up to 3')
    """
    low = interval.usual if interval.usual is not None else interval.low
    if low is None and interval.high is None:
        return "any number"
    if low is None:
        return f"up to {interval.high:,}"
    if interval.high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == interval.high else f"{low:,} to {interval.high:,}"


def _low(interval: Interval, usual: bool) -> int | None:
    return interval.usual if usual and interval.usual is not None else interval.low


def _tenth_less(number: int | None) -> int | None:
    return None if number is None else number - int(number * ABOUT)


def _tenth_more(number: int | None) -> int | None:
    return None if number is None else number + int(number * ABOUT)
