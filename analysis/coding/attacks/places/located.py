"""Where the thing that was hit lies, told a sentence later: "The church is located in X", "Residents near the base in X
heard shots", "The X base is the largest"; where it was then: "The car was driving through X when it was hit"; or where
those came who attacked it: "The gunmen arrived in X at dawn".
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
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind, join_listed
from analysis.language.text.forms import parse_singular

#: sentences back to the attack on what lies there
_REACH = 5
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
        there = [p for p in there if not (moving and _is_bound_for(sentence, verb, p))]
        if there and (verb.lemma != "be" or _is_right_behind(sentence, verb, there[0])):
            return lemma(phrases, subject), join_listed(there, tokens)
    return _opening(sentence) or _named_again(sentence) or _reached(sentence)


def _is_bound_for(sentence: SentenceReading, verb: VerbGroup, place: PlaceMention) -> bool:
    """Tell where those had yet to come who "were travelling in a van *headed for* a town in X"."""
    between = [t.lower for t in sentence.sentence.tokens[verb.last + 1 : place.first]]
    return not _WHITHER.isdisjoint(between)


_WHITHER = frozenset({"headed", "heading", "bound", "to", "towards", "toward"})


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


def _named_again(sentence: SentenceReading) -> tuple[str, Place] | None:
    """Read what was hit where it is named again with its place: "near the school in X", "the X school"."""
    for mention in sentence.places:
        if mention.place.kind not in _LOCAL or mention.place.part:
            continue
        noun = _holder(sentence, mention)
        if noun is not None:
            return noun, mention.place
    return None


def _holder(sentence: SentenceReading, mention: PlaceMention) -> str | None:
    """Return the noun in the singular of "the school" that a place is said to hold, or that it is a name before."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if mention.relation is None:
        group = sentence.noun_at(mention.first)
        inside = group is not None and group.first < mention.first and group.head >= mention.last
        return _thing(sentence, group, group.head) if group is not None and inside else None
    if mention.relation.kind not in _THERE | {RelationKind.OF}:
        return None
    i = next((i for i in range(mention.first - 1, -1, -1) if tokens[i].start == mention.relation.start), 0) - 1
    inner = mention.relation.kind is not RelationKind.OF
    while i >= 0 and (tokens[i].lower in _STANDING or tokens[i].text == ","):
        i -= 1
    group = sentence.noun_at(i)
    if group is not None and lemma(phrases, group) in words().grounds and group.preposition is not None:
        i, inner = group.preposition - 1, True  # "in the north of X"
        while i >= 0 and (tokens[i].lower in _STANDING or tokens[i].text == ","):
            i -= 1
        group = sentence.noun_at(i)
    return _thing(sentence, group, i) if group is not None and inner else None


def _thing(sentence: SentenceReading, group: NounGroup, last: int) -> str | None:
    """Return the noun of "the school" or "the army post", or None where it is none that was told before."""
    if sentence.sentence.tokens[group.first].lower not in {"the", "that", "this"} or last == group.first:
        return None
    return parse_singular(sentence.sentence.tokens[last].lower)


#: words between a thing and where it is
_STANDING = frozenset({"is", "was", "lies", "lay", "sits", "sat", "stands", "stood", "located", "situated", "which"})


def _reached(sentence: SentenceReading) -> tuple[str, Place] | None:
    """Read where those came who attacked: "The gunmen arrived in X on motorcycles", "The attackers entered X"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for verb in phrases.verbs:
        if verb.negated or verb.passive or verb.modal is not None or not verb.finite or verb.lemma in words().away:
            continue
        subject = subject_of(phrases, verb)
        if subject is None or subject.preposition is not None or tokens[subject.first].lower not in {"the", "these"}:
            continue
        noun = lemma(phrases, subject)
        if noun not in words().armed or subject.first + 1 != subject.head:
            continue
        for place in sentence.places:
            if place.first <= verb.last or place.place.kind not in _LOCAL or place.place.part:
                continue
            if any(isinstance(phrases.at[i], VerbGroup) for i in range(verb.last + 1, place.first)):
                break
            there = place.relation.kind in _THERE if place.relation is not None else place.first == verb.last + 1
            if there or _holder(sentence, place):
                return noun, place.place
    return None


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
        named = _is_thing_told(noun, frame)
        if named and (frame.place is None or frame.place.kind not in _LOCAL):
            frames[i] = _place_there(frame, place)
            return


def _place_there(frame: Frame, place: Place) -> Frame:
    """Place an attack; a place on no list lies in the country that its own sentence tells, any other must."""
    told = frame.countries[0] if len(frame.countries) == 1 else None
    if told is None or told == place.country:
        return replace(frame, place=place, countries=(place.country,) if place.country else frame.countries)
    return replace(frame, place=replace(place, country=told)) if place.lat is None else frame


def _is_thing_told(noun: str, frame: Frame) -> bool:
    """Tell whether the sentence of an attack names the thing; "the attackers" need no name, and are no victims."""
    sentence = frame.mention.sentence
    if frame.series or (noun in words().armed and (frame.plural or noun in frame.victims | frame.people)):
        return False
    if noun in words().known_doers:
        return True
    if noun in words().armed | words().sites | words().bodies | words().ground | words().divisions.keys():
        said = (i for i, t in enumerate(sentence.sentence.tokens) if parse_singular(t.lower) == noun)
        return any(not frame.plural or _is_known_number(sentence, i) for i in said)
    for group in sentence.phrases.nouns:
        at = group.preposition is not None and sentence.sentence.tokens[group.preposition].lower in words().settling
        if (at or group is frame.mention.target) and lemma(sentence.phrases, group) == noun:
            return noun not in words().local_voices
    return False


def _is_known_number(sentence: SentenceReading, i: int) -> bool:
    """Tell "the base", "three depots" from the bases of "attacks on bases", which are not all where one of them is."""
    group = sentence.noun_at(i)
    return group is not None and sentence.phrases.tags[group.first] in {Tag.DETERMINER, Tag.NUMBER}
