"""The airfields of the world as airportsdata holds them: one by its code, or by its name.

The table is read at the first question, as plain rows; nothing of it is guessed or corrected.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple


class Airfield(NamedTuple):
    """An airfield: its ICAO (or local) code, where it lies (degrees, WGS 84), its country and time zone."""

    code: str
    name: str
    lat: float
    lon: float
    country: str
    tz: str


@cache
def _rows() -> dict[str, list[str]]:
    spec = find_spec("airportsdata")
    assert spec is not None and spec.origin is not None, "airportsdata is a dependency"
    with (Path(spec.origin).parent / "airports.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        assert next(rows)[:10] == ["icao", "iata", "name", "city", "subd", "country", "elevation", "lat", "lon", "tz"]
        return {row[0]: row for row in rows}


@cache
def _codes() -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for code, row in _rows().items():
        codes.setdefault(row[2].lower(), []).append(code)
    return codes


@cache
def read_airfield(code: str) -> Airfield | None:
    """Return the airfield of a code, None where the table does not hold it."""
    row = _rows().get(code)
    return Airfield(code, row[2], float(row[7]), float(row[8]), row[5], row[9]) if row else None


def find_airfields(name: str) -> list[Airfield]:
    """Return all airfields of exactly this name, in any case ("Kabul International Airport")."""
    found = (read_airfield(code) for code in _codes().get(name.lower(), ()))
    return [field for field in found if field is not None]
