"""Razed: what a weapon or a platform of war did to things, where no word of attack tells of it.

"Warplanes flattened a block of flats", "a house destroyed by tanks", "the train was derailed by a bomb"; "the army
destroyed two rebel launchers", where what is destroyed is the enemy's to fight with. Who was killed by what is read by
`verbs`; what explosions and strikes did, by `events`.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import agent_of, means_of
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, members, platform_of, weapon_type, whole_of
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def find_razed(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Find "warplanes flattened a block of flats", "a house destroyed by tanks", "was derailed by a bomb"."""
    w = words()
    for verb in phrases.verbs:
        if verb.lemma not in w.razing or verb.head in taken:
            continue
        thing, doer = _sides(phrases, verb)
        if doer is None or thing is None or doer.head in taken or is_unreal(phrases, verb, None):
            continue
        if weapon_type(phrases, whole_of(phrases, thing)) is not None and not _is_on_ground(phrases, verb, thing):
            continue  # "air defences destroyed 12 of 17 drones"
        rounds = members(phrases, doer) if verb.passive else None
        weapon = weapon_type(phrases, rounds) if rounds is not None else None
        if weapon is not None:
            yield Mention(sentence, rounds, verb, rounds, None, thing, weapon, "weapon-harms")
            continue
        kind, means = platform_of(phrases, doer), None
        if kind is None and is_armed(sentence, doer):
            means = means_of(phrases, thing.last + 1, _MEANS)
            kind = (platform_of(phrases, means) or weapon_type(phrases, means)) if means is not None else None
        if kind in _FROM_AFAR or (means is not None and kind is AttackType.BOMBING):
            yield Mention(sentence, None, verb, None, doer, thing, kind, "razed")
        elif kind is None and verb.lemma == "destroy" and not verb.passive and _is_enemys(sentence, doer, thing):
            yield Mention(sentence, None, verb, None, doer, thing, AttackType.OTHER, "razed")


_FROM_AFAR = frozenset(
    {AttackType.AIR_STRIKE, AttackType.ARTILLERY, AttackType.DRONE, AttackType.MISSILE, AttackType.ROCKET}
)


def _is_on_ground(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> bool:
    """Tell "destroyed four X drones in an X-held area", before they flew."""
    tokens = phrases.sentence.tokens
    behind = phrases.noun_behind(thing.last, "and")
    where = phrases.noun_behind(thing.last if behind is None else behind.last, "in")
    held = where is not None and any(t.lower.endswith(_HELD) for t in tokens[where.first : where.head])
    return held and verb.lemma == "destroy" and not verb.passive


_HELD = ("-controlled", "-held")


def _is_enemys(sentence: SentenceReading, doer: NounGroup, thing: NounGroup) -> bool:
    """Tell what another side fights with, by its name or as the enemy's: "a Houthi launcher", "positions of X"."""
    phrases = sentence.phrases
    if not is_armed(sentence, doer):
        return False
    weapon = weapon_type(phrases, thing) is not None
    if lemma(phrases, thing) not in words().destroyed and not weapon:
        return False
    owner = phrases.noun_behind(thing.last, "of")
    last = owner.last if owner is not None else thing.last
    if "enemy" in {t.lower for t in phrases.sentence.tokens[thing.first : last + 1]}:
        return True
    own = {m.actor.name for m in sentence.actors if doer.first <= m.first <= doer.last}
    others = [m.actor for m in sentence.actors if thing.first <= m.first and m.last <= last]
    return any(a.name not in own and (a.is_armed or a.kind is ActorKind.STATE) for a in others)


#: tokens from what was destroyed to what it was destroyed with
_MEANS = 6


def _sides(phrases: Phrases, verb: VerbGroup) -> tuple[NounGroup | None, NounGroup | None]:
    """Return what was razed and who did it; a participle right behind a noun tells of that noun."""
    if not verb.passive:
        return object_of(phrases, verb), subject_of(phrases, verb)
    near = phrases.at[verb.first - 1] if verb.first and not verb.finite else None
    thing = near if isinstance(near, NounGroup) and not near.temporal else subject_of(phrases, verb)
    return thing, agent_of(phrases, verb.last)
