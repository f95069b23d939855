"""Writes the sheet in which a person reviews the coded rows: Excel, and CSV for other programs.

The workbook has a sheet per table: heads frozen and filtered, text wrapped, drop-downs for the decision and for fields
with fixed values, a note on each column. What a source says is text and never a formula, in Excel by the type of the
cell, in CSV by an apostrophe before a cell that a spreadsheet program would compute, which the reader takes off again.
The CSV files begin with a byte order mark, so that such programs read them as UTF-8. The same rows give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from analysis.coding.rows import Coding
from analysis.corrections.apply import apply_corrections
from analysis.corrections.entries import Corrections
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.fields import ROWS, Form, fields_of
from analysis.corrections.layout import FILLED, Decision, Line, columns_of, fields_by_head, to_lines
from analysis.sources.source import Corpus

#: what a column means, by table and column
Meanings = Mapping[str, Mapping[str, str]]

WORKBOOK = "review.xlsx"
_CREATED = datetime(2000, 1, 1)
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_NOTES = {
    "claim_id": "name of the claim; leave it as it is",
    "before": "the sentence before",
    "evidence": "what the row was read from, letter for letter",
    "after": "the sentence after",
    "decision": "accept: the row is right as it stands; correct: change its cells here; reject: no such row",
    "by": "who decided",
    "date": "day of the decision, as 2021-05-04",
    "why": "the reason, for correct and reject",
    "seen": "fingerprint of the row as it was shown; leave it as it is",
}
_WIDTHS = {"before": 40, "evidence": 60, "after": 40, "content": 50, "why": 40, "source_id": 24, "claim_id": 16}
_COMPUTED = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def write_review(
    corpus: Corpus,
    codings: Mapping[str, Coding],
    target: Path | str,
    corrections: Corrections | None = None,
    meanings: Meanings | None = None,
) -> list[Path]:
    """Write the sheet and return its files: review.xlsx and review-<table>.csv in a folder, or the one .xlsx named.

    `codings` holds the rows as coded, by source_id; what `corrections` make of them is shown. `meanings` adds what the
    columns mean to their notes. Raises CorrectionsError where the corrections do not fit or a file cannot be written.
    """
    texts = {source.source_id: source.text for source in corpus.sources}
    lines = to_lines(corpus, apply_corrections(codings, corrections or Corrections(), texts))
    path = Path(target)
    one = path.suffix.lower() == ".xlsx"
    folder, workbook = (path.parent, path) if one else (path, path / WORKBOOK)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _in_one_step(workbook, partial(_write_workbook, lines, meanings or {}))
        if one:
            return [workbook]
        files = {table: folder / f"review-{table}.csv" for table in ROWS}
        for table, file in files.items():
            made = to_csv(table, [line for line in lines if line.table == table]).encode("utf-8-sig")
            _in_one_step(file, partial(_write_bytes, made))
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise CorrectionsError(f"{path}: cannot be written ({reason}); name a folder that can be") from None
    return [workbook, *files.values()]


def to_csv(table: str, lines: Sequence[Line]) -> str:
    """Write the lines of one table as CSV, every cell in quotes, no cell a formula."""
    rows = [columns_of(table), *(tuple(line.cells.values()) for line in lines)]
    return "".join(",".join('"' + guard(cell).replace('"', '""') + '"' for cell in row) + "\n" for row in rows)


def guard(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet program would compute."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def unguard(cell: str) -> str:
    """Take off what `guard` put on."""
    return cell[1:] if cell.startswith("'") and _COMPUTED.match(cell) else cell


def _in_one_step(path: Path, write: Callable[[Path], None]) -> None:
    draft = path.with_name(f".{path.name}.draft")
    try:
        write(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write_bytes(made: bytes, path: Path) -> None:
    path.write_bytes(made)


def _write_workbook(lines: Sequence[Line], meanings: Meanings, path: Path) -> None:
    import xlsxwriter

    with path.open("wb") as handle, xlsxwriter.Workbook(handle, {**_PLAIN, "in_memory": True}) as book:
        book.set_properties({"created": _CREATED, "author": "", "title": "Review of the coded rows"})
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "edit": book.add_format({"bold": True, "bottom": 1, "bg_color": "#FFF2CC", "valign": "top"}),
            "cell": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
            "fixed": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "font_color": "#595959"}),
        }
        for table in ROWS:
            rows = [line for line in lines if line.table == table]
            _write_sheet(book.add_worksheet(table), table, rows, styles, meanings.get(table, {}))


def _write_sheet(
    sheet: Any, table: str, lines: Sequence[Line], styles: Mapping[str, Any], meanings: Mapping[str, str]
) -> None:
    columns, fields = columns_of(table), fields_by_head(table)
    last = max(len(lines), 1)
    for at, name in enumerate(columns):
        editable = name in fields or name in FILLED
        style = styles["cell" if editable else "fixed"]
        sheet.set_column(at, at, _WIDTHS.get(name, 14), style, {"hidden": name == "seen"})
        sheet.write_string(0, at, name, styles["edit" if editable else "head"])
        if note := _note(table, name, fields, meanings):
            sheet.write_comment(0, at, note, {"x_scale": 2, "author": ""})
        if choices := _choices(table, name, fields):
            sheet.data_validation(1, at, last, at, {"validate": "list", "source": choices})
        for row, line in enumerate(lines, 1):
            if cell := line.cells[name]:
                sheet.write_string(row, at, cell, style)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_column(len(columns))}{last + 1}"})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _choices(table: str, name: str, fields: Mapping[str, str]) -> list[str]:
    if name == "decision":
        return [decision.value for decision in Decision]
    if name not in fields:
        return []
    field = fields_of(table)[fields[name]]
    if field.form is Form.FLAG:
        return ["true", "false"]
    return [choice.value for choice in field.choices or ()]


def _note(table: str, name: str, fields: Mapping[str, str], meanings: Mapping[str, str]) -> str:
    meant = _NOTES.get(name) if name not in fields else meanings.get(fields[name])
    choices = ", ".join(_choices(table, name, fields))
    return "\n".join(part for part in (meant or meanings.get(name, ""), choices and f"One of: {choices}") if part)


def _column(number: int) -> str:
    """Name a column of a worksheet, counted from 1: A, B … Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
