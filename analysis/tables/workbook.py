"""The tables as an Excel workbook: a sheet each, then the evidence, and a last sheet on the columns.

Heads are frozen and filtered and carry the meaning of their column as a note. A row's claim_id is a link to the passage
that it was read from, in the sheet `evidence`, and the passage links back to its first row. A table without rows says
what was looked for.

What a source says is text: no cell becomes a formula, a link or a number of its own. The workbook carries no clock and
no name, so that the same tables give the same bytes. Excel holds 32,767 characters in a cell: a longer one is cut there
and ends in "…" (CSV and Parquet hold it whole). It holds 65,530 links in a sheet: rows beyond have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.tables.absence import say_absence
from analysis.tables.passages import Passage, find_passages
from analysis.tables.schema import CLAIMS, Column, ColumnType

if TYPE_CHECKING:
    import pandas as pd

_LONGEST = 32_767
_MOST_LINKS = 65_530
_CREATED = datetime(2000, 1, 1)
_PLAIN = {
    "in_memory": True,  # without a file for each part of the workbook
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
    "default_date_format": "yyyy-mm-dd",
}
_STYLES = {
    "head": {"bold": True, "bottom": 1, "bg_color": "#E9EDF2"},
    "day": {"num_format": "yyyy-mm-dd"},
    "link": {"font_color": "#1F5A92", "underline": 1},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "top": {"valign": "top"},
    "absent": {"italic": True, "font_color": "#5D6B7A"},
}
#: heads of the sheet of evidence, with their widths and what they mean
_EVIDENCE = (
    ("passage", 9, "number of the source, and of the passage in it"),
    ("source_id", 26, "the source"),
    ("evidence", 90, "the passage, letter for letter"),
    ("rows", 40, "the rows that were read from it, by table and claim_id; a link to the first"),
    ("start", 9, "where it starts, in characters of the source's text"),
    ("end", 9, "where it ends"),
)
_COLUMNS = (("table", 12), ("column", 20), ("type", 14), ("may be empty", 13), ("values", 40), ("meaning", 90))

#: the cell of a sheet that a claim, given as (table, claim_id), stands in or was read from
Cells = dict[tuple[str, str], str]


def write_workbook(frames: Mapping[str, pd.DataFrame], schema: Mapping[str, Sequence[Column]], path: Path) -> None:
    """Write the named tables as sheets, each with its columns' notes; `path` ends in .xlsx."""
    import xlsxwriter

    passages = find_passages(frames)
    proofs = {claim: f"'evidence'!A{row}" for row, passage in enumerate(passages, 2) for claim in passage.claims}
    with xlsxwriter.Workbook(str(path), _PLAIN) as book:
        book.set_properties({"created": _CREATED, "author": "", "title": "Tables of the briefing"})
        styles = {name: book.add_format(style) for name, style in _STYLES.items()}
        for name, frame in frames.items():
            _write_sheet(book.add_worksheet(name), name, frame, schema[name], styles, proofs)
        if any(name in frames for name in CLAIMS):
            _write_evidence(book.add_worksheet("evidence"), passages, _find_rows(frames), styles)
        _write_columns(book.add_worksheet("columns"), {name: schema[name] for name in frames}, styles)


def _write_sheet(
    sheet: Any,
    name: str,
    frame: pd.DataFrame,
    schema: Sequence[Column],
    styles: Mapping[str, Any],
    proofs: Cells,
) -> None:
    columns = {column.name: column for column in schema}
    for at, head in enumerate(frame.columns):
        column = columns[head]
        _write_head(sheet, at, head, _width(head, column), _note(column), styles)
        values = zip(frame[head].tolist(), frame[head].isna().tolist(), strict=True)
        for row, (value, missing) in enumerate(values, 1):
            if missing:
                continue
            if head == "claim_id" and row <= _MOST_LINKS and (name, value) in proofs:
                _write_link(sheet, row, at, proofs[name, value], value, "the evidence", styles)
            else:
                _write_cell(sheet, row, at, value, column, styles)
    if frame.empty:
        sheet.write_string(1, 0, say_absence(name), styles["absent"])
    _finish(sheet, len(frame), len(frame.columns))


