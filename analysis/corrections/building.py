"""Rows from cells: a coded row with some cells changed, or a new row out of the cells that a person gives.

A quantity is as the codebook bounds it (an exact one has one number, `at_least` no upper bound), and its words, like
evidence and content, must occur in the source. Raises ValueError with what is wrong and the mend.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.coding.rows import Attack, Evidence, Review
from analysis.corrections.fields import PARTS, ROWS, Cells, Row, fields_of, parse_cell, prefix_of, quantities_of
from analysis.corrections.spans import find_spans, parse_span
from analysis.language.quantities import Qualifier, Quantity

#: the rule that added rows name
ADDED = "corrections.yaml"
#: what an added row holds where nothing else is said
_DEFAULTS = {
    "attacks": {"scope": "single"},
    "casualties": {"subset": "false"},
    "troops": {},
    "statements": {"anonymous": "false"},
}
_ONE = {"count_low": "1", "count_high": "1", "count_qualifier": "exact", "count_text": ""}


def change_row(table: str, row: Row, cells: Mapping[str, str], text: str, review: Review) -> Row:
    """Return the row with these cells changed; `text` is its source's."""
    fields = fields_of(table)
    changed = {name: parse_cell(fields[name], cell) for name, cell in cells.items()}
    values: dict[str, Any] = {fields[n].attribute: value for n, value in changed.items() if not fields[n].part}
    evidence = row.evidence
    if "evidence" in changed or "start" in changed:
        evidence = values["evidence"] = _span("evidence", text, changed, row.evidence, "start", None)
    if "content" in changed or "content_start" in changed:
        values["content"] = _span("content", text, changed, getattr(row, "content"), "content_start", evidence)  # noqa: B009
    for attribute in quantities_of(table):
        prefix = prefix_of(attribute)
        if parts := {part: changed[f"{prefix}{part}"] for part in PARTS if f"{prefix}{part}" in changed}:
            nullable = fields[f"{prefix}qualifier"].nullable
            values[attribute] = _quantity(attribute, getattr(row, attribute), parts, text, evidence, nullable)
    built = replace(row, **values, review=review)
    _check_days(built)
    return built


def build_row(table: str, source_id: str, claim_id: str, evidence: Evidence, cells: Cells, text: str, id: str) -> Row:
    """Return an added row; `id` is the attack's, unused in other tables."""
    fields = fields_of(table)
    given = {**_DEFAULTS[table], **cells}
    if table == "attacks" and given["scope"] == "single" and not any(name.startswith("count_") for name in given):
        given |= _ONE
    values: dict[str, Any] = {}
    for field in fields.values():
        if field.attribute == "evidence":
            continue
        if not field.nullable and not given.get(field.name) and field.name != "content_start":
            raise ValueError(f"gives no {field.name}; add it to row")
        values |= {} if field.part else {field.attribute: parse_cell(field, given.get(field.name, ""))}
    changed = {name: parse_cell(fields[name], cell) for name, cell in given.items()}
    if "content" in fields:
        values["content"] = _span("content", text, changed, None, "content_start", evidence)
    for attribute in quantities_of(table):
        prefix = prefix_of(attribute)
        parts = {part: changed.get(f"{prefix}{part}") for part in PARTS}
        values[attribute] = _quantity(attribute, None, parts, text, evidence, fields[f"{prefix}qualifier"].nullable)
    keys: dict[str, Any] = {"source_id": source_id, "claim_id": claim_id, "rule": ADDED, "review": Review.ADDED}
    keys |= {"id": id} if table == "attacks" else {}
    built: Row = ROWS[table](**keys, **values, evidence=evidence)
    _check_days(built)
    return built


def _span(
    name: str, text: str, changed: Mapping[str, Any], old: Evidence | None, start: str, near: Evidence | None
) -> Evidence:
    words = changed.get(name) or (old.text if old else "")
    try:
        return parse_span(text, words, changed.get(start), near)
    except ValueError as error:
        raise ValueError(f"{name} {_short(words)} {str(error).replace('its start', start)}") from None


def _quantity(
    name: str, old: Quantity | None, parts: Mapping[str, Any], text: str, evidence: Evidence, nullable: bool
) -> Quantity | None:
    whole = {part: parts[part] if part in parts else getattr(old, part, None) for part in PARTS}
    low, high, words = whole["low"], whole["high"], whole["text"] or ""
    if not whole["qualifier"]:
        if nullable and low is None and high is None and not words:
            return None
        raise ValueError(f"{name} has no qualifier; give one of {', '.join(Qualifier)}")
    qualifier = Qualifier(whole["qualifier"])
    if not _is_bounded(qualifier, low, high):
        raise ValueError(f"{name} is {qualifier} with low {_said(low)} and high {_said(high)}; the three do not fit")
    place = _place(name, words, old, text, evidence)
    return Quantity(low, high, qualifier, words, place.start, place.end)


def _place(name: str, words: str, old: Quantity | None, text: str, evidence: Evidence) -> Evidence:
    """Return where the words of a quantity stand: where they stood, else in the evidence, else first in the source."""
    if old is not None and words == old.text:
        return Evidence(words, old.start, old.end)
    if not words:
        return Evidence("", evidence.start, evidence.start)
    found = find_spans(text, words, evidence.start, evidence.end) or find_spans(text, words)
    if not found:
        raise ValueError(f"{name} text {_short(words)} does not occur in the source; give the words as printed or null")
    return found[0]


def _is_bounded(qualifier: Qualifier, low: int | None, high: int | None) -> bool:
    if low is not None and high is not None and low > high:
        return False
    match qualifier:
        case Qualifier.EXACT | Qualifier.ABOUT:
            return low is not None and low == high
        case Qualifier.RANGE:
            return low is not None and high is not None
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return low is not None and high is None
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return low is None and high is not None
    return True


def _check_days(row: Row) -> None:
    if isinstance(row, Attack) and row.date_from and row.date_to and row.date_from > row.date_to:
        raise ValueError(f"date_from {row.date_from} is after date_to {row.date_to}; correct one of them")


def _said(bound: int | None) -> str:
    return "null" if bound is None else str(bound)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return repr(flat if len(flat) <= 60 else flat[:59] + "…")
