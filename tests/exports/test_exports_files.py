from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from analysis.comparison import compare_attacks
from analysis.exports import write_exports
from analysis.tables import Tables, write_tables
from tests.factories import many_reports, tables_of, two_reports


@pytest.mark.parametrize("tables", [tables_of(*two_reports()), tables_of(), many_reports(200, 20)])
def test_all_files_are_there_twice_the_same(tmp_path: Path, tables: Tables) -> None:
    made = write_exports(tables, tmp_path, title="Strikes")
    assert [file.relative_to(tmp_path).as_posix() for file in made] == [
        "attacks.geojson",
        "briefing.sqlite",
        "briefing.xlsx",
        "tables/datapackage.json",
    ]
    before = [file.read_bytes() for file in made]
    assert [file.read_bytes() for file in write_exports(tables, tmp_path, title="Strikes")] == before


def test_another_process_time_zone_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.factories import two_reports, tables_of; from analysis.exports import write_exports;"
        "write_exports(tables_of(*two_reports()), sys.argv[1])"
    )
    root = Path(__file__).resolve().parents[2]
    for seed, zone in ((1, "Asia/Baghdad"), (2, "UTC")):
        env = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / str(seed))], check=True, cwd=root, env=env)
    for name in ("attacks.geojson", "briefing.sqlite", "briefing.xlsx", "tables/datapackage.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_the_package_stands_beside_the_tables_it_describes(tmp_path: Path) -> None:
    tables = compare_attacks(tables_of(*two_reports()))
    write_tables(tables, tmp_path / "tables")
    write_exports(tables, tmp_path)
    package = json.loads((tmp_path / "tables/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert (tmp_path / "tables" / resource["path"]).stat().st_size == resource["bytes"]


def test_the_workbook_has_the_incidents_too(tmp_path: Path) -> None:
    write_exports(tables_of(*two_reports()), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "briefing.xlsx")
    assert book.sheetnames[:3] == ["sources", "incidents", "attacks"] and book["incidents"].max_row == 3
