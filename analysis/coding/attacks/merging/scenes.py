"""Scenes: how far the places of a frame and of an attack are the same; None where they never are."""

from __future__ import annotations

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind, distance_km
from analysis.language.text.names import name_key


def scene_likeness(frame: Frame, cluster: Cluster) -> float | None:
    """Return how far places and countries are the same; None where they never are."""
    told = [f for f in cluster.seen if not f.mention.sentence.sentence.headline]  # a headline may sum up several
    countries = {c for f in told for c in f.countries} or {c for f in cluster.seen for c in f.countries}
    if frame.countries and countries and not countries & set(frame.countries):
        return -1.0 if _only_points(frame) else None
    score = 0.5 if countries & set(frame.countries) else 0.0
    if any(_hit_elsewhere(frame, f) for f in cluster.seen) or _opens_elsewhere(frame, cluster):
        return None
    if not frame.definite and _parts(frame) and _in_other_part(frame, cluster):
        return None
    if _is_over_country(frame) and _is_in_town(cluster):
        return None
    here = _is_near(frame)
    values = [
        place_likeness(frame.place, f.place, here or _is_near(f)) for f in cluster.seen if frame.place and f.place
    ]
    if any(v is None for v in values):
        return None
    if values and max(v for v in values if v is not None) < 0 and not (frame.definite or frame.pointing):
        return None  # "fired on the village of X", and then on one of another name
    if values and _hurt_others(frame, cluster) and max(v for v in values if v is not None) < _SAME:
        return None
    if values and _lands_elsewhere(frame, cluster) and max(v for v in values if v is not None) <= 0:
        return None
    return score + max((v for v in values if v is not None), default=0.0)


#: likeness of one place and itself
_SAME = 2.5


def _is_over_country(frame: Frame) -> bool:
    """Tell "attacked Thule with 13 drones", "launched nine missiles at the country": all the rounds of a night."""
    mention, rounds = frame.mention, frame.munitions
    if rounds is None or frame.place is not None or mention.verb is None or (rounds.low or 0) < _MANY:
        return False
    sentence = mention.sentence
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    lands = {p.first for p in sentence.places if p.place.kind is PlaceKind.COUNTRY and not p.place.part}
    for group in phrases.nouns:
        if not 0 < group.first - mention.verb.last <= _AIM:
            continue
        said = tuple(t.lower for t in tokens[group.first : group.last + 1])
        whole = group.head in lands or said in {("the", "country"), ("its", "territory")}
        at = group.preposition is not None and tokens[group.preposition].lower in {"at", "against", "on", "into"}
        if whole and (at or (mention.rule == "attack-verb" and group is mention.target)):
            return True
    return False


#: rounds of a night, and tokens from the verb to the country they were fired at
_MANY, _AIM = 3, 12


def _is_in_town(cluster: Cluster) -> bool:
    """Tell an attack on one place, of which no mention tells of a whole country under fire."""
    towns = [f for f in cluster.seen if f.place is not None and not f.mention.sentence.sentence.headline]
    placed = bool(towns) and all(f.place is not None and f.place.kind not in _WIDE for f in towns)
    return placed and not any(_is_over_country(f) for f in cluster.seen)


_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA})


def _in_other_part(frame: Frame, cluster: Cluster) -> bool:
    """Tell "a missile fell in northern Thule" from one that fell in its centre."""
    theirs = [parts for f in cluster.seen if (parts := _parts(f))]
    mine = _parts(frame)
    return bool(theirs) and not any(mine & parts for parts in theirs)


def _parts(frame: Frame) -> frozenset[str]:
    """Return the directions in the parts of countries that a sentence says something is in: "in northern Thule",
    "In the east, …", "in the west of the country", "in the country's south".
    """
    tokens = frame.mention.sentence.sentence.tokens
    found: set[str] = set()
    for place in frame.mention.sentence.places:
        if place.place.part and _is_in(place):
            printed = " ".join(t.lower for t in tokens[max(0, place.first - 1) : place.last + 1])
            found.update(d for d in _DIRECTIONS if d in printed)
    if not frame.mention.sentence.words.isdisjoint(_SIDES):
        words_of = [t.lower for t in tokens]
        for i in range(2, len(words_of) - 1):
            if words_of[i] in _SIDES and (words_of[i - 1] == "'s" or words_of[i - 2 : i] == ["in", "the"]):
                whole = words_of[i + 1 : i + 4] == ["of", "the", "country"] or words_of[i + 1] != "of"
                country = words_of[i - 1] == "the" or words_of[i - 2] == "country"
                found.update(d for d in _DIRECTIONS if whole and country and words_of[i].startswith(d))
    return frozenset(found)


