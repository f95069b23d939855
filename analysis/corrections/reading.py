"""Reads corrections.yaml beside the sources: a list of entries, each one action with who, when and why.

    - confirm: a3f0c2b19d7e4            # the row is right
      expect: {type: rocket, place: Balad air base}
      by: N. Reader
      date: 2021-05-09
    - set: c90b1d2e3f4a5                # fields of the row, and what they should say
      to: {low: 3, high: 3, qualifier: exact, text: three}
      expect: {low: 2, text: two}
      by: N. Reader
      date: 2021-05-09
      why: the last line names a third
    - drop: s1b2c3d4e5f60               # the row should not be there
    - add: casualties                   # the program missed a row
      source_id: gazette-1
      evidence: Two guards were hurt.   # as in the source; `start` says which, where it occurs more than once
      row: {outcome: injured, quantity: {low: 2, high: 2, qualifier: exact, text: Two}, role: security_forces}
    - same: [a3f0c2b19d7e4, a77c1f2e3d4b5]      # one incident; not_same: two
      expect: {a3f0c2b19d7e4: {place: Balad air base}}

`confirm`, `set` and `drop` must say what they `expect` the row to hold as the program codes it, so that a correction
fails once the program or the source no longer has the error. All but `confirm` say why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from analysis.corrections.contradictions import check_contradictions
from analysis.corrections.entries import Action, Correction, Corrections, added_claim_id
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.fields import OWN, PARTS, ROWS, Cells, fields_of, prefix_of, quantities_of
from analysis.corrections.items import Item, read_items
from analysis.sources.errors import to_line

FILE = "corrections.yaml"
_MAX_BYTES = 50_000_000
_ALWAYS = ("by", "date", "why", "expect")
_KEYS = {Action.SET: ("to",), Action.ADD: ("source_id", "evidence", "start", "row")}
_CLAIM = re.compile(r"[a-z]?[0-9a-f]{12}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_corrections(folder: Path | str) -> Corrections:
    """Read the corrections of a sources folder, none where it has no corrections.yaml.

    Raises CorrectionsError for a file or an entry of the wrong form, an unknown field, and entries that contradict each
    other. Whether their claims exist and say what is expected, `apply_corrections` tells.
    """
    path = Path(folder) / FILE
    return parse_corrections(read_text(path)) if path.exists() else Corrections()


def parse_corrections(text: str, name: str = FILE) -> Corrections:
    """Parse the text of a corrections.yaml; raises CorrectionsError as `read_corrections` does.

    >>> entry = "[{drop: c90b1d2e3f4a, expect: {low: 2}, by: N. Reader, date: 2021-05-09, why: a price}]"
    >>> parse_corrections(entry).entries[0].expect
    {'c90b1d2e3f4a': {'low': '2'}}
    """
    items = read_items(text, name)
    entries = tuple(_to_entry(item, f"{name} entry {at} (line {item.line})") for at, item in enumerate(items, 1))
    check_contradictions(entries)
    return Corrections(entries)


def read_text(path: Path) -> str:
    """Read the file as UTF-8, line ends as they are; raises CorrectionsError where that cannot be done."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise CorrectionsError(f"{path}: larger than {_MAX_BYTES // 1_000_000} MB; it holds one entry per row")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise CorrectionsError(f"{path}: cannot be read ({reason}); check its permissions") from None
    except UnicodeDecodeError:
        raise CorrectionsError(f"{path}: not in UTF-8; save it in UTF-8") from None


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name is meant, or which there are."""
    names = list(known)
    near = get_close_matches(name, names, 1, 0.6)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"


def _to_entry(item: Item, where: str) -> Correction:
    value = item.value
    if not isinstance(value, dict):
        raise CorrectionsError(f"{where}: no keys; write `confirm: claim_id` (or set, drop, add, same, not_same)")
    actions = [key for key in value if key in tuple(Action)]
    if len(actions) != 1:
        told = f"{' and '.join(actions)} in one entry" if actions else "no action"
        _check_keys(value, where, (*Action, *_ALWAYS, *_KEYS[Action.SET], *_KEYS[Action.ADD]))
        raise CorrectionsError(f"{where}: {told}; give each entry one of {', '.join(Action)}")
    action = Action(actions[0])
    _check_keys(value, where, (action.value, *_ALWAYS, *_KEYS.get(action, ())))
    by, why = _text(value, "by", where), _text(value, "why", where, needed=action is not Action.CONFIRM)
    day = _day(value, where)
    if action is Action.ADD:
        return _to_addition(value, where, by or "", day, why)
    ids = _claim_ids(action, value[action.value], where)
    values = to_flat(value.get("to"), where, "to") if action is Action.SET else {}
    if action is Action.SET and not values:
        raise CorrectionsError(f"{where}: sets nothing; write `to: {{field: value}}`")
    expect = _expect(action, value.get("expect"), ids, values, where)
    return Correction(action, ids, by or "", day, why, expect, values, where=where)


def _to_addition(value: Mapping[str, Any], where: str, by: str, day: date, why: str | None) -> Correction:
    table = value["add"]
    if table not in ROWS:
        raise CorrectionsError(f"{where}: adds to {to_line(repr(table))}; {nearest(str(table), ROWS)}")
    if value.get("expect") is not None:
        raise CorrectionsError(f"{where}: an added row has no expect; delete it, or write a `set`")
    source_id, evidence = _text(value, "source_id", where) or "", _text(value, "evidence", where) or ""
    start = value.get("start")
    if start is not None and not (isinstance(start, str) and start.isdecimal() and start.isascii()):
        raise CorrectionsError(f"{where}: start {to_line(repr(start))} is no whole number; count characters from 0")
    values = to_flat(value.get("row"), where, "row", table)
    if wrong := [name for name in ("evidence", "start") if name in values]:
        raise CorrectionsError(f"{where}: {wrong[0]} stands in row; write it beside row")
    ids = (added_claim_id(table, source_id, evidence, values),)
    at = int(start) if start is not None else None
    return Correction(Action.ADD, ids, by, day, why, {}, values, table, source_id, evidence, at, where)


def to_flat(value: Any, where: str, key: str, table: str | None = None) -> dict[str, str]:
    """Flatten fields as written to cells, quantities to their four; `table` None takes the fields of any table."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise CorrectionsError(f"{where}: {key} is no list of fields; write {key}: {{field: value}}")
    tables = [table] if table else list(ROWS)
    names = list(dict.fromkeys(name for each in tables for name in fields_of(each)))
    quantities = dict.fromkeys(name for each in tables for name in quantities_of(each))
    cells: dict[str, str] = {}
    for name, given in value.items():
        if name in quantities:
            told = _quantity(name, given, where)
        elif name in OWN:
            raise CorrectionsError(f"{where}: {name} is given by the program; delete it from {key}")
        elif name not in names:
            raise CorrectionsError(
                f"{where}: unknown field {to_line(repr(name))}; {nearest(name, (*names, *quantities))}"
            )
        elif isinstance(given, (dict, list)):
            raise CorrectionsError(f"{where}: {name} takes one value, not several")
        else:
            told = {name: given or ""}
        if twice := sorted(cells.keys() & told.keys()):
            raise CorrectionsError(f"{where}: {twice[0]} is given twice in {key}; keep one of them")
        cells |= told
    return cells


def _quantity(name: str, given: Any, where: str) -> dict[str, str]:
    prefix = prefix_of(name)
    if given is None:
        return {f"{prefix}{part}": "" for part in PARTS}
    if (
        not isinstance(given, dict)
        or set(given) != set(PARTS)
        or any(isinstance(v, (dict, list)) for v in given.values())
    ):
        raise CorrectionsError(
            f"{where}: {name} is no quantity; write {name}: {{low: 3, high: null, qualifier: vague, text: several}}"
        )
    return {f"{prefix}{part}": given[part] or "" for part in PARTS}


def _expect(action: Action, given: Any, ids: tuple[str, ...], values: Cells, where: str) -> dict[str, dict[str, str]]:
    if action in (Action.SAME, Action.NOT_SAME):
        if given is not None and not isinstance(given, dict):
            raise CorrectionsError(f"{where}: expect names no claims; write expect: {{claim_id: {{field: value}}}}")
        told = given or {}
        if other := [claim for claim in told if claim not in ids]:
            raise CorrectionsError(f"{where}: expects something of {to_line(other[0])}, which it does not name")
        return {claim: to_flat(told[claim], where, "expect") for claim in told}
    expect = to_flat(given, where, "expect")
    if not expect:
        raise CorrectionsError(f"{where}: no expect; write what the row says now, expect: {{field: value}}")
    if missing := [name for name in values if name not in expect and name not in ("start", "content_start")]:
        raise CorrectionsError(f"{where}: sets {missing[0]} but expects nothing of it; add to expect what it says now")
    return {ids[0]: expect}


def _claim_ids(action: Action, given: Any, where: str) -> tuple[str, ...]:
    pair = action in (Action.SAME, Action.NOT_SAME)
    ids = given if isinstance(given, list) else [given]
    if wrong := [claim for claim in ids if not (isinstance(claim, str) and _CLAIM.fullmatch(claim))]:
        raise CorrectionsError(f"{where}: {to_line(repr(wrong[0]))} is no claim_id; copy one from the tables")
    if pair != isinstance(given, list) or (pair and len(set(ids)) < max(2, len(ids))):
        wanted = "a list of two or more different claim_ids" if pair else "one claim_id"
        raise CorrectionsError(f"{where}: {action} takes {wanted}")
    return tuple(ids)


def _check_keys(value: Mapping[str, Any], where: str, known: Iterable[str]) -> None:
    names = list(known)
    if odd := [key for key in value if key not in names]:
        raise CorrectionsError(f"{where}: unknown key {to_line(repr(odd[0]))}; {nearest(odd[0], names)}")


def _text(value: Mapping[str, Any], key: str, where: str, *, needed: bool = True) -> str | None:
    text = value.get(key)
    if text is not None and not isinstance(text, str):
        raise CorrectionsError(f"{where}: {key} takes one text")
    if needed and not (text or "").strip():
        raise CorrectionsError(f"{where}: no {key}; add it")
    return text or None


def _day(value: Mapping[str, Any], where: str) -> date:
    text = _text(value, "date", where) or ""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise CorrectionsError(f"{where}: date {to_line(repr(text))} is no date; write it as 2021-05-04")
