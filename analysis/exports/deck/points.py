"""Troop numbers as points over time, a series per force and place, to be edited in PowerPoint.

A point stands at each bound that the words of a number give: a number without a lower or an upper bound has one point,
a range two with a bar between them. The words stand above the first; where they would cover others they are left to the
notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.charts.style import BLUE, GREEN, INK, MUTED, OCHRE, PLUM, RUST
from analysis.charts.text import text_width
from analysis.exports.deck.dress import LETTERS, finish_chart
from analysis.exports.deck.text import clean
from analysis.exports.deck.units import Box, inches, rgb
from analysis.tables.frames import to_records
from analysis.tables.wording import shortened

if TYPE_CHECKING:
    import pandas as pd
    from pptx.slide import Slide

_COLORS = (BLUE, RUST, PLUM, GREEN, OCHRE, MUTED, INK)
_DAY_ZERO = date(1899, 12, 30)
#: letters of a series' name
_NAME = 34
#: inches: what a line of words takes in height, and what axes and key take of the box
_LINE, _AXES = 0.24, 1.0
_XML = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@dataclass(frozen=True, slots=True)
class Point:
    """A number at a day (as a spreadsheet counts them), with its words; `down` reaches to the lower end of a range."""

    day: int
    number: int
    words: str = ""
    down: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    points: tuple[Point, ...]


def to_series(data: pd.DataFrame) -> list[Series]:
    """Make the series of `data_troops`; forces with fewest numbers share the last one."""
    rows = to_records(data)
    often = Counter(row["series"] for row in rows)
    ranked = sorted(often, key=lambda name: (-often[name], name))
    kept = ranked if len(ranked) <= len(_COLORS) else ranked[: len(_COLORS) - 1]
    groups: dict[str, list[Point]] = {name: [] for name in kept}
    for row in rows:
        groups.setdefault(row["series"] if row["series"] in kept else "others", []).extend(_to_points(row))
    return [Series(clean(shortened(name, _NAME)), tuple(points)) for name, points in groups.items() if points]


def _to_points(row: dict[str, Any]) -> list[Point]:
    day, low, high = (row["date_from"] - _DAY_ZERO).days, row["low"], row["high"]
    words = clean(row["said"])
    if low is not None and high is not None and low < high:
        return [Point(day, high, words, high - low), Point(day, low)]
    number = low if low is not None else high
    return [] if number is None else [Point(day, number, words)]


def add_points(slide: Slide, box: Box, series: Sequence[Series], alt: str) -> None:
    """Draw the series into a box."""
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE

    make: Any = XyChartData
    made = make(number_format="#,##0")
    for one in series:
        added = made.add_series(one.name)
        for point in one.points:
            added.add_data_point(point.day, point.number)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *inches(box), made)
    chart = frame.chart
    chart.plots[0].vary_by_categories = False
    days = [point.day for one in series for point in one.points]
    first, last = _scale_days(chart.category_axis, min(days), max(days))
    chart.value_axis.minimum_scale = 0
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    said = _find_room([point for one in series for point in one.points], first, last, box)
    for drawn, one, color in zip(chart.plots[0].series, series, _COLORS, strict=False):
        _dress(drawn, one.points, color, said)
    finish_chart(frame, alt, legend=True)


def _scale_days(axis: Any, first: int, last: int) -> tuple[int, int]:
    """Let the axis of time begin and end a little outside the days, its marks at most a handful; give its ends."""
    span = max(last - first, 30)
    axis.minimum_scale, axis.maximum_scale = first - span // 10, last + span // 10
    axis.major_unit = max(1, span // 6)
    axis.has_major_gridlines = False
    axis.tick_labels.number_format = "mmm yyyy" if span > 90 else "d mmm yyyy"
    axis.tick_labels.number_format_is_linked = False
    return first - span // 10, last + span // 10


def _find_room(points: Sequence[Point], first: int, last: int, box: Box) -> set[Point]:
    """Find the points whose words cover neither other words nor points; of two that collide the earlier stays."""
    wide, high = (box[2] - _AXES) / max(1, last - first), (box[3] - _AXES) / max(1, max(p.number for p in points))
    places = [(point.day * wide, point.number * high) for point in points]
    said: set[Point] = set()
    taken: list[tuple[float, float, float]] = []
    for point, (x, y) in zip(points, places, strict=True):
        half = text_width(point.words, LETTERS) / 2 + 0.04 if point.words else 0
        covers = any(abs(x - a) < half + b and abs(y - c) < _LINE for a, b, c in taken)
        covers |= any(abs(x - a) < half and 0.05 < b - y < 2 * _LINE for a, b in places)
        if half and not covers:
            said.add(point)
            taken.append((x, half, y))
    return said


def _dress(series: Any, points: Sequence[Point], color: str, said: set[Point]) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.util import Pt

    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 10
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = rgb(color)
    series.marker.format.line.fill.background()
    for at, point in enumerate(points):
        if point in said:
            label = series.points[at].data_label
            label.position = XL_LABEL_POSITION.ABOVE
            label.text_frame.text = point.words
            label.text_frame.paragraphs[0].runs[0].font.size = Pt(LETTERS)
    if any(point.down for point in points):
        _add_bars(series._element, [point.down for point in points], color)


def _add_bars(series: Any, downs: Sequence[int], color: str) -> None:
    """Draw a bar from the upper to the lower end of each range; python-pptx has no such bars."""
    from lxml import etree

    def add(parent: Any, name: str, value: str | None = None) -> Any:
        return etree.SubElement(parent, f"{_XML}{name}", {} if value is None else {"val": value})

    bars = etree.Element(f"{_XML}errBars")
    for name, value in (("errDir", "y"), ("errBarType", "minus"), ("errValType", "cust"), ("noEndCap", "1")):
        add(bars, name, value)
    numbers = add(add(bars, "minus"), "numLit")
    add(numbers, "formatCode").text = "General"
    add(numbers, "ptCount", str(len(downs)))
    for at, down in enumerate(downs):
        point = add(numbers, "pt")
        point.set("idx", str(at))
        add(point, "v").text = str(down)
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    line = etree.SubElement(add(bars, "spPr"), f"{drawing}ln", w="25400")
    etree.SubElement(etree.SubElement(line, f"{drawing}solidFill"), f"{drawing}srgbClr").set("val", color[1:].upper())
    series.find(f"{_XML}xVal").addprevious(bars)
