"""Writes corrections beside the sources, into the corrections.yaml that is there.

What stands in the file stays as it is written, comments too; new entries go to its end. What a new entry says of a row
takes the place of what older ones said of it: their lines go, comments above them stay. A file that is one bracketed
list, or in which lines cannot be told apart, is written anew, and loses its comments. The same entries give the same
bytes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from analysis.corrections.contradictions import check_contradictions
from analysis.corrections.entries import Action, Correction, Corrections
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.fields import PARTS, ROWS, Cells, Form, fields_of, prefix_of, quantities_of
from analysis.corrections.items import read_items
from analysis.corrections.reading import FILE, parse_corrections, read_text

_ROW = (Action.CONFIRM, Action.SET, Action.DROP)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TABLES = {table[0]: table for table in ROWS}


def write_corrections(folder: Path | str, corrections: Corrections) -> Path:
    """Merge corrections into those of a sources folder, in one step, and return the file.

    Raises CorrectionsError where the file cannot be used or written, or the merged entries contradict each other; then
    nothing is changed.
    """
    path = (Path(folder) / FILE).resolve()
    text = read_text(path) if path.exists() else ""
    old = parse_corrections(text).entries
    kept, new = merge_entries(old, corrections.entries)
    check_contradictions((*kept, *new))
    if len(kept) < len(old) or new:
        _replace(path, _merged(text, old, kept, new))
    return path


def merge_entries(
    old: Sequence[Correction], new: Sequence[Correction]
) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """Return the old entries that stay and the new ones to add to them.

    A new confirm, set or drop takes the place of older ones of its claim; one that drops an added row takes away the
    entry that adds it. An entry that says what one says already is left out.
    """
    said = {_gist(entry) for entry in old}
    fresh = [entry for entry in new if _gist(entry) not in said]
    told = {entry.claim_ids[0] for entry in fresh if entry.action in _ROW}
    dropped = {entry.claim_ids[0] for entry in fresh if entry.action is Action.DROP}
    added = {entry.claim_ids[0] for entry in old if entry.action is Action.ADD}
    kept = [
        entry
        for entry in old
        if not (entry.action in _ROW and entry.claim_ids[0] in told)
        and not (entry.action is Action.ADD and entry.claim_ids[0] in dropped)
    ]
    undone = dropped & added
    fresh = [entry for entry in fresh if not (entry.action is Action.DROP and entry.claim_ids[0] in undone)]
    return tuple(kept), tuple(fresh)


def to_yaml(entries: Sequence[Correction]) -> str:
    """Write entries as a YAML list, as `read_corrections` reads it; "" for none."""
    return "\n".join(_dump([_to_item(entry)]) for entry in entries)


def _gist(entry: Correction) -> tuple[object, ...]:
    """Return what an entry says, without by whom, when and why."""
    expect = tuple(sorted((claim, tuple(sorted(cells.items()))) for claim, cells in entry.expect.items()))
    return (entry.action, entry.claim_ids, expect, tuple(sorted(entry.values.items())), entry.start)


def _merged(text: str, old: Sequence[Correction], kept: Sequence[Correction], new: Sequence[Correction]) -> str:
    """Edit the text of the file; write it anew where the edited text would not say what it should."""
    wanted = (*kept, *new)
    stay = set(map(id, kept))
    edited = _edited(text, [id(entry) in stay for entry in old], to_yaml(new))
    try:
        if parse_corrections(edited).entries == wanted:
            return edited
    except CorrectionsError:
        pass
    return to_yaml(wanted)


def _edited(text: str, stays: Sequence[bool], added: str) -> str:
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    items = read_items(text, FILE)
    cut: set[int] = set()
    for item in (item for item, stay in zip(items, stays, strict=True) if not stay):
        last = item.end
        while last > item.line and not lines[last - 1].strip():
            last -= 1
        cut.update(range(item.line - 1, last))
    rest = "".join(line for at, line in enumerate(lines) if at not in cut)
    gap = "" if not rest.strip() or not added else "\n" if rest.endswith("\n") else "\n\n"
    new = gap + added
    return rest + (new.replace("\n", "\r\n") if "\r\n" in text else new)


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(text.encode("utf-8"))
        if path.exists():
            draft.chmod(path.stat().st_mode)
        draft.replace(path)
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise CorrectionsError(f"{path}: cannot be written ({reason}); check the folder's permissions") from None
    finally:
        draft.unlink(missing_ok=True)


def _to_item(entry: Correction) -> dict[str, Any]:
    who = {"by": entry.by, "date": entry.date, **({"why": entry.why} if entry.why else {})}
    if entry.action is Action.ADD:
        start = {} if entry.start is None else {"start": entry.start}
        row = _to_values(entry.values, entry.table)
        return {"add": entry.table, "source_id": entry.source_id, "evidence": entry.evidence, **start, "row": row} | who
    if entry.action in _ROW:
        claim_id = entry.claim_ids[0]
        table = _TABLES.get(claim_id[0]) if len(claim_id) == 13 else None
        to = {"to": _to_values(entry.values, table)} if entry.action is Action.SET else {}
        return {entry.action.value: claim_id, **to, "expect": _to_values(entry.expect[claim_id], table)} | who
    expect = {claim_id: _to_values(cells, "attacks") for claim_id, cells in entry.expect.items()}
    return {entry.action.value: list(entry.claim_ids), **({"expect": expect} if expect else {})} | who


def _to_values(cells: Cells, table: str | None) -> dict[str, Any]:
    """Give cells the types that YAML has for them, and whole quantities as one value; without a table, text."""
    if table is None:
        return {name: cell or None for name, cell in cells.items()}
    fields = fields_of(table)
    values: dict[str, Any] = {}
    whole = {
        f"{prefix_of(name)}{part}": name
        for name in quantities_of(table)
        if all(f"{prefix_of(name)}{part}" in cells for part in PARTS)
        for part in PARTS
    }
    for name, cell in cells.items():
        form = fields[name].form if name in fields else Form.TEXT
        value: Any = cell or None
        if cell in ("true", "false") and form is Form.FLAG:
            value = cell == "true"
        elif form is Form.WHOLE and cell.isascii() and cell.isdecimal():
            value = int(cell)
        elif form is Form.DAY and _DAY.fullmatch(cell):
            value = _to_day(cell)
        if name in whole:
            values.setdefault(whole[name], {})[fields[name].part] = value
        else:
            values[name] = value
    return {name: None if _is_none(value) else value for name, value in values.items()}


def _to_day(cell: str) -> date | str:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return cell


def _is_none(value: Any) -> bool:
    return isinstance(value, dict) and all(part is None for part in value.values())


class _Dumper(yaml.SafeDumper):
    """YAML in which a text with a line break or a rare character of any kind stands in double quotes, escaped."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if text.isprintable() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _represent_text)


def _dump(items: list[dict[str, Any]]) -> str:
    return yaml.dump(items, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None)
