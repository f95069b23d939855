"""Gazetteer: what sources say of places, against coordinates.

A part of a country that a place does not lie in ("southern" for a town of the north), with what other reports of the
same attack say; a distance or direction that does not come out; and a town given to a country that has none of its
name.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.comparison.contradictions.context import Context
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.comparison.places import locate
from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import Place, PlaceKind, distance_km
from analysis.language.places import PlaceMention, RelationKind
from analysis.language.text.tokens import Token
from analysis.language.towns import large_cities
from analysis.tables.wording import say_country
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("places")
_PARTS: dict[str, str] = {
    word: letter
    for word, letter in (("northern", "N"), ("southern", "S"), ("eastern", "E"), ("western", "W"))
    if word in _WORDS["parts"]
}
_BETWEEN = frozenset({"the", "city", "town", "of", "province", "village", "district", "area"})
#: how far along a country, of 1, a place must lie for "southern" or "western" to be wrong (and the reverse)
FAR_ALONG = 0.6
#: kilometres that a distance may be off; share of the straight line that it may be short; how much longer a road can be
OFF_KM, SHORT, ROAD = 10.0, 0.3, 2.2
#: degrees that a direction of eight may be off
OFF_DEGREES = 67.5
#: words between a site and where it lies
_LIES = frozenset(
    {",", "which", "that", "lies", "is", "located", "situated", "stands", "about", "some", "just", "to", "the"}
)
_OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E"}
#: what is said of the parts of countries, by incident: country, letter, passage
Parts = dict[str, list[tuple[str, str, Passage]]]
_BEARINGS = {name: 45.0 * at for at, name in enumerate(("N", "NE", "E", "SE", "S", "SW", "W", "NW"))}


def check_gazetteer(context: Context) -> Iterator[Finding]:
    """Find what is said of places and cannot be, or is said otherwise elsewhere."""
    parts, beside = _parts_of_countries(context), _parts_beside_places(context)
    for sentence in context.sentences():
        for mention in sentence.places:
            yield from _part(context, sentence, mention, parts, beside)
            yield from _distance(context, sentence, mention)
        yield from _country(context, sentence)


def _finding(says: str, passages: Sequence[Passage], certainty: Certainty) -> Finding:
    return Finding(FindingKind.GAZETTEER, Weight.MATERIAL, certainty, says, distinct(passages), None, "place")


# ---- parts of countries


def _part_before(sentence: SentenceReading, mention: PlaceMention) -> tuple[int, str] | None:
    """The token and the letter of "southern Iraqi (city of)" before a place."""
    tokens = sentence.sentence.tokens
    at = mention.first - 1
    while at >= 0 and (tokens[at].lower in _BETWEEN or "-" in tokens[at].text):
        at -= 1
    if at > 0 and is_demonym(tokens[at]) and tokens[at - 1].lower in _PARTS:
        return at - 1, _PARTS[tokens[at - 1].lower]
    return None


def _part_after(sentence: SentenceReading, mention: PlaceMention) -> tuple[int, str] | None:
    """The last token and the letter of ", in northern Iraq" or ", southern Iraqi city" right behind a place."""
    tokens = sentence.sentence.tokens[mention.last + 1 : mention.last + 4]
    if len(tokens) == 3 and tokens[0].text == "," and tokens[1].lower in _PARTS and is_demonym(tokens[2]):
        return mention.last + 3, _PARTS[tokens[1].lower]
    for other in sentence.places:
        if other.place.part and 0 < other.first - mention.last <= 3 and other.place.country == mention.place.country:
            word = other.place.name.split()[0]
            between = {token.lower for token in sentence.sentence.tokens[mention.last + 1 : other.first]}
            if word in _PARTS and between <= {",", "in", "the"} and between:
                return other.last, _PARTS[word]
    return None


def _parts_of_countries(context: Context) -> Parts:
    """What the reports of an incident say of the part of its country: (country, letter, passage) by incident."""
    found: dict[str, list[tuple[str, str, Passage]]] = defaultdict(list)
    for incident_id, rows in context.members.items():
        for row in rows:
            told = [row, *context.victims.get((row["source_id"], row["id"]), ())]
            for claim in told:
                for sentence in context.sentences_in(row["source_id"], claim["start"], claim["end"]):
                    for mention in sentence.places:
                        word = mention.place.name.split()[0]
                        if mention.place.part and word in _PARTS and mention.place.country:
                            passage = context.passage(row["source_id"], mention.start, mention.end)
                            found[incident_id].append((mention.place.country, _PARTS[word], passage))
    return found


def _part(
    context: Context,
    sentence: SentenceReading,
    mention: PlaceMention,
    parts: Parts,
    beside: Mapping[tuple[str, str], Sequence[Passage]],
) -> Iterator[Finding]:
    place, tokens, source_id = mention.place, sentence.sentence.tokens, sentence.source.source_id
    before, after = _part_before(sentence, mention), _part_after(sentence, mention)
    said = before or after
    if said is None or place.part or place.country is None or _lies_in(place, said[1]) is not False:
        return
    first = tokens[before[0]].start if before else mention.start
    last = mention.end if before else tokens[said[0]].end
    own = context.passage(source_id, first, last)
    opposite = _OPPOSITE[said[1]]
    told = (*beside.get((place.name, opposite), ()), *_told_of_incidents(context, source_id, place, opposite, parts))
    found = {passage.source_id: passage for passage in reversed(told) if passage.source_id != source_id}
    against = [*found.values()][::-1]
    word = next(word for word, letter in _PARTS.items() if letter == said[1])
    says = f"{place.name} does not lie in {word} {say_country(place.country)}"
    says += f", as other reports have it too ({quoted([p.words for p in against])})." if against else "."
    yield _finding(says, (own, *against), Certainty.SURE)


def _parts_beside_places(context: Context) -> dict[tuple[str, str], list[Passage]]:
    """The passages that give the part of its country right behind a place, by the place's name and the letter."""
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for sentence in context.sentences():
        for mention in sentence.places:
            if after := _part_after(sentence, mention):
                start = mention.relation.start if mention.relation else mention.start
                end = sentence.sentence.tokens[after[0]].end
                found[mention.place.name, after[1]].append(context.passage(sentence.source.source_id, start, end))
    return found


