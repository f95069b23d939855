"""A matrix of short words on coloured cells: rows named at the left, columns above, a key below.

Column names stand upright where they fit, aslant where they do not, and on end where there are many. A matrix with more
rows or columns than its size holds is the caller's to cut.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts.key import KeyEntry, draw_key, key_height
from analysis.charts.sizes import Size
from analysis.charts.style import INK, MUTED, add_canvas, new_figure, styled
from analysis.charts.text import fit, text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Color = tuple[float, float, float]
#: left, right, bottom, top
Box = tuple[float, float, float, float]
_ROW, _GAP = 0.25, 0.015
_EMPTY: Color = (0.965, 0.97, 0.975)
_HEADS = 7.5  # points
#: inches: of a column, least and most; of the tallest column name
_LEAST, _WIDEST, _TALLEST = 0.15, 0.62, 1.1
#: degrees of column names that are wider than their columns
_SLANT = 35


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell and its colour; None is a pale empty one."""

    words: str = ""
    color: Color | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is drawn. `ends` stand behind the rows in `end_width` inches, under the word `end`."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    ends: tuple[str, ...] = ()
    end: str = ""
    end_width: float = 0.42
    key: tuple[KeyEntry, ...] = ()
    #: inches that a column takes at most, points of the words in the cells
    widest: float = _WIDEST
    letters: float = 7.8


@dataclass(frozen=True, slots=True)
class _Grid:
    left: float
    wide: float
    bottom: float
    top: float
    #: points of the words in the cells, degrees and inches of the names above
    letters: float
    angle: int
    head: float

    def x(self, column: int) -> float:
        return self.left + column * self.wide

    def y(self, row: int) -> float:
        return self.top - (row + 0.5) * _ROW

    def box(self, row: int, column: int) -> Box:
        half = _ROW / 2 - _GAP
        return self.x(column) + _GAP, self.x(column + 1) - _GAP, self.y(row) - half, self.y(row) + half


def shade(color: str, share: float) -> Color:
    """Mix a colour with white: 0 is white, 1 the colour."""
    from matplotlib.colors import to_rgb

    red, green, blue = (1 - share * (1 - part) for part in to_rgb(color))
    return red, green, blue


def most_rows(size: Size, key: float = 0.0) -> int:
    """Count the rows that fit under the tallest head and over a key of so many inches."""
    return size.lines(_ROW, _TALLEST + 0.3 + key)


def most_columns(size: Size, end_width: float = 0.42) -> int:
    """Count the columns that fit at their least width."""
    return int((size.width - _widest_name(size) - end_width) / _LEAST)


def cell_entry(words: str, cell: Cell) -> KeyEntry:
    """Explain the colour of a cell."""

    def draw(axes: Axes, x: float, y: float) -> None:
        _fill(axes, [(x, x + 0.2, y - 0.075, y + 0.075)], [cell], 9)

    return KeyEntry(words, 0.2, draw)


def draw_matrix(matrix: Matrix, size: Size) -> Figure:
    """Draw a matrix over the width of a size, or less of it where the columns are few."""
    grid = _lay_out(matrix, size)
    with styled():
        figure = new_figure(size.width, grid.top + grid.head)
        canvas = add_canvas(figure)
        places = [(row, column) for row in range(len(matrix.rows)) for column in range(len(matrix.columns))]
        boxes = [grid.box(row, column) for row, column in places]
        _fill(canvas, boxes, [matrix.cells[row][column] for row, column in places], grid.letters)
        _draw_heads(canvas, matrix.columns, grid, size.width)
        _draw_sides(canvas, matrix, grid)
        draw_key(canvas, matrix.key, size.width)
    return figure


def _widest_name(size: Size) -> float:
    return 0.36 * size.width


def _lay_out(matrix: Matrix, size: Size) -> _Grid:
    named = max(text_width(name) for name in matrix.rows) + 0.14
    left, count = min(named, _widest_name(size)), len(matrix.columns)
    wide = min(matrix.widest, (size.width - left - matrix.end_width) / count)
    longest = max(text_width(name, _HEADS) for name in matrix.columns)
    angle = 0 if longest < wide - 0.06 else _SLANT if wide > 0.3 else 90
    tall = min(longest, _TALLEST)
    head = 0.3 if angle == 0 else 0.2 + tall * math.sin(math.radians(angle))
    widest = max((text_width(cell.words, matrix.letters) for row in matrix.cells for cell in row), default=0.0)
    letters = min(matrix.letters, matrix.letters * (wide - 0.06) / max(widest, 0.01))
    bottom = key_height(matrix.key, size.width) + (0.12 if matrix.key else 0.03)
    return _Grid(left, wide, bottom, bottom + len(matrix.rows) * _ROW, letters, angle, head)


def _draw_heads(canvas: Axes, names: Sequence[str], grid: _Grid, width: float) -> None:
    place: dict[str, Any] = {"ha": "center" if grid.angle == 0 else "left", "rotation": grid.angle}
    place["va"] = "center" if grid.angle == 90 else "bottom"
    for at, name in enumerate(names):
        x = grid.x(at) + grid.wide * (0.45 if grid.angle == _SLANT else 0.5)
        room = _TALLEST
        if grid.angle == _SLANT:
            room = min(room, (width - x) / math.cos(math.radians(_SLANT)))
        words = name if grid.angle == 0 else fit(name, room, _HEADS)
        canvas.text(x, grid.top + 0.06, words, fontsize=_HEADS, color=MUTED, rotation_mode="anchor", **place)


def _draw_sides(canvas: Axes, matrix: Matrix, grid: _Grid) -> None:
    for number, name in enumerate(matrix.rows):
        canvas.text(0, grid.y(number), fit(name, grid.left - 0.12), va="center")
    end = grid.x(len(matrix.columns)) + matrix.end_width - 0.06
    for number, words in enumerate(matrix.ends):
        canvas.text(end, grid.y(number), words, ha="right", va="center", fontweight="bold")
    canvas.text(end, grid.top + 0.06, matrix.end, fontsize=_HEADS, color=MUTED, ha="right", va="bottom")


def _fill(canvas: Axes, boxes: Sequence[Box], cells: Sequence[Cell], letters: float = 7.3) -> None:
    """Draw cells in boxes, their words in white on the dark ones."""
    from matplotlib.collections import PolyCollection

    corners = [[(left, low), (right, low), (right, high), (left, high)] for left, right, low, high in boxes]
    colors = [cell.color or _EMPTY for cell in cells]
    canvas.add_collection(PolyCollection(corners, fc=colors, ec="none"), autolim=False)
    for (left, right, low, high), cell, color in zip(boxes, cells, colors, strict=True):
        if cell.words:
            ink = "white" if _lightness(color) < 0.62 else INK
            look: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": letters, "color": ink}
            canvas.text((left + right) / 2, (low + high) / 2, cell.words, **look)


def _lightness(color: Color) -> float:
    return 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
