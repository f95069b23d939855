"""How troop numbers are drawn: points over time, bands that carry a number on to the next, and the words of each point.

The words stand at the right, kept apart and tied to their points; in a narrow chart they are a list below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from analysis.charts.sizes import Size
from analysis.charts.style import BLUE, GREEN, GRID, MUTED, OCHRE, PLUM, RULE, RUST, add_canvas, new_figure, styled
from analysis.charts.text import fit, spread
from analysis.charts.timescale import TimeScale, to_scale
from analysis.tables.frames import to_records
from analysis.tables.wording import say_days

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Look = tuple[str, str]
#: of the forces and places with most numbers; the others share the last
_LOOKS: tuple[Look, ...] = ((BLUE, "o"), (RUST, "s"), (GREEN, "^"), (PLUM, "D"), (OCHRE, "v"), (MUTED, "P"))
_LEFT, _FOOT, _LINE, _HEAD = 0.5, 0.46, 0.185, 0.35  # inches
_SIZE = 7.6
#: labels that a chart holds; beyond, only the last number of each force and place is labelled
_MOST_LABELS = 22


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the points stand: inches from the left to `right`, from `foot` up to `foot + height`; `up` of a person."""

    scale: TimeScale
    right: float
    foot: float
    height: float
    largest: float

    @property
    def up(self) -> float:
        return (self.height - _HEAD) / self.largest

    def across(self, row: dict[str, Any]) -> tuple[float, float]:
        """Find where the days of a number begin and end."""
        return _LEFT + self.scale.place(row["date_from"]), _LEFT + self.scale.place(row["date_to"])


def draw_numbers(data: pd.DataFrame, size: Size) -> Figure:
    """Draw the rows of `data_troops`."""
    rows = to_records(data)
    labelled = _labelled(rows, min(_MOST_LABELS, size.lines(_LINE, _FOOT + 0.3 + (2.2 if size.narrow else 0))))
    listed = len(labelled) * _LINE + 0.1 if size.narrow else 0.0
    right = size.width - 0.1 if size.narrow else 0.485 * size.width
    height = 1.9 if size.narrow else max(1.5 if len(rows) < 4 else 2.3, len(labelled) * _LINE + 0.2)
    largest = max(number for row in rows for number in (row["low"], row["high"]) if number is not None) or 1
    scale = to_scale([(row["date_from"], row["date_to"]) for row in rows], right - _LEFT - 0.05, cut=False)
    plot = Plot(scale, right, _FOOT + listed, height, largest)
    looks = _choose_looks(rows)
    with styled():
        figure = new_figure(size.width, plot.foot + height + 0.05)
        canvas = add_canvas(figure)
        _draw_axes(canvas, plot)
        _draw_bands(canvas, rows, plot, looks)
        points = [_draw_point(canvas, row, plot, looks[row["series"]]) for row in rows]
        if size.narrow:
            _draw_list(canvas, [rows[at] for at in labelled], looks, listed, size.width)
        else:
            _draw_labels(canvas, [(rows[at], points[at]) for at in labelled], looks, plot, size.width)
    return figure


def _choose_looks(rows: Sequence[dict[str, Any]]) -> dict[str, Look]:
    """Give the series with most numbers a colour and a mark of their own."""
    ranked = [name for name, _ in Counter(row["series"] for row in rows).most_common()]
    kept = set(ranked[: len(_LOOKS) - 1])
    own = iter(_LOOKS)
    return {name: next(own) if name in kept else _LOOKS[-1] for name in dict.fromkeys(row["series"] for row in rows)}


def _labelled(rows: Sequence[dict[str, Any]], most: int) -> list[int]:
    """Choose the rows that get words."""
    if len(rows) <= most:
        return list(range(len(rows)))
    last = {row["series"]: at for at, row in enumerate(rows)}
    return sorted(sorted(last.values(), reverse=True)[:most])


def _draw_axes(canvas: Axes, plot: Plot) -> None:
    from matplotlib.ticker import MaxNLocator

    look: dict[str, Any] = {"fontsize": 7.3, "color": MUTED}
    for tick in MaxNLocator(5, integer=True, steps=[1, 2, 5, 10]).tick_values(0, plot.largest):
        if 0 <= tick <= plot.largest:
            y = plot.foot + tick * plot.up
            canvas.plot([_LEFT, plot.right], [y, y], color=RULE if tick == 0 else GRID, lw=0.7, zorder=0)
            canvas.text(_LEFT - 0.06, y, _short(tick), ha="right", va="center", **look)
    for at, words in plot.scale.ticks():
        canvas.plot([_LEFT + at] * 2, [plot.foot - 0.04, plot.foot], color=RULE, lw=0.7)
        canvas.text(_LEFT + at, plot.foot - 0.07, words, ha="center", va="top", linespacing=1.1, **look)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number < 1e6 else f"{number / 1e6:,.10g} m"


