"""Applies corrections to coded rows: confirmed, corrected and added rows say so, dropped ones are gone.

Every `expect` is held to the row as coded; one that no longer holds, a claim that is no longer coded and an added row
that the program now finds itself stop everything, in one line that names the entry: a correction must not outlive its
error. Attack ids stay as they were coded, and added attacks go on from the highest. A figure whose attack is dropped
keeps its row and loses its link (`attack` null), since nothing says to which other attack it belongs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from analysis.coding.rows import Attack, Casualty, Coding, Review
from analysis.corrections.building import build_row, change_row
from analysis.corrections.contradictions import check_contradictions
from analysis.corrections.entries import Action, Correction, Corrections
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.fields import ROWS, Cells, Row, fields_of, to_canonical, to_cells
from analysis.corrections.reading import nearest
from analysis.corrections.spans import parse_span
from analysis.sources.errors import to_line


@dataclass(frozen=True, slots=True)
class Claim:
    """A coded or added row, with its table."""

    table: str
    row: Row


def apply_corrections(
    codings: Mapping[str, Coding], corrections: Corrections, texts: Mapping[str, str]
) -> dict[str, Coding]:
    """Return the codings, by source_id, as a person corrected them; `texts` holds the text of each source.

    Raises CorrectionsError where an entry does not fit the rows, the sources or another entry.
    """
    if not corrections.entries:
        return dict(codings)
    check_contradictions(corrections.entries)
    rows = [Claim(table, row) for coding in codings.values() for table, row in _rows(coding)]
    coded = {claim.row.claim_id: claim for claim in rows}
    _check_one_each(corrections, rows)
    added = _additions(codings, corrections, texts, coded)
    claims = coded | added
    ids = _attack_ids(claims)
    for entry in corrections.entries:
        for claim_id in entry.claim_ids:
            _check_expect(entry, _known(claim_id, entry, claims), ids)
    changed = {
        claim_id: Claim(claims[claim_id].table, _corrected(claims[claim_id], entries, texts, ids))
        for claim_id, entries in _by_claim(corrections).items()
    }
    dropped = {entry.claim_ids[0] for entry in corrections.entries if entry.action is Action.DROP}
    kept = [
        changed.get(claim.row.claim_id, claim)
        for claim in (*rows, *added.values())
        if claim.row.claim_id not in dropped
    ]
    return _to_codings(codings, _linked(kept, corrections))


def _check_one_each(corrections: Corrections, rows: Sequence[Claim]) -> None:
    """Refuse an entry whose claim_id two coded rows have: it would correct either."""
    counts = Counter(claim.row.claim_id for claim in rows)
    for entry in corrections.entries:
        if twice := [claim_id for claim_id in entry.claim_ids if counts[claim_id] > 1]:
            raise CorrectionsError(
                f"{entry.where}: {counts[twice[0]]} rows have the claim_id {twice[0]}, a fault of the program; "
                "delete the entry until each has its own"
            )


def canonical_cells(table: str, cells: Cells, attack_ids: Mapping[str, str], where: str) -> dict[str, str]:
    """Write cells as `to_cells` does, attacks by their id; raises CorrectionsError for unknown fields and values."""
    fields, said = fields_of(table), {}
    for name, cell in cells.items():
        if name not in fields:
            raise CorrectionsError(f"{where}: {table} have no field {to_line(repr(name))}; {nearest(name, fields)}")
        try:
            said[name] = to_canonical(fields[name], cell)
        except ValueError as error:
            raise CorrectionsError(to_line(f"{where}: {error}")) from None
        if name == "attack":
            said[name] = attack_ids.get(said[name], said[name])
    return said


def _rows(coding: Coding) -> Iterator[tuple[str, Row]]:
    return ((table, row) for table in ROWS for row in getattr(coding, table))


def _attack_ids(claims: Mapping[str, Claim]) -> dict[str, dict[str, str]]:
    """Map, for each source, the claim_ids of its attacks to their ids."""
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    for claim_id, claim in claims.items():
        if isinstance(claim.row, Attack):
            ids[claim.row.source_id][claim_id] = claim.row.id
    return ids


def _known(claim_id: str, entry: Correction, claims: Mapping[str, Claim]) -> Claim:
    claim = claims.get(claim_id)
    if claim is None:
        near = get_close_matches(claim_id, claims, 1, 0.85)
        hint = f"did you mean {near[0]}?" if near else "if the source or the program no longer has it, delete the entry"
        raise CorrectionsError(f"{entry.where}: no row has the claim_id {claim_id}; {hint}")
    if entry.action in (Action.SAME, Action.NOT_SAME) and claim.table != "attacks":
        raise CorrectionsError(f"{entry.where}: {claim_id} is a row of {claim.table}; only attacks share an incident")
    return claim


def _check_expect(entry: Correction, claim: Claim, ids: Mapping[str, Mapping[str, str]]) -> None:
    row = claim.row
    expect = entry.expect.get(row.claim_id, {})
    said = canonical_cells(claim.table, expect, ids.get(row.source_id, {}), f"{entry.where}, expect")
    now = to_cells(claim.table, row)
    for name, cell in said.items():
        if now[name] != cell:
            raise CorrectionsError(to_line(
                f"{entry.where}: expects {name} of {row.claim_id} to be {cell or 'null'!r}, but it is now "
                f"{now[name] or 'null'!r}; read the row again, then correct or delete the entry"
            ))  # fmt: skip


def _by_claim(corrections: Corrections) -> dict[str, list[Correction]]:
    told: dict[str, list[Correction]] = defaultdict(list)
    for entry in corrections.entries:
        if entry.action in (Action.CONFIRM, Action.SET):
            told[entry.claim_ids[0]].append(entry)
    return told


def _corrected(
    claim: Claim, entries: list[Correction], texts: Mapping[str, str], ids: Mapping[str, Mapping[str, str]]
) -> Row:
    row, where = claim.row, " and ".join(entry.where for entry in entries)
    cells: dict[str, str] = {}
    for entry in entries:
        cells |= canonical_cells(claim.table, entry.values, ids.get(row.source_id, {}), entry.where)
    now = to_cells(claim.table, row)
    if cells and (idle := [name for name, cell in cells.items() if now[name] == cell]) == list(cells):
        raise CorrectionsError(f"{where}: {idle[0]} of {row.claim_id} says so already; delete the entry")
    review = Review.CORRECTED if cells else Review.CONFIRMED
    try:
        return change_row(claim.table, row, cells, _text(row.source_id, where, texts), _kept(row, review))
    except ValueError as error:
        raise CorrectionsError(to_line(f"{where}: {error}")) from None


def _kept(row: Row, review: Review) -> Review:
    """Keep an added row added: that a person made it says more than that one checked it."""
    return Review.ADDED if row.review is Review.ADDED else review


def _text(source_id: str, where: str, texts: Mapping[str, str]) -> str:
    if source_id not in texts:
        raise CorrectionsError(f"{where}: there is no source {to_line(repr(source_id))}; {nearest(source_id, texts)}")
    return texts[source_id]


def _additions(
    codings: Mapping[str, Coding], corrections: Corrections, texts: Mapping[str, str], coded: dict[str, Claim]
) -> dict[str, Claim]:
    numbers = {
        source_id: max((int(row.id[1:]) for row in coding.attacks), default=0) for source_id, coding in codings.items()
    }
    found: dict[str, Claim] = {}
    for entry in corrections.entries:
        if entry.action is not Action.ADD:
            continue
        table, source_id = entry.table or "", entry.source_id or ""
        text = _text(source_id, entry.where, texts)
        if table == "attacks":
            numbers[source_id] = numbers.get(source_id, 0) + 1
        row = _added(entry, text, f"a{numbers.get(source_id, 0)}")
        _check_missing_still(entry, row, codings.get(source_id, Coding()))
        if row.claim_id in coded:
            raise CorrectionsError(f"{entry.where}: {row.claim_id} is a coded row; delete the entry")
        found[row.claim_id] = Claim(table, row)
    ids = _attack_ids(coded | found)
    return {claim_id: _with_attack_id(claim, ids) for claim_id, claim in found.items()}


def _added(entry: Correction, text: str, attack_id: str) -> Row:
    table, source_id, words = entry.table or "", entry.source_id or "", entry.evidence or ""
    cells = canonical_cells(table, entry.values, {}, entry.where)
    try:
        evidence = parse_span(text, words, entry.start)
    except ValueError as error:
        raise CorrectionsError(to_line(f"{entry.where}: its evidence {error}")) from None
    try:
        return build_row(table, source_id, entry.claim_ids[0], evidence, cells, text, attack_id)
    except ValueError as error:
        raise CorrectionsError(to_line(f"{entry.where}: {error}")) from None


def _check_missing_still(entry: Correction, row: Row, coding: Coding) -> None:
    """Refuse an added row that the program has come to find: same words, and every field that the entry gives."""
    table = entry.table or ""
    wanted = canonical_cells(table, entry.values, {}, entry.where)
    wanted.pop("attack", None)
    for other in getattr(coding, table):
        apart = other.evidence.end <= row.evidence.start or row.evidence.end <= other.evidence.start
        if not apart and wanted.items() <= to_cells(table, other).items():
            raise CorrectionsError(
                f"{entry.where}: the program finds this row itself, {other.claim_id}; delete the entry"
            )


def _with_attack_id(claim: Claim, ids: Mapping[str, Mapping[str, str]]) -> Claim:
    if not isinstance(claim.row, Casualty) or not claim.row.attack:
        return claim
    link = ids.get(claim.row.source_id, {}).get(claim.row.attack, claim.row.attack)
    return Claim(claim.table, replace(claim.row, attack=link))


def _linked(claims: list[Claim], corrections: Corrections) -> list[Claim]:
    """Take away the links to attacks that were dropped; refuse a link to no attack that a person set."""
    there = {(claim.row.source_id, claim.row.id) for claim in claims if isinstance(claim.row, Attack)}
    said = {entry.claim_ids[0]: entry.where for entry in corrections.entries if entry.values.get("attack")}
    linked: list[Claim] = []
    for claim in claims:
        row: Any = claim.row
        if isinstance(row, Casualty) and row.attack and (row.source_id, row.attack) not in there:
            if row.claim_id in said:
                raise CorrectionsError(
                    f"{said[row.claim_id]}: {row.source_id} has no attack {row.attack}; name one that it has, or null"
                )
            row = replace(row, attack=None)
        linked.append(Claim(claim.table, row))
    return linked


def _to_codings(codings: Mapping[str, Coding], claims: list[Claim]) -> dict[str, Coding]:
    rows: dict[str, dict[str, list[Any]]] = {source_id: {table: [] for table in ROWS} for source_id in codings}
    for claim in claims:
        rows.setdefault(claim.row.source_id, {table: [] for table in ROWS})[claim.table].append(claim.row)
    ordered = {
        source_id: {table: tuple(sorted(found, key=lambda row: row.evidence.start)) for table, found in tables.items()}
        for source_id, tables in rows.items()
    }
    return {source_id: Coding(**tables) for source_id, tables in ordered.items()}
