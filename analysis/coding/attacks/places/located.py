"""Where the thing that was hit lies, told a sentence later: "The church is located in X", "The base lies near X"; or
where it was then: "The car was driving through X when it was hit".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind, join_listed
from analysis.language.text.forms import parse_singular

#: sentences back to the attack on what lies there
_REACH = 3
_LOCAL = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT})
_THERE = frozenset({RelationKind.IN, RelationKind.NEAR, RelationKind.DISTANCE})


def find_location(sentence: SentenceReading) -> tuple[str, Place] | None:
    """Find what a sentence says to lie where: the noun in the singular, and the place; None where it says nothing."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for verb in phrases.verbs:
        moving = verb.lemma in words().travelling and verb.gerund and verb.finite  # "was passing through X"
        if not moving and (verb.lemma not in words().lying | {"be"} or verb.gerund):
            continue
        if verb.negated:
            continue
        subject = _before_insertion(phrases, verb) or subject_of(phrases, verb)
        if subject is None or tokens[subject.first].lower not in {"the", "this", "that"}:
            continue
        there = [p for p in sentence.places if p.first > verb.last and p.place.kind in _LOCAL and not p.place.part]
        there = [p for p in there if p.relation is not None and p.relation.kind in _THERE]
        if there and (verb.lemma != "be" or _is_right_behind(sentence, verb, there[0])):
            return lemma(phrases, subject), join_listed(there, tokens)
    return _opening(sentence)


def _is_right_behind(sentence: SentenceReading, verb: VerbGroup, place: PlaceMention) -> bool:
    """Tell "the depots were in X", "was 3 km from X": nothing of its own stands between the verb and the place."""
    between = range(verb.last + 1, place.first)
    apart = any(isinstance(sentence.phrases.at[i], VerbGroup) for i in between)
    return (
        place.relation is not None
        and not apart
        and place.relation.start == sentence.sentence.tokens[verb.last + 1].start
    )


def _opening(sentence: SentenceReading) -> tuple[str, Place] | None:
    """Read "The camp at X held a store", which names again what was hit and says where it is."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    group = phrases.at[0] if tokens else None
    if not isinstance(group, NounGroup) or tokens[0].lower not in {"the", "that"} or group.first + 1 != group.head:
        return None
    noun = lemma(phrases, group)
    if noun not in words().sites and noun not in words().bodies and noun not in words().ground:
        return None
    after = [p for p in sentence.places if p.first == group.last + 2 and p.place.kind in _LOCAL and not p.place.part]
    if not after or after[0].relation is None:
        return None
    return (noun, after[0].place) if after[0].relation.kind in _THERE else None


def _before_insertion(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the subject of "The church, called X, is located", which opens the sentence."""
    tokens = phrases.sentence.tokens
    group = phrases.at[0]
    if not isinstance(group, NounGroup) or group.last + 1 >= verb.first - 1 or tokens[verb.first - 1].text != ",":
        return None
    return group if tokens[group.last + 1].text == "," else None


def is_in_reach(number: int, frames: Sequence[Frame]) -> bool:
    """Tell whether an attack was told near enough before sentence `number` for the sentence to say where it was."""
    return bool(frames) and number - frames[-1].mention.sentence.number <= _REACH


def lay_location(found: tuple[str, Place] | None, number: int, frames: list[Frame]) -> None:
    """Give the place to the attack without one that was told last, if its sentence names the thing that lies there."""
    if found is None:
        return
    noun, place = found
    for i in range(len(frames) - 1, -1, -1):
        frame = frames[i]
        if number - frame.mention.sentence.number > _REACH:
            return
        named = any(parse_singular(t.lower) == noun for t in frame.mention.sentence.sentence.tokens)
        if named and (frame.place is None or frame.place.kind not in _LOCAL):
            countries = (place.country,) if place.country else frame.countries
            frames[i] = replace(frame, place=place, countries=countries)
            return
