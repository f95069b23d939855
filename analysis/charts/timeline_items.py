"""What stands in one row of the timeline: marks in lanes, and where they are too many, bundles with a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.charts.text import text_width
from analysis.charts.timescale import TimeScale
from analysis.charts.weapons import MARKS, MIXED, Mark
from analysis.tables.wording import say_days

#: points
SIZE = 7.3
#: inches that the marks of one bundle lie apart at most, and that an open end is long
_BUNDLE, _OPEN = 0.26, 0.4


@dataclass(frozen=True, slots=True)
class Item:
    """One mark: its days (None = open), its look, its words, and from where to where it is drawn (inches)."""

    first: date | None
    last: date | None
    mark: Mark
    series: bool
    words: str
    left: float
    right: float
    #: more than one: a bundle of so many attacks
    count: int = 1

    @property
    def spans(self) -> bool:
        return self.first != self.last

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, its marks and the lane of each."""

    name: str
    items: list[Item]
    lanes: list[int]

    @property
    def depth(self) -> int:
        return max(self.lanes) + 1


def to_item(row: dict[str, Any], scale: TimeScale, start: float) -> Item:
    """Make the mark of an incident on a scale that starts at `start` inches."""
    first, last = row["date_from"], row["date_to"]
    begin, end = first or last, last or first
    left, right = start + scale.place(begin), start + scale.place(end)
    series = row["scope"] == "series"
    if last is None:
        right = left + _OPEN
    elif first is None:
        left = right - _OPEN
    elif series:
        right = max(right, left + 0.09)
    words = row["number"] if series else say_days(first, last, short=True)
    words += f", {row['sources']} sources" if row["sources"] > 1 else ""
    return Item(first, last, MARKS[row["type"]], series, words, left, right)


def to_row(name: str, items: list[Item], most: int) -> Row:
    """Lay the marks of a row into at most so many lanes, with room for their words, without, or bundled."""
    with_words = [item.right + 0.15 + text_width(item.words, SIZE) for item in items]
    for ends in (with_words, [item.right for item in items]):
        lanes = _place(items, ends)
        if max(lanes) < most:
            return Row(name, items, lanes)
    bundles = _bundle([item for item in items if not item.series]) + _join([item for item in items if item.series])
    bundles.sort(key=lambda item: item.left)
    return Row(name, bundles, [0] * len(bundles))


def _place(items: Sequence[Item], wanted: Sequence[float]) -> list[int]:
    """Give each mark, which needs room up to `wanted`, the first lane that is free."""
    ends: list[float] = []
    placed = []
    for item, end in zip(items, wanted, strict=True):
        free = next((lane for lane, taken in enumerate(ends) if taken < item.left - 0.1), len(ends))
        ends[free:] = [end, *ends[free + 1 :]]
        placed.append(free)
    return placed


def _bundle(items: list[Item]) -> list[Item]:
    """Make one mark of attacks that lie close in time."""
    groups: list[list[Item]] = []
    for item in sorted(items, key=lambda item: item.middle):
        if not groups or item.middle - groups[-1][0].middle > _BUNDLE:
            groups.append([])
        groups[-1].append(item)
    return [_sum_up(group) if len(group) > 1 else group[0] for group in groups]


def _join(items: list[Item]) -> list[Item]:
    """Make one bar of series that overlap."""
    groups: list[list[Item]] = []
    end = 0.0
    for item in sorted(items, key=lambda item: item.left):
        if not groups or item.left > end + 0.5:
            groups.append([])
        groups[-1].append(item)
        end = max(end, item.right)
    return [_sum_up(group) if len(group) > 1 else group[0] for group in groups]


def _sum_up(group: list[Item]) -> Item:
    first = group[0]
    marks = Counter(item.mark for item in group)
    mark = first.mark if len(marks) == 1 else MIXED
    if first.series:
        left, right = min(item.left for item in group), max(item.right for item in group)
        return Item(first.first, first.first, mark, True, f"{len(group)} series", left, right, len(group))
    at = sum(item.middle for item in group) / len(group)
    return Item(first.first, first.first, mark, False, "", at, at, len(group))
