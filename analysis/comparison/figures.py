"""What the sources say of one incident, side by side: one row per question and claim.

The questions: date, place, doer, rounds, and for each outcome and group of victims its number ("killed US contractor").
Nothing is judged here; every row keeps its bounds, its words, its speaker and its claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.comparison.incidents import compare_attacks, compare_incidents
from analysis.comparison.schema import FIGURES
from analysis.tables.frames import Tables, to_frame, to_records
from analysis.tables.wording import say_days, say_nationality

if TYPE_CHECKING:
    import pandas as pd

Cells = dict[str, Any]
#: the questions, or their first words, in the order in which they are shown
QUESTIONS = ("date", "place", "doer", "rounds", "killed", "injured", "missing", "captured")
ROLE_NAMES = {
    "military": "military",
    "contractor": "contractors",
    "security_forces": "security forces",
    "militia": "militia",
    "militant": "militants",
    "civilian": "civilians",
    "official": "officials",
    "personnel": "personnel",
}


def compare_figures(tables: Tables) -> pd.DataFrame:
    """Make the long table of answers (columns: `FIGURES`), by incident, question and the order of the sources.

    A figure of casualties that belongs to no attack answers no question here.
    """
    compared = compare_attacks(tables)
    incidents = compare_incidents(compared)
    names = dict(zip(incidents["incident_id"], incidents["name"], strict=True))
    attacks = to_records(compared.attacks)
    incident_of = {(row["source_id"], row["id"]): row["incident_id"] for row in attacks}
    rows = [answer for row in attacks for answer in _of_attack(row)]
    rows += [
        _of_casualty(row, incident_of[row["source_id"], row["attack"]])
        for row in to_records(compared.casualties)
        if row["attack"]
    ]
    incident_rank = {incident_id: at for at, incident_id in enumerate(names)}
    source_rank = {source_id: at for at, source_id in enumerate(compared.sources["source_id"])}
    for row in rows:
        row["incident"] = names[row["incident_id"]]
    rows.sort(
        key=lambda row: (incident_rank[row["incident_id"]], _rank(row["question"]), source_rank[row["source_id"]])
    )
    return to_frame("figures", rows, FIGURES)


def name_victims(nationality: str | None, role: str, group: str | None) -> str:
    """Name a group of victims: "US contractors", "Kataib Hezbollah militia", "people" where nothing is said of them.

    Where the country is said the organisation is left out, so that sources that name it and sources that do not stand
    side by side.
    """
    whose = say_nationality(nationality) if nationality else (group or "").replace(";", " and ") or None
    if role == "unspecified":
        return f"{whose} nationals" if nationality else whose or "people"
    return f"{whose} {ROLE_NAMES[role]}" if whose else ROLE_NAMES[role]


def _rank(question: str) -> tuple[int, str]:
    """Order the questions as `QUESTIONS` has them, those on casualties by group of victims."""
    first, _, victims = question.partition(" ")
    return QUESTIONS.index(first), victims


def _of_attack(row: Cells) -> list[Cells]:
    base = {key: row[key] for key in ("incident_id", "source_id", "claim_id")} | {"table": "attacks", "part": False}
    answers = []
    if row["date_from"] or row["date_to"]:
        said = say_days(row["date_from"], row["date_to"])
        answers.append({**base, "question": "date", "value": said, "text": row["date_text"]})
    if row["place"]:
        answers.append({**base, "question": "place", "value": row["place"].replace(";", " and ")})
    if row["attacker"] or row["attribution"]:
        value = row["attacker"] or row["attribution"]
        answers.append(
            {**base, "question": "doer", "value": value, "text": row["attribution"], "speaker": row["attributed_by"]}
        )
    if row["munitions_qualifier"]:
        answers.append({**base, "question": "rounds", **_bounds(row, "munitions_")})
    return answers


def _of_casualty(row: Cells, incident_id: str) -> Cells:
    return {
        "incident_id": incident_id,
        "source_id": row["source_id"],
        "claim_id": row["claim_id"],
        "table": "casualties",
        "question": f"{row['outcome']} {name_victims(row['nationality'], row['role'], row['group'])}",
        "part": row["subset"],
        "speaker": row["attributed_to"],
        **_bounds(row, ""),
    }


def _bounds(row: Cells, prefix: str) -> Cells:
    return {key: row[prefix + key] for key in ("low", "high", "qualifier", "text")}
