"""The key along the foot of a chart: a mark and its words, as many lines as it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts.style import MUTED
from analysis.charts.text import text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE, LINE = 7.3, 0.18  # points, inches
_GAP, _BETWEEN = 0.07, 0.22


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """`draw(axes, x, y)` draws the mark from x (inches) to x + width, its middle at height y."""

    words: str
    width: float
    draw: Callable[[Axes, float, float], object]

    @property
    def length(self) -> float:
        return self.width + _GAP + text_width(self.words, SIZE)


def key_height(entries: Sequence[KeyEntry], width: float) -> float:
    """Measure how many inches the key takes under a chart of that width."""
    return LINE * len(_lines(entries, width))


def draw_key(canvas: Axes, entries: Sequence[KeyEntry], width: float) -> None:
    """Draw the key at the lower left of a figure whose canvas is in inches."""
    lines = _lines(entries, width)
    for number, line in enumerate(lines):
        x, y = 0.0, LINE * (len(lines) - number - 0.5) + 0.02
        for entry in line:
            entry.draw(canvas, x, y)
            canvas.text(x + entry.width + _GAP, y, entry.words, fontsize=SIZE, color=MUTED, va="center")
            x += entry.length + _BETWEEN


def mark_entry(words: str, shape: str, color: str, *, hollow: bool = False) -> KeyEntry:
    """Explain a mark that is a point."""

    def draw(axes: Axes, x: float, y: float) -> None:
        axes.plot([x + 0.05], [y], shape, ms=5, mfc="white" if hollow else color, mec=color, mew=0.9)

    return KeyEntry(words, 0.1, draw)


def line_entry(words: str, thickness: float, alpha: float) -> KeyEntry:
    """Explain a bar; `thickness` in points."""

    def draw(axes: Axes, x: float, y: float) -> None:
        axes.plot([x, x + 0.28], [y, y], color=MUTED, lw=thickness, alpha=alpha)

    return KeyEntry(words, 0.28, draw)


def _lines(entries: Sequence[KeyEntry], width: float) -> list[list[KeyEntry]]:
    lines: list[list[KeyEntry]] = []
    room = 0.0
    for entry in entries:
        if not lines or entry.length > room:
            lines.append([])
            room = width
        lines[-1].append(entry)
        room -= entry.length + _BETWEEN
    return lines
