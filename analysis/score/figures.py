"""How close a coding comes to a person's: rows found, rows exact, slots right.

Promises the same figures for the same files. Slots are scored as in the Message Understanding Conferences (N. Chinchor,
"MUC-4 Evaluation Metrics", 1992): a slot is right, wrong, spurious (filled where the person left it empty, or in a row
that no one else has) or missing; precision is right slots over filled ones, recall right slots over the person's,
and F their harmonic mean. Figures are summed over the sources before they are divided. Half marks are not given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.score.agreement import agrees
from analysis.score.pairing import pair_rows
from analysis.score.reading import Row, Rows, ScoreError
from analysis.score.slots import KEYS, SLOTS, Table


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of what is right, what was coded and what the person has."""

    correct: int
    coded: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was coded that is right, 0 to 1; 1 where there was nothing to code and nothing was coded."""
        return self.correct / self.coded if self.coded else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the person's coding that was reached, 0 to 1."""
        return self.correct / self.gold if self.gold else float(not self.coded)

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class TableScore:
    """found: rows that speak of a claim the person coded. exact: those whose key slots all agree. slots: MUC's."""

    found: Measure
    exact: Measure
    slots: Measure


class Fault(StrEnum):
    WRONG = "wrong"
    SPURIOUS = "spurious"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class RowError:
    """A key slot that disagrees in a pair, or a row that only one side has (then `slot` is None)."""

    source_id: str
    table: Table
    fault: Fault
    slot: str | None
    coded: str | None
    gold: str | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Score:
    """All figures. links: the `attack` of casualties that pair up, right where that attack pairs with the gold's."""

    tables: Mapping[Table, TableScore]
    exact: Measure
    slots: Measure
    links_right: int
    links: int
    errors: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class _Paired:
    """One table of one source, its rows paired."""

    source_id: str
    table: Table
    coded: Sequence[Row]
    gold: Sequence[Row]
    pairs: Sequence[tuple[int, int]]


def score_tables(coded: Rows, gold: Mapping[str, Rows]) -> Score:
    """Score coded tables against hand-coded sources; rows of sources that nobody coded by hand are left out.

    Raises ScoreError where the tables hold rows, but of other sources only.
    """
    _check_sources(coded, gold)
    paired = [part for source_id, rows in gold.items() for part in _pair_source(source_id, coded, rows)]
    tables = {table: _score_table([part for part in paired if part.table is table]) for table in Table}
    links = [agrees("attack", row.get("attack"), want.get("attack")) for row, want in _pairs(paired, Table.CASUALTIES)]
    return Score(
        tables=tables,
        exact=_sum([score.exact for score in tables.values()]),
        slots=_sum([score.slots for score in tables.values()]),
        links_right=sum(links),
        links=len(links),
        errors=tuple(error for part in paired for error in _find_errors(part)),
    )


def _check_sources(coded: Rows, gold: Mapping[str, Rows]) -> None:
    ids = {row.get("source_id") for rows in coded.values() for row in rows}
    if ids and not ids & set(gold):
        raise ScoreError(
            f"none of the hand-coded sources ({', '.join(sorted(gold)[:3])} …) is in the tables "
            f"({', '.join(sorted(filter(None, ids))[:3])} …); give the tables made from those sources"
        )


def _pair_source(source_id: str, coded: Rows, gold: Rows) -> Iterator[_Paired]:
    """Pair the tables of one source, attacks first: casualties then speak of attacks by the gold's ids."""
    names: dict[str | None, str | None] = {}
    for table in Table:
        rows = [row for row in coded[table] if row.get("source_id") == source_id]
        if table is Table.CASUALTIES:
            rows = [_rename_attack(row, names) for row in rows]
        pairs = pair_rows(table, rows, gold[table])
        if table is Table.ATTACKS:
            names = {rows[i].get("id"): gold[table][j].get("id") for i, j in pairs}
        yield _Paired(source_id, table, rows, gold[table], pairs)


def _rename_attack(row: Row, names: Mapping[str | None, str | None]) -> Row:
    attack = row.get("attack")
    return {**row, "attack": attack and names.get(attack, "unpaired")}


def _score_table(parts: Sequence[_Paired]) -> TableScore:
    counts: Counter[str] = Counter()
    for part in parts:
        keys, slots = KEYS[part.table], SLOTS[part.table]
        counts["coded"] += len(part.coded)
        counts["gold"] += len(part.gold)
        counts["coded slots"] += _filled(part.coded, slots)
        counts["gold slots"] += _filled(part.gold, slots)
        for row, want in _pairs([part], part.table):
            counts["found"] += 1
            counts["exact"] += all(agrees(slot, row.get(slot), want.get(slot)) for slot in keys)
            filled = [slot for slot in slots if want.get(slot) is not None]
            counts["right slots"] += sum(agrees(slot, row.get(slot), want.get(slot)) for slot in filled)
    return TableScore(
        found=Measure(counts["found"], counts["coded"], counts["gold"]),
        exact=Measure(counts["exact"], counts["coded"], counts["gold"]),
        slots=Measure(counts["right slots"], counts["coded slots"], counts["gold slots"]),
    )


def _pairs(parts: Sequence[_Paired], table: Table) -> Iterator[tuple[Row, Row]]:
    for part in parts:
        if part.table is table:
            yield from ((part.coded[i], part.gold[j]) for i, j in part.pairs)


def _filled(rows: Sequence[Row], slots: Sequence[str]) -> int:
    return sum(row.get(slot) is not None for row in rows for slot in slots)


def _sum(measures: Sequence[Measure]) -> Measure:
    return Measure(
        sum(measure.correct for measure in measures),
        sum(measure.coded for measure in measures),
        sum(measure.gold for measure in measures),
    )


def _find_errors(part: _Paired) -> Iterator[RowError]:
    keys = KEYS[part.table]
    for i, j in sorted(part.pairs, key=lambda pair: pair[1]):
        row, want = part.coded[i], part.gold[j]
        for slot in keys:
            ours, theirs = row.get(slot), want.get(slot)
            if not agrees(slot, ours, theirs):
                yield RowError(part.source_id, part.table, Fault.WRONG, slot, ours, theirs, want.get("evidence") or "")
    coded_paired, gold_paired = ({pair[side] for pair in part.pairs} for side in (0, 1))
    for i, row in enumerate(part.coded):
        if i not in coded_paired:
            yield _lone(part, Fault.SPURIOUS, row)
    for j, want in enumerate(part.gold):
        if j not in gold_paired:
            yield _lone(part, Fault.MISSING, want)


def _lone(part: _Paired, fault: Fault, row: Row) -> RowError:
    keys = ", ".join(f"{slot} {row.get(slot)}" for slot in KEYS[part.table] if row.get(slot) is not None)
    coded, gold = (keys, None) if fault is Fault.SPURIOUS else (None, keys)
    return RowError(part.source_id, part.table, fault, None, coded, gold, row.get("evidence") or "")
