"""The scene again: where an attack was whose sentence names no place: a label, "the province", "the base", "there"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.naming_again import find_place_again, is_of_other_sort
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.labels import find_label
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup
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
    reach = 1 if _is_it(frame) else _REACH
    if reach == 1 or _points_at_scene(frame):
        placed = [
            f for f in before[-4:] if f.place and frame.mention.sentence.number - f.mention.sentence.number <= reach
        ]
        if placed:
            return replace(frame, place=placed[-1].place, countries=placed[-1].countries)
    place = _place_of_subject(frame.mention.sentence.before) if _is_it(frame) else None
    return replace(frame, place=place, countries=_country(place)) if place is not None else frame


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
    opening = phrases.at[1] if len(phrases.at) > 1 else None
    if isinstance(opening, NounGroup) and opening.preposition == 0 and opening.last < mention.first:
        inside = tokens[0].lower in {"in", "at", "inside", "outside"}
        return [*groups, opening] if inside else groups  # "In the camp, …"
    return groups


_AROUND = frozenset({"surround", "encircle", "besiege", "raid", "storm"})


def _is_it(frame: Frame) -> bool:
    """Tell "It was last attacked in October", of what was told of right before."""
    verb, target = frame.mention.verb, frame.mention.target
    if verb is None or not verb.passive or verb.first != 1 or (target is not None and target.first > 0):
        return False
    return frame.mention.sentence.sentence.tokens[0].lower == "it"


def _points_at_scene(frame: Frame) -> bool:
    """Tell "in the same area", "hit the site", "near its runway": where the attack before was."""
    tokens = frame.mention.sentence.sentence.tokens
    after = tokens[frame.mention.last + 1 : frame.mention.last + _FAR]
    if "there" in {t.lower for t in after[:-1]} and not any(t.lower in {"was", "were", "is"} for t in after):
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


_MOVING = frozenset({"patrol", "convoy", "group", "militia", "unit", "man", "woman", "day", "people", "way", "time"})
#: tokens from a mention to the words that name its scene again
_FAR = 14
