"""How the places of two reports lie to each other, by their names and by what the gazetteer knows of them.

Equal names are the same place. A town and a site, or two sites, within 30 km are near each other; a place lies within
the province that the other names, or whose name the other town bears (reports say "Kirkuk" for both). Places of
different countries, of different provinces where a coordinate is missing, or more than 100 km apart are far apart.
A name that the gazetteer does not have is the same place as another transcription of it; a site of a name lies in the
town of that name. Between these, nothing is known: None.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from analysis.comparison.transcription import are_transcriptions, has_kind
from analysis.language.gazetteer import Place, PlaceKind, distance_km, to_place
from analysis.language.places.names import country_towns, division_names, large_towns, site_names, town_names
from analysis.language.text.names import name_key


class Relation(StrEnum):
    SAME = "the same place"
    NEAR = "near each other"
    WITHIN = "one within the other"
    NAMED = "a place that both name"
    APART = "far apart"


NEAR_KM, APART_KM = 30.0, 100.0
#: kinds of place that are too wide to be the place of one attack
DIVISIONS = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.COUNTRY, PlaceKind.SEA})


@cache
def relate_places(one: str | None, other: str | None, country: str | None = None) -> Relation | None:
    """Say how two named places lie; several names in one, joined by `;`, relate as their closest pair does.

    `country` is the ISO 3166 code of the country that both are in, where it is known.
    """
    if not one or not other:
        return None
    pairs = [_relate(a.strip(), b.strip(), country) for a in one.split(";") for b in other.split(";")]
    return min(pairs, key=[Relation.SAME, Relation.NEAR, Relation.WITHIN, None, Relation.APART].index)


@cache
def locate(name: str, country: str | None = None) -> Place | None:
    """Find a place by its canonical name, in the given country where several bear the name; None where it is unknown.

    The small towns of a country are looked through only where the country is given.
    """
    for index in (site_names(), town_names(), large_towns(), division_names()):
        entries = list(index.get(name) or ())
        found = [entry for entry in entries if country in (None, entry.country)]
        if found:
            return to_place(found[0])
    key = name_key(name)
    entries = list(country_towns(country, key[0]).get(name) or ()) if country and key else []
    return to_place(entries[0]) if entries else None


def say_relation(one: str | None, other: str | None, relation: Relation, countries: frozenset[str]) -> str:
    """Say how two places lie, with their distance where both have a coordinate: "near each other (15 km)"."""
    country = min(countries) if len(countries) == 1 else None
    spots = [locate(name.strip(), country) for name in (one or "", other or "") if ";" not in name]
    if relation is Relation.SAME or len(spots) != 2 or spots[0] is None or spots[1] is None:
        return relation.value
    distance = distance_km(spots[0], spots[1])
    return relation.value if distance is None else f"{relation.value} ({distance:.0f} km)"


def is_division(name: str | None) -> bool:
    """Tell whether a place is a province or wider."""
    found = locate(name) if name else None
    return found is not None and found.kind in DIVISIONS


def _relate(one: str, other: str, country: str | None) -> Relation | None:
    if one.casefold() == other.casefold():
        return Relation.SAME
    a, b = locate(one, country), locate(other, country)
    if a is None or b is None:
        if not are_transcriptions(one, other):
            return None
        return Relation.SAME if has_kind(one) == has_kind(other) else Relation.WITHIN  # a base of that name, the town
    if a.name == b.name and a.kind is b.kind and a.country == b.country:
        return Relation.SAME
    if a.country and b.country and a.country != b.country:
        return Relation.APART
    if _holds(a, b) or _holds(b, a):
        return Relation.WITHIN
    distance = distance_km(a, b)
    if distance is not None:
        return Relation.NEAR if distance <= NEAR_KM else Relation.APART if distance > APART_KM else None
    return Relation.APART if a.province and b.province and a.province != b.province else None


def _holds(wide: Place, narrow: Place) -> bool:
    """Whether `wide` is the province that `narrow` lies in, or the town whose name that province bears."""
    if wide.kind not in (PlaceKind.PROVINCE, PlaceKind.TOWN) or narrow.kind is PlaceKind.PROVINCE:
        return False
    named = wide.name == narrow.province or wide.name.casefold() == (narrow.province or "").casefold()
    if wide.kind is PlaceKind.TOWN and named:
        distance = distance_km(wide, narrow)
        return distance is None or distance <= APART_KM
    return named
