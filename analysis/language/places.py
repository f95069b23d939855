"""Places in a sentence: countries, provinces, towns and sites, with how the words before relate them.

- `find_places(sentence, context)`: the places named, in order, none inside another
- `find_context(sentences)`: the countries a text speaks of, for names with several bearers and for small towns
- `most_exact(places)`, `distance_km(a, b)`, `find_place(name)`, `country_name(iso)`: what is known of a place

A name counts as a place when a preposition, a noun of kind ("Kirkuk province", "Balad air base"), a comma or its fame
says so. Persons, treaties and newspapers that bear a town's name are refused ("Michael Jordan", "Paris Agreement"). A
name with several bearers goes to the country that the text speaks of, then to the largest. Names unknown to the
gazetteer become places only with a noun of kind ("the village of X", "X air base"), without a coordinate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis.language.gazetteer import Entry, Place, PlaceKind, country_name, distance_km, most_exact, to_place
from analysis.language.names import ARTICLE, NameIndex, spell
from analysis.language.place_context import Context, find_context
from analysis.language.place_evidence import Candidate, Tier, is_place
from analysis.language.place_kinds import Noun, find_unknown, kind_noun_at, site_at, site_noun_at
from analysis.language.place_names import (
    country_names,
    country_towns,
    division_names,
    find_place,
    large_towns,
    site_names,
    town_names,
)
from analysis.language.place_relations import Relation, RelationKind, find_relation
from analysis.language.sentences import Sentence
from analysis.language.tokens import Token
from analysis.vocabulary import read_vocabulary

__all__ = [
    "Context",
    "Place",
    "PlaceKind",
    "PlaceMention",
    "Relation",
    "RelationKind",
    "country_name",
    "distance_km",
    "find_context",
    "find_place",
    "find_places",
    "most_exact",
]

_PARTS = frozenset(part for part in read_vocabulary("places")["parts"] if " " not in part)
#: countries whose small towns are looked up for one text
_COUNTRIES = 4


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a sentence: `text[start:end]`, tokens first to last, and the relation of the words before."""

    place: Place
    start: int
    end: int
    first: int
    last: int
    relation: Relation | None


def find_places(sentence: Sentence, context: Context | None = None) -> list[PlaceMention]:
    """Find the places that a sentence names; without a context the sentence alone decides what doubtful names mean."""
    tokens = sentence.tokens
    if context is None:
        context = find_context([sentence])
    indices = _indices(context.countries[:_COUNTRIES])
    mentions: list[PlaceMention] = []
    i = 0
    while i < len(tokens):
        text = tokens[i].text
        if not (text[0].isupper() or ("-" in text and not text.islower() and text[0].isalpha())):
            i += 1
            continue
        mention = _mention_at(sentence, i, context, indices, mentions[-1] if mentions else None)
        if mention is None:
            i += 1
        else:
            mentions.append(mention)
            i = mention.last + 1
    return _completed(mentions, tokens)


@cache
def _indices(countries: tuple[str, ...]) -> tuple[tuple[Tier, NameIndex[Entry]], ...]:
    return (
        (Tier.SITE, site_names()),
        (Tier.COUNTRY, country_names()),
        (Tier.USUAL, town_names()),
        (Tier.LARGE, large_towns()),
        (Tier.DIVISION, division_names()),
        *((Tier.SMALL, country_towns(iso)) for iso in countries),
    )


def _mention_at(
    sentence: Sentence,
    i: int,
    context: Context,
    indices: Sequence[tuple[Tier, NameIndex[Entry]]],
    previous: PlaceMention | None,
) -> PlaceMention | None:
    tokens = sentence.tokens
    site = site_at(tokens, i, context.countries)
    candidate = _candidate(tokens, i, indices)
    if site and (candidate is None or site[0] > candidate.last):
        return _mention(tokens, i, site[0], to_place(site[1]), previous)
    if candidate is None:
        unknown = find_unknown(tokens, i, capitals=sentence.capitals)
        return _mention(tokens, i, unknown.last, to_place(unknown.entry), previous) if unknown else None
    noun = kind_noun_at(tokens, candidate.last + 1) or site_noun_at(tokens, candidate.last + 1)
    if noun is not None and candidate.tier is not Tier.SITE:
        named = _with_noun(tokens, candidate, noun, context)
        if named is not None:
            return _mention(tokens, i, noun.last, named, previous)
    relation = find_relation(tokens, i) or _shared(tokens, i, previous)
    entry = is_place(sentence, candidate, relation, context.countries)
    if entry is None:
        unknown = find_unknown(tokens, i, capitals=sentence.capitals)
        return _mention(tokens, i, unknown.last, to_place(unknown.entry), previous) if unknown else None
    return _mention(tokens, i, candidate.last, to_place(entry), previous)


