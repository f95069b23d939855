"""The airfields of the world as airportsdata holds them: one by its code, or by its name and country.

The table is searched as text, since a run asks for a few of its 28,000 rows; nothing of it is guessed or corrected.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_COLUMNS = ["icao", "iata", "name", "city", "subd", "country", "elevation", "lat", "lon", "tz", "lid"]


class Airfield(NamedTuple):
    """An airfield: its ICAO (or local) code, where it lies (degrees, WGS 84), its country and time zone."""

    code: str
    name: str
    lat: float
    lon: float
    country: str
    tz: str


@cache
def _table() -> str:
    spec = find_spec("airportsdata")
    assert spec is not None and spec.origin is not None, "airportsdata is a dependency"
    text = (Path(spec.origin).parent / "airports.csv").read_text("utf-8")
    assert next(csv.reader([text[: text.index("\n")]])) == _COLUMNS, "airportsdata has other columns"
    return text


def _rows_with(words: str) -> Iterator[Airfield]:
    """Yield the airfields in whose rows these words stand."""
    text = _table()
    at = text.find(words)
    while at >= 0:
        start, end = text.rfind("\n", 0, at + 1) + 1, text.find("\n", at + 1)
        row = next(csv.reader([text[start:end]]))
        yield Airfield(row[0], row[2], float(row[7]), float(row[8]), row[5], row[9])
        at = text.find(words, end)


@cache
def read_airfield(code: str) -> Airfield | None:
    """Return the airfield of a code, None where the table does not hold it."""
    return next(_rows_with(f'\n"{code}",'), None)


@cache
def find_airfield(name: str, country: str) -> Airfield | None:
    """Return the only airfield of exactly this name in a country (ISO alpha-2), None where there is none or more."""
    found = [field for field in _rows_with(f',"{name}",') if field.name == name and field.country == country]
    return found[0] if len(found) == 1 else None
