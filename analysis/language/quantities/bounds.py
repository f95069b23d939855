"""The form of a quantity: bounds that keep their words.

A bound that the words do not give is None; there is no midpoint and no default.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Qualifier(StrEnum):
    """How the words bound the number (the codebook's table of quantities)."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed: whole units, inclusive bounds, None where the words give no bound.

    `text` is `source.text[start:end]` with every run of white space as one space.
    """

    low: int | None
    high: int | None
    qualifier: Qualifier
    text: str
    start: int
    end: int


def to_bounds(low: int | None, high: int | None, qualifier: Qualifier) -> tuple[int | None, int | None, Qualifier]:
    """Apply a qualifier to a number (low == high) or a range; bounds that are unknown stay so."""
    if low is None or high is None:
        return low, high, qualifier
    match qualifier:
        case Qualifier.AT_LEAST:
            return low, None, qualifier
        case Qualifier.MORE_THAN:
            return low + 1, None, qualifier
        case Qualifier.AT_MOST:
            return None, high, qualifier
        case Qualifier.LESS_THAN:
            return None, max(high - 1, 0), qualifier
        case _:
            return low, high, qualifier if low == high else Qualifier.RANGE
