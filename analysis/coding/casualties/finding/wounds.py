"""Wounds told without a verb of wounding: "hit in the leg", "cut by flying glass", "left three drivers with burns".

The people are counted, named or single, and what hits them or where is said; who was hit only ("the post was hit")
is no figure. Being taken to hospital counts where the wounds are told with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.finding.patients import is_told, subjects_of
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

#: tokens after a verb in which the wound is told: "was taken to a clinic in the town with burns"
_REACH = 8


def find_by_wounds(reading: SentenceReading) -> Iterator[Figure]:
    """Find the people of a sentence who were hit in the body, hit by splinters, or left or treated with wounds."""
    for verb in reading.phrases.verbs:
        yield from _bearers(reading, verb)
        yield from _broken(reading, verb)
        yield from _recovering(reading, verb)
        yield from _treated(reading, verb)
        yield from _made_to_suffer(reading, verb)
        last = _wound_after(reading, verb)
        if last is None or is_unreal_verb(reading, verb):
            continue
        for victims in _wounded_people(reading, verb):
            if is_told(reading, verb, victims):
                yield Figure(Outcome.INJURED, victims, verb.first, last, "wounds")


def _bearers(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "two of the five have serious head wounds": counted people who have them."""
    wound = object_of(reading.phrases, verb) if verb.lemma == "have" and verb.finite and not verb.passive else None
    if wound is None or reading.sentence.tokens[wound.head].lower not in harm_set("hurts"):
        return
    for victims in [] if is_unreal_verb(reading, verb) else subjects_of(reading, verb):
        if victims.counted and (victims.quantity.low or 0) > 0:
            yield Figure(Outcome.INJURED, victims, verb.first, wound.last, "wounds", subset=victims.partitive)


def _broken(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "his wife's leg was broken": whose body it is."""
    if not verb.passive or verb.lemma not in harm_set("breaking") or is_unreal_verb(reading, verb):
        return
    part = subject_of(reading.phrases, verb)
    if part is None or reading.sentence.tokens[part.head].lower not in harm_set("body_parts") | harm_set("limbs"):
        return
    end = next((i for i in range(part.first, part.head) if reading.phrases.tags[i] is Tag.POSSESSIVE), None)
    if end is None:
        return
    owner = NounGroup(part.first, end - 1, end - 1, part.preposition, False, False)
    victims = read_victims(reading, owner)
    if victims is not None and not victims.others:
        yield Figure(Outcome.INJURED, victims, verb.first, verb.last, "broken")


def _recovering(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "her son may never recover from the wounds that a shell caused": the wounds are a fact."""
    last = _group_after(reading, verb, {"from": "hurts"}) if verb.lemma == "recover" else None
    if last is None:
        return
    for victims in subjects_of(reading, verb):
        if victims.counted or victims.name or victims.quantity.low == victims.quantity.high == 1:
            yield Figure(Outcome.INJURED, victims, verb.first, last, "recovering")


def _treated(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "four other civilians are receiving treatment": others than those told to be hurt."""
    seeking = verb.lemma in {"receive", "undergo", "seek", "need", "require"}
    care = object_of(reading.phrases, verb) if seeking and not verb.passive else None
    if care is None or reading.sentence.tokens[care.head].lower != "treatment" or is_unreal_verb(reading, verb):
        return
    for victims in subjects_of(reading, verb):
        if victims.counted and (victims.others or _group_after(reading, verb, {"for": "hurts"}) is not None):
            yield Figure(Outcome.INJURED, victims, verb.first, care.last, "wounds")


def _made_to_suffer(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "caused nine sailors to suffer from burns": those who are the object of the causing."""
    at, i = reading.phrases.at, verb.first - 1
    if not verb.infinitive or verb.lemma not in {"suffer", "sustain", "receive"} or i < 1:
        return
    i -= reading.sentence.tokens[i].lower == "to"
    whom = at[i]
    cause = at[whom.first - 1] if isinstance(whom, NounGroup) and whom.first else None
    if not isinstance(whom, NounGroup) or not isinstance(cause, VerbGroup) or cause.lemma not in {"cause", "lead"}:
        return
    wound = object_of(reading.phrases, verb)
    hurt = wound is not None and reading.sentence.tokens[wound.head].lower in harm_set("hurts")
    last = wound.last if hurt and wound is not None else _group_after(reading, verb, {"from": "hurts"})
    if last is None or is_unreal_verb(reading, cause):
        return
    for victims in read_list(reading, whom):
        if victims.counted:
            yield Figure(Outcome.INJURED, victims, verb.first, last, "wounds")


def _wounded_people(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    if verb.passive:
        return subjects_of(reading, verb)
    group = object_of(reading.phrases, verb)
    return read_list(reading, group) if group is not None else []


def _wound_after(reading: SentenceReading, verb: VerbGroup) -> int | None:
    """Return the last token of what tells the wound after a verb of hitting, leaving or treating, or None."""
    if verb.lemma in harm_set("hit_by"):
        told = {"in": "body_parts", "by": "splinters", "with": "splinters"} if verb.passive else {"in": "body_parts"}
        return _group_after(reading, verb, told)
    taking_in = verb.finite and not verb.passive and verb.lemma in harm_set("taking_in")
    if verb.lemma == "leave" or taking_in or (verb.passive and verb.lemma in harm_set("treated")):
        return _group_after(reading, verb, {"with": "hurts", "for": "hurts"})
    return None


def _group_after(reading: SentenceReading, verb: VerbGroup, told: dict[str, str]) -> int | None:
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for i in range(verb.last + 1, min(verb.last + 1 + _REACH, len(tokens) - 1)):
        flying = tokens[i].lower in {"flying", "falling"}
        if (isinstance(at[i], VerbGroup) and not flying) or tokens[i].lower in {",", ";", "and"}:
            return None
        words, beyond = told.get(tokens[i].lower), i + 1
        beyond += tokens[beyond].lower in {"flying", "falling"} and beyond + 1 < len(tokens)
        group = at[beyond]
        if words is not None and isinstance(group, NounGroup) and tokens[group.head].lower in harm_set(words):
            return group.last
    return None