def _write_cell(sheet: Any, row: int, at: int, value: Any, column: Column, styles: Mapping[str, Any]) -> None:
    if column.type is ColumnType.DAY and value.year >= 1900:  # Excel knows no earlier day
        sheet.write_datetime(row, at, value.to_pydatetime(), styles["day"])
    elif column.type is ColumnType.FLAG:
        sheet.write_boolean(row, at, bool(value))
    elif column.type is ColumnType.WHOLE:
        sheet.write_number(row, at, int(value))
    else:
        _write_text(sheet, row, at, value if isinstance(value, str) else value.isoformat()[:10])


def _write_text(sheet: Any, row: int, at: int, text: str, style: Any = None) -> None:
    sheet.write_string(row, at, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", style)


def _write_link(sheet: Any, row: int, at: int, to: str, text: str, tip: str, styles: Mapping[str, Any]) -> None:
    """Write a link to a cell of this workbook; a text that Excel would not take as a link's is text alone."""
    if len(text) > 255:
        _write_text(sheet, row, at, text)
        return
    sheet.write_url(row, at, f"internal:{to}", styles["link"], string=text, tip=tip)


def _write_evidence(sheet: Any, passages: Sequence[Passage], rows: Cells, styles: Mapping[str, Any]) -> None:
    for at, (head, width, note) in enumerate(_EVIDENCE):
        _write_head(sheet, at, head, width, note, styles)
    for row, passage in enumerate(passages, 1):
        sheet.write_string(row, 0, passage.number, styles["top"])
        _write_text(sheet, row, 1, passage.source_id, styles["top"])
        _write_text(sheet, row, 2, passage.evidence, styles["wrapped"])
        words = ", ".join(f"{table} {claim_id}" for table, claim_id in passage.claims)
        if row <= _MOST_LINKS:
            short = words if len(words) <= 255 else f"{len(passage.claims)} rows"
            _write_link(sheet, row, 3, rows[passage.claims[0]], short, "the first of these rows", styles)
        else:
            _write_text(sheet, row, 3, words, styles["top"])
        sheet.write_number(row, 4, passage.start, styles["top"])
        sheet.write_number(row, 5, passage.end, styles["top"])
    if not passages:
        sheet.write_string(1, 0, "No claim was found, so there is no evidence.", styles["absent"])
    _finish(sheet, len(passages), len(_EVIDENCE))


def _find_rows(frames: Mapping[str, pd.DataFrame]) -> Cells:
    """Find the cell of every claim in the sheet of its table."""
    return {
        (name, claim_id): f"'{name}'!A{row}"
        for name in CLAIMS
        if name in frames
        for row, claim_id in enumerate(frames[name]["claim_id"].tolist(), 2)
    }


def _write_columns(sheet: Any, schema: Mapping[str, Sequence[Column]], styles: Mapping[str, Any]) -> None:
    for at, (head, width) in enumerate(_COLUMNS):
        _write_head(sheet, at, head, width, None, styles)
    rows = [(name, column) for name, columns in schema.items() for column in columns]
    for row, (name, column) in enumerate(rows, 1):
        empty = "yes" if column.nullable else "no"
        for at, text in enumerate(
            (name, column.name, column.type.value, empty, ", ".join(column.values), column.meaning)
        ):
            sheet.write_string(row, at, text)
    _finish(sheet, len(rows), len(_COLUMNS))


def _write_head(sheet: Any, at: int, head: str, width: int, note: str | None, styles: Mapping[str, Any]) -> None:
    sheet.write_string(0, at, head, styles["head"])
    sheet.set_column(at, at, width)
    if note:
        sheet.write_comment(0, at, note, {"x_scale": 2, "author": ""})


def _finish(sheet: Any, rows: int, columns: int) -> None:
    """Freeze and filter the head; on paper, all columns on one page's width and the head on every page."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), max(columns - 1, 0))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _note(column: Column) -> str:
    values = f"\nOne of: {', '.join(column.values)}" if column.values else ""
    return f"{column.meaning}{values}"


def _width(name: str, column: Column) -> int:
    if name in ("evidence", "content", "title"):
        return 60
    return 20 if column.type is ColumnType.TEXT and not column.values else 12
