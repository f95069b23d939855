"""Loads: what a vehicle carries that makes it a bomb ("a truck full of explosives")."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def is_laden(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a car "packed with explosives", "loaded with about 50 kg of dynamite"."""
    return load_end(phrases, group) > group.last


def load_end(phrases: Phrases, group: NounGroup) -> int:
    """Return the last token of a vehicle with its load, "a truck *full of explosives*"; of the group without one."""
    after = [t.lower for t in phrases.sentence.tokens[group.last + 1 : group.last + _LOAD]]
    if not after or after[0] not in words().laden:
        return group.last
    return next((group.last + 1 + k for k, word in enumerate(after) if k and word in words().explosives), group.last)


def carrier_of(phrases: Phrases, load: NounGroup | None) -> NounGroup | None:
    """Return the drone of "a drone loaded with *explosives* fired at", else the group itself."""
    laden = phrases.at[load.preposition - 1] if load is not None and load.preposition else None
    if load is None or not isinstance(laden, VerbGroup) or laden.finite:
        return load
    known = phrases.sentence.tokens[laden.head].lower in words().laden
    carrier = phrases.at[laden.first - 1] if known and laden.first else None
    return carrier if isinstance(carrier, NounGroup) else load


#: tokens from a vehicle to what it is loaded with
_LOAD = 12
