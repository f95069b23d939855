"""The fields of a row that a person may correct, as flat columns with the text that stands in a cell.

They are read off the row classes, so that a new field of a row is a new field here. A cell is text: "" is null, a day
is ISO, a flag true or false; a quantity is four cells (`munitions_low`, `munitions_high` …, of casualties and troops
`low`, `high` …), a stretch of the source two (`evidence` with `start`, `content` with `content_start`). What the
program gives out itself (source_id, claim_id, id, rule, review) is no field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

from analysis.coding.rows import Attack, Casualty, Evidence, Statement, Troops
from analysis.language.quantities import Qualifier, Quantity

Row = Attack | Casualty | Troops | Statement
#: flat columns and the text in their cells
Cells = Mapping[str, str]

ROWS: Mapping[str, type[Row]] = {"attacks": Attack, "casualties": Casualty, "troops": Troops, "statements": Statement}
PARTS = ("low", "high", "qualifier", "text")
OWN = ("source_id", "claim_id", "id", "rule", "review", "end", "content_end")

_COUNTRIES = (re.compile(r"[A-Z]{2}(?:;[A-Z]{2})*"), "ISO 3166 codes such as IQ, joined by ;")
_FORMS = {
    "country": _COUNTRIES,
    "nationality": _COUNTRIES,
    "as_of": (re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"), "a year or a day such as 2021-05-04"),
    "attack": (re.compile(r"a[0-9]+|a?[0-9a-f]{12}"), "an attack's id such as a2, or its claim_id"),
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[0-9]{1,15}")


class Form(StrEnum):
    """What a cell may hold."""

    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    FLAG = "flag"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: the attribute of the row it stands for, and which part of it ("" for the whole)."""

    name: str
    attribute: str
    form: Form
    nullable: bool
    part: str = ""
    choices: type[StrEnum] | None = None


@cache
def fields_of(table: str) -> Mapping[str, Field]:
    """Name the fields of a table's rows, in the order of the row."""
    hints = get_type_hints(ROWS[table])
    found = (field for name, hint in hints.items() if name not in OWN for field in _to_fields(name, hint))
    return {field.name: field for field in found}


@cache
def quantities_of(table: str) -> tuple[str, ...]:
    """Name the attributes of a table's rows that are quantities: munitions, count, or quantity."""
    return tuple(dict.fromkeys(f.attribute for f in fields_of(table).values() if f.part in PARTS))


def prefix_of(attribute: str) -> str:
    """Give what the flat columns of a quantity begin with: "munitions_", or "" for a row's only one."""
    return "" if attribute == "quantity" else f"{attribute}_"


def to_cells(table: str, row: Row) -> dict[str, str]:
    """Write a row's fields as cells."""
    return {name: _to_cell(field, row) for name, field in fields_of(table).items()}


def parse_cell(field: Field, cell: str) -> Any:
    """Parse a cell to the value of its field, None where it is empty; raises ValueError with what is wanted.

    >>> parse_cell(fields_of("attacks")["date_from"], "2021-05-04")
    datetime.date(2021, 5, 4)
    >>> parse_cell(fields_of("casualties")["low"], "") is None
    True
    """
    if not cell:
        if field.nullable:
            return None
        raise ValueError(f"{field.name} may not be empty")
    if field.choices:
        if cell not in tuple(field.choices):
            raise ValueError(f"{field.name} {cell!r} is none of {', '.join(field.choices)}")
        return field.choices(cell)
    match field.form:
        case Form.FLAG:
            return _parse_flag(field.name, cell)
        case Form.WHOLE:
            if not _WHOLE.fullmatch(cell):
                raise ValueError(f"{field.name} {cell!r} is no whole number; write digits only")
            return int(cell)
        case Form.DAY:
            return _parse_day(field.name, cell)
    pattern, wanted = _FORMS.get(field.name, (None, ""))
    if pattern and not pattern.fullmatch(cell):
        raise ValueError(f"{field.name} {cell!r} has not the form wanted: {wanted}")
    return cell


def to_canonical(field: Field, cell: str) -> str:
    """Write a cell as `to_cells` would ("007" is 7); raises ValueError as `parse_cell` does."""
    value = parse_cell(field, cell)
    return _plain(value)


def _to_fields(name: str, hint: Any) -> list[Field]:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if isinstance(hint, UnionType) else [hint]
    nullable, kind = len(kinds) < len(get_args(hint)), kinds[0]
    if kind is Quantity:
        prefix = prefix_of(name)
        return [
            Field(f"{prefix}low", name, Form.WHOLE, True, "low"),
            Field(f"{prefix}high", name, Form.WHOLE, True, "high"),
            Field(f"{prefix}qualifier", name, Form.CHOICE, nullable, "qualifier", Qualifier),
            Field(f"{prefix}text", name, Form.TEXT, True, "text"),
        ]
    if kind is Evidence:
        start = "start" if name == "evidence" else f"{name}_start"
        return [Field(name, name, Form.TEXT, False, "words"), Field(start, name, Form.WHOLE, False, "start")]
    if issubclass(kind, StrEnum):
        return [Field(name, name, Form.CHOICE, nullable, choices=kind)]
    form = {date: Form.DAY, bool: Form.FLAG}.get(kind, Form.TEXT)
    return [Field(name, name, form, nullable)]


def _to_cell(field: Field, row: Row) -> str:
    value = getattr(row, field.attribute)
    if value is not None and field.part:
        value = getattr(value, "text" if field.part == "words" else field.part)
    return _plain(value)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _parse_flag(name: str, cell: str) -> bool:
    if cell.lower() not in ("true", "false"):
        raise ValueError(f"{name} {cell!r} is neither true nor false")
    return cell.lower() == "true"


def _parse_day(name: str, cell: str) -> date:
    try:
        if _DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise ValueError(f"{name} {cell!r} is no date; write it as 2021-05-04")
