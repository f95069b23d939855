"""From a filled review sheet to corrections: accept becomes `confirm`, correct `set`, reject `drop`.

Every decision is held to the row that the sheet showed: one that has changed since then, cells changed without a
decision and a decision without a change are refused, in one line that names the row of the sheet. `expect` is written
for the person: of a confirmed row every field, of a corrected one the fields that change, of a dropped one what it is
about. Accepting a row that a person corrected or added needs no entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analysis.coding.rows import Attack, Coding, Review
from analysis.corrections.apply import apply_corrections
from analysis.corrections.entries import Action, Correction, Corrections
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.fields import ROWS, Row, fields_of, parse_cell, to_cells
from analysis.corrections.filled import Filled, read_filled
from analysis.corrections.layout import Decision, fields_by_head, to_fingerprint, to_shown, to_text
from analysis.corrections.reading import nearest
from analysis.corrections.writing import merge_entries
from analysis.sources.errors import to_line
from analysis.sources.source import Corpus

_ABOUT = {
    "attacks": ("type", "place", "date_from"),
    "casualties": ("outcome", "low", "high", "role"),
    "troops": ("force", "place", "low", "high"),
    "statements": ("speaker", "act", "content"),
}


#: by whom, when and why a row was decided
Who = tuple[str, date, str | None]


@dataclass(frozen=True, slots=True)
class State:
    """The rows by claim_id as coded or added, as corrected, and the claim_ids of the attacks by source and id."""

    coded: Mapping[str, Row]
    now: Mapping[str, Row]
    attacks: Mapping[tuple[str, str], str]
    entries: Mapping[str, tuple[Correction, ...]]


def read_review(
    path: Path | str,
    corpus: Corpus,
    codings: Mapping[str, Coding],
    corrections: Corrections | None = None,
    *,
    by: str | None = None,
    day: date | None = None,
) -> Corrections:
    """Read a filled sheet to the corrections it holds, in its order; `write_corrections` merges them with others.

    `codings` holds the rows as coded, `corrections` those already made, as for `write_review`. `by` and `day` stand
    where a decided row leaves them empty. Raises CorrectionsError where the sheet does not fit the rows or itself.
    """
    texts = {source.source_id: source.text for source in corpus.sources}
    made = corrections or Corrections()
    state = _state(codings, made, texts)
    found: dict[str, Correction] = {}
    seen: dict[str, str] = {}
    for row in read_filled(Path(path)):
        claim_id = row.cells["claim_id"].strip()
        if claim_id and row.cells["decision"].strip():
            if claim_id in seen:
                raise CorrectionsError(f"{seen[claim_id]} and {row.where}: both are {claim_id}; keep one of them")
            seen[claim_id] = row.where
        if entry := _to_entry(row, state, by, day):
            found[claim_id] = entry
    kept, new = merge_entries(made.entries, tuple(found.values()))
    apply_corrections(codings, Corrections((*kept, *new)), texts)
    return Corrections(tuple(found.values()))


def _state(codings: Mapping[str, Coding], corrections: Corrections, texts: Mapping[str, str]) -> State:
    added = Corrections(tuple(entry for entry in corrections.entries if entry.action is Action.ADD))
    coded = _by_claim(apply_corrections(codings, added, texts))
    now = _by_claim(apply_corrections(codings, corrections, texts))
    attacks = {(row.source_id, row.id): claim_id for claim_id, row in coded.items() if isinstance(row, Attack)}
    entries: dict[str, tuple[Correction, ...]] = {}
    for entry in corrections.entries:
        if entry.action in (Action.CONFIRM, Action.SET, Action.DROP):
            entries[entry.claim_ids[0]] = (*entries.get(entry.claim_ids[0], ()), entry)
    return State(coded, now, attacks, entries)


def _by_claim(codings: Mapping[str, Coding]) -> dict[str, Row]:
    return {row.claim_id: row for coding in codings.values() for table in ROWS for row in getattr(coding, table)}


def _to_entry(filled: Filled, state: State, by: str | None, day: date | None) -> Correction | None:
    decision, claim_id, where = _decision(filled), filled.cells["claim_id"].strip(), filled.where
    if not isinstance(state.coded.get(claim_id), ROWS[filled.table]):
        raise CorrectionsError(_unknown(filled, claim_id))
    if decision is None:
        _check_undecided(filled, claim_id, state)
        return None
    shown = _shown(filled, claim_id, state)
    who = _who(filled, decision, by, day)
    entry = _decided(filled, decision, shown, _edits(filled, shown), state, who)
    if entry and (other := _overtaken(entry, shown, state)):
        raise CorrectionsError(f"{where}: {other.where} has spoken of {claim_id} meanwhile; write the sheet anew")
    return entry


def _check_undecided(filled: Filled, claim_id: str, state: State) -> None:
    """Refuse a row whose cells were changed, as far as the sheet's row can be told, but nothing decided."""
    row = state.now.get(claim_id)
    if row is None or filled.cells["seen"].strip() != to_fingerprint(filled.table, row):
        return
    if edits := _edits(filled, row):
        raise CorrectionsError(
            f"{filled.where}: {next(iter(edits))} is changed without a decision; write correct, or restore it "
            "(a spreadsheet program that opens CSV may rewrite dates: the workbook keeps them)"
        )


