"""How far apart two reports date their attacks: intervals of whole days."""

from __future__ import annotations

from dataclasses import dataclass

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
