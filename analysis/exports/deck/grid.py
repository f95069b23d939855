"""A native table on a slide: as many rows as fit in letters that can be read, and a last row that counts the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts.style import INK, MUTED, RULE
from analysis.charts.text import text_width
from analysis.exports.deck.slide import describe
from analysis.exports.deck.text import LEADING, clean, count_lines, cut, runs_left
from analysis.exports.deck.units import Box, inches, rgb

if TYPE_CHECKING:
    from pptx.slide import Slide

_SIZES = (18, 16, 14, 13, 12, 11)
#: lines of a cell, and inches around its text
_MOST_LINES, _SIDE, _ABOVE = 3, 0.06, 0.045
#: PowerPoint's table style without colours and lines
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LIGHT = "#f3f5f8"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be drawn. `shares` are the widths of the columns in parts of the whole.

    `shades` give the colour of a cell by (row, column), both counted from 0 without the head; `numbers` are the columns
    set in the middle.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    shades: dict[tuple[int, int], str] | None = None
    numbers: frozenset[int] = frozenset()

    def tell(self) -> list[str]:
        """Say every row in words: each cell with something in it, under its head."""
        return [
            ", ".join(" ".join(filter(None, (head, cell))) for head, cell in zip(self.head, row, strict=True) if cell)
            for row in self.rows
        ]


def add_grid(slide: Slide, box: Box, grid: Grid, alt: str, more: str = "{} more rows in the tables") -> float:
    """Draw a table into a box and give its height; rows that do not fit are left out, and `more` says how many."""
    widths = [box[2] * share / sum(grid.shares) for share in grid.shares]
    head = tuple(map(clean, grid.head))
    rows = [tuple(map(clean, row)) for row in grid.rows]
    size, heights = _fit([head, *rows], widths, box[3])
    kept = len(heights) - 1
    left = len(rows) - kept
    shown = [head, *rows[:kept]]
    if left:
        heights[-1] = max(heights[-1], _row_height((more,), [box[2]], size))
        shown[-1] = (more.format(f"{left + 1:,}"), *[""] * (len(head) - 1))
    frame: Any = slide.shapes.add_table(len(shown), len(head), *inches((*box[:3], sum(heights))))
    frame._element.graphic.graphicData.tbl.tblPr.find(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
    ).text = _PLAIN
    describe(frame, "Table", alt)
    _fill(frame.table, shown, widths, heights, size, grid, merged=bool(left))
    return sum(heights)


def _fit(rows: Sequence[tuple[str, ...]], widths: Sequence[float], height: float) -> tuple[float, list[float]]:
    """Choose the size of the letters and give the heights of the rows that fit."""
    for size in _SIZES:
        head = _row_height(rows[0], widths, _head_size(rows[0], widths, size), bold=True)
        heights = [head, *(_row_height(row, widths, size) for row in rows[1:])]
        if sum(heights) <= height:
            return size, heights
    kept, total = 0, 0.0
    for row_height in heights:
        total += row_height
        if total > height and kept > 1:
            break
        kept += 1
    return size, heights[:kept]


def _head_size(head: Sequence[str], widths: Sequence[float], most: float) -> float:
    """Choose the size of the head, at most `most`, such that no word is wider than its column."""
    words = [(word, width) for cell, width in zip(head, widths, strict=True) for word in cell.split()]
    for size in _SIZES:
        if size <= most and all(text_width(word, size, bold=True) <= width - 2 * _SIDE for word, width in words):
            return size
    return _SIZES[-1]


def _row_height(row: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    pairs = zip(row, widths, strict=False)
    lines = max(min(_MOST_LINES, count_lines(cell, width - 2 * _SIDE, size, bold=bold)) for cell, width in pairs)
    return lines * size * LEADING / 72 + 2 * _ABOVE


def _fill(
    table: Any,
    rows: Sequence[tuple[str, ...]],
    widths: Sequence[float],
    heights: Sequence[float],
    size: float,
    grid: Grid,
    *,
    merged: bool,
) -> None:
    from pptx.util import Inches

    table.horz_banding = False
    for at, width in enumerate(widths):
        table.columns[at].width = Inches(width)
    head_size = _head_size(rows[0], widths, size)
    for row, (words, height) in enumerate(zip(rows, heights, strict=True)):
        table.rows[row].height = Inches(height)
        last = merged and row == len(rows) - 1
        if last:
            table.cell(row, 0).merge(table.cell(row, len(widths) - 1))
        for at, word in enumerate(words[:1] if last else words):
            width = sum(widths) if last else widths[at]
            text = cut(word, width - 2 * _SIDE, _MOST_LINES, size, bold=row == 0)
            shade = (grid.shades or {}).get((row - 1, at)) if row and not last else None
            middle = at in grid.numbers and not last
            letters = size if row else head_size
            _write_cell(table.cell(row, at), text, letters, head=row == 0, quiet=last, shade=shade, middle=middle)


def _write_cell(cell: Any, text: str, size: float, *, head: bool, quiet: bool, shade: str | None, middle: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    cell.margin_left = cell.margin_right = Inches(_SIDE)
    cell.margin_top = cell.margin_bottom = Inches(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE if shade or middle else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), head
    run.font.color.rgb = rgb(MUTED if head or quiet else "#ffffff" if shade and _is_dark(shade) else INK)
    paragraph.alignment = PP_ALIGN.CENTER if middle else PP_ALIGN.LEFT
    if runs_left(text):
        properties = paragraph._p.get_or_add_pPr()
        properties.set("rtl", "1")
        properties.set("algn", "ctr" if middle else "r")
    if shade or head:
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(shade or _LIGHT)
    else:
        cell.fill.background()
    _underline(cell)


def _underline(cell: Any) -> None:
    """Draw a thin line below a cell."""
    from lxml import etree

    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    properties = cell._tc.get_or_add_tcPr()
    line = etree.Element(f"{name}lnB", w="6350")
    color = etree.SubElement(etree.SubElement(line, f"{name}solidFill"), f"{name}srgbClr")
    color.set("val", RULE.removeprefix("#").upper())
    properties.insert(0, line)


def _is_dark(color: str) -> bool:
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140
