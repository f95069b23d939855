"""The airport that a town is said to have: "Baghdad's airport", "the international airport of Aleppo".

It is the airport that has the town's name, as in "Baghdad airport"; a text that speaks of two airports of a town names
them. Airports "in" and "near" a town are taken for its own only behind "the".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.airfields import find_airfield
from analysis.language.gazetteer import Entry, Place, PlaceKind, to_place
from analysis.language.places.names import site_cores
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_AIRPORT = "airport"
_OWNS = frozenset({"'s", "’s"})
_OF = frozenset({"of", "in", "near", "at"})
_KINDS = frozenset(read_vocabulary("places")["airport_adjectives"])


def airport_at(tokens: Sequence[Token], first: int, last: int, town: Entry) -> tuple[int, Place] | None:
    """Return the last token and the place of the airport of the town at first to last, or None."""
    behind = _airport_behind(tokens, last)
    if behind is None and not _airport_before(tokens, first):
        return None
    own = _airport_of(town.name)
    return behind or last, to_place(own) if own else own_site(to_place(town), _AIRPORT)


def own_site(place: Place, words: str) -> Place:
    """Return the site that a town or province calls its own ("Kabul airport"), with its airfield's coordinate."""
    name = f"{place.name} {words}"
    is_airport = place.country is not None and "irport" in words
    field = find_airfield(name.replace(" airport", " Airport"), place.country) if is_airport else None
    if field is None:
        return Place(name, PlaceKind.SITE, place.country, place.province)
    return Place(name, PlaceKind.SITE, place.country, place.province, field.lat, field.lon, field.tz)


def _airport_behind(tokens: Sequence[Token], last: int) -> int | None:
    """Return the token "airport" behind the name that ends at last ("Baghdad's international airport"), or None."""
    if last + 2 >= len(tokens) or tokens[last + 1].text not in _OWNS:
        return None
    i = last + 2
    while i + 1 < len(tokens) and tokens[i].lower in _KINDS:
        i += 1
    return i if tokens[i].lower == _AIRPORT else None


def _airport_before(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the name at token first stands behind its airport: "the airport in Basra"."""
    if first < 2 or tokens[first - 1].lower not in _OF or tokens[first - 2].lower != _AIRPORT:
        return False
    i = first - 3
    while i > 0 and tokens[i].lower in _KINDS:
        i -= 1
    return tokens[first - 1].lower == "of" or (i >= 0 and tokens[i].lower == "the")


@cache
def _airport_of(name: str) -> Entry | None:
    """Return the known airport that has the name of a town, or None."""
    known = [entry for entry in site_cores().get(name) if _AIRPORT in entry.nouns]
    return min(known, key=lambda entry: len(entry.nouns), default=None)
