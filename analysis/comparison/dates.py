"""How far apart two reports date their attacks: intervals of whole days, bounded by the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: sources date one attack a day apart (time zones, night attacks, slips)
TOLERANCE = 1
#: an attack dated to more days than this ("in November") is dated loosely
LOOSE = 3


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day on which something can have happened, as ordinals; both the same for a known day."""

    first: int
    last: int

    @property
    def loose(self) -> bool:
        return self.last - self.first >= LOOSE


def days_between(one: Days, other: Days) -> int:
    """Count the days between two intervals; 0 where they meet."""
    return max(0, one.first - other.last, other.first - one.last)


def to_days(first: date | None, last: date | None) -> Days | None:
    """Make the interval of two days; None where one of them is unknown, since nothing then bounds it on that side."""
    return Days(first.toordinal(), last.toordinal()) if first is not None and last is not None else None
