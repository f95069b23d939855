"""How troop numbers are drawn: points over time, and at the right their words, kept apart and tied to the points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.charts.style import (
    BLUE,
    GREEN,
    GRID,
    MUTED,
    OCHRE,
    PLUM,
    RULE,
    RUST,
    WIDTH,
    add_canvas,
    fit,
    new_figure,
    spread,
    styled,
)
from analysis.charts.timescale import TimeScale, to_scale
from analysis.tables.frames import to_records
from analysis.tables.wording import say_days

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LOOKS = ((BLUE, "o"), (RUST, "s"), (GREEN, "^"), (PLUM, "D"), (OCHRE, "v"), (MUTED, "P"))
_LEFT, _LABELS, _FOOT, _LINE = 0.5, 3.55, 0.46, 0.185  # inches
_SIZE = 7.6
#: labels that the chart holds; beyond, only the last number of each force and place is labelled
MOST_LABELS = 22


def draw_troops(data: pd.DataFrame) -> Figure:
    """Draw the rows of `data_troops`."""
    rows = to_records(data)
    scale = to_scale([(row["date_from"], row["date_to"]) for row in rows], _LABELS - _LEFT - 0.35, cut=False)
    labelled = _labelled(rows)
    height = max(1.5 if len(rows) < 4 else 2.3, len(labelled) * _LINE + 0.2)
    largest = max(number for row in rows for number in (row["low"], row["high"]) if number is not None) or 1
    up = (height - 0.35) / largest
    looks = {name: _LOOKS[at % len(_LOOKS)] for at, name in enumerate(dict.fromkeys(row["series"] for row in rows))}
    with styled():
        figure = new_figure(height + _FOOT + 0.05)
        canvas = add_canvas(figure)
        _draw_axes(canvas, scale, height, largest, up)
        points = [_draw_point(canvas, row, scale, up, *looks[row["series"]]) for row in rows]
        _draw_labels(canvas, rows, labelled, points, {name: color for name, (color, _) in looks.items()}, height)
    return figure


def _labelled(rows: list[dict[str, Any]]) -> list[int]:
    """Choose the rows that get words."""
    if len(rows) <= MOST_LABELS:
        return list(range(len(rows)))
    last = {row["series"]: at for at, row in enumerate(rows)}
    return sorted(sorted(last.values(), reverse=True)[:MOST_LABELS])


def _draw_axes(canvas: Axes, scale: TimeScale, height: float, largest: float, up: float) -> None:
    from matplotlib.ticker import MaxNLocator

    right = _LABELS - 0.3
    for tick in MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]).tick_values(0, largest):
        if 0 <= tick <= largest:
            y = _FOOT + tick * up
            canvas.plot([_LEFT, right], [y, y], color=RULE if tick == 0 else GRID, lw=0.7, zorder=0)
            canvas.text(_LEFT - 0.06, y, f"{tick:,.0f}", fontsize=7.3, color=MUTED, ha="right", va="center")
    for at, words in scale.ticks():
        canvas.plot([_LEFT + at] * 2, [_FOOT - 0.04, _FOOT], color=RULE, lw=0.7)
        canvas.text(_LEFT + at, _FOOT - 0.07, words, fontsize=7.3, color=MUTED, ha="center", va="top", linespacing=1.1)


def _draw_point(
    canvas: Axes, row: dict[str, Any], scale: TimeScale, up: float, color: str, shape: str
) -> tuple[float, float]:
    """Draw one number; return where its label's line ends (inches)."""
    left, right = _LEFT + scale.place(row["date_from"]), _LEFT + scale.place(row["date_to"])
    x, low, high = (left + right) / 2, row["low"], row["high"]
    y = _FOOT + (high if low is None else low) * up
    hollow = row["qualifier"] in ("about", "vague")
    if right - left > 0.05:
        canvas.plot([left, right], [y, y], color=color, lw=1.4, alpha=0.6)
    if low is None or high is None:
        tip = y + 0.24 if high is None else max(_FOOT, y - 0.24)
        arrow = {
            "arrowstyle": "-|>,head_width=.14,head_length=.3",
            "lw": 1.2,
            "color": color,
            "shrinkA": 0,
            "shrinkB": 0,
        }
        canvas.annotate("", (x, tip), (x, y), arrowprops={**arrow, "ls": (0, (2.2, 1.6)) if hollow else "-"})
    elif high != low:
        canvas.plot([x, x], [y, _FOOT + high * up], color=color, lw=2.4, alpha=0.5)
    canvas.plot([x], [y], shape, ms=4.8, mfc="white" if hollow else color, mec=color, mew=1.0, zorder=5)
    top = _FOOT + high * up if low is not None and high is not None else y
    return right if right - left > 0.05 else x, top


def _draw_labels(
    canvas: Axes,
    rows: list[dict[str, Any]],
    labelled: list[int],
    points: list[tuple[float, float]],
    colors: dict[str, str],
    height: float,
) -> None:
    wanted = [points[at][1] for at in labelled]
    places = spread(wanted, _LINE, _FOOT + 0.02, _FOOT + height - 0.1)
    for at, y in zip(labelled, places, strict=True):
        row, (x, start) = rows[at], points[at]
        canvas.plot([x + 0.07, _LABELS - 0.22, _LABELS - 0.05], [start, y, y], color=RULE, lw=0.5, zorder=1)
        status = "" if row["status"] == "present" else f" {row['status']}"
        words = f"{row['series']}, {_say_day(row)}: {row['said']}{status} ({row['who']})"
        canvas.text(
            _LABELS,
            y,
            fit(words, WIDTH - _LABELS - 0.02, _SIZE),
            fontsize=_SIZE,
            color=colors[row["series"]],
            va="center",
        )


def _say_day(row: dict[str, Any]) -> str:
    return say_days(row["date_from"], row["date_to"], short=True) if len(row["as_of"]) > 4 else row["as_of"][:4]
