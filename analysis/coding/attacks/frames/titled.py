"""Titled: where the attack was that a source opens with, told only over the text: in its title, or by its dateline.

"Blast in X mosque kills 40" over a report of "Monday's blast"; "X: A bomb went off at the railway station on Monday",
where the report does not say which town's station it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.naming_again import find_capital
from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.frames import find_frames
from analysis.coding.attacks.mentions import find_mentions
from analysis.coding.attacks.merging.settle import settle_place
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.places.ground import LOCAL
from analysis.coding.attacks.words import words
from analysis.coding.reading import Reading, SentenceReading
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind, find_place

_EXACT = LOCAL | {PlaceKind.SITE}


def lay_title(reading: Reading, clusters: Sequence[Cluster]) -> None:
    """Give the attack that a source opens with the place of its title, or of its dateline, if it has none."""
    main = clusters[0] if clusters else None
    if main is None or main.series or main.frames[0].another or settle_place(main.frames) is not None:
        return
    place = _of_title(reading) or _of_dateline(reading, main.frames[0])
    countries = {iso for frame in main.frames for iso in frame.countries}
    if place is not None and countries <= {place.country}:
        main.frames[0] = replace(main.frames[0], place=place)


def _of_title(reading: Reading) -> Place | None:
    """Return the one place at which the title tells of an attack, or of what was hit: "X mosque bombing"."""
    found: dict[str, Place] = {}
    for sentence in reading.title:
        frames = find_frames(find_mentions(sentence), ())
        inside = [_town_of(p.place) for p in sentence.places if _is_modifier(sentence, p)]
        for place in [
            *(_town_of(f.place) for f in frames if f.place is not None),
            *(inside if sentence.words & words().events.keys() else ()),
        ]:
            found[place.name] = place
    only = next(iter(found.values())) if len(found) == 1 else None
    fits = only is not None and only.kind in _EXACT and not only.part and ";" not in only.name
    return only if fits else None


def _is_modifier(sentence: SentenceReading, place: PlaceMention) -> bool:
    group = sentence.noun_at(place.first)
    bare = place.relation is None or place.relation.kind is RelationKind.OF
    return bare and group is not None and group.head > place.last


def _town_of(place: Place) -> Place:
    """Return the town of "X mosque", which a title calls after it; any other place is itself."""
    town = find_place(place.name.rsplit(" ", 1)[0]) if place.kind is PlaceKind.SITE and place.lat is None else None
    return town if town is not None and town.kind is PlaceKind.TOWN else place


def _of_dateline(reading: Reading, frame: Frame) -> Place | None:
    """Return the town that a report is filed from which opens with what was hit there: "at the railway station"."""
    sentence = frame.mention.sentence
    named = reading.source.datelines
    if len(named) != 1 or sentence.number > 1 or any(p.place.kind in _EXACT for p in sentence.places):
        return None
    place = find_place(named[0])
    if place is None or place.kind is not PlaceKind.TOWN or find_capital(place.country) == place:
        return None
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        at = group.preposition is not None and tokens[group.preposition].lower in words().settling
        known = tokens[group.first].lower == "the" and (at or group is frame.mention.target)
        if known and lemma(sentence.phrases, group) in words().bodies | words().divisions.keys():
            return place
    return None
