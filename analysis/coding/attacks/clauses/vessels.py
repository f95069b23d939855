"""Vessels: which ship, by name, an attack was on; two ships are two attacks, whatever else a text says of them."""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.language.grammar.clauses import subject_of

#: tokens from a noun for a ship to its name beside it: "a cargo ship, the Alerian-flagged X"
_BESIDE = 6


def vessels_of(mention: Mention) -> frozenset[str]:
    """Return the names of the ships that a mention was aimed at, as far as its sentence tells which."""
    named, target = mention.sentence.vessels, mention.target
    if not named:
        return frozenset()
    if target is not None:
        beside = [v for v in named if target.first <= v.last and v.first <= target.last + _BESIDE]
        if beside:
            return frozenset(v.name for v in beside if v.first <= target.last or v is beside[0])
    names = {v.name for v in named}
    doer = None if mention.verb is None or mention.verb.passive else subject_of(mention.sentence.phrases, mention.verb)
    does = doer is not None and any(doer.first <= v.first <= doer.last for v in named)
    return frozenset(names) if len(names) == 1 and not does else frozenset()
