"""The tables as one SQLite file, ready for Datasette: typed columns, keys, indices, and a search on the words.

Days are ISO text, flags 0 and 1. Beside the tables stand `incidents`, the table `columns` that says what each column
means, and the view `claims` of all rows with their evidence. Where this Python's SQLite has FTS5 (nearly all have),
every table has a search index, which Datasette finds by itself: English endings are ignored, accents too.

The file carries no clock. Two things that a version of SQLite leaves behind are set to 0 (`analysis.exports.pages`), so
that 3.40 and 3.51 give the same bytes; a version that lays out its pages in another way may still give others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.comparison import compare_attacks, compare_incidents
from analysis.comparison.schema import INCIDENTS
from analysis.exports.keys import PRIMARY, UNIQUE, find_links
from analysis.exports.pages import PAGE, clear_remains
from analysis.tables.files import to_cell
from analysis.tables.frames import Tables, to_records
from analysis.tables.schema import CLAIMS, SCHEMA, Column, ColumnType
from analysis.tables.whole import written_whole

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {ColumnType.TEXT: "TEXT", ColumnType.WHOLE: "INTEGER", ColumnType.DAY: "TEXT", ColumnType.FLAG: "INTEGER"}
#: how the file is laid out, whatever this SQLite was compiled to do; what is free in a page is zero
_PRAGMAS = (
    f"page_size={PAGE}",
    "encoding='UTF-8'",
    "auto_vacuum=0",
    "secure_delete=ON",
    "journal_mode=OFF",
    "synchronous=OFF",
)
#: columns that the search goes through
SEARCHED: dict[str, tuple[str, ...]] = {
    "sources": ("title", "outlet"),
    "attacks": ("evidence", "place", "target", "attacker"),
    "casualties": ("evidence", "group", "attributed_to"),
    "troops": ("evidence", "force", "attributed_to"),
    "statements": ("evidence", "speaker", "role"),
}
#: columns with an index, beside keys and links
INDEXED: dict[str, tuple[str, ...]] = {
    "incidents": ("date_from", "country"),
    "attacks": ("date_from", "place", "country", "type", "attacker"),
    "casualties": ("outcome", "nationality"),
    "troops": ("force", "place", "as_of"),
    "statements": ("speaker", "affiliation", "act"),
}
_ABOUT = ("table", "column", "type", "may_be_empty", "values", "meaning")


def write_sqlite(tables: Tables, path: Path | str, incidents: pd.DataFrame | None = None) -> Path:
    """Write the tables and their incidents into a new SQLite file, in place of one that is there; return it.

    `incidents` is of `compare_incidents`, made here where it is not given. Raises OSError where the file cannot be
    written.
    """
    target, compared = Path(path), compare_attacks(tables)
    found = compare_incidents(compared) if incidents is None else incidents
    frames = {"sources": compared.sources, "incidents": found, **compared.frames()}
    schema = {**SCHEMA, "incidents": INCIDENTS}
    with written_whole(target.parent) as new:
        with closing(sqlite3.connect(new / target.name, isolation_level=None)) as database:
            _write(database, frames, schema)
        clear_remains(new / target.name)
    return target


def _write(
    database: sqlite3.Connection, frames: Mapping[str, pd.DataFrame], schema: Mapping[str, Sequence[Column]]
) -> None:
    for pragma in _PRAGMAS:
        database.execute(f"PRAGMA {pragma}")
    searchable = has_search(database)
    database.execute("BEGIN")
    for name, frame in frames.items():
        columns = [column for column in schema[name] if column.name in frame.columns]
        database.execute(_create_table(name, columns, frames))
        _insert(database, name, [column.name for column in columns], _to_rows(frame, columns))
        for column in INDEXED.get(name, ()):
            database.execute(f"CREATE INDEX {_quote(f'{name}_{column}')} ON {_quote(name)} ({_quote(column)})")
        if searchable and name in SEARCHED:
            _add_search(database, name)
    _add_meanings(database, frames, schema)
    database.execute(_create_claims())
    database.execute("COMMIT")
    database.execute("VACUUM")


def has_search(database: sqlite3.Connection) -> bool:
    """Tell whether this SQLite can make a full-text index."""
    try:
        database.execute("CREATE VIRTUAL TABLE temp.probe USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    database.execute("DROP TABLE temp.probe")
    return True


def _create_table(name: str, columns: Sequence[Column], tables: Mapping[str, Any]) -> str:
    lines = [_define(column, primary=column.name == PRIMARY[name]) for column in columns]
    if name in UNIQUE:
        lines.append(f"UNIQUE ({_quoted(UNIQUE[name])})")
    for link in find_links(name, [column.name for column in columns], tables):
        lines.append(f"FOREIGN KEY ({_quoted(link.columns)}) REFERENCES {_quote(link.to)} ({_quoted(link.to_columns)})")
    return f"CREATE TABLE {_quote(name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _define(column: Column, *, primary: bool) -> str:
    name = _quote(column.name)
    parts = [name, _TYPES[column.type]]
    if primary:
        parts.append("PRIMARY KEY")
    if not column.nullable:
        parts.append("NOT NULL")
    values = [f"'{value}'" for value in column.values] or ["0", "1"] * (column.type is ColumnType.FLAG)
    if values:
        parts.append(f"CHECK ({name} IN ({', '.join(values)}))")
    return " ".join(parts)


def _to_rows(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterable[list[Any]]:
    for row in to_records(frame):
        yield [_to_value(row[column.name]) for column in columns]


def _to_value(value: Any) -> str | int | None:
    if value is None or isinstance(value, str):
        return value
    return int(value) if isinstance(value, int) else to_cell(value)


def _insert(database: sqlite3.Connection, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO {_quote(name)} ({_quoted(columns)}) VALUES ({marks})", rows)


def _add_search(database: sqlite3.Connection, name: str) -> None:
    """Add a full-text index that holds no words of its own but points to those of the table."""
    index = _quote(f"{name}_fts")
    options = f"content={_quote(name)}, tokenize='porter unicode61 remove_diacritics 2'"
    database.execute(f"CREATE VIRTUAL TABLE {index} USING fts5({_quoted(SEARCHED[name])}, {options})")
    for order in ("rebuild", "optimize"):
        database.execute(f"INSERT INTO {index} ({index}) VALUES (?)", (order,))


def _add_meanings(
    database: sqlite3.Connection, frames: Mapping[str, pd.DataFrame], schema: Mapping[str, Sequence[Column]]
) -> None:
    database.execute(
        f"CREATE TABLE columns ({', '.join(f'{_quote(name)} TEXT' for name in _ABOUT)}, "
        f"PRIMARY KEY ({_quoted(_ABOUT[:2])}))"
    )
    rows = [
        (name, one.name, one.type.value, "yes" if one.nullable else "no", ";".join(one.values) or None, one.meaning)
        for name, frame in frames.items()
        for one in schema[name]
        if one.name in frame.columns
    ]
    _insert(database, "columns", _ABOUT, rows)


def _create_claims() -> str:
    shared = _quoted(("source_id", "claim_id", "evidence", "start", "end", "rule", "review"))
    parts = [f"SELECT '{name}' AS {_quote('table')}, {shared} FROM {_quote(name)}" for name in CLAIMS]
    return "CREATE VIEW claims AS " + " UNION ALL ".join(parts)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(map(_quote, names))
