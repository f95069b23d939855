"""How the timeline is drawn: rows of places, lanes in a row, marks and the words beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.charts.key import KeyEntry, draw_key, key_height, line_entry, mark_entry
from analysis.charts.style import GRID, MUTED, RULE, WIDTH, add_canvas, fit, new_figure, styled, text_width
from analysis.charts.timescale import TimeScale, to_scale
from analysis.charts.weapons import MARKS, Mark
from analysis.tables.wording import say_days

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LEFT, _LANE, _PAD, _AXIS = 1.95, 0.2, 0.06, 0.46  # inches
_MOST_LANES = 5
_SIZE = 7.3


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

    @property
    def spans(self) -> bool:
        return self.first != self.last


def draw_timeline(data: pd.DataFrame) -> Figure:
    """Draw a timeline from `data_timeline`'s rows."""
    days = [(first, last) for first, last in zip(_days(data["date_from"]), _days(data["date_to"]), strict=True)]
    known = [(first or last, last or first) for first, last in days]
    scale = to_scale([(first, last) for first, last in known if first and last], WIDTH - _LEFT - 0.95)
    items = [_to_item(row, span, scale) for row, span in zip(data.itertuples(), days, strict=True)]
    rows = {name: [item for item, row in zip(items, data["row"], strict=True) if row == name] for name in data["row"]}
    lanes = {name: _lanes(members) for name, members in rows.items()}
    heights = {name: _LANE * (max(placed) + 1) + _PAD for name, placed in lanes.items()}
    entries = _entries(items)
    foot = key_height(entries) + _AXIS
    with styled():
        figure = new_figure(sum(heights.values()) + foot + 0.03)
        canvas = add_canvas(figure)
        top = sum(heights.values()) + foot
        _draw_axis(canvas, scale, foot, top)
        for name, members in rows.items():
            middle = top - (_PAD + _LANE) / 2
            canvas.text(0, middle, fit(name, _LEFT - 0.15), va="center")
            _draw_row(canvas, members, lanes[name], middle)
            top -= heights[name]
            if top - foot > 0.01:
                canvas.plot([0, WIDTH], [top, top], color=GRID, lw=0.6, zorder=0)
        draw_key(canvas, entries)
    return figure


def _days(column: pd.Series[Any]) -> list[date | None]:
    return [value.date() if value == value else None for value in column]


def _to_item(row: object, span: tuple[date | None, date | None], scale: TimeScale) -> Item:
    first, last = span
    start, end = first or last, last or first
    assert start and end  # rows without any date are not drawn
    left, right = _LEFT + scale.place(start), _LEFT + scale.place(end)
    series = row.scope == "series"  # type: ignore[attr-defined]
    if last is None:
        right = left + 0.4
    elif first is None:
        left = right - 0.4
    elif series:
        right = max(right, left + 0.09)
    words = row.number if series else say_days(first, last, short=True)  # type: ignore[attr-defined]
    words += f", {row.sources} sources" if row.sources > 1 else ""  # type: ignore[attr-defined]
    return Item(first, last, MARKS[row.type], series, words, left, right)  # type: ignore[attr-defined]


def _lanes(items: list[Item]) -> list[int]:
    """Give each mark of one row a lane, so that marks do not cover one another while lanes last."""
    wanted = [item.right + 0.15 + text_width(item.words, _SIZE) for item in items]
    placed = _place(items, wanted)
    return placed if max(placed) < _MOST_LANES else _place(items, [item.right for item in items])


def _place(items: list[Item], wanted: list[float]) -> list[int]:
    """Lay marks that need room up to `wanted` into lanes; beyond the last lane they share the one free first."""
    ends: list[float] = []
    placed = []
    for item, end in zip(items, wanted, strict=True):
        free = [lane for lane, taken in enumerate(ends) if taken < item.left - 0.1]
        if not free and len(ends) <= _MOST_LANES:
            ends.append(0.0)
            free = [len(ends) - 1]
        lane = free[0] if free else min(range(len(ends)), key=ends.__getitem__)
        ends[lane] = end
        placed.append(lane)
    return placed


