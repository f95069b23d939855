"""Attacks in person: "gunmen attacked a checkpoint", where no arms are told of: people set upon a place."""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def is_in_person(
    phrases: Phrases, deed: VerbGroup | NounGroup, doer: NounGroup | None, target: NounGroup | None
) -> bool:
    """Tell "gunmen attacked a post", "an attack by gunmen" from the attack of a state, which may come from afar."""
    name = deed.lemma if isinstance(deed, VerbGroup) else lemma(phrases, deed)
    if name != "attack" or doer is None or lemma(phrases, doer) not in words().in_person:
        return False
    return target is None or lemma(phrases, target) not in words().afloat
