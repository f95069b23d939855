"""How the places of two reports lie to each other.

Equal names are the same place, and a name that another one begins with holds it ("Balad", "Balad air base"). What the
gazetteer knows of two other names, their distance and their province, decides the rest. None means that nothing is
known, never that they differ.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache


class Relation(StrEnum):
    SAME = "the same place"
    NEAR = "near each other"
    WITHIN = "one within the other"
    APART = "far apart"


#: a town and the bases that are called by its name lie within this distance
NEAR_KM = 30.0
EARTH_KM = 6371.0


@cache
def relate_places(one: str | None, other: str | None) -> Relation | None:
    """Say how two named places lie; several names in one, joined by `;`, relate as their best pair does."""
    if not one or not other:
        return None
    pairs = [_relate(a.strip(), b.strip()) for a in one.split(";") for b in other.split(";")]
    return min(pairs, key=_rank)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the great-circle distance of two points (latitude, longitude; degrees) by the haversine formula."""
    (lat_1, lon_1), (lat_2, lon_2) = ([math.radians(angle) for angle in point] for point in (one, other))
    half = math.sin((lat_2 - lat_1) / 2) ** 2 + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _rank(relation: Relation | None) -> int:
    """The closest relation first; what is unknown says more than that two others lie apart."""
    return [Relation.SAME, Relation.NEAR, Relation.WITHIN, None, Relation.APART].index(relation)


def _relate(one: str, other: str) -> Relation | None:
    if one.casefold() == other.casefold():
        return Relation.SAME
    shorter, longer = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return Relation.WITHIN if longer[: len(shorter)] == shorter else None