def _draw_axis(canvas: Axes, scale: TimeScale, foot: float, top: float) -> None:
    for stretch in scale.stretches:
        canvas.plot([_LEFT + stretch.left, _LEFT + stretch.right], [foot, foot], color=RULE, lw=0.7)
    for at, words in scale.ticks():
        canvas.plot([_LEFT + at, _LEFT + at], [foot - 0.04, top], color=GRID, lw=0.7, zorder=0)
        look: dict[str, Any] = {"fontsize": _SIZE, "color": MUTED, "ha": "center", "va": "top", "linespacing": 1.1}
        canvas.text(_LEFT + at, foot - 0.07, words, **look)
    for at in scale.cuts():
        for x in (_LEFT + at - 0.03, _LEFT + at + 0.03):
            canvas.plot([x - 0.025, x + 0.025], [foot - 0.05, foot + 0.05], color=RULE, lw=0.8)


def _draw_row(canvas: Axes, items: list[Item], lanes: list[int], middle: float) -> None:
    """Draw the marks of one place, and behind each its words where there is room."""
    for item, lane in zip(items, lanes, strict=True):
        y = middle - lane * _LANE
        _draw_mark(canvas, item, y)
        others = [
            (other.left, other.right)
            for other, at in zip(items, lanes, strict=True)
            if at == lane and other is not item
        ]
        after = min([left for left, _ in others if left >= item.left], default=WIDTH + 0.12) - 0.12
        before = max([right for _, right in others if right <= item.right], default=_LEFT) + 0.1
        width = text_width(item.words, _SIZE)
        look: dict[str, Any] = {
            "fontsize": _SIZE,
            "color": MUTED,
            "va": "center",
            "bbox": {"fc": "white", "ec": "none", "pad": 0.4},
        }
        if item.right + 0.09 + width <= after:
            canvas.text(item.right + 0.09, y, item.words, **look)
        elif item.left - 0.09 - width >= before and not others:
            canvas.text(item.left - 0.09, y, item.words, ha="right", **look)


def _draw_mark(canvas: Axes, item: Item, y: float) -> None:
    color = item.mark.color
    if item.first is None or item.last is None:
        tip, tail = (item.right, item.left) if item.last is None else (item.left, item.right)
        arrow: dict[str, Any] = {
            "arrowstyle": "-|>,head_width=.16,head_length=.34",
            "lw": 1.6,
            "ls": (0, (2.2, 1.4)),
            "color": color,
        }
        canvas.annotate("", (tip, y), (tail, y), arrowprops={**arrow, "shrinkA": 0, "shrinkB": 0})
        return
    if item.series:
        canvas.plot([item.left, item.right], [y, y], color=color, lw=4.5, alpha=0.45)
        return
    if item.right - item.left > 0.05:
        canvas.plot([item.left, item.right], [y, y], color=color, lw=1.4, alpha=0.6)
    face = "white" if item.mark.hollow or item.spans else color
    look: dict[str, Any] = {"ms": 5, "mfc": face, "mec": color, "mew": 0.9, "zorder": 4}
    canvas.plot([(item.left + item.right) / 2], [y], item.mark.shape, **look)


def _entries(items: list[Item]) -> list[KeyEntry]:
    """Explain the marks that the chart has."""
    used = {item.mark for item in items if not item.series}
    entries = [
        mark_entry(mark.label, mark.shape, mark.color, hollow=mark.hollow)
        for mark in dict.fromkeys(MARKS.values())
        if mark in used
    ]
    if any(item.spans and not item.series for item in items):
        entries.append(line_entry("some day in this span", 1.4, 0.6))
    if any(item.series for item in items):
        entries.append(line_entry("series of attacks", 4.5, 0.45))
    return entries
