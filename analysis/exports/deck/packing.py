"""A deck as bytes that depend on its content alone: the parts in one order, no clock, workbooks of our own inside.

python-pptx gives every chart a workbook with the clock in it, and takes a name that begins with "=" for a formula
there. `renew_workbook` writes it anew from what the chart itself holds.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.presentation import Presentation

_FIRST = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_REFERENCE = re.compile(r"(?:.*!)?\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$\d+)?")
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_bytes(deck: Presentation) -> bytes:
    """Pack a deck."""
    packed = io.BytesIO()
    deck.save(packed)
    made = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            new.writestr(entry, old.read(name))
    return made.getvalue()


def renew_workbook(chart: Chart) -> None:
    """Give a chart a workbook that holds its names and numbers where the chart looks for them, as text and numbers."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _PLAIN) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "author": ""})
        sheet, day = book.add_worksheet("Sheet1"), book.add_format({"num_format": "yyyy-mm-dd"})
        for row, column, value, is_day in _find_cells(chart):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(row, column, value, day if is_day else None)
    part: Any = chart.part
    part.chart_workbook.update_from_xlsx_blob(made.getvalue())


def _find_cells(chart: Chart) -> Iterator[tuple[int, int, str | float, bool]]:
    """Find what the chart holds: row and column counted from 0, the value, and whether it is a day."""
    space: Any = chart._chartSpace
    for kind in ("strRef", "numRef"):
        for reference in space.iter(f"{_CHART}{kind}"):
            found = _REFERENCE.fullmatch(reference.findtext(f"{_CHART}f").replace("'", ""))
            if found is None:
                continue
            column, first = _column(found[1]), int(found[2]) - 1
            is_day = reference.getparent().tag == f"{_CHART}xVal"
            for point in reference.iter(f"{_CHART}pt"):
                text = point.findtext(f"{_CHART}v") or ""
                yield first + int(point.get("idx")), column, text if kind == "strRef" else float(text), is_day


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
