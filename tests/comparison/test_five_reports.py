"""The five reports, as digests and, where they are here, as received: what is linked, and what stays apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.coding import code_source
from analysis.comparison import compare_attacks, compare_incidents, compare_key_findings
from analysis.sources import read_sources
from analysis.tables import Tables, to_tables
from analysis.tables.frames import to_records
from tests.comparison import inconsistencies

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "seeds", inconsistencies.SHARED / "seeds"]


@pytest.fixture(scope="module", params=FOLDERS, ids=["digests", "as received"])
def tables(request: pytest.FixtureRequest) -> Tables:
    if not request.param.is_dir():
        pytest.skip("the reports are not here")
    corpus = read_sources(request.param)
    return compare_attacks(to_tables(corpus, [code_source(source) for source in corpus.sources]))


def members(tables: Tables) -> dict[str, list[str]]:
    names = dict(compare_incidents(tables)[["incident_id", "name"]].itertuples(index=False, name=None))
    found: dict[str, list[str]] = {}
    for row in to_records(tables.attacks):
        found.setdefault(names[row["incident_id"]], []).append(row["source_id"])
    return found


def test_the_reports_of_2019_link_in_two_incidents_and_nothing_else_does(tables: Tables) -> None:
    shared = {name: set(sources) for name, sources in members(tables).items() if len(set(sources)) > 1}
    assert sorted(map(len, shared.values())) == [2, 4]
    four = next(name for name, sources in shared.items() if len(sources) == 4)
    two = next(name for name, sources in shared.items() if len(sources) == 2)
    assert four.endswith("27 December 2019") and two == "Al-Asad air base, 3 December 2019"
    assert all(len(members(tables)[name]) == len(sources) for name, sources in shared.items())


def test_strikes_of_two_years_and_two_countries_stay_apart(tables: Tables) -> None:
    strikes = [
        (row["incident_id"], str(row["date_from"]))
        for row in to_records(tables.attacks)
        if row["attacker"] == "United States" and row["date_from"]
    ]
    days = {day for _, day in strikes}
    assert {"2019-12-29", "2024-07-30"} <= days
    by_incident = {incident: {day for other, day in strikes if other == incident} for incident, _ in strikes}
    assert all(len(own) == 1 for own in by_incident.values())


def test_the_key_findings_count_pages_and_voices(tables: Tables) -> None:
    first = to_records(compare_key_findings(tables))[0]
    assert (first["sources"], first["voices"]) == (4, 3)
    assert "date" in first["contradict"]
    assert "killed US contractors" in first["agree"]


@pytest.mark.skipif(not inconsistencies.SHARED.is_dir(), reason="the list of inconsistencies is not here")
def test_findings_match_what_a_careful_reader_found() -> None:
    findings = inconsistencies.find_all(None)
    lines = inconsistencies.read_lines(inconsistencies.SHARED / "gold" / "seeds-inconsistencies.md")
    wanted = [line for line in lines if line.ways and not line.consistent]
    found = [line for line in wanted if any(inconsistencies.matches(line, f) == "whole" for f in findings)]
    assert len(found) / len(wanted) >= 0.8
    assert not [f.says for line in lines if line.consistent for f in findings if inconsistencies.reports(line, f)]
    material = [finding for finding in findings if finding.weight == "material"]
    matched = [f for f in material if any(inconsistencies.matches(line, f) for line in lines if not line.consistent)]
    assert len(matched) / len(material) >= 0.8