def _draw_bands(canvas: Axes, rows: Sequence[dict[str, Any]], plot: Plot, looks: dict[str, Look]) -> None:
    """Carry each number of those present on to the next date with one, as wide as its words allow."""
    for name, (color, _) in looks.items():
        spans: dict[float, list[dict[str, Any]]] = {}
        for row in rows:
            closed = row["low"] is not None and row["high"] is not None
            if row["series"] == name and row["status"] == "present" and closed:
                spans.setdefault(sum(plot.across(row)) / 2, []).append(row)
        for (left, here), (right, _) in pairwise(sorted(spans.items())):
            bounds = [bound for row in here for bound in _bounds(row)]
            low, high = (plot.foot + bound * plot.up for bound in (min(bounds), max(bounds)))
            canvas.fill_between([left, right], low, high, color=color, alpha=0.13, lw=0, zorder=1)
            if len(numbers := {number for row in here for number in (row["low"], row["high"])}) == 1:
                y = plot.foot + numbers.pop() * plot.up
                canvas.plot([left, right], [y, y], color=color, lw=0.8, ls=(0, (1, 1.6)), zorder=2)


def _bounds(row: dict[str, Any]) -> tuple[float, float]:
    """The numbers that the words allow, "about" taken as a tenth more or less."""
    slack = 0.1 if row["qualifier"] == "about" else 0.0
    return row["low"] * (1 - slack), row["high"] * (1 + slack)


def _draw_point(canvas: Axes, row: dict[str, Any], plot: Plot, look: Look) -> tuple[float, float]:
    """Draw one number; return where its label's line ends (inches)."""
    (left, right), (color, shape) = plot.across(row), look
    x, low, high = (left + right) / 2, row["low"], row["high"]
    y = plot.foot + (high if low is None else low) * plot.up
    hollow = row["qualifier"] in ("about", "vague")
    if right - left > 0.05:
        canvas.plot([left, right], [y, y], color=color, lw=1.4, alpha=0.6)
    if low is None or high is None:
        tip = y + 0.24 if high is None else max(plot.foot, y - 0.24)
        arrow: dict[str, Any] = {"arrowstyle": "-|>,head_width=.14,head_length=.3", "lw": 1.2, "color": color}
        arrow |= {"shrinkA": 0, "shrinkB": 0, "ls": (0, (2.2, 1.6)) if hollow else "-"}
        canvas.annotate("", (x, tip), (x, y), arrowprops=arrow)
    elif high != low:
        canvas.plot([x, x], [y, plot.foot + high * plot.up], color=color, lw=2.4, alpha=0.5)
    canvas.plot([x], [y], shape, ms=4.8, mfc="white" if hollow else color, mec=color, mew=1.0, zorder=5)
    top = plot.foot + high * plot.up if low is not None and high is not None else y
    return right if right - left > 0.05 else x, top


def _draw_labels(
    canvas: Axes,
    labelled: Sequence[tuple[dict[str, Any], tuple[float, float]]],
    looks: dict[str, Look],
    plot: Plot,
    width: float,
) -> None:
    """Write the words of the points at the right, each with a line to its point."""
    start = plot.right + 0.3
    wanted = [y for _, (_, y) in labelled]
    places = spread(wanted, _LINE, plot.foot + 0.02, plot.foot + plot.height - 0.1)
    for (row, (x, top)), y in zip(labelled, places, strict=True):
        canvas.plot([x + 0.07, start - 0.22, start - 0.05], [top, y, y], color=RULE, lw=0.5, zorder=1)
        words = fit(_say(row), width - start - 0.02, _SIZE)
        canvas.text(start, y, words, fontsize=_SIZE, color=looks[row["series"]][0], va="center")


def _draw_list(
    canvas: Axes, rows: Sequence[dict[str, Any]], looks: dict[str, Look], height: float, width: float
) -> None:
    """Write the words of the points below the chart, each behind its mark."""
    for row, y in zip(rows, _steps(height), strict=False):
        color, shape = looks[row["series"]]
        face = "white" if row["qualifier"] in ("about", "vague") else color
        canvas.plot([0.06], [y], shape, ms=4.8, mfc=face, mec=color, mew=1.0)
        canvas.text(0.17, y, fit(_say(row), width - 0.19, _SIZE), fontsize=_SIZE, color=color, va="center")


def _steps(height: float) -> Iterator[float]:
    y = height - 0.1 - _LINE / 2
    while True:
        yield y
        y -= _LINE


def _say(row: dict[str, Any]) -> str:
    day = row["as_of"][:4] if len(row["as_of"]) == 4 else say_days(row["date_from"], row["date_to"], short=True)
    status = "" if row["status"] == "present" else f" {row['status']}"
    return f"{row['series']}, {day}: {row['said']}{status} ({row['who']})"
