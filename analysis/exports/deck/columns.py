"""Columns over time, to be edited in PowerPoint, from the data of the briefing's own charts.

A column counts the attacks, or the statements, of a day, a month, a year or a decade: the shortest that keeps the
columns few. Attacks and statements without a date are not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from analysis.charts.style import BLUE, RUST
from analysis.charts.weapons import MARKS
from analysis.exports.deck.dress import finish_chart
from analysis.exports.deck.text import clean
from analysis.exports.deck.units import Box, inches, rgb
from analysis.tables.frames import to_records

if TYPE_CHECKING:
    import pandas as pd
    from pptx.slide import Slide

_MOST_COLUMNS = 31
#: the word before the name of a column; before others "in"
_BEFORE = {"day": "on", "decade": "in the"}

#: what a column stands for, the first day of a day's column, its name, and the first day of the next
Step = tuple[str, Callable[[date], date], Callable[[date], str], Callable[[date], date]]


@dataclass(frozen=True, slots=True)
class Columns:
    """A stacked column chart: a name per column, and each series with its numbers and its colour."""

    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...], str], ...]
    #: what a column counts the things of: "day", "month" …
    unit: str
    stacked: bool = True

    def tell(self) -> list[str]:
        """Say what every column with something in it counts."""
        told = []
        for at, name in enumerate(self.names):
            counted = [f"{label} {numbers[at]:,}" for label, numbers, _ in self.series if numbers[at]]
            told += [f"{name}: {', '.join(counted)}"] * bool(counted)
        return told

    def say(self, what: str, *series: str) -> str:
        """Say in which column most of the things stand that these series count (all without any)."""
        counted = [numbers for name, numbers, _ in self.series if name in series or not series]
        numbers = [sum(cells) for cells in zip(*counted, strict=True)]
        most, total = max(range(len(numbers)), key=lambda at: numbers[at]), sum(numbers)
        if total == 1:
            share = f"The one {what.removesuffix('s')} falls"
        else:
            share = f"{'All ' if numbers[most] == total else f'{numbers[most]:,} of '}{total:,} {what} fall"
        return f"{share} {_BEFORE.get(self.unit, 'in')} {self.names[most]}"


def to_attack_columns(data: pd.DataFrame) -> Columns | None:
    """Count the attacks of `data_timeline` by time and means, each by the first of its days."""
    days = [(MARKS[row["type"]], row["date_from"] or row["date_to"]) for row in to_records(data)]
    marks = list(dict.fromkeys(mark for mark, _ in days))
    return _count([(mark.label, day) for mark, day in days], [(mark.label, mark.color) for mark in marks])


def to_reaction_columns(data: pd.DataFrame) -> Columns | None:
    """Count the statements and the attacks of `data_reactions` by time, side by side."""
    names = {"statements": "statements", "attacks": "attacks"}
    rows = [
        (names.get(row["what"], "attacks"), row["date_from"])
        for row in to_records(data)
        for _ in range(row["number"] if row["what"] == "statements" else 1)
    ]
    return _count(rows, [("statements", BLUE), ("attacks", RUST)], stacked=False)


def _count(
    days: Sequence[tuple[str, date]], series: Sequence[tuple[str, str]], *, stacked: bool = True
) -> Columns | None:
    if not days:
        return None
    first, last = min(day for _, day in days), max(day for _, day in days)
    divisions = ((step, _all_starts(step, first, last)) for step in _STEPS)
    step, starts = next(((step, starts) for step, starts in divisions if starts), (_STEPS[-1], []))
    unit, start, say, _ = step
    found = Counter((name, start(day)) for name, day in days)
    return Columns(
        tuple(map(say, starts)),
        tuple((name, tuple(found[name, day] for day in starts), color) for name, color in series),
        unit,
        stacked,
    )


def _all_starts(step: Step, first: date, last: date) -> list[date]:
    """Give the first days of all columns; none where they are too many."""
    _, start, _, following = step
    day, starts = start(first), []
    while day <= last:
        starts.append(day)
        if len(starts) > _MOST_COLUMNS:
            return []
        day = following(day)
    return starts


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


_STEPS: tuple[Step, ...] = (
    ("day", lambda day: day, lambda day: f"{day.day} {day:%b %Y}", lambda day: day + timedelta(days=1)),
    ("month", lambda day: day.replace(day=1), lambda day: f"{day:%b %Y}", _next_month),
    ("year", lambda day: date(day.year, 1, 1), lambda day: f"{day.year}", lambda day: date(day.year + 1, 1, 1)),
    (
        "decade",
        lambda day: date(max(1, day.year // 10 * 10), 1, 1),
        lambda day: f"{day.year}s",
        lambda day: date(day.year + 10, 1, 1),
    ),
)


def add_columns(slide: Slide, box: Box, columns: Columns, alt: str) -> None:
    """Draw a column chart into a box."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    make: Any = CategoryChartData
    data = make(number_format="0")
    data.categories = columns.names
    for name, numbers, _ in columns.series:
        data.add_series(clean(name), [number or None for number in numbers])
    kind = XL_CHART_TYPE.COLUMN_STACKED if columns.stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
    frame: Any = slide.shapes.add_chart(kind, *inches(box), data)
    chart = frame.chart
    plot = chart.plots[0]
    plot.gap_width = min(500, max(40, 600 // len(columns.names) - 60))
    plot.overlap = 100 if columns.stacked else 0
    plot.has_data_labels = False
    plot.vary_by_categories = False
    for series, (_, _, color) in zip(plot.series, columns.series, strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(color)
    finish_chart(frame, alt, legend=len(columns.series) > 1)
    chart.value_axis.major_unit = max(1, round(max(map(sum, zip(*(s[1] for s in columns.series), strict=True))) / 5))
    chart.value_axis.minimum_scale = 0
