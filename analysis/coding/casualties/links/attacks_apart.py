"""Attacks apart: which two attacks of a source cannot be one, so that their people are not the same either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from analysis.coding.rows import Attack, AttackType


def to_apart(attacks: Sequence[Attack]) -> Callable[[str, str], bool]:
    """Return the question whether two attacks, by id, differ in day, place, type or scope, and so are not the same."""
    rows = {row.id: row for row in attacks}

    def apart(a: str, b: str) -> bool:
        first, second = rows.get(a), rows.get(b)
        if first is None or second is None:
            return False
        days = (first.date_from or first.date_to, second.date_from or second.date_to)
        return (
            (None not in days and days[0] != days[1])
            or (first.place is not None and second.place is not None and first.place != second.place)
            or (AttackType.OTHER not in {first.type, second.type} and first.type is not second.type)
            or (first.country is not None and second.country is not None and first.country != second.country)
        )

    return apart


def to_days_apart(attacks: Sequence[Attack]) -> Callable[[str, str], bool]:
    """Return the question whether two attacks, by id, lie more than a day apart."""
    rows = {row.id: row for row in attacks if row.date_from is not None and row.date_to is not None}

    def days_apart(a: str, b: str) -> bool:
        if a not in rows or b not in rows:
            return False
        first, second = sorted((rows[a], rows[b]), key=lambda row: row.date_from or date.max)
        return (second.date_from or date.max) - (first.date_to or date.max) > timedelta(days=1)

    return days_apart


def to_unlike(attacks: Sequence[Attack]) -> Callable[[str, str], bool]:
    """Return the question whether two attacks, by id, differ in type, so that no total counts the people of both."""
    types = {row.id: row.type for row in attacks if row.type is not AttackType.OTHER}

    def unlike(a: str, b: str) -> bool:
        return a in types and b in types and types[a] is not types[b]

    return unlike
