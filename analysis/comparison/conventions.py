"""A range of figures as three data sets would state it, each by its own published rule. No figure is made up.

- Airwars states a minimum and a maximum: the lowest and the highest number of people harmed that any report of the
  incident gives (https://airwars.org/about/methodology/). A number without an upper bound counts as itself.
- UCDP GED states a low and a high estimate of deaths, the lowest and the highest that reliable sources give, beside a
  best one that a coder judges (Sundberg and Melander, "Introducing the UCDP Georeferenced Event Dataset", Journal of
  Peace Research 50(4), 2013; UCDP GED Codebook). Judging is not ours: no best estimate is given. Deaths only.
- ACLED states one number of deaths, the most conservative that the sources give where they differ or are vague; it
  takes "tens" as 10, "dozens" as 12, "hundreds" as 100 (ACLED, "How does ACLED code fatalities?", knowledge base).
  Deaths only. Its defaults for deaths of unknown number (3 or 10 by place) are not applied.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    """The lowest and the highest number, or None where nobody gives one."""

    low: int | None
    high: int | None


def to_range(figures: Sequence[Figure]) -> Range:
    """The lowest and the highest bound that any figure gives: the plain range over sources."""
    lows = [low for figure in figures if (low := _least(figure)) is not None]
    highs = [figure.interval.high for figure in figures if figure.interval.high is not None]
    tops = highs + [low for figure, low in _numbers(figures) if figure.interval.high is None]
    return Range(min(lows, default=None), max(tops, default=None))


def state_as_airwars(figures: Sequence[Figure]) -> Range:
    """Minimum and maximum over all reports (Airwars)."""
    return to_range(figures)


def state_as_ucdp(figures: Sequence[Figure], outcome: str) -> Range:
    """Low and high estimate (UCDP GED); nothing for others than the dead."""
    return to_range(figures) if outcome == "killed" else Range(None, None)


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
