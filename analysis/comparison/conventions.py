"""A range of figures over sources, and the one number of deaths that a data set would state. No figure is made up.

- The range goes from the lowest to the highest number that any figure allows. A figure that is open on one side ("at
  least nine") leaves the range open there. It is also the minimum and maximum of Airwars
  (https://airwars.org/about/methodology/) and the low and high estimate of UCDP GED (Sundberg and Melander,
  "Introducing the UCDP Georeferenced Event Dataset", Journal of Peace Research 50(4), 2013), where no figure is open;
  the best estimate of UCDP is a coder's judgement, which is not ours.
- ACLED states one number of deaths, the most conservative that the sources give where they differ or are vague; it
  takes "tens" as 10, "dozens" as 12, "hundreds" as 100 (ACLED, "How does ACLED code fatalities?", knowledge base).
  Deaths only. Its defaults for deaths of unknown number (3 or 10 by place) are not applied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.comparison.intervals import Interval

#: what ACLED takes vague words for
TAKEN = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with the words it is given in."""

    interval: Interval
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest number, or None where the figures are open."""

    low: int | None
    high: int | None


def to_range(figures: Sequence[Figure]) -> Range:
    """The lowest and the highest number that any figure allows; None on a side where one of them gives no bound."""
    lows, highs = [_least(figure) for figure in figures], [figure.interval.high for figure in figures]
    return Range(_most_of(min, lows), _most_of(max, highs))


def _most_of(choose: Callable[[list[int]], int], bounds: Sequence[int | None]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return choose(known) if known and len(known) == len(bounds) else None


def state_as_acled(figures: Sequence[Figure], outcome: str) -> int | None:
    """The most conservative number (ACLED); None for others than the dead, or without a number."""
    if outcome != "killed":
        return None
    numbers = [_taken(figure, low) for figure, low in _numbers(figures)]
    numbers += [f.interval.high for f in figures if _least(f) is None and f.interval.high is not None]
    return min(numbers, default=None)


def _numbers(figures: Sequence[Figure]) -> list[tuple[Figure, int]]:
    return [(figure, low) for figure in figures if (low := _least(figure)) is not None]


def _least(figure: Figure) -> int | None:
    return figure.interval.usual if figure.interval.usual is not None else figure.interval.low


def _taken(figure: Figure, low: int) -> int:
    words = (figure.text or "").casefold().split()
    return next((TAKEN[word] for word in words if word in TAKEN), low) if figure.interval.usual is not None else low
