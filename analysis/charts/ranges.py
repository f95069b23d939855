"""Dot-and-range charts: what each source gives as a number, with the ends that its words leave open.

A dot is a number that was said; a line is what the words allow. A line with an arrow has no end: "at least 30". A ring
is a number that the words leave vague: "about", or the lower end that convention gives to "several". The words stand
behind the mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts.key import KeyEntry, draw_key, key_height
from analysis.charts.style import MUTED, WIDTH, add_axes, add_canvas, fit, new_figure, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One line of the chart: who says it, the bounds (None = open), how the words bound it, and the words."""

    who: str
    low: float | None
    high: float | None
    qualifier: str
    words: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class RangeGroup:
    """Lines under one heading, drawn in one colour; a new `section` gets a heading of its own above."""

    heading: str
    color: str
    rows: tuple[RangeRow, ...]
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand, in inches from the left: the sources' names, and the axis."""

    who: float
    axis: float
    #: the headings stand beside their first line, not above it
    beside: bool


ABOVE = Columns(who=0.0, axis=1.95, beside=False)
BESIDE = Columns(who=1.72, axis=3.2, beside=True)
_ROW, _HEAD, _GAP = 0.185, 0.2, 0.07  # inches
_RIGHT = 1.35
_SIZE = 7.6
_WHITE = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
KEYS = {
    "exact": "exact number",
    "range": "between two numbers",
    "at_least": "this or more",
    "at_most": "this or fewer",
    "about": "about",
    "vague": "a vague word: its least by convention",
}
#: where the marks of the key begin and end, in inches
_KEY_ENDS: dict[str, tuple[float | None, float | None]] = {
    "range": (0.05, 0.35),
    "at_least": (0.05, None),
    "at_most": (None, 0.39),
    "vague": (0.05, None),
}
_SAME_MARK = {"more_than": "at_least", "less_than": "at_most"}


def draw_ranges(groups: Sequence[RangeGroup], unit: str, columns: Columns = ABOVE) -> Figure:
    """Draw the groups below one another over one axis; `unit` names what is counted."""
    heights = [_height(group, columns) for group in groups]
    entries = _entries(groups)
    below = key_height(entries) + 0.42
    with styled():
        figure = new_figure(sum(heights) + below + 0.02)
        canvas = add_canvas(figure)
        axes = add_axes(figure, columns.axis, below, WIDTH - columns.axis - 0.02, sum(heights))
        step = _prepare(axes, _largest(groups), sum(heights), WIDTH - columns.axis - 0.02, unit)
        top = sum(heights)
        for group, height in zip(groups, heights, strict=True):
            _draw_group(canvas, axes, group, top + below, below, step, columns)
            top -= height
        draw_key(canvas, entries)
    return figure


def _height(group: RangeGroup, columns: Columns) -> float:
    section = _HEAD + 0.06 if group.section else 0.0
    heading = 0.03 if columns.beside else _HEAD + _GAP
    return section + heading + _ROW * len(group.rows)


def _largest(groups: Sequence[RangeGroup]) -> float:
    numbers = [number for group in groups for row in group.rows for number in (row.low, row.high) if number is not None]
    return max(numbers, default=1) or 1


