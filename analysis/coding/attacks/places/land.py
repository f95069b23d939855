"""Land: named stretches of a country, seas and roads, beside the towns and provinces of the same sentence."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.clauses.targets import is_modifier_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import PlaceKind, PlaceMention, RelationKind, find_place
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_ROADS = frozenset(read_vocabulary("places")["roads"])


def is_stretch(place: PlaceMention) -> bool:
    """Tell a sea, or a named stretch of one country ("the Bekaa Valley"), unlike "northern Iraq" or "the Sahel"."""
    named = place.place.kind is PlaceKind.REGION and place.place.country is not None and not place.place.part
    return named or place.place.kind is PlaceKind.SEA


def is_distant(place: PlaceMention) -> bool:
    """Tell the town that something is so far from: "75 miles south of *X*"."""
    return place.relation is not None and place.relation.kind is RelationKind.DISTANCE


def is_whence(place: PlaceMention) -> bool:
    """Tell where something came from: "a rocket fired *from Thule*"."""
    return place.relation is not None and place.relation.kind is RelationKind.FROM


def is_name_of_coast(mention: Mention, place: PlaceMention) -> bool:
    """Tell the sea that only says which port was hit: "air raids on the *Red Sea* port"."""
    after = mention.sentence.sentence.tokens[place.last + 1 : place.last + 2]
    return any(t.lower in _COASTAL for t in after)


_COASTAL = words().coastal


def has_stretch(mention: Mention, place: PlaceMention) -> bool:
    """Tell the province of "in the X mountains, in Y province", which says less of where than the mountains do."""
    if place.place.kind is not PlaceKind.PROVINCE:
        return False
    before = next((p for p in reversed(mention.sentence.places) if p.last < place.first), None)
    if before is None or not is_stretch(before) or before.place.country != place.place.country:
        return False
    between = [t.lower for t in mention.sentence.sentence.tokens[before.last + 1 : place.first]]
    inside = before.relation is None or before.relation.kind is RelationKind.IN
    return inside and bool(between) and set(between) <= {",", "in", "of", "the"}


def is_of_men(mention: Mention, place: PlaceMention) -> bool:
    """Tell whose men they were: "attacks on *US* and coalition troops", which need not be in the US."""
    phrases, after = mention.sentence.phrases, place.last + 1
    if place.place.kind is not PlaceKind.COUNTRY or after + 1 >= len(phrases.at):
        return False
    group, others = phrases.at[place.first], phrases.at[after + 1]
    joined = phrases.sentence.tokens[after].lower in {"and", "or"}
    inside = isinstance(group, NounGroup) and after < group.head
    return joined and (inside or (isinstance(others, NounGroup) and is_modifier_of(phrases, group, others)))


def is_of_road(mention: Mention, place: PlaceMention) -> bool:
    """Tell whose road it was: "on the *X* road near Y"."""
    tokens = mention.sentence.sentence.tokens
    paired = place.first > 0 and tokens[place.first - 1].text in {"-", "–", "/"}  # "the X - Y road"
    return not paired and any(t.lower in _ROADS for t in tokens[place.last + 1 : place.last + 2])


def is_end_of_road(mention: Mention, place: PlaceMention) -> bool:
    """Tell either of the two places that a road links, which lie far from most of it: "on the *X-Y* highway"."""
    tokens, named = mention.sentence.sentence.tokens, mention.sentence.places
    if ";" in place.place.name and (tokens[place.last].lower in _ROADS or leads_on(tokens, place.last)):
        return True
    if tokens[place.last + 1 : place.last + 2] and tokens[place.last + 1].text in _DASHES:
        return any(p.first == place.last + 2 and leads_on(tokens, p.last) for p in named)
    paired = place.first > 1 and tokens[place.first - 1].text in _DASHES
    return paired and leads_on(tokens, place.last) and any(p.last == place.first - 2 for p in named)


def leads_on(tokens: Sequence[Token], last: int) -> bool:
    """Tell a name behind which a road is named: "X *road*", "X *National Highway*"."""
    after = [t.lower for t in tokens[last + 1 : last + 3]]
    return any(t in _ROADS for t in after[: 1 + (after[:1] in (["national"], ["main"], ["coastal"]))])


_DASHES = frozenset({"-", "–", "/"})


def is_lent(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that the gazetteer has, whose name a road that may be far from it bears: "the *X* Road in Y"."""
    return (place.place.lat is not None or find_place(place.place.name) is not None) and names_road(mention, place)


def names_road(mention: Mention, place: PlaceMention) -> bool:
    """Tell the name of one road, "the *X* Road", from the two places that it links."""
    last = mention.sentence.sentence.tokens[place.last].lower
    return is_of_road(mention, place) or (last in _ROADS and ";" not in place.place.name)


def find_lands(mention: Mention, place: PlaceMention, exact: Sequence[PlaceMention]) -> list[str | None]:
    """Return the countries of places joined into one, "Nador in Thule and Vik in Norland", that the source is about.

    What lies between two places is on the ground of one country.
    """
    names, told = place.place.name.split(";"), {place.place.country, *mention.sentence.countries}
    joined = [p for p in exact if p.place.name in names and p.place.country in told]
    between = any(p.relation is not None and p.relation.kind is RelationKind.BETWEEN for p in joined)
    return [] if between or len(names) == 1 else [p.place.country for p in joined]
