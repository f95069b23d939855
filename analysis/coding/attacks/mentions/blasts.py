"""Blasts: who blew himself, or a vehicle full of explosives, up, and at what.

"A bomber blew himself up at a gate", "after blowing up a van packed with explosives at a police post": what is blown up
is the weapon, and what was hit stands behind "at" or "into".
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import has_particle
from analysis.coding.attacks.clauses.hit_by_blast import find_hit_behind
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def blows_itself_up(phrases: Phrases, verb: VerbGroup, target: NounGroup | None, doer: NounGroup | None) -> bool:
    """Tell "a bomber blew himself up", "the vehicle blew up", "blew up a van packed with explosives"."""
    if verb.lemma != "blow" or verb.negated:
        return False
    itself = target is not None and phrases.tags[target.head] is Tag.PRONOUN
    who = doer or target
    known = who is not None and lemma(phrases, who) in words().carriers | words().armed
    alone = has_particle(phrases, verb, "up") and object_of(phrases, verb) is None
    return is_own_bomb(phrases, verb, target) or (
        known
        and ((itself and doer is not None) or (alone and who is not None and lemma(phrases, who) in words().carriers))
    )


def is_own_bomb(phrases: Phrases, verb: VerbGroup, target: NounGroup | None) -> bool:
    """Tell a vehicle that is itself the bomb: "an explosive-laden van", "a car packed with dynamite"."""
    if target is None or target.first < verb.last or lemma(phrases, target) not in words().carriers:
        return False
    return weapon_type(phrases, target) is AttackType.BOMBING or any(
        t.lower.partition("-")[0] in words().explosives for t in phrases.sentence.tokens[target.first : target.head]
    )


def find_blown(
    phrases: Phrases, verb: VerbGroup, target: NounGroup | None, weapon: NounGroup | None
) -> NounGroup | None:
    """Return what stood where somebody blew himself, or a vehicle, up, or None."""
    behind = [g.last for g in (target, weapon) if g is not None and g.first > verb.first]
    return find_hit_behind(phrases, max([verb.last, *behind]))
