"""Dropped: the type of bombs that are dropped and of shots that are fired, by what from: drones, jets, tanks."""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma, platform_type, weapon_type, whole_of
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, Phrases


def from_platform(phrases: Phrases, doer: NounGroup) -> AttackType | None:
    """Return the type of the bombs that helicopters or drones drop, or None."""
    doer = whole_of(phrases, doer)  # "one of its drones"
    kind = weapon_type(phrases, doer) or platform_type(lemma(phrases, doer))
    return kind if kind in {AttackType.AIR_STRIKE, AttackType.DRONE} else None


def type_fired(phrases: Phrases, doer: NounGroup, kind: AttackType) -> AttackType:
    """Return the type of shots and rockets, given who fired them: helicopters from the air, a tank its shells."""
    if kind in _SHOT and from_platform(phrases, doer) is AttackType.AIR_STRIKE:
        return AttackType.AIR_STRIKE  # "helicopters opened fire", "jets raided it with missiles"
    tank = kind is AttackType.SHOOTING and platform_type(lemma(phrases, doer)) is AttackType.ARTILLERY
    return AttackType.ARTILLERY if tank else kind


_SHOT = frozenset({AttackType.SHOOTING, AttackType.MISSILE, AttackType.ROCKET})


def type_dropped(phrases: Phrases, thing: NounGroup, doer: NounGroup | None, weapon: AttackType) -> AttackType:
    """Return the type of what was dropped, given the type of the weapon itself and who dropped it."""
    if weapon is AttackType.DRONE:
        return weapon
    above = from_platform(phrases, doer) if doer is not None else None
    if above is None and _is_from_drone(phrases, thing):
        above = AttackType.DRONE
    return above or (AttackType.AIR_STRIKE if weapon is AttackType.BOMBING else weapon)


def _is_from_drone(phrases: Phrases, thing: NounGroup) -> bool:
    """Tell "dropped explosives from a drone", "dropped a grenade on a car from a quadcopter"."""
    for group in phrases.nouns:
        near = thing.last < group.first <= thing.last + _NEAR and group.preposition is not None
        if near and phrases.sentence.tokens[group.preposition or 0].lower in {"from", "by", "with"}:
            return weapon_type(phrases, group) is AttackType.DRONE
    return False


#: tokens from what was dropped to what it was dropped from
_NEAR = 12
