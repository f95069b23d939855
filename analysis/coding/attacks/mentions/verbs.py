"""Verbs of attacking and of harm by somebody in arms: "Turkish forces shelled the village"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analysis.coding.attacks.clauses.grammar import (
    agent_of,
    aim_of,
    event_before,
    has_particle,
    instrument_of,
    is_sent_by,
    means_of,
)
from analysis.coding.attacks.clauses.places_hit import place_said_of
from analysis.coding.attacks.doers.armed import is_armed, is_capital
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.blasts import blows_itself_up, find_blown
from analysis.coding.attacks.mentions.endings import ends_attack, shoots_back
from analysis.coding.attacks.mentions.in_person import is_in_person
from analysis.coding.attacks.mentions.peaceful import is_in_peace
from analysis.coding.attacks.mentions.sites_hit import is_site_hit
from analysis.coding.attacks.mentions.unaimed import find_unaimed, is_at_nobody
from analysis.coding.attacks.mentions.verbal import is_no_deed, is_said
from analysis.coding.attacks.nouns import is_event, lemma, members, platform_of, platform_type, type_before, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_verbs(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Verbs of attacking: "Turkish forces shelled the village", "the camp was bombed by jets"."""
    w = words()
    for verb in phrases.verbs:
        if _kind_of_verb(phrases, verb) is None or verb.head in taken or is_unreal(phrases, verb, None):
            continue
        target, doer = find_unaimed(sentence, verb) or _sides(phrases, verb)
        if is_said(sentence, verb, target) or is_no_deed(sentence, verb, target) or _is_of_them(phrases, verb, doer):
            continue
        doer = members(phrases, counted(phrases, doer))
        told = doer is not None and doer.head in taken and not (verb.passive and is_sent_by(phrases, doer))
        if event_before(phrases, verb) or told or (doer is not None and is_event(phrases, doer)):
            continue
        weapon = instrument_of(phrases, verb, doer)
        armed = weapon is not None or (
            doer is not None and (is_armed(sentence, doer) or _is_by_capital(sentence, verb, doer, target))
        )
        clause = verb.finite or any(v.finite for v in phrases.verbs)  # not "the film bombed"
        plain = verb.passive and clause and (verb.lemma in w.plain or is_site_hit(sentence, verb, target))
        plain = plain or (verb.passive and verb.lemma == "fire" and _particle(phrases, verb) in {"at", "upon"})
        needs = verb.lemma in w.needing_arms or verb.lemma in w.verbs_with_particles
        if blows_itself_up(phrases, verb, target, doer):
            hit = find_blown(phrases, verb, target, weapon)
            yield Mention(sentence, None, verb, weapon, doer or target, hit, AttackType.BOMBING, "attack-verb")
            continue
        if needs and not (armed or plain or _pronoun(phrases, doer) or _is_by_anybody(phrases, verb, doer, target)):
            continue
        if verb.lemma in w.needing_weapons and weapon is None and _by_arms(phrases, verb) is None:
            continue
        personal = verb.passive and verb.finite and verb.lemma in w.personal
        if target is None and not personal and not is_at_nobody(phrases, verb, doer):
            continue
        if is_in_peace(phrases, verb, target, doer) or _is_disposal(phrases, verb, target):
            continue
        if target is not None and verb.lemma in {"shoot", "gun", "engage"} and _is_thing(phrases, verb, target):
            continue
        if ends_attack(phrases, verb, doer, target):
            continue
        kind = _type_of_verb(phrases, verb, doer, weapon)
        if weapon is None and is_in_person(phrases, verb, doer, target):
            kind = _by_arms(phrases, verb) or AttackType.ASSAULT
        if shoots_back(phrases, verb, doer, target):
            yield Mention(sentence, None, verb, None, None, target, AttackType.OTHER, "attack-verb")
            continue
        yield Mention(sentence, None, verb, weapon, doer, target, kind, "attack-verb")


def _is_by_capital(sentence: SentenceReading, verb: VerbGroup, doer: NounGroup, target: NounGroup | None) -> bool:
    """Tell "Ankara has bombed", "Kyiv struck a refinery": a capital, where the verb or what was hit leaves no doubt."""
    w = words()
    solid = target is not None and lemma(sentence.phrases, target) in w.sites | w.bodies | w.carriers
    return (verb.lemma in w.levelling or solid) and is_capital(sentence, doer)


def _kind_of_verb(phrases: Phrases, verb: VerbGroup) -> AttackType | None:
    """Return the type that a verb gives, with the word that it needs ("blew up", "set fire to"), or None."""
    told = words().phrasal.get(f"{verb.lemma}-{_particle(phrases, verb)}") if verb.lemma in _parted() else None
    return told or words().verbs.get(verb.lemma)


@cache
def _parted() -> frozenset[str]:
    """Return the verbs that a particle makes verbs of attacking: the "set" of "set fire to"."""
    return frozenset(name.rpartition("-")[0] for name in words().phrasal)


