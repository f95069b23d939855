"""The places named in a sentence, once all are known: each completed by the one after it.

A name without a country takes that of the place it lies in; one that cannot lie there is a namesake, and is taken for a
place that the gazetteer lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.language.gazetteer import Place, PlaceKind
from analysis.language.places.capitals import country_before
from analysis.language.places.kinds import find_name_end, printed_name
from analysis.language.places.namesakes import LOCAL, at_home, is_in_land, is_namesake
from analysis.language.places.relations import QUARTERS, Relation, RelationKind
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a sentence: `text[start:end]`, tokens first to last, and the relation of the words before."""

    place: Place
    start: int
    end: int
    first: int
    last: int
    relation: Relation | None


#: words from a name to the place after it that tells its country
_NEAR = 8


def complete_places(mentions: list[PlaceMention], tokens: Sequence[Token], main: str | None) -> list[PlaceMention]:
    """Give a name without a country that of the place after it ("X village, in Anbar"), else the text's main one."""
    for k in range(len(mentions) - 1, -1, -1):
        here = mentions[k] = (
            _of_owner(mentions, k, tokens)
            or _of_the_city(mentions[k], tokens, main)
            or _without_namesake(mentions, k, tokens, main)
        )
        here = mentions[k] = _of_region(mentions, k, tokens)
        if here.place.country is None and here.place.kind not in {PlaceKind.REGION, PlaceKind.SEA}:
            after = mentions[k + 1] if k + 1 < len(mentions) else None
            around = country_before(tokens, here.first) or _fronted(mentions[:k]) or main
            mentions[k] = replace(here, place=_with_country(here, after, tokens, around))
    return mentions


def _fronted(before: Sequence[PlaceMention]) -> str | None:
    """Return the country that a sentence opens with: "In neighbouring Thule, …", "In Thule's Norland province, …"."""
    for here in before:
        inside = here.relation is not None and here.relation.kind is RelationKind.IN
        if inside and here.first <= _FRONT and here.place.kind in {PlaceKind.COUNTRY, PlaceKind.PROVINCE}:
            return here.place.country
    return None


#: tokens before a country that a sentence opens with ("In neighbouring X")
_FRONT = 3


def _of_region(mentions: Sequence[PlaceMention], k: int, tokens: Sequence[Token]) -> PlaceMention:
    """Return mention k related as the region before it is: "near the Norland city of *Nador*"."""
    here, region = mentions[k], mentions[k - 1] if k else None
    if region is None or here.relation is not None or region.relation is None or region.place.kind in LOCAL:
        return here
    words = [t.lower for t in tokens[region.last + 1 : here.first]]
    of_kind = len(words) > 1 and words[-1] == "of" and words[-2] in _TOWNS and len(words) <= _MOST_KINDS
    return replace(here, relation=region.relation) if of_kind else here


_TOWNS = frozenset([w for kind in ("town", "neighborhood") for w in read_vocabulary("places")["kinds"][kind]])
#: words between a region and its town ("refugee camp of", "port city of")
_MOST_KINDS = 3


def _of_owner(mentions: Sequence[PlaceMention], k: int, tokens: Sequence[Token]) -> PlaceMention | None:
    """Return mention k where it is a part of the town that owns it, "Nador's *Tell* district", of another country."""
    here, owner = mentions[k], mentions[k - 1] if k else None
    if owner is None or owner.place.country in {None, here.place.country} or owner.last + 2 != here.first:
        return None
    if tokens[owner.last + 1].lower not in {"'s", "’s"} or not {here.place.kind, owner.place.kind} <= LOCAL:
        return None
    return replace(here, place=at_home(here.place, owner.place, _place_printed(here, tokens)))


