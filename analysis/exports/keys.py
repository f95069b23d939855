"""The keys of the tables: what tells two rows apart, and which columns point to another table.

Said once for the data package and the database. A casualty's attack is named by its source and its id together.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from analysis.tables.schema import CLAIMS

#: the columns that no two rows of a table share
PRIMARY: dict[str, str] = {
    "sources": "source_id",
    "incidents": "incident_id",
    **dict.fromkeys(CLAIMS, "claim_id"),
}
#: columns beside the primary key that no two rows share, since other tables point to them
UNIQUE: dict[str, tuple[str, ...]] = {"attacks": ("source_id", "id")}


@dataclass(frozen=True, slots=True)
class Link:
    """Columns of a table that point to as many columns of another; a row where one of them is null points nowhere."""

    table: str
    columns: tuple[str, ...]
    to: str
    to_columns: tuple[str, ...]


LINKS = (
    *(Link(table, ("source_id",), "sources", ("source_id",)) for table in CLAIMS),
    Link("attacks", ("incident_id",), "incidents", ("incident_id",)),
    Link("casualties", ("source_id", "attack"), "attacks", ("source_id", "id")),
)


def find_links(table: str, columns: Collection[str], tables: Collection[str]) -> list[Link]:
    """Find the links of a table with these columns to tables that are there."""
    return [link for link in LINKS if link.table == table and link.to in tables and set(link.columns) <= set(columns)]
