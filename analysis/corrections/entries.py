"""Corrections: what a person says of the coded rows, entry by entry.

The entries stand for themselves, in any order: `expect` always speaks of the row as the program codes it (or as an
`add` makes it), never of what another entry leaves.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from analysis.coding.claims import claim_id
from analysis.coding.rows import Evidence
from analysis.corrections.fields import Cells


class Action(StrEnum):
    CONFIRM = "confirm"
    SET = "set"
    DROP = "drop"
    ADD = "add"
    SAME = "same"
    NOT_SAME = "not_same"


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry. `expect` holds cells by claim_id, `values` the cells that a `set` or `add` gives."""

    action: Action
    claim_ids: tuple[str, ...]
    by: str
    date: date
    why: str | None = None
    expect: Mapping[str, Cells] = field(default_factory=dict)
    values: Cells = field(default_factory=dict)
    #: of an `add`: the table and the source of its row, and where its evidence starts if that is said
    table: str | None = None
    source_id: str | None = None
    evidence: str | None = None
    start: int | None = None
    #: how messages name the entry: "corrections.yaml entry 3 (line 17)"
    where: str = field(default="a correction", compare=False)


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries of one sources folder, in the order of the file."""

    entries: tuple[Correction, ...] = ()

    @property
    def same(self) -> tuple[tuple[str, str], ...]:
        """The pairs of claims that a person says are of one incident, each pair and all pairs sorted."""
        return self._pairs(Action.SAME)

    @property
    def not_same(self) -> tuple[tuple[str, str], ...]:
        """The pairs of claims that a person says are of different incidents."""
        return self._pairs(Action.NOT_SAME)

    def _pairs(self, action: Action) -> tuple[tuple[str, str], ...]:
        told = (entry.claim_ids for entry in self.entries if entry.action is action)
        return tuple(sorted({pair for ids in told for pair in itertools.combinations(sorted(set(ids)), 2)}))


#: what sets an added row apart from others added with the same evidence
_APART = {
    "attacks": ("type", "place", "date_from"),
    "casualties": ("outcome", "text", "nationality", "role"),
    "troops": ("force", "place", "text", "status"),
    "statements": ("speaker", "cue", "content"),
}


def added_claim_id(table: str, source_id: str, evidence: str, values: Cells) -> str:
    """Return the claim_id of an added row: it depends on its evidence and on what sets the row apart, nothing else."""
    words = " ".join(evidence.split())
    label = "\x1f".join(("added", *(values.get(name, "") for name in _APART[table])))
    return claim_id(source_id, table, Evidence(words, 0, len(words)), label=label)
