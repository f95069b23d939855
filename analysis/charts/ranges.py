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
from analysis.charts.sizes import PAGE, Size
from analysis.charts.style import GREEN, MUTED, add_axes, add_canvas, new_figure, styled
from analysis.charts.text import fit, text_width

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
    """Lines under one heading, drawn in one colour; a new `section` gets a heading of its own above.

    `meeting` is the interval in which all the figures can be true (its end None where it is open), `remark` what
    stands beside the heading ("≠ cannot all be true").
    """

    heading: str
    color: str
    rows: tuple[RangeRow, ...]
    section: str | None = None
    meeting: tuple[float, float | None] | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand, in inches from the left: the sources' names, and the axis."""

    width: float
    who: float
    axis: float
    #: the headings stand beside their first line, not above it
    beside: bool

    @property
    def room(self) -> float:
        return self.width - self.axis - 0.02


def columns_of(size: Size, *, beside: bool = False) -> Columns:
    """Lay the columns out for a size; in a narrow one headings stand above."""
    if size.narrow:
        return Columns(size.width, 0.0, 1.22, beside=False)
    if beside:
        return Columns(size.width, 0.257 * size.width, 0.478 * size.width, beside=True)
    return Columns(size.width, 0.0, 1.95, beside=False)


ROW, HEAD, SECTION = 0.185, 0.27, 0.26  # inches: a line, a heading above, a heading of several groups
_PAD, _FOOT = 0.03, 0.42
#: an arrow without an end; what is left free around the words behind a mark
_ARROW, _BEHIND = 0.34, 0.22
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


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where things are drawn: words on the canvas, in inches; marks on axes `below` inches up, `step` to an inch."""

    canvas: Axes
    axes: Axes
    below: float
    step: float
    columns: Columns


def draw_ranges(groups: Sequence[RangeGroup], unit: str, size: Size = PAGE, *, beside: bool = False) -> Figure:
    """Draw the groups below one another over one axis; `unit` names what is counted."""
    columns = columns_of(size, beside=beside)
    heights = [height_of(len(group.rows), columns, new_section=group.section is not None) for group in groups]
    entries = _entries(groups)
    below = key_height(entries, columns.width) + _FOOT
    with styled():
        figure = new_figure(columns.width, sum(heights) + below + 0.02)
        canvas = add_canvas(figure)
        axes = add_axes(figure, columns.axis, below, columns.room, sum(heights))
        sheet = _Sheet(canvas, axes, below, _prepare(axes, groups, sum(heights), columns, unit), columns)
        top = sum(heights) + below
        for group, height in zip(groups, heights, strict=True):
            _draw_group(sheet, group, top)
            top -= height
        draw_key(canvas, entries, columns.width)
    return figure


def height_of(rows: int, columns: Columns, *, new_section: bool) -> float:
    """Measure a group in inches."""
    return (SECTION if new_section else 0.0) + (_PAD if columns.beside else HEAD) + ROW * rows


def room_for_groups(size: Size) -> float:
    """Say how many inches the groups of a chart may take, two lines of key and the axis taken off."""
    return size.height - _FOOT - 0.4


def _inch(groups: Sequence[RangeGroup], columns: Columns) -> float:
    """Count the units of an inch so that the words behind the marks have room, and the marks two fifths of it."""
    rows = [row for group in groups for row in group.rows]
    largest = _largest(rows)
    steps = [
        value / max(0.1, columns.room - _BEHIND - (_ARROW if row.high is None else 0.0) - text_width(row.words, _SIZE))
        for row in rows
        if (value := max(row.low or 0, row.high or 0))
    ]
    narrowest, widest = largest / (columns.room - 0.5), largest / (0.4 * columns.room)
    return min(max([narrowest, *steps]), widest)


def _largest(rows: Sequence[RangeRow]) -> float:
    return max((number for row in rows for number in (row.low, row.high) if number is not None), default=1) or 1


def _prepare(axes: Axes, groups: Sequence[RangeGroup], height: float, columns: Columns, unit: str) -> float:
    """Set the scale; return how many units one inch is."""
    from matplotlib.ticker import MaxNLocator

    step, largest = _inch(groups, columns), _largest([row for group in groups for row in group.rows])
    axes.set(xlim=(-0.06 * step, (columns.room - 0.06) * step), ylim=(0, height), yticks=[])
    bins = max(1, min(6, int(largest / step / 0.45)))
    locator = MaxNLocator(bins, integer=True, steps=[1, 2, 5, 10])
    axes.set_xticks([tick for tick in locator.tick_values(0, largest) if 0 <= tick <= largest])
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.grid(axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    axes.set_xlabel(fit(unit, columns.room, 7.5), loc="left")
    return step


def _draw_group(sheet: _Sheet, group: RangeGroup, top: float) -> None:
    """Draw one group from `top` (inches on the canvas) downwards."""
    at, columns = top, sheet.columns
    if group.section:
        at -= SECTION
        sheet.canvas.plot([0, columns.width], [at + HEAD - 0.06] * 2, color=MUTED, lw=0.6)
        words = fit(group.section, columns.width - 0.1, 8.3, bold=True)
        sheet.canvas.text(0, at + 0.05, words, fontsize=8.3, fontweight="bold", bbox=_WHITE)
    at -= _PAD if columns.beside else HEAD
    _draw_meeting(sheet, group, at)
    _draw_heading(sheet, group, at - ROW / 2 if columns.beside else at + 0.11)
    for row in group.rows:
        _draw_row(sheet, row, group, at - ROW / 2)
        at -= ROW


def _draw_heading(sheet: _Sheet, group: RangeGroup, middle: float) -> None:
    """Write a heading, and the remark behind it, or below it where it stands beside its lines."""
    remark, columns = group.remark or "", sheet.columns
    behind = 0.12 + text_width(remark, _SIZE) if remark and not columns.beside else 0.0
    room = columns.who - 0.08 if columns.beside else columns.width - 0.1 - behind
    words = fit(group.heading, room, _SIZE, bold=True)
    look: dict[str, Any] = {"fontsize": _SIZE, "va": "center", "bbox": _WHITE}
    sheet.canvas.text(0, middle, words, fontweight="bold", color=group.color, **look)
    if remark and columns.beside and len(group.rows) > 1:
        sheet.canvas.text(0, middle - ROW, fit(remark, room, _SIZE), color=MUTED, **look)
    elif behind:
        sheet.canvas.text(text_width(words, _SIZE, bold=True) + 0.12, middle, remark, color=MUTED, **look)


def _draw_meeting(sheet: _Sheet, group: RangeGroup, top: float) -> None:
    """Shade where all figures of a group can be true: to the edge where that is open, a number as wide as a mark."""
    if group.meeting is None:
        return
    (low, high), step = group.meeting, sheet.step
    end = (sheet.columns.room - 0.08) * step if high is None else float(high)
    middle, half = (low + end) / 2, max(end - low, 0.12 * step) / 2
    lower, upper = top - sheet.below - ROW * len(group.rows) + 0.01, top - sheet.below - 0.01
    sheet.axes.fill_between([middle - half, middle + half], lower, upper, color=GREEN, alpha=0.16, lw=0)


def _draw_row(sheet: _Sheet, row: RangeRow, group: RangeGroup, middle: float) -> None:
    columns, ground = sheet.columns, None if group.meeting else _WHITE
    who = fit(row.who, columns.axis - columns.who - 0.15, _SIZE)
    sheet.canvas.text(columns.who, middle, who, fontsize=_SIZE, va="center")
    end = draw_mark(sheet.axes, row, middle - sheet.below, sheet.step, group.color) / sheet.step + 0.09
    words = fit(row.words, columns.room - 0.1 - end, _SIZE)
    x = columns.axis + 0.06 + end
    sheet.canvas.text(x, middle, words, fontsize=_SIZE, va="center", color=group.color, bbox=ground)


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
        end = low + _ARROW * step
        _draw_arrow(axes, low, end, y, color, dashed=hollow)
    elif low is None:
        _draw_arrow(axes, dot, max(0.0, dot - _ARROW * step), y, color)
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
    entries = [_entry(kind, words) for kind, words in KEYS.items() if kind in used]
    return entries + [_shaded()] * any(group.meeting for group in groups)


def _entry(kind: str, words: str) -> KeyEntry:
    low, high = _KEY_ENDS.get(kind, (0.05, 0.05))

    def draw(axes: Axes, x: float, y: float) -> None:
        row = RangeRow("", None if low is None else x + low, None if high is None else x + high, kind, "")
        draw_mark(axes, row, y, 1.0, MUTED)

    return KeyEntry(words, 0.42 if (low, high) != (0.05, 0.05) else 0.1, draw)


def _shaded() -> KeyEntry:
    def draw(axes: Axes, x: float, y: float) -> None:
        axes.plot([x, x + 0.28], [y, y], color=GREEN, lw=8, alpha=0.16)

    return KeyEntry("where all can be true", 0.28, draw)
