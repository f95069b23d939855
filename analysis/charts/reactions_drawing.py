"""How statements over time are drawn: rows of circles over lines that are days of attacks, their names above."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis.charts.key import KeyEntry, draw_key, key_height
from analysis.charts.sizes import Size
from analysis.charts.style import BLUE, GRID, RUST, add_canvas, new_figure, styled
from analysis.charts.text import fit, text_width
from analysis.charts.timescale import TimeScale, draw_axis, start_of, to_scale
from analysis.tables.frames import to_records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ROW, _AXIS, _NAMES, _LINE = 0.3, 0.46, 3, 0.16  # inches; lines of names at most
_SIZE = 7.3
_MOST_ROWS = 18
#: inches: circles closer than this are one; lines of one name closer than this are named once
_CLOSE, _APART = 0.24, 0.6

Record = dict[str, Any]


def most_bodies(size: Size) -> int:
    """Count the rows that a chart of a size holds."""
    return min(_MOST_ROWS, size.lines(_ROW, _AXIS + 0.4 + _NAMES * _LINE))


def draw_days(data: pd.DataFrame, size: Size) -> Figure:
    """Draw the rows of `data_reactions`."""
    records = to_records(data)
    start = start_of([row["row"] for row in records if row["what"] == "statements"], size)
    scale = to_scale([(row["date_from"], row["date_to"]) for row in records], size.width - start - 0.2)
    rows: dict[str, list[Record]] = {}
    for row in records:
        if row["what"] == "statements":
            rows.setdefault(row["row"], []).append(row)
    attacks = [row for row in records if row["what"] == "attack"]
    names = _place_names(attacks, scale, start, size.width)
    entries = _entries(bool(attacks))
    foot = key_height(entries, size.width) + _AXIS
    top = foot + _ROW * len(rows)
    lines = max((line for *_, line in names), default=-1) + 1
    with styled():
        figure = new_figure(size.width, top + lines * _LINE + 0.08)
        canvas = add_canvas(figure)
        draw_axis(canvas, scale, start, foot)
        _draw_attacks(canvas, attacks, names, scale, start, (foot, top))
        for number, (name, members) in enumerate(rows.items()):
            y = top - (number + 0.5) * _ROW
            canvas.plot([0, size.width], [y - _ROW / 2] * 2, color=GRID, lw=0.6, zorder=0)
            canvas.text(0, y, fit(name, start - 0.15), va="center")
            for x, count in _circles(members, scale, start):
                _draw_circle(canvas, x, y, count)
        draw_key(canvas, entries, size.width)
    return figure


def _circles(members: list[Record], scale: TimeScale, start: float) -> list[tuple[float, int]]:
    """Give the circles of a row with their numbers; days that lie too close together share one."""
    circles: list[list[float]] = []
    for row in sorted(members, key=lambda row: row["date_from"]):
        x = start + scale.place(row["date_from"])
        if circles and x - circles[-1][0] < _CLOSE:
            at, count = circles[-1]
            circles[-1] = [(at * count + x * row["number"]) / (count + row["number"]), count + row["number"]]
        else:
            circles.append([x, row["number"]])
    return [(at, int(count)) for at, count in circles]


def _place_names(
    attacks: list[Record], scale: TimeScale, start: float, width: float
) -> list[tuple[float, float, str, int]]:
    """Find room above the rows for the names of attacks, those that most sources report first.

    A name has the attack's place in inches, where it starts, its words and its line.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_NAMES)]
    placed = []
    seen: dict[str, float] = {}
    for attack in sorted(attacks, key=lambda row: -row["number"]):
        x, words = start + scale.place(attack["date_from"]), fit(attack["name"], 1.4, _SIZE)
        wide = text_width(words, _SIZE)
        left = min(max(x - wide / 2, 0.0), width - wide - 0.02)
        free = (n for n, spans in enumerate(taken) if all(left > b + 0.1 or left + wide < a - 0.1 for a, b in spans))
        line = next(free, None)
        if line is not None and abs(x - seen.get(words, -_APART)) >= _APART:
            taken[line].append((left, left + wide))
            placed.append((x, left, words, line))
            seen[words] = x
    return placed


def _draw_attacks(
    canvas: Axes,
    attacks: list[Record],
    names: list[tuple[float, float, str, int]],
    scale: TimeScale,
    start: float,
    ends: tuple[float, float],
) -> None:
    from matplotlib.collections import LineCollection

    days = sorted({start + scale.place(attack["date_from"]) for attack in attacks})
    thin = 0.9 if len(days) < 40 else 0.4
    canvas.add_collection(LineCollection([[(x, ends[0]), (x, ends[1])] for x in days], colors=RUST, lw=thin, alpha=0.7))
    for x, left, words, line in names:
        y = ends[1] + 0.08 + line * _LINE
        if line:
            canvas.plot([x, x], [ends[1], y - 0.06], color=RUST, lw=0.5, alpha=0.5, zorder=0)
        look: dict[str, Any] = {"fontsize": _SIZE, "color": RUST, "va": "center", "zorder": 3}
        canvas.text(left, y, words, bbox={"fc": "white", "ec": "none", "pad": 0.3}, **look)


def _draw_circle(canvas: Axes, x: float, y: float, count: int) -> None:
    """Draw a circle whose area grows with its number; the number stands in it."""
    points = min(17.0, 8.0 + 1.6 * math.sqrt(count - 1))
    canvas.plot([x], [y], "o", ms=points, mfc=BLUE, mec="white", mew=0.6, zorder=4)
    if count > 1:
        shown = f"{count}" if count < 1000 else f"{count // 1000}k"
        canvas.text(x, y - 0.005, shown, fontsize=6.2, color="white", ha="center", va="center_baseline", zorder=5)


def _entries(attacks: bool) -> list[KeyEntry]:
    def circle(axes: Axes, x: float, y: float) -> None:
        _draw_circle(axes, x + 0.06, y, 1)

    def line(axes: Axes, x: float, y: float) -> None:
        axes.plot([x + 0.03] * 2, [y - 0.07, y + 0.07], color=RUST, lw=0.9, alpha=0.7)

    entries = [KeyEntry("a statement; a number: so many", 0.12, circle)]
    return [*entries, KeyEntry("day of an attack", 0.06, line)] if attacks else entries