_DIRECTIONS = ("north", "south", "east", "west", "centr")
_SIDES = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})


def _lands_elsewhere(frame: Frame, cluster: Cluster) -> bool:
    """Tell "a missile killed two in X", "shelling of X", told for the first time after attacks on another town."""
    named = frame.mention.weapon is not None or frame.mention.event is not None
    other = not frame.weak and bool(cluster.types) and frame.type not in cluster.types | {AttackType.OTHER}
    listed = not _is_near(frame) and all(f.place.lat for f in (frame, *cluster.seen) if f.place is not None)
    if frame.definite or cluster.in_headline or not (named or other or listed):
        return False
    towns = [f for f in cluster.seen if f.place is not None and not f.mention.sentence.sentence.headline]
    said = {p.place.name for p in frame.mention.sentence.places}  # "the village of X, south of Y"
    return (
        frame.place is not None
        and bool(towns)
        and all(
            f.place is not None
            and f.place.kind is frame.place.kind is PlaceKind.TOWN
            and f.place.name not in said
            and not are_spelt_alike(f.place, frame.place)
            for f in towns
        )
    )


def _hurt_others(frame: Frame, cluster: Cluster) -> bool:
    """Tell "killed three in the town of X", where no mention of an attack elsewhere has that number of dead or hurt."""
    if frame.definite or cluster.in_headline or frame.place is None or frame.place.kind is not PlaceKind.TOWN:
        return False
    told = {(killed, number) for f in cluster.seen for killed, number in f.toll}
    counted = {killed for killed, _ in told} & {killed for killed, _ in frame.toll}
    return bool(counted) and not told & frame.toll


