"""What stands at a glance: the incident matrix, and for each incident what its sources agree on and where they cannot.

Nothing new is judged: the words of the matrix are those of the answers, the lists those of the table of agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.comparison.agreement import compare_agreement
from analysis.comparison.answers import Cells, find_answers
from analysis.comparison.incidents import compare_attacks, compare_incidents
from analysis.comparison.schema import KEY_FINDINGS, MATRIX
from analysis.tables.frames import Tables, to_frame, to_records
from analysis.tables.wording import say_quantity

if TYPE_CHECKING:
    import pandas as pd


def compare_matrix(tables: Tables) -> pd.DataFrame:
    """Make the incident matrix (columns: `MATRIX`): a row per incident and source, with what the source gives."""
    compared = compare_attacks(tables)
    names = dict(compare_incidents(compared)[["incident_id", "name"]].itertuples(index=False, name=None))
    answers = find_answers(compared)
    rows: list[Cells] = []
    for incident_id, name in names.items():
        given: dict[str, list[Cells]] = {}
        for row in answers.get(incident_id, ()):
            given.setdefault(row["source_id"], []).append(row)
        for source_id, own in given.items():
            whole = [row for row in own if not row["part"]]
            rows.append(
                {
                    "incident_id": incident_id,
                    "incident": name,
                    "source_id": source_id,
                    "answers": len({row["question"] for row in own}),
                    **{key: _said(whole, key) for key in ("date", "place", "doer", "rounds", "killed", "injured")},
                }
            )
    return to_frame("matrix", rows, MATRIX)


def compare_key_findings(tables: Tables, contradictions: pd.DataFrame | None = None) -> pd.DataFrame:
    """Make the data of the key findings (columns: `KEY_FINDINGS`): a row per incident of several sources.

    Questions stand under their verdict, joined by `;`. `contradictions` is the table that `find_contradictions` makes;
    with it the number of material findings on the incident is given. The incident of most voices comes first.
    """
    compared = compare_attacks(tables)
    incidents = [row for row in to_records(compare_incidents(compared)) if row["sources"] > 1]
    judged: dict[str, list[Cells]] = {}
    for row in to_records(compare_agreement(compared)):
        judged.setdefault(row["incident_id"], []).append(row)
    material: dict[str, set[str]] = {}
    for row in to_records(contradictions) if contradictions is not None else ():
        if row["weight"] == "material" and row["incident_id"]:
            material.setdefault(row["incident_id"], set()).add(row["finding_id"])
    rows = [
        {
            **{key: row[key] for key in ("incident_id", "sources", "voices")},
            "incident": row["name"],
            **{
                verdict: ";".join(q["question"] for q in judged[row["incident_id"]] if q["verdict"] == verdict)
                for verdict in ("agree", "compatible", "contradict", "doubtful", "revised", "single", "silent")
            },
            "material": len(material.get(row["incident_id"], ())) if contradictions is not None else None,
        }
        for row in incidents
    ]
    rows.sort(key=lambda row: (-row["voices"], -row["sources"]))
    return to_frame("key_findings", rows, KEY_FINDINGS)


def _said(rows: list[Cells], key: str) -> str | None:
    """What one source gives to one kind of question, the groups of victims behind their number."""
    said = []
    for row in rows:
        first, _, victims = row["question"].partition(" ")
        if first == key and row.get("qualifier"):
            number = say_quantity(row["low"], row["high"], row["qualifier"], row["text"])
            said.append(f"{number} {victims}".strip())
        elif first == key:
            said.append(str(row["value"]))
    return "; ".join(dict.fromkeys(said)) or None
