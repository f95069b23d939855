from __future__ import annotations

from analysis.comparison.schema import INCIDENTS
from analysis.exports.keys import LINKS, PRIMARY, UNIQUE, find_links
from analysis.tables import SCHEMA


def test_every_key_names_columns_that_there_are() -> None:
    known = {name: {column.name for column in columns} for name, columns in (SCHEMA | {"incidents": INCIDENTS}).items()}
    assert set(PRIMARY) == set(known)
    for table, column in PRIMARY.items():
        assert column in known[table]
    for table, columns in UNIQUE.items():
        assert set(columns) <= known[table]
    for link in LINKS:
        assert set(link.columns) <= known[link.table] and set(link.to_columns) <= known[link.to]


def test_links_to_what_is_not_there_are_left_out() -> None:
    assert [link.to for link in find_links("attacks", ["source_id", "incident_id"], ["sources"])] == ["sources"]
    assert [link.to for link in find_links("attacks", ["source_id"], ["sources", "incidents"])] == ["sources"]
    assert find_links("incidents", ["incident_id"], ["attacks"]) == []