def _only_points(frame: Frame) -> bool:
    """Tell "the attack", whose sentence names a country for another reason ("a source in Kyiv said the attack …")."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    if event is None or frame.place is not None or not frame.definite or frame.mention.weapon is not None:
        return False
    if event.first + 1 != event.last or tokens[event.first].lower not in {"the", "this", "that"}:
        return False
    return event.last + 1 < len(tokens) and tokens[event.last + 1].lower not in {"in", "on", "against", "near", "at"}


def _hit_elsewhere(a: Frame, b: Frame) -> bool:
    """Tell two towns, or two sites, that were each themselves what was hit ("shelled the village of X")."""
    if a.place is None or b.place is None or a.place.kind is not b.place.kind:
        return False
    if a.place.kind not in {PlaceKind.TOWN, PlaceKind.SITE} or (a.place.kind is PlaceKind.SITE and a.definite):
        return False
    if a.pointing or not (_is_itself_hit(a) and _is_itself_hit(b)):
        return False
    verbs = a.mention.rule == b.mention.rule == "attack-verb"
    if not verbs and (a.place.lat is None) != (b.place.lat is None):
        return False  # a town, and perhaps a village that belongs to it
    if _is_named_in(a.place, b) or _is_named_in(b.place, a):
        return False  # "shell Tel Zaba", and then "shelled the village of X in the countryside of Tel Zaba"
    return not are_spelt_alike(a.place, b.place)


def _is_named_in(place: Place, frame: Frame) -> bool:
    """Tell a place that the sentence of another frame names too, as where its own lies."""
    found = [p.place for p in frame.mention.sentence.places]
    return any(p.name == place.name or (p.lat is not None and p.lat == place.lat) for p in found)


def _opens_elsewhere(frame: Frame, cluster: Cluster) -> bool:
    """Tell "In X, missiles struck two towers", which sets another scene than the town that an attack was in."""
    placed = [f for f in cluster.seen if f.place is not None and not f.mention.sentence.sentence.headline]
    if frame.place is None or frame.definite or frame.place.kind is not PlaceKind.TOWN or not placed:
        return False
    if not any(p.place == frame.place and p.first <= _FRONT and _is_in(p) for p in frame.mention.sentence.places):
        return False
    return all(_is_in_other_town(frame.place, f) for f in placed)


def _is_in_other_town(place: Place, frame: Frame) -> bool:
    if frame.place is None or frame.place.kind is not PlaceKind.TOWN or are_spelt_alike(place, frame.place):
        return False
    here = [p for p in frame.mention.sentence.places if p.place == frame.place]
    return bool(here) and all(_is_in(p) for p in here)


def _is_in(mention: PlaceMention) -> bool:
    return mention.relation is not None and mention.relation.kind is RelationKind.IN


#: tokens before a town that a sentence opens with ("In the town of X")
_FRONT = 4


def are_spelt_alike(a: Place, b: Place) -> bool:
    """Tell two names that share the beginning of a word: one place in two spellings, or lists with half in common."""
    mine, theirs = a.name.split(";"), b.name.split(";")
    mine, theirs = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    alike = sum(any(_is_spelt_alike(one, other) for other in theirs) for one in mine)
    return 2 * alike >= len(mine)


def _is_spelt_alike(one: str, other: str) -> bool:
    mine, theirs = _telling_parts(one), _telling_parts(other)
    return any(_sounds_alike(a, b) for a in mine for b in theirs)


def _sounds_alike(one: str, other: str) -> bool:
    """Tell two spellings of one word: the same consonants, or the same beginning in letters and in consonants."""
    a, b = _skeleton(one), _skeleton(other)
    return a == b or (one[:4] == other[:4] and a[:3] == b[:3])


def _telling_parts(name: str) -> set[str]:
    """Return the parts of a name that tell it from others, evened out: not "tall", "jabal" or "al"."""
    parts = set(name_key(name))
    return {part for part in parts if len(part) > _SHORT and part not in words().name_parts} or parts


def _skeleton(word: str) -> str:
    """Return the consonants of a name, double ones once: what its spellings have in common."""
    kept = [c for c in word if c.isalpha() and c not in "aeiouy"]
    return "".join(c for i, c in enumerate(kept) if i == 0 or c != kept[i - 1])


#: letters of a part that many names have ("al", "tal")
_SHORT = 3


def _is_itself_hit(frame: Frame) -> bool:
    tokens = frame.mention.sentence.sentence.tokens
    if any(p.place == frame.place and tokens[p.last].lower in _AROUND for p in frame.mention.sentence.places):
        return False  # "the shelling of the X countryside", where many villages are
    if frame.on_target:
        return True
    if frame.place is None or frame.target is None:
        return False
    return any(name in frame.target.lower() for name in frame.place.name.lower().split(";"))


_AROUND = frozenset({"countryside", "area", "areas", "outskirts", "suburb", "suburbs", "region"})

#: kilometres from a town to what lies "north of" it
_DIRECTION = 100


def _is_near(frame: Frame) -> bool:
    """Tell a place that its sentence only gives a direction from: "an air base north of Baghdad"."""
    return any(
        p.relation is not None
        and p.relation.kind in {RelationKind.DISTANCE, RelationKind.NEAR}
        and p.place == frame.place
        for p in frame.mention.sentence.places
    )


def place_likeness(a: Place, b: Place, near: bool = False) -> float | None:
    """Return how far two places can be one: the same 2.5, one in or near the other 1.5, unknown 0; None for never.

    `near` says that only a direction from one of them is told.
    """
    if a.name == b.name:
        return 0.5 if a.kind is PlaceKind.SEA else 2.5
    if a.country and b.country and a.country != b.country:
        return None
    if a.province is not None and a.province == b.province and PlaceKind.PROVINCE in {a.kind, b.kind}:
        return 2.5 if a.kind is b.kind else 1.5  # whatever the spelling
    if a.name in {b.province, b.name} or b.name in {a.province, a.name}:
        return 1.5
    km = distance_km(a, b)
    if km is None and a.province and b.province and a.province != b.province:
        return None
    if km is None and a.kind is b.kind and a.kind in _POINTS and (a.lat is b.lat is None or a.kind is PlaceKind.SITE):
        return 1.5 if are_spelt_alike(a, b) else -0.75  # two that no list knows, or two of which none tells where
    if km is None and PlaceKind.TOWN in {a.kind, b.kind} and any(_is_unlisted_part(p) for p in (a, b)):
        return 1.0  # "struck Thule overnight", and then "hit a flat in the Sarno district"
    if km is None:
        return 0.0
    if near and 40 < km < _DIRECTION:
        return 0.5
    if km > (_SITES if a.kind is b.kind is PlaceKind.SITE else 40):
        return None
    if km == 0 and a.kind is b.kind:
        return 2.5
    return 0.0 if a.kind is b.kind is PlaceKind.TOWN and km > 1 else 1.5


_POINTS = frozenset({PlaceKind.TOWN, PlaceKind.SITE})

#: kilometres beyond which two sites of different names are never one: a base and the airport beside it
_SITES = 8


def _is_unlisted_part(place: Place) -> bool:
    """Tell a part of some town that no list knows."""
    unlisted = place.lat is None and place.province is None and ";" not in place.name
    return unlisted and place.kind in {PlaceKind.NEIGHBORHOOD, PlaceKind.DISTRICT}
