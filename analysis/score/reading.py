"""Reads hand-coded sources and coded tables into rows that can be compared.

Promises rows whose slots are text or None, whatever the file wrote them as. Refuses a folder, a file or a row that is
not in the form the codebook gives, with one line that names it and the mend.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from analysis.score.slots import Table
from analysis.vocabulary import read_vocabulary

Row = Mapping[str, str | None]
#: the rows of each table
Rows = dict[Table, list[Row]]

_FLOAT = re.compile(r"-? [0-9]+ \.0", re.VERBOSE)  # a whole number that a data frame wrote as a float
_QUANTITIES = ("munitions", "count")  # mappings in a hand-coded attack, flat columns in a table
_LONGEST_CELL = 10**8  # characters; the csv module's own limit is below a long evidence
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ScoreError(Exception):
    """Tables or hand-coded sources that cannot be scored; the message is one line with the mend."""


def parse_slot(value: object) -> str | None:
    """Parse the value of a slot to comparable text, or None where it is empty.

    >>> parse_slot("5.0"), parse_slot(True), parse_slot(" K1 base ")
    ('5', 'true', 'K1 base')
    >>> parse_slot("NaN") is None
    True
    """
    if value is None:
        return None
    text = str(value).strip()
    if text.lower() in read_vocabulary("scoring")["empty"]:
        return None
    if text in ("True", "False"):
        return text.lower()
    return text[:-2] if _FLOAT.fullmatch(text) else text


def read_gold(folder: Path) -> dict[str, Rows]:
    """Read the hand-coded sources of a folder, one `<source_id>.yaml` each, to their rows by source_id.

    Raises ScoreError for a folder without any, and for a file that is no hand-coded source.
    """
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if not paths:
        raise ScoreError(f"{folder}: no hand-coded sources here; name a folder that holds <source_id>.yaml files")
    return {path.stem: _read_gold_file(path) for path in paths}


def read_coded(folder: Path) -> Rows:
    """Read attacks.csv, casualties.csv, troops.csv and statements.csv of a folder, as `briefing tabulate` writes them.

    Raises ScoreError for a table that is missing, is not UTF-8 or has no column `source_id`.
    """
    return {table: _read_table(folder / f"{table}.csv") for table in Table}


def _read_gold_file(path: Path) -> Rows:
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ScoreError(f"{path}: cannot be read as YAML ({_first_line(error)}); mend the file") from error
    if not isinstance(data, dict):
        raise ScoreError(f"{path}: not a hand-coded source; give it the lists {', '.join(Table)}")
    return {table: [_to_row(path, table, row) for row in _rows_of(path, table, data.get(table))] for table in Table}


def _rows_of(path: Path, table: Table, rows: object) -> list[object]:
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise ScoreError(f"{path}: {table} is not a list; write one item per row, or [] for none")
    return rows


def _to_row(path: Path, table: Table, row: object) -> Row:
    """Flatten the quantities of a hand-coded row to the columns of its table."""
    if not isinstance(row, dict):
        raise ScoreError(f"{path}: {table} holds {row!r}, which is no row; write each as slots with values")
    flat = {slot: value for slot, value in row.items() if slot not in _QUANTITIES}
    for slot in _QUANTITIES:
        bounds = row.get(slot)
        if bounds is None:
            continue
        if not isinstance(bounds, dict):
            raise ScoreError(f"{path}: {table} has {slot} {bounds!r}; write it as {{low, high, qualifier, text}}")
        flat |= {f"{slot}_{bound}": value for bound, value in bounds.items()}
    return {slot: parse_slot(value) for slot, value in flat.items()}


def _read_table(path: Path) -> list[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(newline="", encoding="utf-8") as handle:
            reader = csv.DictReader(handle, restkey="", restval=None)
            if "source_id" not in (reader.fieldnames or ()):
                raise ScoreError(f"{path}: no column source_id; write the table with `briefing tabulate`")
            return [{slot: parse_slot(value) for slot, value in row.items()} for row in reader]
    except FileNotFoundError as error:
        raise ScoreError(f"{path}: missing; write the tables with `briefing tabulate`") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ScoreError(f"{path}: cannot be read as a UTF-8 table ({_first_line(error)})") from error


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
