"""From coded sources to tables: one DataFrame per table, one row per claim, quantities flat.

Rows stand in the order of the sources, then of their evidence in the text; rows of one sentence keep the coder's order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from analysis.coding.rows import Attack, Casualty, Coding, Evidence, Statement, Troops
from analysis.language.quantities import Quantity
from analysis.sources.source import Corpus, Source, is_coded
from analysis.tables.schema import SCHEMA, Column, ColumnType

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row", Attack, Casualty, Troops, Statement)
#: one row of a table, before it is a row of a DataFrame
Cells = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """The five tables of a corpus, columns and types as in `SCHEMA`."""

    sources: pd.DataFrame
    attacks: pd.DataFrame
    casualties: pd.DataFrame
    troops: pd.DataFrame
    statements: pd.DataFrame

    def frames(self) -> dict[str, pd.DataFrame]:
        """Name the tables, in the order of the schema."""
        return {name: getattr(self, name) for name in SCHEMA}


def to_tables(corpus: Corpus, codings: Mapping[str, Coding] | Sequence[Coding]) -> Tables:
    """Make the tables of a corpus from what was coded in each source.

    `codings` names each Coding by its source_id, or gives them in the order of `corpus.sources`. Raises ValueError
    where the two do not match. The result is not checked: see `check_tables`.
    """
    found = _align(corpus.sources, codings)
    return Tables(
        sources=to_frame("sources", map(_source_cells, corpus.sources)),
        attacks=to_frame("attacks", _ordered((coding.attacks for coding in found), _attack_cells)),
        casualties=to_frame("casualties", _ordered((coding.casualties for coding in found), _casualty_cells)),
        troops=to_frame("troops", _ordered((coding.troops for coding in found), _troops_cells)),
        statements=to_frame("statements", _ordered((coding.statements for coding in found), _statement_cells)),
    )


def to_frame(table: str, rows: Iterable[Mapping[str, Any]], columns: Sequence[Column] | None = None) -> pd.DataFrame:
    """Make one DataFrame with the schema's columns and types; a key that a row lacks is null.

    `columns` is for a table that the schema does not hold. A column that only compared tables have is left out
    unless a row has it.
    """
    import pandas as pd

    cells = list(rows)
    wanted = [
        column for column in columns or SCHEMA[table] if not column.later or any(column.name in row for row in cells)
    ]
    return pd.DataFrame({column.name: to_series([row.get(column.name) for row in cells], column) for column in wanted})


def to_series(values: Sequence[Any], column: Column) -> pd.Series[Any]:
    """Give a list of Python values the type of its column; None and "" are null."""
    import pandas as pd

    if column.type is ColumnType.TEXT:
        return pd.Series([None if value in (None, "") else str(value) for value in values], dtype="str")
    return pd.Series(values, dtype=column.dtype)


def to_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Turn a table into rows of plain Python values: None for null, date for a day."""
    columns = [_to_plain(frame[name]) for name in frame.columns]
    names = list(map(str, frame.columns))
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def keep_coded(sources: pd.DataFrame) -> pd.DataFrame:
    """Keep the sources whose language is coded; the others have no rows, which says nothing of what they report."""
    return sources[[is_coded(row["language"]) for row in to_records(sources)]]


def _to_plain(cells: pd.Series[Any]) -> list[Any]:
    """Turn a column into a list; column by column is four times as fast as through a frame of objects."""
    missing = cells.array.isna()
    values = cells.tolist()
    if cells.dtype.kind == "M":
        values = [value if none else value.date() for value, none in zip(values, missing, strict=True)]
    if missing.any():
        values = [None if none else value for value, none in zip(values, missing, strict=True)]
    return values


def to_columns(quantity: Quantity | None, prefix: str = "") -> dict[str, int | str | None]:
    """Flatten a quantity: `low`, `high`, `qualifier`, `text` under a prefix; all null where there is none."""
    if quantity is None:
        return dict.fromkeys((f"{prefix}low", f"{prefix}high", f"{prefix}qualifier", f"{prefix}text"))
    return {
        f"{prefix}low": quantity.low,
        f"{prefix}high": quantity.high,
        f"{prefix}qualifier": quantity.qualifier.value,
        f"{prefix}text": quantity.text or None,
    }


def _align(sources: Sequence[Source], codings: Mapping[str, Coding] | Sequence[Coding]) -> list[Coding]:
    if isinstance(codings, Mapping):
        if missing := [source.source_id for source in sources if source.source_id not in codings]:
            raise ValueError(f"no coding for source {missing[0]}")
        return [codings[source.source_id] for source in sources]
    if len(codings) != len(sources):
        raise ValueError(f"{len(codings)} codings for {len(sources)} sources")
    return list(codings)


def _ordered(tables: Iterable[tuple[Row, ...]], to_cells: Callable[[Row], Cells]) -> list[Cells]:
    return [to_cells(row) for rows in tables for row in sorted(rows, key=lambda row: row.evidence.start)]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _proof(row: Attack | Casualty | Troops | Statement) -> Cells:
    span: Evidence = row.evidence
    return {
        "source_id": row.source_id,
        "claim_id": row.claim_id,
        "evidence": span.text,
        "start": span.start,
        "end": span.end,
        "rule": row.rule,
        "review": row.review.value,
    }


def _source_cells(source: Source) -> Cells:
    return {
        "source_id": source.source_id,
        "outlet": source.outlet,
        "agencies": ";".join(source.agencies),
        "title": source.title,
        "published": _day(source.published),
        "datelines": ";".join(source.datelines),
        "language": source.language,
        "url": source.url,
        "file": source.file,
        "encoding": source.encoding,
        "characters": len(source.text),
    }


def _attack_cells(row: Attack) -> Cells:
    return {
        **_proof(row),
        "id": row.id,
        "scope": row.scope.value,
        "date_from": _day(row.date_from),
        "date_to": _day(row.date_to),
        "date_text": row.date_text,
        "place": row.place,
        "country": row.country,
        "type": row.type.value,
        **to_columns(row.munitions, "munitions_"),
        **to_columns(row.count, "count_"),
        "target": row.target,
        "attacker": row.attacker,
        "attribution": row.attribution.value if row.attribution else None,
        "attributed_by": row.attributed_by,
    }


def _casualty_cells(row: Casualty) -> Cells:
    return {
        **_proof(row),
        "outcome": row.outcome.value,
        **to_columns(row.quantity),
        "nationality": row.nationality,
        "role": row.role.value,
        "group": row.group,
        "subset": row.subset,
        "attack": row.attack,
        "attributed_to": row.attributed_to,
    }


def _troops_cells(row: Troops) -> Cells:
    return {
        **_proof(row),
        "force": row.force,
        "place": row.place,
        **to_columns(row.quantity),
        "status": row.status.value,
        "as_of": row.as_of,
        "attributed_to": row.attributed_to,
    }


def _statement_cells(row: Statement) -> Cells:
    return {
        **_proof(row),
        "speaker": row.speaker,
        "role": row.role,
        "affiliation": row.affiliation,
        "anonymous": row.anonymous,
        "kind": row.kind.value,
        "cue": row.cue,
        "act": row.act.value,
        "date": _day(row.date),
        "content": row.content.text,
        "content_start": row.content.start,
        "content_end": row.content.end,
    }
