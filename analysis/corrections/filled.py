"""Reads the rows of a filled review sheet, as text: a workbook, or the CSV of one table.

A cell is what a person sees: a day is ISO whatever Excel made of it, a number has no point. Columns that a person added
are left alone. Refuses a formula, a sheet without its columns, and a file that is neither, in one line.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from analysis.corrections.errors import CorrectionsError
from analysis.corrections.fields import ROWS
from analysis.corrections.layout import columns_of, to_text
from analysis.corrections.review import unguard
from analysis.sources.errors import to_line

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes a character that XML does not hold
_MAX_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Filled:
    """A row of a filled sheet: how messages name it, its table, its cells by column."""

    where: str
    table: str
    cells: dict[str, str]


def read_filled(path: Path) -> list[Filled]:
    """Read the rows of a workbook or CSV file, empty ones left out; raises CorrectionsError where it does not fit."""
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise CorrectionsError(f"{path}: no review sheet; name a filled .xlsx, or a .csv of one table")
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise CorrectionsError(f"{path}: larger than {_MAX_BYTES // 1_000_000} MB; no review sheet is")
        return list(_read_workbook(path) if suffix == ".xlsx" else _read_csv(path))
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise CorrectionsError(f"{path}: cannot be read ({reason}); name the filled sheet") from None


def _read_workbook(path: Path) -> Iterator[Filled]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True)
        sheets = {name: list(book[name].iter_rows()) for name in book.sheetnames if name in ROWS}
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, SyntaxError) as error:
        raise CorrectionsError(to_line(f"{path}: no Excel workbook ({error}); save the sheet as .xlsx")) from None
    if not sheets:
        raise CorrectionsError(f"{path}: none of its sheets is {', '.join(ROWS)}; fill in what `briefing review` wrote")
    for table, rows in sheets.items():
        where = f"{path.name}, {table}"
        header = [_to_cell(cell, where) for cell in rows[0]] if rows else []
        _check_header(where, header, table)
        for number, row in enumerate(rows[1:], 2):
            cells = [_to_cell(cell, f"{where} row {number}") for cell in row]
            yield from _filled(f"{where} row {number}", table, header, cells)


def _to_cell(cell: Any, where: str) -> str:
    value = cell.value
    if cell.data_type == "f":
        raise CorrectionsError(f"{where}: a cell holds a formula; write its value as text")
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return to_text(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), str(value)))


def _read_csv(path: Path) -> Iterator[Filled]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CorrectionsError(f"{path}: not in UTF-8; save it as CSV UTF-8") from None
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    csv.field_size_limit(10**8)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        rows = [(reader.line_num, [to_text(unguard(cell)) for cell in row]) for row in reader]
    except csv.Error as error:
        raise CorrectionsError(to_line(f"{path}: not readable as CSV ({error}); save it as CSV UTF-8")) from None
    header = [cell.strip() for cell in rows[0][1]] if rows else []
    table = max(ROWS, key=lambda name: len(set(columns_of(name)) & set(header)))
    _check_header(path.name, header, table)
    for number, (_, cells) in enumerate(rows[1:], 2):
        yield from _filled(f"{path.name} row {number}", table, header, cells)


def _check_header(where: str, header: Sequence[str], table: str) -> None:
    wanted = columns_of(table)
    if missing := [name for name in wanted if name not in header]:
        raise CorrectionsError(f"{where}: the column {missing[0]} is missing; restore the heads as they were written")
    if twice := [name for name in wanted if header.count(name) > 1]:
        raise CorrectionsError(f"{where}: the column {twice[0]} is there twice; keep one of them")


def _filled(where: str, table: str, header: Sequence[str], cells: Sequence[str]) -> Iterator[Filled]:
    if any(cell.strip() for cell in cells):
        told = dict(zip(header, cells, strict=False))
        yield Filled(where, table, {name: told.get(name, "") for name in columns_of(table)})
