"""A Frictionless data package (specification 1, profile tabular-data-package) beside the tables as CSV.

It is made from the schema of the tables: types, allowed values, patterns, what may be empty, keys and links between
tables. It carries the size and the SHA-256 of each CSV file. Its sources are those of the tables. A licence is not
named, since no table holds one; whoever publishes the tables adds theirs.

One link of the tables is left to the words of its column: a casualty's attack. It goes by two columns of which the
second may be empty, and the validators of Frictionless take that for a broken link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.exports.keys import PRIMARY, find_links
from analysis.tables.files import to_csv
from analysis.tables.frames import Tables, to_records
from analysis.tables.schema import SCHEMA, Column, ColumnType
from analysis.tables.whole import written_whole

if TYPE_CHECKING:
    import pandas as pd

#: a table beyond the five, with its columns
Extra = tuple["pd.DataFrame", Sequence[Column]]
Json = dict[str, Any]

NAME = "datapackage.json"
_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.WHOLE: "integer",
    ColumnType.DAY: "date",
    ColumnType.FLAG: "boolean",
}
_DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
#: an address that may stand in a package: of the web, without blanks and without "..", which the profile refuses
_ADDRESS = re.compile(r"https?://(?:(?!\.\.)[^\s\x00-\x1f])+")


def write_datapackage(
    tables: Tables, folder: Path | str, *, title: str | None = None, more: Mapping[str, Extra] | None = None
) -> Path:
    """Write `datapackage.json` into the folder that holds, or will hold, the tables as CSV; return the file.

    `title` is that of the briefing; `more` names further tables of the folder, each with its columns. Raises OSError
    where the folder cannot be written.
    """
    target = Path(folder)
    package = to_datapackage(tables, title=title, more=more)
    with written_whole(target) as new:
        text = json.dumps(package, ensure_ascii=False, indent=2, allow_nan=False)
        (new / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")
    return target / NAME


def to_datapackage(tables: Tables, *, title: str | None = None, more: Mapping[str, Extra] | None = None) -> Json:
    """Describe the tables as a data package, a resource per table."""
    described: dict[str, Extra] = {name: (frame, SCHEMA[name]) for name, frame in tables.frames().items()}
    described |= dict(more or {})
    package: Json = {"profile": "tabular-data-package", "name": "incident-briefing"}
    if title:
        package["title"] = title
    package["description"] = "What press reports say of armed attacks, a row per claim, each with its evidence."
    if sources := [_to_source(row) for row in to_records(tables.sources)]:
        package["sources"] = sources
    package["resources"] = [_to_resource(name, *described[name], described) for name in described]
    return package


def _to_source(row: Mapping[str, Any]) -> Json:
    """Name a source by its title, else its outlet, else its source_id; its address where it is one of the web."""
    source = {"title": row["title"] or row["outlet"] or row["source_id"]}
    if row["url"] and _ADDRESS.fullmatch(row["url"]):
        source["path"] = row["url"]
    return source


def _to_resource(name: str, frame: pd.DataFrame, columns: Sequence[Column], tables: Mapping[str, Extra]) -> Json:
    written = to_csv(frame).encode()
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(written),
        "hash": f"sha256:{sha256(written).hexdigest()}",
        "dialect": _DIALECT,
        "schema": _to_schema(name, frame, columns, tables),
    }


def _to_schema(name: str, frame: pd.DataFrame, columns: Sequence[Column], tables: Mapping[str, Extra]) -> Json:
    schema: Json = {
        "fields": [_to_field(column) for column in columns if column.name in frame.columns],
        "missingValues": [""],
    }
    if name in PRIMARY:
        schema["primaryKey"] = PRIMARY[name]
    links = [link for link in find_links(name, frame.columns, tables) if len(link.columns) == 1]
    if links:
        schema["foreignKeys"] = [
            {"fields": link.columns[0], "reference": {"resource": link.to, "fields": link.to_columns[0]}}
            for link in links
        ]
    return schema


def _to_field(column: Column) -> Json:
    constraints: Json = {}
    if not column.nullable:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if column.pattern:
        constraints["pattern"] = column.pattern
    field: Json = {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}
    return field | ({"constraints": constraints} if constraints else {})
