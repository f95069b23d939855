from __future__ import annotations

import csv
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from analysis.comparison import compare_attacks, compare_incidents
from analysis.comparison.schema import INCIDENTS
from analysis.exports import write_datapackage
from analysis.exports.datapackage import to_datapackage
from analysis.tables import SCHEMA, Tables, write_tables
from tests.factories import Draft, many_reports, tables_of, two_reports


def resources(tables: Tables, **more: Any) -> dict[str, Any]:
    return {resource["name"]: resource for resource in to_datapackage(tables, **more)["resources"]}


def test_every_table_and_column_is_described() -> None:
    made = resources(compare_attacks(tables_of(*two_reports())))
    assert list(made) == list(SCHEMA)
    for name, columns in SCHEMA.items():
        fields = made[name]["schema"]["fields"]
        assert [(field["name"], field["description"]) for field in fields] == [(c.name, c.meaning) for c in columns]
        assert made[name]["schema"]["missingValues"] == [""]
    field = {field["name"]: field for field in made["attacks"]["schema"]["fields"]}
    assert field["scope"]["constraints"] == {"required": True, "enum": ["single", "series"]}
    assert field["date_from"]["type"] == "date" and "constraints" not in field["date_from"]
    assert field["munitions_low"]["type"] == "integer"
    assert field["country"]["constraints"]["pattern"]


def test_a_column_that_is_not_written_is_not_described() -> None:
    fields = resources(tables_of(*two_reports()))["attacks"]["schema"]["fields"]
    assert "incident_id" not in [field["name"] for field in fields]


def test_keys_and_links() -> None:
    tables = compare_attacks(tables_of(*two_reports()))
    made = resources(tables, more={"incidents": (compare_incidents(tables), INCIDENTS)})
    assert made["attacks"]["schema"]["primaryKey"] == "claim_id"
    assert [key["reference"]["resource"] for key in made["attacks"]["schema"]["foreignKeys"]] == [
        "sources",
        "incidents",
    ]
    assert "foreignKeys" not in made["incidents"]["schema"]


@pytest.mark.parametrize("tables", [many_reports(40), tables_of(*two_reports()), tables_of()])
def test_the_files_are_as_the_package_says(tmp_path: Path, tables: Tables) -> None:
    """What a validator does, but for types: sizes, hashes, heads, allowed values, patterns, required cells, keys."""
    write_tables(tables, tmp_path)
    package = json.loads(write_datapackage(tables, tmp_path).read_text(encoding="utf-8"))
    rows: dict[str, list[dict[str, str]]] = {}
    for resource in package["resources"]:
        raw = (tmp_path / resource["path"]).read_bytes()
        assert (len(raw), f"sha256:{sha256(raw).hexdigest()}") == (resource["bytes"], resource["hash"])
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as handle:
            rows[resource["name"]] = list(csv.DictReader(handle))
        for field in resource["schema"]["fields"]:
            for row in rows[resource["name"]]:
                assert holds(row[field["name"]], field.get("constraints", {}))
        key = resource["schema"]["primaryKey"]
        assert len({row[key] for row in rows[resource["name"]]}) == len(rows[resource["name"]])
    for resource in package["resources"]:
        for link in resource["schema"].get("foreignKeys", []):
            known = {row[link["reference"]["fields"]] for row in rows[link["reference"]["resource"]]}
            assert {row[link["fields"]] for row in rows[resource["name"]]} <= known


def holds(cell: str, constraints: dict[str, Any]) -> bool:
    if not cell:
        return not constraints.get("required")
    allowed = cell in constraints.get("enum", [cell])
    return allowed and bool(re.fullmatch(constraints.get("pattern", "(?s:.*)"), cell))


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("javascript:alert(1)", None),
        ("../../etc/passwd", None),
        ("https://example.org/../secret", None),
        ("https://example.org/a b", None),
        ("file:///etc/passwd", None),
        (None, None),
    ],
)
def test_only_an_address_of_the_web_is_a_path(url: str | None, path: str | None) -> None:
    package = to_datapackage(tables_of(Draft("gazette-1", url=url, title="Rockets")))
    assert package["sources"] == [{"title": "Rockets"} | ({"path": path} if path else {})]


def test_nothing_is_made_up() -> None:
    package = to_datapackage(tables_of())
    assert not {"licenses", "title", "sources", "created", "version"} & set(package)
    assert to_datapackage(tables_of(), title="Strikes")["title"] == "Strikes"
