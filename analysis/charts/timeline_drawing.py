"""How the timeline is drawn: rows of places, lanes in a row, marks and the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.charts.key import KeyEntry, draw_key, key_height, line_entry, mark_entry
from analysis.charts.sizes import Size
from analysis.charts.style import GRID, MUTED, add_canvas, new_figure, styled
from analysis.charts.text import fit, text_width
from analysis.charts.timeline_items import SIZE, Item, Row, to_item, to_row
from analysis.charts.timescale import TimeScale, draw_axis, start_of, to_scale
from analysis.charts.weapons import MARKS
from analysis.tables.frames import to_records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LANE, _PAD, _AXIS = 0.2, 0.06, 0.46  # inches
#: rows of a chart, lanes of a row, and the inches that axis and key take at most
_MOST_ROWS, _MOST_LANES, _FOOT = 22, 5, 0.95


def most_rows(size: Size) -> int:
    """Count the rows that a chart of a size holds."""
    return min(_MOST_ROWS, size.lines(_LANE + _PAD, _FOOT))


def draw_rows(data: pd.DataFrame, size: Size) -> Figure:
    """Draw a timeline from `data_timeline`'s rows."""
    records = to_records(data)
    start = start_of([row["row"] for row in records], size)
    days = [(row["date_from"] or row["date_to"], row["date_to"] or row["date_from"]) for row in records]
    scale = to_scale(days, size.width - start - (0.35 if size.narrow else 0.95))
    rows = _to_rows(records, scale, start, size)
    entries = _entries([item for row in rows for item in row.items])
    foot = key_height(entries, size.width) + _AXIS
    top = foot + sum(map(_height, rows))
    with styled():
        figure = new_figure(size.width, top + 0.03)
        canvas = add_canvas(figure)
        draw_axis(canvas, scale, start, foot, top)
        for row in rows:
            middle = top - (_PAD + _LANE) / 2
            canvas.text(0, middle, fit(row.name, start - 0.15), va="center")
            _draw_row(canvas, row, middle, start, size.width)
            top -= _height(row)
            if top - foot > 0.01:
                canvas.plot([0, size.width], [top, top], color=GRID, lw=0.6, zorder=0)
        draw_key(canvas, entries, size.width)
    return figure


def _to_rows(records: list[dict[str, Any]], scale: TimeScale, start: float, size: Size) -> list[Row]:
    """Make the rows, with as many lanes as the size holds."""
    members: dict[str, list[Item]] = {}
    for record in records:
        members.setdefault(record["row"], []).append(to_item(record, scale, start))
    for most in range(_MOST_LANES, 0, -1):
        rows = [to_row(name, items, most) for name, items in members.items()]
        if sum(map(_height, rows)) + _FOOT <= size.height:
            break
    return rows


def _height(row: Row) -> float:
    return _LANE * row.depth + _PAD


def _draw_row(canvas: Axes, row: Row, middle: float, start: float, width: float) -> None:
    """Draw the marks of one place, and behind each its words where there is room."""
    look: dict[str, Any] = {"fontsize": SIZE, "color": MUTED, "va": "center"}
    look["bbox"] = {"fc": "white", "ec": "none", "pad": 0.4}
    for item, lane in zip(row.items, row.lanes, strict=True):
        y = middle - lane * _LANE
        _draw_mark(canvas, item, y)
        if not item.words:
            continue
        near = [one for one, at in zip(row.items, row.lanes, strict=True) if at == lane and one is not item]
        after = min([one.left for one in near if one.left >= item.left], default=width + 0.12) - 0.12
        before = max([one.right for one in near if one.right <= item.right], default=start) + 0.1
        wide = text_width(item.words, SIZE)
        if item.right + 0.09 + wide <= after:
            canvas.text(item.right + 0.09, y, item.words, **look)
        elif item.left - 0.09 - wide >= before and not near:
            canvas.text(item.left - 0.09, y, item.words, ha="right", **look)


def _draw_mark(canvas: Axes, item: Item, y: float) -> None:
    color = item.mark.color
    if item.count > 1 and not item.series:
        _draw_bundle(canvas, item.middle, y, item.count, color)
        return
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


def _draw_bundle(canvas: Axes, x: float, y: float, count: int, color: str) -> None:
    """Draw a circle with a number, wide enough for three digits."""
    shown = f"{count}" if count < 1000 else "…"
    canvas.plot([x], [y], "o", ms=9.6 if count < 100 else 12, mfc=color, mec="white", mew=0.5, zorder=4)
    canvas.text(x, y - 0.005, shown, fontsize=6, color="white", ha="center", va="center_baseline", zorder=5)


def _entries(items: list[Item]) -> list[KeyEntry]:
    """Explain the marks that the chart has."""
    used = {item.mark for item in items if not item.series}
    entries = [
        mark_entry(mark.label, mark.shape, mark.color, hollow=mark.hollow)
        for mark in dict.fromkeys(MARKS.values())
        if mark in used
    ]
    if any(item.count > 1 and not item.series for item in items):
        draw = lambda axes, x, y: _draw_bundle(axes, x + 0.07, y, 5, MUTED)  # noqa: E731
        entries.append(KeyEntry("so many attacks close in time (grey: by several means)", 0.14, draw))
    if any(item.spans and not item.series for item in items):
        entries.append(line_entry("some day in this span", 1.4, 0.6))
    if any(item.series for item in items):
        entries.append(line_entry("series of attacks", 4.5, 0.45))
    return entries
