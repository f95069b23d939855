"""What comparing the sources gives the notebooks: verdicts, families, and what does not go together.

All is worked out once for the same reports: in a build before the notebooks run, else when a notebook asks first.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from analysis.charts.compared import agreement_of, families_of
from analysis.tables.frames import to_records

if TYPE_CHECKING:
    import pandas as pd

    from analysis.briefing.reports import Reports

Cells = dict[str, Any]

#: reports whose contradictions are known
_found: dict[int, tuple[Reports, pd.DataFrame]] = {}


def contradictions_of(reports: Reports) -> pd.DataFrame:
    """Give the table of contradictions, a row for each passage of each finding."""
    if id(reports) not in _found:
        remember_contradictions(reports, find(reports))
    return _found[id(reports)][1]


def find(reports: Reports) -> pd.DataFrame:
    """Look for what does not go together."""
    from analysis.comparison.contradictions import find_contradictions

    return find_contradictions(reports.tables, reports.corpus)


def remember_contradictions(reports: Reports, frame: pd.DataFrame) -> None:
    """Keep the contradictions of these reports, and of no others."""
    _found.clear()
    _found[id(reports)] = reports, frame


@lru_cache(maxsize=4)
def find_verdicts(reports: Reports) -> dict[str, list[Cells]]:
    """Find the verdict on each question of each incident: rows of the table of agreement, by incident_id."""
    verdicts: dict[str, list[Cells]] = {}
    for row in to_records(agreement_of(reports.tables)):
        verdicts.setdefault(row["incident_id"], []).append(row)
    return verdicts


@lru_cache(maxsize=4)
def find_families(reports: Reports) -> list[list[Cells]]:
    """Find the families of sources: rows of the table of families, those of one family together, the largest first."""
    families: dict[str, list[Cells]] = {}
    for row in to_records(families_of(reports.tables)):
        families.setdefault(row["family_id"], []).append(row)
    return sorted(families.values(), key=lambda rows: (-len(rows), -sum(row["claims"] for row in rows)))


@lru_cache(maxsize=4)
def find_findings(reports: Reports, weight: str) -> list[list[Cells]]:
    """Find what does not go together, "material" or "minor": the passages of each finding, the surest first."""
    frame = contradictions_of(reports)
    findings: dict[str, list[Cells]] = {}
    for row in to_records(frame[frame["weight"] == weight]):
        findings.setdefault(row["finding_id"], []).append(row)
    sure = ("sure", "likely", "possible", "compatible")
    return sorted(findings.values(), key=lambda rows: sure.index(rows[0]["certainty"]))
