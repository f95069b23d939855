"""The tables as an Excel workbook: a sheet each, heads frozen and filtered, and a last sheet on the columns.

What a source says is text: no cell becomes a formula, a link or a number of its own. The workbook carries no clock and
no name, so that the same tables give the same bytes. Excel holds 32,767 characters in a cell: a longer one is cut there
and ends in "…" (CSV and Parquet hold it whole).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.tables.schema import Column, ColumnType

if TYPE_CHECKING:
    import pandas as pd

_LONGEST = 32_767
_CREATED = datetime(2000, 1, 1)
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "default_date_format": "yyyy-mm-dd",
}


def write_workbook(frames: Mapping[str, pd.DataFrame], schema: Mapping[str, Sequence[Column]], path: Path) -> None:
    """Write the named tables as sheets, each with its columns' notes; `path` ends in .xlsx."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), _PLAIN) as book:
        book.set_properties({"created": _CREATED, "author": "", "title": "Tables of the briefing"})
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        for name, frame in frames.items():
            _write_sheet(book.add_worksheet(name), frame, {column.name: column for column in schema[name]}, styles)
        _write_columns(book.add_worksheet("columns"), {name: schema[name] for name in frames}, styles)


def _write_sheet(sheet: Any, frame: pd.DataFrame, columns: Mapping[str, Column], styles: Mapping[str, Any]) -> None:
    for at, name in enumerate(frame.columns):
        column = columns[name]
        sheet.write_string(0, at, name, styles["head"])
        sheet.write_comment(0, at, _note(column), {"x_scale": 2, "author": ""})
        sheet.set_column(at, at, _width(name, column))
        for row, value in enumerate(frame[name].array, 1):
            _write_cell(sheet, row, at, value, column, styles)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(frame), 1), max(len(frame.columns) - 1, 0))


def _write_cell(sheet: Any, row: int, at: int, value: Any, column: Column, styles: Mapping[str, Any]) -> None:
    import pandas as pd

    if pd.isna(value):
        return
    if column.type is ColumnType.DAY and value.year >= 1900:  # Excel knows no earlier day
        sheet.write_datetime(row, at, value.to_pydatetime(), styles["day"])
    elif column.type is ColumnType.FLAG:
        sheet.write_boolean(row, at, bool(value))
    elif column.type is ColumnType.WHOLE:
        sheet.write_number(row, at, int(value))
    else:
        text = value if isinstance(value, str) else value.isoformat()[:10]
        sheet.write_string(row, at, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _write_columns(sheet: Any, schema: Mapping[str, Sequence[Column]], styles: Mapping[str, Any]) -> None:
    for at, (head, width) in enumerate(
        (("table", 12), ("column", 20), ("type", 14), ("may be empty", 13), ("values", 40), ("meaning", 90))
    ):
        sheet.write_string(0, at, head, styles["head"])
        sheet.set_column(at, at, width)
    rows = [(name, column) for name, columns in schema.items() for column in columns]
    for row, (name, column) in enumerate(rows, 1):
        empty = "yes" if column.nullable else "no"
        for at, text in enumerate(
            (name, column.name, column.type.value, empty, ", ".join(column.values), column.meaning)
        ):
            sheet.write_string(row, at, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), 5)


def _note(column: Column) -> str:
    values = f"\nOne of: {', '.join(column.values)}" if column.values else ""
    return f"{column.meaning}{values}"


def _width(name: str, column: Column) -> int:
    if name in ("evidence", "content", "title"):
        return 60
    return 20 if column.type is ColumnType.TEXT and not column.values else 12
