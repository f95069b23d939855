"""Of which series an attack can be part: shown beside it, never counted as one with it.

A single can be part of a series when its days lie within those of the series, both are in one country, and neither
place, means nor doer forbid it (a series without a place, a weapon or a doer may hold any). Nothing is added up from
this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from analysis.comparison.places import Relation, relate_places

Cells = dict[str, Any]
#: days of a series that are looked through; a longer one is looked up by its month
MONTHS = 120


def find_series(incidents: Sequence[Cells], members: Mapping[str, Sequence[Cells]]) -> dict[str, list[str]]:
    """Name, for each single that can be part of a series, the incidents that are these series."""
    by_month: dict[tuple[str, int], list[Cells]] = defaultdict(list)
    for row in incidents:
        if row["scope"] == "series" and row["date_from"] and row["date_to"] and row["country"]:
            for month in list(_months(row["date_from"], row["date_to"]))[:MONTHS]:
                for country in row["country"].split(";"):
                    by_month[country, month].append(row)
    found: dict[str, list[str]] = {}
    for row in incidents:
        if row["scope"] == "single" and row["date_from"] and row["country"]:
            month = row["date_from"].year * 12 + row["date_from"].month
            near = {s["incident_id"]: s for code in row["country"].split(";") for s in by_month[code, month]}
            fitting = [name for name, series in near.items() if _fits(row, series, members)]
            if fitting:
                found[row["incident_id"]] = sorted(fitting)
    return found


def _months(first: date, last: date) -> Iterable[int]:
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)


def _fits(single: Cells, series: Cells, members: Mapping[str, Sequence[Cells]]) -> bool:
    if not (
        series["date_from"] <= single["date_from"] and (single["date_to"] or single["date_from"]) <= series["date_to"]
    ):
        return False
    if series["type"] not in ("other", single["type"]) and single["type"] != "other":
        return False
    country = single["country"] if single["country"] == series["country"] else None
    if relate_places(single["place"], series["place"], country) is Relation.APART:
        return False
    doers = {row["attacker"] for row in members[single["incident_id"]]} - {None}
    theirs = {row["attacker"] for row in members[series["incident_id"]]} - {None}
    return not doers or not theirs or bool(doers & theirs)
