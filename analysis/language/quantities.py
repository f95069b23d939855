"""Quantities: the number words of a report as bounds that keep their words.

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
    """A number as printed: whole units, inclusive bounds, None where the words give no bound."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    text: str
    start: int
    end: int
