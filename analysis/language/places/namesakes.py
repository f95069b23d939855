"""Namesakes: a place abroad that has the name of one near by, and cannot be meant.

A gazetteer knows the town of a neighbouring country and not the village that a report tells of. Two signs tell:

- no other name in the sentence is of the country of a small town abroad: the country is only spoken of elsewhere
- the larger place that a name is said to lie in or near is of another country, or too far away
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.language.gazetteer import Place, PlaceKind, distance_km
from analysis.language.places.names import country_names, division_names, large_towns, site_names, town_names
from analysis.language.places.relations import Relation, RelationKind
from analysis.language.text.names import ARTICLE, spell
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

#: what lies in or near a place is not farther from it, in kilometres
_FAR = 150.0
#: nor what lies across a border, which some maps have elsewhere
_FARTHER = 500.0
#: tokens between a place and the one that it lies in, and those behind "the X district"
_GAP, _GAP_OF_PART = 6, 10
LOCAL = frozenset({PlaceKind.TOWN, PlaceKind.NEIGHBORHOOD, PlaceKind.DISTRICT})
_CLOSE = frozenset({RelationKind.IN, RelationKind.NEAR, RelationKind.DISTANCE})


def names_country(tokens: Sequence[Token], country: str, but: int) -> bool:
    """Tell whether another name than the one at token `but` is a place of the country (ISO alpha-2)."""
    indices = (country_names(), division_names(), site_names(), town_names(), large_towns())
    for i, token in enumerate(tokens):
        if i == but or not token.text[0].isupper():
            continue
        parts = spell(token.lower)
        for index in indices if parts else ():
            if parts[0] != ARTICLE and not index.begins(parts[0]):
                continue
            found = index.match(tokens, i)
            if found and any(entry.country == country for entry in found[1]):
                return True
    return False


def is_village(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "the village of X", "X village"."""
    of = first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in _VILLAGES
    return of or (last + 1 < len(tokens) and tokens[last + 1].lower in _VILLAGES)


_PARTS = frozenset({"village", "district", "area", "neighborhood", "neighbourhood", "quarter"})
_VILLAGES = frozenset({"village", "villages", "hamlet", "hamlets"})


def is_in_land(there: Place, between: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell the land of "Nador, Aleria, on Monday", between two commas, from one more of a list of places."""
    alone = there.kind is PlaceKind.COUNTRY and [t.text for t in between] == [","]
    if not alone or len(after) < _BEHIND or after[0].text != ",":
        return False
    return after[1].text[0].islower() and after[1].lower not in {"and", "or", "as", "then"}


#: tokens behind a place that tell whether a list goes on: ", and"
_BEHIND = 2


def is_namesake(
    here: Place, there: Place, relation: Relation | None, between: Sequence[Token], behind_it: Sequence[Token]
) -> bool:
    """Tell whether `here` cannot be the known place of its name: it is told to lie in or near `there`.

    `relation` is that of `there`, `between` the words from one to the other, `behind_it` the words after `there`.
    """
    after = behind_it[0].text if behind_it else ""
    if here.kind not in LOCAL | {PlaceKind.SITE} or None in {here.country, there.country}:
        return False
    words = [t.lower for t in between]
    part = len(words) > 1 and words[0] in _PARTS  # "the X district, 20 km south of Y"
    words = words[1:] if part else words
    if not 0 < len(words) <= (_GAP_OF_PART if part else _GAP):
        return False
    told = relation is not None and relation.kind is RelationKind.DISTANCE
    if here.country != there.country and here.kind is PlaceKind.TOWN and is_in_land(there, between, behind_it):
        return True
    owner = there.part or after in {"'s", "’s"}  # "X, in eastern Thule,", "X, in Thule's hills"
    land = owner and here.kind is PlaceKind.TOWN
    listed = words[0] == "," and not land and (there.rank <= here.rank or after in {",", "and"} or words[1:] == ["in"])
    if (listed and not told) or {"and", "or", "to", "from"} & set(words):
        return False
    behind = relation is not None and relation.words.split()[:1] == words[:1]  # no "killed in Nador and buried in X"
    inside = words[0] == "," or (behind and relation is not None and relation.kind is RelationKind.IN)
    if here.country != there.country and inside:
        return there.rank >= here.rank
    if relation is None or relation.kind not in _CLOSE or relation.km is not None:
        return False
    if here.country == there.country and there.kind is PlaceKind.PROVINCE and inside and here.province:
        same = there.name in here.province or here.province in there.name  # "Gaza" and "Northern Gaza"
        return here.kind is PlaceKind.TOWN and not same  # "El Tambo in Cauca", and not that of Nariño
    apart = distance_km(here, there)
    if here.country != there.country:
        return behind if apart is None else apart > _FARTHER
    return apart is not None and apart > _FAR


def at_home(here: Place, there: Place, printed: str) -> Place:
    """Return the unknown place of this printed name that lies where `there` does."""
    province = there.name if there.kind is PlaceKind.PROVINCE else there.province
    return replace(here, name=printed, country=there.country, province=province, lat=None, lon=None, tz=None)


def is_of_person(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name that a rank before it makes a person's: "the General *Santander* School"."""
    return i > 0 and tokens[i - 1].text[0].isupper() and tokens[i - 1].lower in _RANKS


_RANKS = frozenset(read_vocabulary("titles")["ranks"])