def _told_of_incidents(context: Context, source_id: str, place: Place, letter: str, parts: Parts) -> list[Passage]:
    """The passages on the incidents of a source that give this part of the place's country."""
    return [
        passage
        for incident_id, rows in context.members.items()
        if incident_id in parts and any(row["source_id"] == source_id for row in rows)
        for country, said, passage in parts[incident_id]
        if country == place.country and said == letter
    ]


def _lies_in(place: Place, letter: str) -> bool | None:
    """Whether a place lies in the part of its country; None where that is unknown or a matter of the middle."""
    if place.lat is None or place.lon is None or place.country is None:
        return None
    south, north, west, east = _extent(place.country)
    low, high, at = (south, north, place.lat) if letter in "NS" else (west, east, place.lon)
    if high - low < 1:
        return None
    along = (at - low) / (high - low)
    if letter in "SW":
        along = 1 - along
    return False if along < 1 - FAR_ALONG else True if along > FAR_ALONG else None


@cache
def _extent(country: str) -> tuple[float, float, float, float]:
    cities = [city for _, city in large_cities() if city.country == country]
    if not cities:
        return 0.0, 0.0, 0.0, 0.0
    lats, lons = [city.lat for city in cities], [city.lon for city in cities]
    return min(lats), max(lats), min(lons), max(lons)


# ---- distances, directions, countries


def _distance(context: Context, sentence: SentenceReading, mention: PlaceMention) -> Iterator[Finding]:
    relation = mention.relation
    if relation is None or relation.kind is not RelationKind.DISTANCE:
        return
    if any(relation.end <= other.start < mention.start for other in sentence.places):
        return  # the relation is that of the place before: "north of Raqqa and Tabqa"
    site = next((m for m in reversed(sentence.places) if m.end <= relation.start and m.place.lat is not None), None)
    if site is None or site.place.kind in (PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION):
        return
    tokens = sentence.sentence.tokens
    between = {token.lower for token in tokens[site.last + 1 : mention.first] if token.end <= relation.start}
    if not between <= _LIES:
        return
    real = distance_km(site.place, mention.place)
    if real is None:
        return
    passage = context.passage(sentence.source.source_id, site.start, mention.end)
    if relation.km is not None and not real * (1 - SHORT) - OFF_KM <= relation.km <= real * ROAD + OFF_KM:
        says = f"{site.place.name} lies {real:.0f} km from {mention.place.name}, not {relation.km:.0f}."
        yield _finding(says, (passage,), Certainty.LIKELY)
    elif relation.direction and real > OFF_KM and _off(site.place, mention.place, relation.direction):
        says = f"{site.place.name} does not lie {relation.words} {mention.place.name}."
        yield _finding(says, (passage,), Certainty.LIKELY)


def _off(site: Place, town: Place, direction: str) -> bool:
    assert site.lat is not None and site.lon is not None and town.lat is not None and town.lon is not None
    east = (site.lon - town.lon) * math.cos(math.radians(town.lat))
    bearing = math.degrees(math.atan2(east, site.lat - town.lat)) % 360
    apart = abs(bearing - _BEARINGS[direction]) if direction in _BEARINGS else 0.0
    return min(apart, 360 - apart) > OFF_DEGREES


def _country(context: Context, sentence: SentenceReading) -> Iterator[Finding]:
    """A town followed by a country that it does not lie in: "Erbil, Syria"."""
    tokens = sentence.sentence.tokens
    for town, country in zip(sentence.places, sentence.places[1:], strict=False):
        between = [token.text for token in tokens[town.last + 1 : country.first]]
        if between not in ([","], ["in"], [",", "in"]) or country.place.kind is not PlaceKind.COUNTRY:
            continue
        known = town.place.kind is PlaceKind.TOWN and town.place.lat is not None
        if not known or not town.place.country or _goes_on(tokens, country.last):
            continue
        if town.place.country != country.place.country and locate(town.place.name, country.place.country) is None:
            says = f"{town.place.name} lies in {say_country(town.place.country)}, not in {country.place.name}."
            span = context.passage(sentence.source.source_id, town.start, country.end)
            yield _finding(says, (span,), Certainty.LIKELY)


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Tell a list ("Baghdad, Syria and Iran") or a new clause ("north of Hasakah, Turkey shelled") from an address."""
    return last + 1 < len(tokens) and tokens[last + 1].text not in {",", ".", ")", ";", "-", "–", "—"}
