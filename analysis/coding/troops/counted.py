"""The people of a force as a text counts them: which words, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.language.grammar.phrases import NounGroup
from analysis.language.quantities import Quantity


@dataclass(frozen=True, slots=True)
class People:
    """The people of a force: their group, the group that counts them, and how many."""

    group: NounGroup
    first: int
    last: int
    quantity: Quantity
    #: told by a noun that is of a force only beside its name ("men", "police")
    weak: bool = False
    #: called so by the word before: "uniformed men", "service members"
    uniformed: bool = False
    #: units, not people: "two brigades"
    units: bool = False