def _particle(phrases: Phrases, verb: VerbGroup) -> str:
    """Return the word that a verb needs, behind it or behind its object: "blew the bridge up", "set cars on fire"."""
    tokens = phrases.sentence.tokens
    last = verb.last
    while last + 1 < len(tokens) and tokens[last + 1].lower.endswith("ly"):
        last += 1  # "fired indiscriminately at"
    ends = [last]
    thing = object_of(phrases, verb) if verb.lemma in _APART and not verb.passive else None
    if thing is not None:
        ends.append(thing.last)
    after = [[t.lower for t in tokens[end + 1 : end + 3]] for end in ends]
    if ["on", "fire"] in after:
        return "ablaze"
    behind = {"to"} if verb.lemma in _TO_DEATH else {"up", "down", "ablaze", "alight", "alive"}
    late = after[-1][0] if len(after) > 1 and after[-1] and after[-1][0] in behind else ""
    return late or (after[0][0] if after[0] else "")


_TO_DEATH = frozenset({"hack", "axe", "beat", "bludgeon", "batter", "club"})
_APART = _TO_DEATH | {"set", "blow", "burn"}


def counted(phrases: Phrases, doer: NounGroup | None) -> NounGroup | None:
    """Return the gunmen of "dozens of gunmen", "a group of gunmen", or the doer itself."""
    if doer is None or doer.last + 2 >= len(phrases.at) or phrases.sentence.tokens[doer.last + 1].lower != "of":
        return doer
    inner = phrases.at[doer.last + 2]
    collective = doer.bare or lemma(phrases, doer) in {"group", "band", "number", "dozen", "crowd", "team", "party"}
    collective = collective or phrases.sentence.tokens[doer.head].lower in words().series
    counts = collective and isinstance(inner, NounGroup) and not inner.bare  # not "the group of 10"
    return inner if counts and isinstance(inner, NounGroup) else doer


def _is_of_them(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None) -> bool:
    """Tell "two of them hit a block of flats": some of the rounds that were told of."""
    tokens = phrases.sentence.tokens
    if doer is None or verb.lemma not in {"hit", "strike"} or doer.last + 2 >= len(tokens) or not doer.bare:
        return False
    return [t.lower for t in tokens[doer.last + 1 : doer.last + 3]] == ["of", "them"]


def _is_by_anybody(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None, target: NounGroup | None) -> bool:
    """Tell what needs nobody in arms: "rammed his car into a queue", "shot dead an elder", "attacked a police car"."""
    thing = object_of(phrases, verb) if verb.lemma == "ram" else None
    if thing is not None and lemma(phrases, thing) in words().carriers:
        return True
    if doer is None or target is None or verb.passive:
        return False
    tokens, w = phrases.sentence.tokens, words()
    shot_at = verb.lemma == "shoot" and has_particle(phrases, verb, "at")
    if not shot_at and noun_of_people(tokens, doer.first, doer.head) is None:
        return False
    if lemma(phrases, doer) in w.protesters:
        return False
    if verb.lemma in {"shoot", "gun"}:
        after = {t.lower for t in tokens[verb.last + 1 : verb.last + 2]}
        return bool(after & {"dead", "down", "at"}) or tokens[min(target.last + 1, len(tokens) - 1)].lower == "dead"
    things = w.carriers | w.posts - {"interest", "position"}
    return verb.lemma in {"attack", "torch", "storm"} and lemma(phrases, target) in things


def _pronoun(phrases: Phrases, group: NounGroup | None) -> bool:
    return group is not None and phrases.tags[group.head] is Tag.PRONOUN


def _is_disposal(phrases: Phrases, verb: VerbGroup, target: NounGroup | None) -> bool:
    """Tell "found and blew up the cache": what was found is got rid of."""
    before = phrases.at[verb.first - 2] if verb.first > 1 and verb.lemma in {"blow", "destroy", "detonate"} else None
    joined = isinstance(before, VerbGroup) and phrases.sentence.tokens[verb.first - 1].lower == "and"
    return joined and isinstance(before, VerbGroup) and before.lemma in _FINDING and target is not None


_FINDING = frozenset({"find", "discover", "uncover", "seize", "recover", "locate", "unearth"})


