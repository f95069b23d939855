"""Tables on disk: CSV, Parquet and an Excel workbook, the same bytes for the same tables.

CSV is UTF-8 with `\\n`, ISO dates, true and false, no index; an empty cell is null. Its cells hold what the source
says, unchanged, also where that begins with `=`, `+`, `-` or `@`: offsets count these characters, and a prefix would
break `text[start:end] == evidence` for everyone who reads the file without us. A spreadsheet program may take such a
cell for a formula, so the workbook is the form to open in one: there no text is a formula. `find_formulas` names the
cells, so that whoever writes the CSV can warn of them. pandas' own reader takes the country code NA (Namibia) for null;
`read_tables` does not.

Files are written whole or not at all: see `analysis.tables.whole`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.tables.check import SchemaError, check_frame
from analysis.tables.frames import Tables, to_series
from analysis.tables.schema import SCHEMA, Column, ColumnType
from analysis.tables.whole import written_whole

if TYPE_CHECKING:
    import pandas as pd

#: how a spreadsheet program knows a formula, by the first character of a cell
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


def write_tables(tables: Tables, folder: Path | str, format: Format | str = Format.CSV) -> list[Path]:
    """Write every table into the folder, made where it is missing, and return the files.

    `csv` and `parquet` give a file per table, `xlsx` one workbook, `tables.xlsx`. Raises OSError where the folder
    cannot be written and ValueError for another format.
    """
    return write_frames(tables.frames(), SCHEMA, folder, format)


def write_frames(
    frames: Mapping[str, pd.DataFrame],
    schema: Mapping[str, Sequence[Column]],
    folder: Path | str,
    format: Format | str = Format.CSV,
) -> list[Path]:
    """Write named tables with their columns as `write_tables` does, for tables beyond the five."""
    chosen, target = Format(format), Path(folder)
    with written_whole(target) as new:
        if chosen is Format.XLSX:
            from analysis.tables.workbook import write_workbook

            write_workbook(frames, schema, new / "tables.xlsx")
        for name, frame in frames.items():
            if chosen is Format.CSV:
                (new / f"{name}.csv").write_text(to_csv(frame), encoding="utf-8", newline="")
            elif chosen is Format.PARQUET:
                frame.to_parquet(new / f"{name}.parquet", engine="pyarrow", index=False, compression="zstd")
        names = sorted(made.name for made in new.iterdir())
    return [target / name for name in names]


def read_tables(folder: Path | str) -> Tables:
    """Read the five tables back from the CSV files of a folder, with the types they were written from.

    Raises SchemaError, in one line naming the file, where one is missing, is not UTF-8, or breaks its schema.
    """
    return Tables(**{name: read_frame(Path(folder) / f"{name}.csv", columns) for name, columns in SCHEMA.items()})


def read_frame(path: Path, columns: Sequence[Column]) -> pd.DataFrame:
    """Read one CSV file with these columns; raises SchemaError as `read_tables` does."""
    import pandas as pd

    header, rows = _read_rows(path)
    known = {column.name: column for column in columns}
    if odd := [name for name in header if name not in known] or [
        column.name for column in columns if column.name not in header and not column.later
    ]:
        raise SchemaError(f"{path}: the column {odd[0]!r} is unknown or missing")
    cells = list(zip(*rows, strict=True)) if rows else [() for _ in header]
    try:
        frame = pd.DataFrame(
            {
                name: to_series(list(map(_PARSERS[known[name].type], column)), known[name])
                for name, column in zip(header, cells, strict=True)
            }
        )
    except ValueError as error:
        raise SchemaError(f"{path}: {error}") from None
    check_frame(path.stem, frame, columns)
    return frame


def to_csv(frame: pd.DataFrame) -> str:
    """Write a table as CSV text: a cell is quoted where it holds a comma, a quote or a line end.

    The standard library's writer leaves a lone carriage return unquoted before Python 3.13, and then no reader gets the
    cell back.
    """
    lines = [",".join(map(_quote, frame.columns))]
    columns = [_to_cells(frame[name]) for name in frame.columns]
    lines += [",".join(row) for row in zip(*columns, strict=True)]
    return "\n".join(lines) + "\n"


def _to_cells(column: pd.Series[Any]) -> list[str]:
    """Write a column's cells as they stand in CSV; which are null is asked once for all of them."""
    values = zip(column.tolist(), column.isna().tolist(), strict=True)
    return ["" if missing else _quote(value if isinstance(value, str) else _say(value)) for value, missing in values]


def to_cell(value: Any) -> str:
    """Write one value as it stands in a file: ISO day, true or false, a whole number, "" for null."""
    import pandas as pd

    if isinstance(value, str):
        return value
    return "" if pd.isna(value) else _say(value)


def _say(value: Any) -> str:
    """Write a value that is neither text nor null."""
    if isinstance(value, date):  # a pandas Timestamp is one
        return value.isoformat()[:10]
    return str(value).lower() if str(value) in ("True", "False") else str(value)


def find_formulas(tables: Tables) -> list[tuple[str, str, str]]:
    """Find the cells that a spreadsheet program would take for a formula in CSV: (table, column, words)."""
    return [
        (name, column, words)
        for name, frame in tables.frames().items()
        for column in frame.columns[frame.dtypes == "str"]
        for words in frame[column].dropna()
        if words.startswith(FORMULA_STARTS)
    ]


def _quote(cell: str) -> str:
    if any(mark in cell for mark in ',"\n\r'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _read_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    csv.field_size_limit(10**8)
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            header, *rows = csv.reader(handle)
    except FileNotFoundError:
        raise SchemaError(f"{path} is missing; `briefing tabulate` writes it") from None
    except (ValueError, csv.Error) as error:
        raise SchemaError(f"{path} is not a CSV file in UTF-8 with a header ({error})") from None
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise SchemaError(f"{path}: row {number} has {len(row)} cells, its header {len(header)}")
    return header, rows


def _parse_text(cell: str) -> str | None:
    return cell or None


def _parse_whole(cell: str) -> int | None:
    return int(cell) if cell else None


def _parse_day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _parse_flag(cell: str) -> bool:
    if cell not in ("true", "false"):
        raise ValueError(f"{cell!r} is neither true nor false")
    return cell == "true"


_PARSERS: dict[ColumnType, Callable[[str], Any]] = {
    ColumnType.TEXT: _parse_text,
    ColumnType.WHOLE: _parse_whole,
    ColumnType.DAY: _parse_day,
    ColumnType.FLAG: _parse_flag,
}
