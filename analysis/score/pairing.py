"""Which coded row speaks of the same claim as which hand-coded one.

Promises pairs one to one, the most alike first. Refuses to pair rows that share no ground: an attack needs two of day,
place and type (or the same sentence), a casualty the number or the victims, a troop figure its number, a statement
a good part of its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.score.agreement import agrees, shared_words
from analysis.score.reading import Row
from analysis.score.slots import SLOTS, Table

_SAME_SENTENCE = 0.5  # shared words of two evidences
_SAME_UTTERANCE = 0.4  # shared words of two contents, or of their evidences at a discount
_EVIDENCE_DISCOUNT = 0.8
_FOUND = 1e-6  # rows of the same claim without one slot in common are still a pair


def pair_rows(table: Table, coded: Sequence[Row], gold: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair rows of one source and table, as (place in coded, place in gold); of equal pairs the later goes first."""
    likely = [(_likeness(table, row, want), i, j) for i, row in enumerate(coded) for j, want in enumerate(gold)]
    pairs: list[tuple[int, int]] = []
    coded_left, gold_left = set(range(len(coded))), set(range(len(gold)))
    for likeness, i, j in sorted(likely, reverse=True):
        if likeness and i in coded_left and j in gold_left:
            coded_left.remove(i)
            gold_left.remove(j)
            pairs.append((i, j))
    return pairs


def _likeness(table: Table, row: Row, want: Row) -> float:
    """How alike two rows are; 0 where they cannot be the same claim, above it where they can."""
    share = sum(_same(slot, row, want) for slot in SLOTS[table]) / len(SLOTS[table])
    if table is Table.STATEMENTS:
        words = max(_shared("content", row, want), _EVIDENCE_DISCOUNT * _shared("evidence", row, want))
        return share + words + _FOUND if words >= _SAME_UTTERANCE else 0.0
    return share + _FOUND if _MAY_BE[table](row, want) else 0.0


def _may_be_same_attack(row: Row, want: Row) -> bool:
    where, who, what = _same("place", row, want), _same("attacker", row, want), _all_agree(row, want, "type")
    if where + _dates_meet(row, want) + what >= 2:
        return True
    return (what or who) and _shared("evidence", row, want) >= _SAME_SENTENCE


def _may_be_same_casualty(row: Row, want: Row) -> bool:
    number, victims = _all_agree(row, want, "low", "high"), _all_agree(row, want, "nationality", "role")
    return _all_agree(row, want, "outcome") and (number or victims)


def _may_be_same_troops(row: Row, want: Row) -> bool:
    return _all_agree(row, want, "low") and (_all_agree(row, want, "force") or _all_agree(row, want, "place"))


_MAY_BE = {
    Table.ATTACKS: _may_be_same_attack,
    Table.CASUALTIES: _may_be_same_casualty,
    Table.TROOPS: _may_be_same_troops,
}


def _same(slot: str, row: Row, want: Row) -> bool:
    """Filled by hand, and coded the same."""
    return want.get(slot) is not None and agrees(slot, row.get(slot), want.get(slot))


def _all_agree(row: Row, want: Row, *slots: str) -> bool:
    return all(agrees(slot, row.get(slot), want.get(slot)) for slot in slots)


def _shared(slot: str, row: Row, want: Row) -> float:
    return shared_words(row.get(slot) or "", want.get(slot) or "")


def _dates_meet(row: Row, want: Row) -> bool:
    """Both are dated, and the days overlap; a single bound stands for both."""
    ours, theirs = _span(row), _span(want)
    return ours is not None and theirs is not None and ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _span(row: Row) -> tuple[str, str] | None:
    first, last = row.get("date_from"), row.get("date_to")
    if first is None and last is None:
        return None
    return first or last or "", last or first or ""
