"""The scene again: where an attack was whose sentence names no place: a label, "the province", "the base", "there"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.naming_again import find_place_again, is_of_other_sort
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.labels import find_label
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.places.unlisted import find_unlisted_ground
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, RelationKind
from analysis.language.text.forms import is_plural, parse_singular

#: sentences back to the place that "the site" names again, and attacks that a report opens with
_REACH, _LEAD = 3, 3


def with_place(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give "in the north of the province" the province that was named last."""
    if frame.place is not None:
        return _at_the_known(frame, before)
    label = find_label(frame.mention.sentence)
    if label is not None:
        exact = label.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA} and not label.part
        return replace(frame, place=label if exact else None, countries=frame.countries or _country(label))
    same = _hit_the_same(frame, before)
    if same is not None:
        return replace(frame, place=same.place, countries=same.countries)
    scenes = [f.place for f in reversed(before[-8:]) if f.place is not None]
    scenes += [f.place for f in before[:_LEAD] if f.place is not None and f.place.kind is not PlaceKind.SITE]
    for group in _scene_groups(frame):
        place = find_place_again(frame.mention.sentence, group, next(iter(frame.countries), None), scenes)
        if place is not None:
            return replace(frame, place=place, on_target=_is_named_again(frame, group), countries=_country(place))
        hit = _hit_before(frame, group, before)
        if hit is not None:
            return replace(frame, place=hit.place, countries=hit.countries)
    again = _is_hit_again(frame)
    place = _place_before(frame, before, again) if again or _is_there(frame) else None
    if place is not None:
        return replace(frame, place=place, countries=_country(place))
    reach = 1 if again else _REACH
    if again or _points_at_scene(frame):
        placed = [
            f for f in before[-4:] if f.place and frame.mention.sentence.number - f.mention.sentence.number <= reach
        ]
        if placed:
            return replace(frame, place=placed[-1].place, countries=placed[-1].countries)
    return _in_unlisted_town(frame)


def _in_unlisted_town(frame: Frame) -> Frame:
    """Give "overran a post in *the town*" the town that the sentence before told of, though no list knows it."""
    last, tokens = frame.mention.sentence.before, frame.mention.sentence.sentence.tokens
    for group in _scene_groups(frame) if last is not None else []:
        named = tokens[group.first].lower == "the" and tokens[group.head].lower in {"town", "village", "city"}
        place = find_unlisted_ground(last) if named and last is not None and group.first + 1 == group.head else None
        if place is not None:
            return replace(frame, place=place, countries=_country(place) or frame.countries)
    return frame


def _is_there(frame: Frame) -> bool:
    """Tell "were killed *there* in an ambush", "struck a depot *there*", in the words around an attack."""
    tokens, tags = frame.mention.sentence.sentence.tokens, frame.mention.sentence.phrases.tags
    if "there" not in frame.mention.sentence.words:
        return False
    near = range(max(0, frame.mention.first - _FAR), min(len(tokens) - 1, frame.mention.last + _FAR))
    there = [i for i in near if tokens[i].lower == "there" and tags[i] is Tag.ADVERB and tags[i + 1] not in _BEING]
    return bool(there) and not any(p.last < there[0] for p in frame.mention.sentence.places)


_BEING = frozenset({Tag.BE, Tag.HAVE, Tag.MODAL})


def _place_before(frame: Frame, before: Sequence[Frame], again: bool) -> Place | None:
    """Return where the sentence before an attack's has it, which "there" or "it" (`again`) means: the one named last.

    "It" is what that sentence opens with, or what was attacked in it.
    """
    last = frame.mention.sentence.before
    if last is None or last.sentence.headline:
        return None
    told = [f.place for f in before[-4:] if f.mention.sentence is last and f.place is not None]
    if told or again:
        return told[-1] if told else _place_of_subject(last)
    exact = [p.place for p in last.places if p.place.kind in _EXACT | {PlaceKind.PROVINCE} and not p.place.part]
    ground = None if any(p.kind in _EXACT for p in exact) else find_unlisted_ground(last)
    return ground or next((p for p in reversed(exact) if p.kind in _EXACT), exact[-1] if exact else None)


def _hit_the_same(frame: Frame, before: Sequence[Frame]) -> Frame | None:
    """Return the last attack on what "the same base" says was hit again, or None."""
    target = (frame.target or "").lower().split()
    if target[:2] != ["the", "same"]:
        return None
    for told in reversed(before[-8:]):
        if told.place is not None:
            here = target[-1] in told.mention.sentence.words or not is_of_other_sort(told.place)
            if (here and told.place.kind is PlaceKind.SITE) or (told.target or "").lower().split()[-1:] == target[-1:]:
                return told
    return None


def _hit_before(frame: Frame, group: NounGroup, before: Sequence[Frame]) -> Frame | None:
    """Return the last attack on what "the base" names again, where that was placed: "attacked a base in X"."""
    tokens, noun = frame.mention.sentence.sentence.tokens, lemma(frame.mention.sentence.phrases, group)
    if tokens[group.first].lower != "the" or group.first + 1 != group.head or noun not in words().sites:
        return None
    if find_unlisted_ground(frame.mention.sentence) is not None:
        return None  # "In Dorrak, shells hit the base"
    told = (f for f in reversed(before[-8:]) if (f.target or "").lower().split()[-1:] == [noun] and not f.series)
    found = next(told, None)
    return found if found is not None and found.place is not None else None


