"""Weapon subjects: the weapon that a verb tells of, past a date, a place or a second weapon between it and the verb."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.clauses.known import is_one_more
from analysis.coding.attacks.mentions.downing import is_downed
from analysis.coding.attacks.nouns import weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind


def past_scene(phrases: Phrases, verb: VerbGroup, subject: NounGroup | None) -> NounGroup | None:
    """Return the bomb of "a bomb in the capital in May that killed two", whose place stands before the "that"."""
    if subject is None or weapon_type(phrases, subject) is not None or phrases.tags[verb.first - 1] is not Tag.RELATIVE:
        return subject
    group = subject
    while group.preposition and phrases.sentence.tokens[group.preposition].lower in words().settling:
        aside = (
            phrases.sentence.tokens[group.preposition - 1].text == ","
        )  # "near X, on the far bank, which killed two"
        before = phrases.at[group.preposition - 1 - aside]
        if not isinstance(before, NounGroup):
            break
        if weapon_type(phrases, before) is not None:
            return before
        group = before
    return subject


def past_aim(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the rockets of "nine rockets *targeting the guards* were fired", whose aim stands before the verb."""
    aim = phrases.at[verb.first - 1] if verb.first > 1 and verb.passive and verb.finite else None
    carried = phrases.at[aim.first - 1] if isinstance(aim, NounGroup) and aim.first > 1 else None
    if not isinstance(carried, VerbGroup) or not carried.gerund or carried.finite:
        return None
    before = phrases.at[carried.first - 1] if carried.first else None
    return before if isinstance(before, NounGroup) and weapon_type(phrases, before) is not None else None


def past_purpose(phrases: Phrases, verb: VerbGroup, subject: NounGroup | None) -> NounGroup | None:
    """Return the subject by which a verb may be unreal: none for "a rack to launch missiles *that were* fired at X"."""
    relative = verb.first > 0 and phrases.tags[verb.first - 1] is Tag.RELATIVE
    if subject is None or not relative or not verb.finite or verb.modal is not None or verb.negated:
        return subject
    purpose = phrases.at[subject.first - 1] if subject.first else None
    return None if isinstance(purpose, VerbGroup) and purpose.infinitive else subject


def told_before(sentence: SentenceReading, verb: VerbGroup, subject: NounGroup | None) -> NounGroup | None:
    """Return the rocket of "a rocket fell in the zone, and two days earlier *another* landed", or None.

    Without a day or a place of its own ("and *a third* hit X") the other one is a round of the same attack, as is one
    that was shot down.
    """
    phrases = sentence.phrases
    if subject is None or subject.preposition is not None or not is_one_more(phrases, subject):
        return None
    before = [g for g in phrases.nouns if g.last < subject.first and weapon_type(phrases, g) is not None]
    if not before:
        return None
    days = [d.first for d in sentence.dates]
    dated = any(day < subject.first for day in days) and any(day > before[-1].last for day in days)
    downed = verb.passive and is_downed(phrases, verb)
    return before[-1] if dated or downed or _is_place_elsewhere(sentence, subject) else None


def _is_place_elsewhere(sentence: SentenceReading, subject: NounGroup) -> bool:
    """Tell whether the first place named behind a subject is not among those before it, of which there are some."""
    here = [m.place for m in sentence.places if m.place.kind in _SCENES and m.last < subject.first]
    there = next((m.place for m in sentence.places if m.place.kind in _SCENES and m.first > subject.last), None)
    return bool(here) and there is not None and all(there.name != place.name for place in here)


_SCENES = frozenset({PlaceKind.SITE, PlaceKind.TOWN})


def first_weapon(phrases: Phrases, thing: NounGroup | None) -> NounGroup | None:
    """Return the rockets of "60 rockets and two drones have landed": the weapon named first.

    Not of "fired a rocket and two drones hit", where what was fired is no part of the subject.
    """
    if thing is None or thing.first < 2 or phrases.sentence.tokens[thing.first - 1].lower != "and":
        return thing
    before = phrases.at[thing.first - 2]
    if not isinstance(before, NounGroup) or before.preposition is not None or before.temporal:
        return thing
    verb = phrases.at[before.first - 1] if before.first else None
    fired = isinstance(verb, VerbGroup) and verb.lemma in words().firing | words().downing
    return thing if fired or weapon_type(phrases, before) is None else before


def after_date(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the subject of "At the weekend shells hit a school", which order takes for a part of the date."""
    group = sentence.phrases.at[verb.first - 1] if verb.first else None
    if not isinstance(group, NounGroup) or group.preposition is None:
        return None
    counted = group.preposition == 0 and sentence.sentence.tokens[0].lower == "of"
    if counted and weapon_type(sentence.phrases, group) is not None:
        return group  # "Of the 38 drones launched, 31 …"
    for date in sentence.dates:
        if date.first <= group.first <= date.last < group.head:
            return replace(group, first=date.last + 1, preposition=None, temporal=False)
    return None


def past_dates(sentence: SentenceReading, group: NounGroup | None) -> NounGroup | None:
    """Return the group before a date that order takes for a subject: "five rockets on Dec 3 that hit"."""
    phrases = sentence.phrases
    while group is not None and any(d.first <= group.first and group.last <= d.last for d in sentence.dates):
        before = phrases.at[group.preposition - 1] if group.preposition else None
        group = before if isinstance(before, NounGroup) else None
    return group