def _prepare(axes: Axes, largest: float, height: float, width: float, unit: str) -> float:
    """Set the scale; return how many units one inch is."""
    from matplotlib.ticker import MaxNLocator

    step = largest / (width - _RIGHT)
    axes.set(xlim=(-0.06 * step, (width - 0.06) * step), ylim=(0, height), yticks=[])
    locator = MaxNLocator(6 if width > 4 else 4, integer=True, steps=[1, 2, 5, 10])
    axes.set_xticks([tick for tick in locator.tick_values(0, largest) if 0 <= tick <= largest])
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.grid(axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    axes.set_xlabel(unit, loc="left")
    return step


def _draw_group(
    canvas: Axes, axes: Axes, group: RangeGroup, top: float, below: float, step: float, columns: Columns
) -> None:
    """Draw one group from `top` (inches on the canvas) downwards."""
    at = top
    if group.section:
        at -= _HEAD + 0.06
        canvas.plot([0, WIDTH], [at + _HEAD + 0.01] * 2, color=MUTED, lw=0.6)
        words = fit(group.section, WIDTH - 0.1, 8.3, bold=True)
        canvas.text(0, at + 0.05, words, fontsize=8.3, fontweight="bold", bbox=_WHITE)
    if not columns.beside:
        at -= _HEAD + _GAP
    words = fit(group.heading, columns.who - 0.08 if columns.beside else WIDTH - 0.1, _SIZE, bold=True)
    middle = at - (0.03 + _ROW / 2 if columns.beside else -0.11)
    look: dict[str, Any] = {"fontsize": _SIZE, "va": "center", "bbox": _WHITE}
    canvas.text(0, middle, words, fontweight="bold", color=group.color, **look)
    at -= 0.03 if columns.beside else 0
    for row in group.rows:
        _draw_row(canvas, axes, row, at - _ROW / 2, below, step, columns, group.color)
        at -= _ROW


def _draw_row(
    canvas: Axes, axes: Axes, row: RangeRow, middle: float, below: float, step: float, columns: Columns, color: str
) -> None:
    who = fit(row.who, columns.axis - columns.who - 0.15, _SIZE)
    canvas.text(columns.who, middle, who, fontsize=_SIZE, va="center")
    end = draw_mark(axes, row, middle - below, step, color) / step + 0.09
    words = fit(row.words, WIDTH - columns.axis - 0.12 - end, _SIZE)
    canvas.text(columns.axis + 0.06 + end, middle, words, fontsize=_SIZE, va="center", color=color, bbox=_WHITE)


def draw_mark(axes: Axes, row: RangeRow, y: float, step: float, color: str) -> float:
    """Draw one figure at height `y`; return where its mark ends. `step` is one inch in units of the axis."""
    kind = _SAME_MARK.get(row.qualifier, row.qualifier)
    low, high = row.low, row.high
    if low is None and high is None:
        return 0.0
    dot = high if low is None else low
    assert dot is not None
    hollow = kind in ("about", "vague")
    end = float(high if high is not None else dot)
    if low is not None and high is None:
        end = low + 0.34 * step
        _draw_arrow(axes, low, end, y, color, dashed=hollow)
    elif low is None:
        _draw_arrow(axes, dot, max(0.0, dot - 0.34 * step), y, color)
    elif high is not None and high != low:
        axes.plot([low, high], [y, y], color=color, lw=2.4, alpha=0.5)
        axes.plot([high], [y], "o", ms=4.6, color=color, mec="white", mew=0.5)
    face, edge = ("white", color) if hollow else (color, "white")
    axes.plot([dot], [y], "o", ms=4.6, mfc=face, mec=edge, mew=1.1 if hollow else 0.5, clip_on=False, zorder=5)
    return end


def _draw_arrow(axes: Axes, start: float, end: float, y: float, color: str, *, dashed: bool = False) -> None:
    look = {"color": color, "lw": 1.2, "ls": (0, (2.2, 1.6)) if dashed else "-", "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (end, y), (start, y), arrowprops={"arrowstyle": "-|>,head_width=.14,head_length=.3", **look})


def _entries(groups: Sequence[RangeGroup]) -> list[KeyEntry]:
    """Explain the marks that the chart has."""
    used = {_SAME_MARK.get(row.qualifier, row.qualifier) for group in groups for row in group.rows}
    return [_entry(kind, words) for kind, words in KEYS.items() if kind in used]


def _entry(kind: str, words: str) -> KeyEntry:
    low, high = _KEY_ENDS.get(kind, (0.05, 0.05))

    def draw(axes: Axes, x: float, y: float) -> None:
        row = RangeRow("", None if low is None else x + low, None if high is None else x + high, kind, "")
        draw_mark(axes, row, y, 1.0, MUTED)

    return KeyEntry(words, 0.42 if (low, high) != (0.05, 0.05) else 0.1, draw)
