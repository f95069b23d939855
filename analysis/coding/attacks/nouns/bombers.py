"""Bombers: men who set off what they carry, and planes, which have one name."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag


def bomber_type(phrases: Phrases, doer: NounGroup) -> AttackType | None:
    """Return the type that "a bomber", "strategic bombers" give; None for "a Thulean bomber", who may be either."""
    tokens = phrases.sentence.tokens
    if tokens[doer.head].lower not in {"bomber", "bombers"}:
        return None
    said = range(doer.first, doer.head)
    if any(tokens[i].lower in _HEAVY for i in said):
        return AttackType.AIR_STRIKE
    return None if any(phrases.tags[i] is Tag.PROPER for i in said) else AttackType.BOMBING


_HEAVY = words().heavy_bombers