def _of_the_city(here: PlaceMention, tokens: Sequence[Token], main: str | None) -> PlaceMention | None:
    """Return a mention of "the city's central *Aleria* district", a part of that city that is named for another."""
    chief = (here.place.province or "").startswith(here.place.name)  # of a province, and so no part of a city
    last = next((k for k in (here.last, here.last + 1) if k < len(tokens) and tokens[k].lower in QUARTERS), None)
    if not chief or last is None:
        return None
    before = range(here.first - 1, max(here.first - 1 - _MOST_KINDS, 0), -1)
    of = next((k for k in before if tokens[k].lower in {"'s", "’s"} or not tokens[k].text.islower()), 0)
    if tokens[of].lower not in {"'s", "’s"} or tokens[of - 1].lower not in _CITIES:
        return None
    first = next((k for k in range(here.first, last) if not tokens[k].text.islower()), here.first)
    name = printed_name(tokens[first : last + 1])
    return replace(here, last=last, end=tokens[last].end, place=Place(name, here.place.kind, country=main))


_CITIES = frozenset({"city", "town", "capital", "metropolis"})


def _place_printed(here: PlaceMention, tokens: Sequence[Token]) -> str:
    """Return the name of a place as printed, without a noun of kind behind it."""
    end = find_name_end(tokens, here.first)
    return printed_name(tokens[here.first : (here.last if end is None else min(end, here.last)) + 1])


def _without_namesake(
    mentions: Sequence[PlaceMention], k: int, tokens: Sequence[Token], main: str | None
) -> PlaceMention:
    """Return mention k, with the place that it lies in or near taken at its word, unless that one is abroad."""
    here, after = mentions[k], mentions[k + 1] if k + 1 < len(mentions) else None
    if after is None:
        return here
    place = here.place
    between, follows = tokens[here.last + 1 : after.first], tokens[after.last + 1 : after.last + 3]
    if place.kind is PlaceKind.PROVINCE and place.country != main and is_in_land(after.place, between, follows):
        place = replace(place, kind=PlaceKind.TOWN)  # "in Nador, Aleria, on", which a province abroad is called too
    elif place.kind is PlaceKind.PROVINCE and here.first > 1 and tokens[here.first - 1].lower == "of":
        town = tokens[here.first - 2].lower in _TOWNS  # "the town of X", which a province abroad is called too
        place = replace(place, kind=PlaceKind.TOWN) if town else place
    if place is here.place and here.place.country == main != after.place.country:
        return here
    if not is_namesake(place, after.place, after.relation, between, follows):
        return here
    return replace(here, place=at_home(place, after.place, _place_printed(here, tokens)))


def _with_country(here: PlaceMention, after: PlaceMention | None, tokens: Sequence[Token], main: str | None) -> Place:
    if after is not None and not (after.relation is not None and after.relation.kind is RelationKind.BORDER):
        words = [t.lower for t in tokens[here.last + 1 : after.first]]
        inside = words[:1] == [","] or {"in", "of"} & set(words) or words == ["and"]
        if len(words) < _NEAR and inside and after.place.country:
            province = after.place.name if after.place.kind is PlaceKind.PROVINCE else after.place.province
            return replace(here.place, country=after.place.country, province=province)
    return replace(here.place, country=main) if main else here.place


def join_listed(places: Sequence[PlaceMention], tokens: Sequence[Token]) -> Place:
    """Return the first of several places in order, joined with those that only a comma or "and" parts from it."""
    named = [places[0]]
    for place in places[1:]:
        between = [t.lower for t in tokens[named[-1].last + 1 : place.first]]
        if place.place.kind is not places[0].place.kind or between not in (["and"], [","], [",", "and"]):
            break
        named.append(place)
    joined = len(named) > 1 and tokens[named[-1].first - 1].lower == "and"
    return replace(named[0].place, name=";".join(p.place.name for p in named)) if joined else named[0].place


def is_countryside(tokens: Sequence[Token], first: int) -> bool:
    """Tell "the countryside of X", "the southern countryside of the city of X": land around a town, not the town."""
    i = first - 1
    while i > 0 and tokens[i].lower in _BETWEEN:
        i -= 1
    return i >= 0 and tokens[i].lower == "countryside" and tokens[i + 1].lower == "of"


_BETWEEN = frozenset({"of", "the", "city", "town", "district"})
