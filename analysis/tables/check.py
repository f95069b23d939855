"""Checks of the tables: nothing is printed from a table that breaks its schema or has lost its sentence.

`check_tables` stops at the first fault and names table, row and column in one line. It mends nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.tables.frames import Tables
from analysis.tables.schema import CLAIMS, SCHEMA, Column

if TYPE_CHECKING:
    import pandas as pd


class SchemaError(ValueError):
    """A table that is not as its schema says; the message is one line."""


def check_tables(tables: Tables, texts: Mapping[str, str] | None = None) -> None:
    """Raise SchemaError where a table breaks the schema, a link between tables, the order, or its texts.

    `texts` gives the text of each source by source_id; without it the offsets are not compared with it.
    """
    for name, frame in tables.frames().items():
        check_frame(name, frame, SCHEMA[name])
    _check_unique("sources", tables.sources, ["source_id"])
    for name in CLAIMS:
        _check_claims(name, getattr(tables, name), list(tables.sources["source_id"]))
    _check_unique("attacks", tables.attacks, ["source_id", "id"])
    _check_links(tables)
    if texts is not None:
        _check_offsets(tables, texts)


def check_frame(name: str, frame: pd.DataFrame, columns: Sequence[Column]) -> None:
    """Raise SchemaError unless the frame has these columns in this order, with their types and values."""
    wanted = [column.name for column in columns if not column.later or column.name in frame.columns]
    if list(frame.columns) != wanted:
        odd = sorted(set(frame.columns) ^ set(wanted)) or ["their order"]
        raise SchemaError(f"{name}: columns are not those of the schema ({', '.join(map(str, odd))})")
    for column in columns:
        if column.name in frame.columns:
            _check_column(name, frame, column)


def _check_column(name: str, frame: pd.DataFrame, column: Column) -> None:
    cells = frame[column.name]
    if str(cells.dtype) != column.dtype:
        raise SchemaError(f"{name}.{column.name} is of type {cells.dtype}, not {column.dtype}")
    if not column.nullable:
        _refuse(name, frame, column, cells.isna(), "is empty")
    if column.dtype == "str":
        _refuse(name, frame, column, cells == "", "is an empty string, not null")
    if column.values:
        _refuse(
            name, frame, column, cells.notna() & ~cells.isin(column.values), f"is none of {', '.join(column.values)}"
        )
    if column.pattern:
        fits = cells.isna() | cells.str.fullmatch(column.pattern)
        _refuse(name, frame, column, ~fits.astype(bool), "has not the form that the schema asks for")
    if column.name.endswith("high"):
        low = frame[column.name.removesuffix("high") + "low"]
        _refuse(name, frame, column, (low > cells).fillna(False).astype(bool), "is below its low")


def _refuse(name: str, frame: pd.DataFrame, column: Column, wrong: pd.Series[bool], why: str) -> None:
    if wrong.any():
        row = frame[wrong].iloc[0]
        raise SchemaError(f"{name}.{column.name} of {_row_name(row)} {why}: {row[column.name]!r}")


def _row_name(row: pd.Series) -> str:
    return " ".join(str(row[key]) for key in ("source_id", "claim_id") if key in row.index)


def _check_unique(name: str, frame: pd.DataFrame, keys: list[str]) -> None:
    twice = frame.duplicated(keys)
    if twice.any():
        raise SchemaError(
            f"{name}: {' '.join(map(str, frame.loc[twice, keys].iloc[0]))} stands twice as {' and '.join(keys)}"
        )


def _check_claims(name: str, frame: pd.DataFrame, sources: list[str]) -> None:
    _check_unique(name, frame, ["claim_id"])
    place = {source_id: position for position, source_id in enumerate(sources)}
    last = (-1, -1)
    for source_id, claim_id, start in zip(frame["source_id"], frame["claim_id"], frame["start"], strict=True):
        if source_id not in place:
            raise SchemaError(
                f"{name}: {claim_id} names the source {source_id}, which the table of sources does not have"
            )
        here = (place[source_id], start)
        if here < last:
            raise SchemaError(f"{name}: {source_id} {claim_id} stands out of order (by source, then start)")
        last = here


def _check_links(tables: Tables) -> None:
    attacks = set(zip(tables.attacks["source_id"], tables.attacks["id"], strict=True))
    linked = tables.casualties[tables.casualties["attack"].notna()]
    for source_id, claim_id, attack in zip(linked["source_id"], linked["claim_id"], linked["attack"], strict=True):
        if (source_id, attack) not in attacks:
            raise SchemaError(
                f"casualties: {source_id} {claim_id} points to attack {attack}, which the source does not have"
            )


def _check_offsets(tables: Tables, texts: Mapping[str, str]) -> None:
    spans = [(name, "evidence", "start", "end") for name in CLAIMS]
    spans.append(("statements", "content", "content_start", "content_end"))
    for name, words, start, end in spans:
        frame = getattr(tables, name)
        for row in frame[["source_id", "claim_id", words, start, end]].itertuples(index=False, name=None):
            source_id, claim_id, said, first, last = row
            if source_id not in texts:
                raise SchemaError(f"{name}: there is no text for source {source_id}")
            if first < 0 or texts[source_id][first:last] != said:
                raise SchemaError(f"{name}: {source_id} {claim_id}: text[{first}:{last}] is not its {words}")