def _is_thing(phrases: Phrases, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell what is filmed, fired or brought down ("shot down", "engaged a drone") from somebody who is shot."""
    if verb.lemma == "engage":
        inner = members(phrases, group)
        return inner is not None and weapon_type(phrases, inner) is not None
    if has_particle(phrases, verb, "down") and group.bare:
        return True
    return weapon_type(phrases, group) is not None


def _type_of_verb(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None, weapon: NounGroup | None) -> AttackType:
    own = _kind_of_verb(phrases, verb) or AttackType.OTHER
    if weapon is not None:
        return weapon_type(phrases, weapon) or AttackType.OTHER
    if doer is not None:
        platform = platform_of(phrases, doer)
        shelled = own is AttackType.ARTILLERY and platform is AttackType.AIR_STRIKE
        above = own is AttackType.SHOOTING and platform is AttackType.AIR_STRIKE  # "helicopters fired on"
        bomber = platform is AttackType.BOMBING and own is AttackType.ASSAULT  # "a suicide bomber rammed"
        by_hand = own is AttackType.BOMBING and platform in {AttackType.SHOOTING, AttackType.ASSAULT}  # "gunmen bombed"
        loose = own in {AttackType.OTHER, AttackType.BOMBING} and not by_hand
        if platform is not None and (shelled or above or bomber or loose):
            return platform
    arms = _by_arms(phrases, verb) if own in {AttackType.OTHER, AttackType.ARTILLERY} else None
    return arms if arms is not None and (own is AttackType.OTHER or arms is AttackType.ROCKET) else own


def _by_arms(phrases: Phrases, verb: VerbGroup) -> AttackType | None:
    """Return the type of the arms in "attacked a checkpoint with machine guns", "hit the town with artillery"."""
    group = means_of(phrases, verb.last + 1, _ARMS)
    if group is None:
        return None
    if lemma(phrases, group) == "launcher":
        kind = type_before(phrases, group)  # "with multiple rocket launchers"
        return kind if kind is AttackType.ROCKET else None
    held = words().hand_weapons.get(lemma(phrases, group))
    return AttackType(held) if held is not None else platform_type(lemma(phrases, group))


#: tokens from a verb to the arms that it was done with
_ARMS = 18


def _sides(phrases: Phrases, verb: VerbGroup) -> tuple[NounGroup | None, NounGroup | None]:
    """Return whom a verb is aimed at and who does it: active, passive, or of a clause like "a school that jets hit"."""
    subject = _past_place(phrases, verb, subject_of(phrases, verb))
    hit = relative_object(phrases, verb, subject)
    if not verb.passive or (verb.first == verb.head and _particle(phrases, verb) == "at"):
        return _object(phrases, verb) or hit, first_named(phrases, members(phrases, subject))
    if hit is not None and verb.first == verb.head:
        return hit, subject
    return place_said_of(phrases, verb) or subject, agent_of(phrases, verb.last)


def _past_place(phrases: Phrases, verb: VerbGroup, subject: NounGroup | None) -> NounGroup | None:
    """Return the blast of "the blast in Thule, which set two cars on fire", or the subject itself."""
    if subject is None or not subject.preposition or phrases.tags[verb.first - 1] is not Tag.RELATIVE:
        return subject
    event = phrases.at[subject.preposition - 1]
    here = phrases.sentence.tokens[subject.preposition].lower in words().settling
    return event if here and isinstance(event, NounGroup) and is_event(phrases, event) else subject


def relative_object(phrases: Phrases, verb: VerbGroup, subject: NounGroup | None) -> NounGroup | None:
    """Return the post of "the post at Thule, which rebels had raided", whose verb has nothing behind it."""
    relative = subject.first - 1 if subject is not None and subject.last == verb.first - 1 else -1
    if relative <= 0 or phrases.tags[relative] is not Tag.RELATIVE:
        return None
    before = [g for g in phrases.nouns if g.last < relative and not g.temporal]
    thing = before[-1] if before else None
    while thing is not None and thing.preposition and phrases.tags[thing.head] is Tag.PROPER:
        whole = phrases.at[thing.preposition - 1]
        if phrases.sentence.tokens[thing.preposition].lower not in words().settling or not isinstance(whole, NounGroup):
            break
        thing = whole
    return thing


def first_named(phrases: Phrases, group: NounGroup | None) -> NounGroup | None:
    """Return the first of two doers that "and" joins ("jets and artillery"): the weapon named first."""
    if group is None or group.first < 2 or phrases.sentence.tokens[group.first - 1].lower != "and":
        return group
    before = phrases.at[group.first - 2]
    armed = isinstance(before, NounGroup) and before.preposition is None and lemma(phrases, before) in words().armed
    return before if armed and isinstance(before, NounGroup) else group


def _object(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the object of a verb, past the "dead" of "shot dead a judge"."""
    after = verb.last + 1
    while after < len(phrases.at) and phrases.sentence.tokens[after].lower.endswith("ly"):
        after += 1
    if verb.lemma == "ram":
        thing = object_of(phrases, verb)
        return (
            aim_of(phrases, thing.last) if thing is not None else aim_of(phrases, verb.last)
        ) or thing  # "rammed his car into a queue"
    tokens = phrases.sentence.tokens
    if after + 1 < len(tokens) and f"{verb.lemma}-{tokens[after].lower}" in words().phrasal:
        after += 1 if tokens[after + 1].lower == "to" else 0
        group = phrases.at[after + 1] if after + 1 < len(phrases.at) else None
        return group if isinstance(group, NounGroup) else object_of(phrases, verb)
    if after + 1 < len(phrases.at) and phrases.sentence.tokens[after].lower == "dead":
        group = phrases.at[after + 1]
        if not isinstance(group, NounGroup) or group.preposition is not None:
            return None
        return replace(group, first=after + 1) if group.first == after else group
    found = object_of(phrases, verb)
    joined = (
        phrases.at[after + 1] if found is None and after + 1 < len(tokens) and tokens[after].lower == "and" else None
    )
    if (
        isinstance(joined, VerbGroup)
        and joined.finite
        and not joined.passive
        and joined.lemma in words().joint | words().harming
    ):
        return object_of(phrases, joined)  # "shot and killed a boy", "attacked and burned a post"
    return found