def _at_the_known(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Take "the base, about 70 km north of Thule" for the base told before, not for Thule."""
    sentence, target = frame.mention.sentence, frame.mention.target
    if target is None or sentence.sentence.tokens[target.first].lower != "the":
        return frame
    here = next((p for p in sentence.places if p.place == frame.place), None)
    if here is None or here.relation is None or here.relation.kind is not RelationKind.DISTANCE:
        return frame
    scenes = [f.place for f in reversed(before[-8:]) if f.place is not None]
    place = find_place_again(sentence, target, here.place.country, scenes) if here.first > target.last else None
    return frame if place is None else replace(frame, place=place, countries=_country(place))


def _place_of_subject(sentence: SentenceReading | None) -> Place | None:
    """Return where the thing is that a sentence opens with: "The position at X had been reinforced"."""
    phrases = sentence.phrases if sentence is not None else None
    subject = phrases.at[0] if phrases is not None and phrases.at else None
    if sentence is None or phrases is None or not isinstance(subject, NounGroup) or sentence.sentence.headline:
        return None
    for place in sentence.places:
        beside = subject.last < place.first <= subject.last + _BESIDE and place.relation is not None
        beside = beside or (place.first == 0 and place.last == subject.last)  # "X is an industrial city"
        if beside and place.place.kind in _EXACT and not place.place.part:
            held = any(subject.last < v.first < place.first for v in phrases.verbs)
            return None if held else place.place
    return None


_EXACT = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT})
#: tokens from the subject of a sentence to the place behind it ("The position at X")
_BESIDE = 4


def _is_named_again(frame: Frame, group: NounGroup) -> bool:
    """Tell a target that is the place itself ("shelled the town"), not what stands there ("hit the clinic")."""
    named = lemma(frame.mention.sentence.phrases, group)
    return group is frame.mention.target and (named in words().divisions or named in words().named_sites)


def _country(place: Place) -> tuple[str, ...]:
    return (place.country,) if place.country else ()


def _scene_groups(frame: Frame) -> list[NounGroup]:
    """Return the groups that may name the scene again: the target, then those after the mention with a preposition."""
    mention, phrases = frame.mention, frame.mention.sentence.phrases
    tokens = phrases.sentence.tokens
    groups = [mention.target] if mention.target is not None else []
    for group in phrases.nouns:
        if group is mention.target or group.preposition is None or not 0 < group.first - mention.anchor <= _FAR:
            continue
        if tokens[group.preposition].lower in words().settling:
            groups.append(group)
    for verb in phrases.verbs:
        entered = phrases.at[verb.last + 1] if verb.last + 1 < mention.first else None
        if isinstance(entered, NounGroup) and verb.lemma in words().entering | words().conquering | _AROUND:
            groups.append(entered)  # "surrounded the village and fired at those who fled"
        thing = object_of(phrases, verb) if 0 < verb.first - mention.anchor <= _FAR else None
        if thing is not None and verb.lemma in words().nearing and thing.preposition is None:
            groups.append(thing)  # "were shot down as they approached the base"
        reached = phrases.at[verb.last + 2] if verb.last + 2 < len(phrases.at) and verb.lemma == "get" else None
        if isinstance(reached, NounGroup) and tokens[verb.last + 1].lower == "to" and verb.first > mention.anchor:
            groups.append(reached)  # "before they got to the base"
    for group in phrases.nouns if phrases.tags[0] is Tag.PREPOSITION else ():
        if group.last >= mention.first or group.preposition is None:
            continue
        fronted = group.preposition == 0 or tokens[group.last + 1].text == ","
        inside = tokens[group.preposition].lower in {"in", "at", "inside", "outside"}
        if fronted and inside and not any(v.first < group.first for v in phrases.verbs):
            groups.append(group)  # "In the camp, …", "In another incident in the camp, …"
    return groups


_AROUND = frozenset({"surround", "encircle", "besiege", "raid", "storm"})


def _is_hit_again(frame: Frame) -> bool:
    """Tell what was told right before: "It was last attacked in May", "It has come under fire", "drones struck it"."""
    mention, phrases = frame.mention, frame.mention.sentence.phrases
    tokens, target, event = phrases.sentence.tokens, mention.target, mention.event
    it = target is not None and target.first == target.last and tokens[target.first].lower == "it"
    if it and target is not None and target.first > mention.last:
        return not any(v.first < mention.first for v in phrases.verbs)
    under = event is not None and event.preposition is not None and tokens[event.preposition].lower == "under"
    verb = next(iter(phrases.verbs), None) if under else mention.verb
    opens = verb is not None and verb.first == 1 and (verb.passive or under) and tokens[0].lower == "it"
    return opens and (target is None or target.first == 0)


def _points_at_scene(frame: Frame) -> bool:
    """Tell "in the same area", "hit the site", "near its runway": where the attack before was."""
    tokens = frame.mention.sentence.sentence.tokens
    if _is_there(frame):
        return True
    for group in _scene_groups(frame):
        printed = [t.lower for t in tokens[group.first : group.head + 1]]
        fixed = parse_singular(printed[-1]) not in words().carriers | _MOVING | words().following | words().media
        if (
            (printed[0] == "its" and fixed and not is_plural(printed[-1]))  # "its runway", no "its bases"
            or (printed[:2] == ["the", "same"] and fixed)
            or printed in (["the", "site"], ["the", "scene"])
        ):
            return True
    return False


_MOVING = words().no_scene
#: tokens from a mention to the words that name its scene again
_FAR = 14