def _candidate(tokens: Sequence[Token], i: int, indices: Sequence[tuple[Tier, NameIndex[Entry]]]) -> Candidate | None:
    """Return the longest name at token i, with all that it may mean, the surest kind of knowledge first."""
    parts = spell(tokens[i].lower)
    if not parts:
        return None
    head = parts[0]
    best: Candidate | None = None
    for tier, index in indices:
        if head != ARTICLE and not index.begins(head):
            continue
        found = index.match(tokens, i)
        if found is None or (best is not None and found[0] < best.last):
            continue
        entries = tuple((tier, entry) for entry in found[1])
        if best is not None and found[0] == best.last:
            best = Candidate(i, best.last, (*best.entries, *entries))
        else:
            best = Candidate(i, found[0], entries)
    return best


def _with_noun(tokens: Sequence[Token], candidate: Candidate, noun: Noun, context: Context) -> Place | None:
    """Return the place of a known name with a noun of kind after it ("Kirkuk province", "Erbil base")."""
    entries = candidate.ranked(context.countries)
    alike = [entry for _, entry in entries if entry.kind is noun.kind]
    if alike:
        return to_place(alike[0])
    first = entries[0][1]
    if first.kind is PlaceKind.COUNTRY:
        return None
    if noun.kind is PlaceKind.SITE:
        printed = first.name
        return Place(f"{printed} {noun.words}", PlaceKind.SITE, first.country, to_place(first).province)
    if noun.kind in {PlaceKind.DISTRICT, PlaceKind.NEIGHBORHOOD}:
        place = to_place(first)
        return place if noun.words in {"area", "areas", "countryside"} else replace(place, kind=noun.kind)
    return None


def _mention(
    tokens: Sequence[Token], first: int, last: int, place: Place, previous: PlaceMention | None
) -> PlaceMention:
    while first and tokens[first - 1].text in {"al", "el", "Al", "El"}:
        first -= 1
    if first and tokens[first - 1].lower in _PARTS and (previous is None or previous.last < first - 1):
        if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}:
            place = replace(place, name=f"{tokens[first - 1].lower} {place.name}", kind=PlaceKind.REGION, part=True)
        first -= 1
    relation = find_relation(tokens, first) or _shared(tokens, first, previous)
    return PlaceMention(place, tokens[first].start, tokens[last].end, first, last, relation)


def _shared(tokens: Sequence[Token], first: int, previous: PlaceMention | None) -> Relation | None:
    """Return the relation of the place before, where the two are joined: "in Erbil and Mosul"."""
    if previous is None or previous.last >= first:
        return None
    between = [t.lower for t in tokens[previous.last + 1 : first]]
    if between and len(between) < 3 and all(word in {"and", "or", ",", "the"} for word in between):
        return previous.relation
    return None


def _completed(mentions: list[PlaceMention], tokens: Sequence[Token]) -> list[PlaceMention]:
    """Give a name without a country the country of the place that follows it: "X village, in Anbar"."""
    for k in range(len(mentions) - 2, -1, -1):
        here, after = mentions[k], mentions[k + 1]
        if here.place.country is None and here.place.kind not in {PlaceKind.REGION, PlaceKind.SEA}:
            words = [t.lower for t in tokens[here.last + 1 : after.first]]
            if len(words) < 6 and (words[:1] == [","] or {"in", "of"} & set(words)):
                province = after.place.name if after.place.kind is PlaceKind.PROVINCE else after.place.province
                mentions[k] = replace(here, place=replace(here.place, country=after.place.country, province=province))
    return mentions