def _decision(filled: Filled) -> Decision | None:
    word = filled.cells["decision"].strip().lower()
    if word and word not in tuple(Decision):
        raise CorrectionsError(to_line(f"{filled.where}: unknown decision {word!r}; {nearest(word, Decision)}"))
    return Decision(word) if word else None


def _unknown(filled: Filled, claim_id: str) -> str:
    if not claim_id:
        return f"{filled.where}: no claim_id; delete the row (what the program missed is an `add` in corrections.yaml)"
    return to_line(
        f"{filled.where}: {filled.table} have no claim_id {claim_id!r} now; delete the row, or write the sheet anew"
    )


def _shown(filled: Filled, claim_id: str, state: State) -> Row:
    """Return the row that the sheet showed: as it is now, or as it was before the corrections made meanwhile."""
    seen = filled.cells["seen"].strip()
    for row in (state.now.get(claim_id), state.coded[claim_id]):
        if row is not None and to_fingerprint(filled.table, row) == seen:
            if to_text(row.evidence.text).strip() != filled.cells["evidence"].strip():
                raise CorrectionsError(f"{filled.where}: the evidence is not changed here; restore it")
            return row
    raise CorrectionsError(f"{filled.where}: {claim_id} has changed since the sheet was written; write it anew")


def _edits(filled: Filled, row: Row) -> dict[str, str]:
    """Return the fields whose cells differ from what the sheet showed, with what is in them now."""
    heads, shown = fields_by_head(filled.table), to_shown(filled.table, row)
    cells = {head: filled.cells[head].strip() for head in heads}
    return {heads[head]: cell for head, cell in cells.items() if _folded(cell) != _folded(shown[head].strip())}


def _folded(cell: str) -> str:
    return cell.lower() if cell.lower() in ("true", "false") else cell


def _who(filled: Filled, decision: Decision, by: str | None, day: date | None) -> Who:
    name, told = filled.cells["by"].strip() or by, filled.cells["date"].strip()
    if not name:
        raise CorrectionsError(f"{filled.where}: no by; write who decided")
    try:
        when = date.fromisoformat(told) if told else day
    except ValueError:
        raise CorrectionsError(to_line(f"{filled.where}: date {told!r} is no date; write it as 2021-05-04")) from None
    if when is None:
        raise CorrectionsError(f"{filled.where}: no date; write the day of the decision")
    why = filled.cells["why"].strip() or None
    if why is None and decision is not Decision.ACCEPT:
        raise CorrectionsError(f"{filled.where}: no why; give the reason to {decision}")
    return name, when, why


def _decided(
    filled: Filled, decision: Decision, shown: Row, edits: Mapping[str, str], state: State, who: Who
) -> Correction | None:
    ids, table, where = (shown.claim_id,), filled.table, filled.where
    raw = _portable(state.coded[shown.claim_id], table, state)
    if decision is Decision.REJECT:
        expect = {name: raw[name] for name in _ABOUT[table]}
        return Correction(Action.DROP, ids, *who, {ids[0]: expect}, where=where)
    if decision is Decision.ACCEPT and edits:
        raise CorrectionsError(f"{where}: accepted, but {next(iter(edits))} is changed; write correct, or restore it")
    if decision is Decision.ACCEPT and shown.review is not Review.AUTO:
        return None
    if decision is Decision.CORRECT and not edits:
        raise CorrectionsError(f"{where}: to be corrected, but no cell is changed; change it, or write accept")
    values = _values(filled, shown, edits, raw, state) if edits else {}
    if not values:
        expect = {name: raw[name] for name in fields_by_head(table).values()}
        return Correction(Action.CONFIRM, ids, *who, {ids[0]: expect}, where=where)
    expect = {name: raw[name] for name in values if name not in ("start", "content_start")}
    return Correction(Action.SET, ids, *who, {ids[0]: expect}, values, where=where)


def _values(
    filled: Filled, shown: Row, edits: Mapping[str, str], raw: Mapping[str, str], state: State
) -> dict[str, str]:
    """Return the cells in which the row is to differ from what was coded: earlier corrections and the edits."""
    cells = _portable(shown, filled.table, state)
    for name, cell in edits.items():
        try:
            parse_cell(fields_of(filled.table)[name], cell)
        except ValueError as error:
            raise CorrectionsError(to_line(f"{filled.where}: {error}")) from None
        cells[name] = state.attacks.get((shown.source_id, cell), cell) if name == "attack" else _folded(cell)
    if "content" in edits:
        cells.pop("content_start")
    return {name: cell for name, cell in cells.items() if cell != raw[name]}


def _portable(row: Row, table: str, state: State) -> dict[str, str]:
    """Give a row's cells with its attack by claim_id, which stays when other attacks come to be found."""
    cells = to_cells(table, row)
    if cells.get("attack"):
        cells["attack"] = state.attacks.get((row.source_id, cells["attack"]), cells["attack"])
    return cells


def _overtaken(entry: Correction, shown: Row, state: State) -> Correction | None:
    """Return the entry made since the sheet was written that says something else of the row."""
    claim_id = shown.claim_id
    if shown == state.now.get(claim_id):
        return None
    made = state.entries.get(claim_id, ())
    same = [other for other in made if other.action is entry.action and other.values == entry.values]
    return None if same or not made else made[-1]
