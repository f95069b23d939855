"""Weapons that move: "two rockets hit the base", "missiles were fired at", "the militia fired rockets"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.attacks.grammar import agent_of, aim_of, has_particle
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.tags import Tag


def find_weapons(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Weapons that move: "two rockets hit the base", "missiles were fired at", "the militia fired rockets"."""
    w = words()
    for verb in phrases.verbs:
        if verb.lemma not in w.landing and verb.lemma not in w.firing and verb.lemma not in w.taking:
            continue
        if verb.lemma == "come" and not has_particle(phrases, verb, "down"):
            continue
        subject = _past_dates(sentence, subject_of(phrases, verb)) or _after_date(sentence, verb)
        subject = members(phrases, subject)
        weapon = weapon_type(phrases, subject) if subject else None
        moves = verb.lemma in w.landing or verb.passive or _is_fired(phrases, verb)
        if subject and weapon and moves and not is_unreal(phrases, verb, subject):
            target = object_of(phrases, verb) if not verb.passive else None
            doer = agent_of(phrases, verb.last) if verb.passive else None
            yield Mention(
                sentence, subject, verb, subject, doer, target or aim_of(phrases, verb.last), weapon, "weapon-moves"
            )
            continue
        thing = members(phrases, object_of(phrases, verb))
        weapon = (weapon_type(phrases, thing) or _worn(phrases, verb, thing)) if thing else None
        if (
            thing
            and weapon
            and verb.lemma in w.taking
            and subject
            and not verb.passive
            and not is_unreal(phrases, verb, thing)
        ):
            if subject.head != subject.first or phrases.tags[subject.head] is Tag.PROPER:
                yield Mention(sentence, thing, verb, thing, None, subject, weapon, "weapon-taken")
            continue
        if thing and _into_space(phrases, thing):
            continue
        if thing and weapon and verb.lemma in w.firing and not verb.passive and not is_unreal(phrases, verb, thing):
            if weapon is AttackType.BOMBING and verb.lemma == "drop":
                weapon = AttackType.AIR_STRIKE
            yield Mention(sentence, thing, verb, thing, subject, aim_of(phrases, thing.last), weapon, "weapon-fired")


def members(phrases: Phrases, group: NounGroup | None) -> NounGroup | None:
    """Return the weapons of "a salvo of rockets", "one of their drones", "wave after wave of drones", or the group."""
    if group is None or weapon_type(phrases, group) is not None:
        return group
    i, tokens = group.last + 1, phrases.sentence.tokens
    if i + 1 < len(tokens) and tokens[i].lower == "after" and isinstance(phrases.at[i + 1], NounGroup):
        i = phrases.at[i + 1].last + 1  # type: ignore[union-attr]
    if i + 1 >= len(tokens) or tokens[i].lower != "of":
        return group
    inner = phrases.at[i + 1]
    collective = group.bare or tokens[group.head].lower in words().series | words().collectives
    return inner if collective and isinstance(inner, NounGroup) and weapon_type(phrases, inner) is not None else group


def _worn(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> AttackType | None:
    """Tell the "vest" or "belt" that somebody detonated."""
    worn = verb.lemma in {"detonate", "explode"} and lemma(phrases, thing) in {"vest", "belt", "himself", "herself"}
    return AttackType.BOMBING if worn else None


def _after_date(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
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


def _past_dates(sentence: SentenceReading, group: NounGroup | None) -> NounGroup | None:
    """Return the group before a date that order takes for a subject: "five rockets on Dec 3 that hit"."""
    phrases = sentence.phrases
    while group is not None and any(d.first <= group.first and group.last <= d.last for d in sentence.dates):
        before = phrases.at[group.preposition - 1] if group.preposition else None
        group = before if isinstance(before, NounGroup) else None
    return group


def _into_space(phrases: Phrases, weapon: NounGroup) -> bool:
    """Tell "launched a rocket into orbit" from an attack."""
    after = phrases.at[weapon.last + 2] if weapon.last + 2 < len(phrases.at) else None
    return isinstance(after, NounGroup) and lemma(phrases, after) in {"orbit", "space"}


def _is_fired(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a note's "five rockets fired at the airport", which leaves out "were"."""
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    past = phrases.tags[verb.head] is Tag.PARTICIPLE and verb.first == verb.head
    counted = phrases.sentence.tokens[0].lower == "of" and after == ","  # "Of the 38 drones launched, 31 …"
    aimed = after in {"at", "on", "towards", "toward", "into", "from", "by", "overnight"}
    return past and verb.lemma in words().firing and (aimed or counted)
