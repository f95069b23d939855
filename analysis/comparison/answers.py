"""What each source answers to the questions of an incident: one answer per claim, with its words, speaker and evidence.

The questions: date, place, doer, rounds, and for each outcome and group of victims its number ("killed US
contractors"). A figure that counts only the rest ("eight other people" beside "a soldier") says so in `rest`. Nothing
is judged here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from analysis.comparison.evidence import find_people, find_teller
from analysis.comparison.incidents import compare_attacks
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import say_days, say_nationality

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
#: what an answer keeps of its claim
KEPT = ("source_id", "claim_id", "evidence", "start", "end")


def find_answers(tables: Tables) -> dict[str, list[Cells]]:
    """Find the answers of each incident, by question and the order of the sources.

    A figure of casualties that belongs to no attack answers no question here.
    """
    compared = compare_attacks(tables)
    attacks = to_records(compared.attacks)
    incident_of = {(row["source_id"], row["id"]): row["incident_id"] for row in attacks}
    sources = {row["source_id"]: (at, row["published"]) for at, row in enumerate(to_records(compared.sources))}
    answers: dict[str, list[Cells]] = defaultdict(list)
    for row in attacks:
        answers[row["incident_id"]] += _of_attack(row)
    for row in to_records(compared.casualties):
        if row["attack"]:
            answers[incident_of[row["source_id"], row["attack"]]].append(_of_casualty(row))
    for rows in answers.values():
        _mark_rests(rows)
        _unite_groups(rows)
        happened = max(
            (row["row"]["date_to"] for row in rows if row["table"] == "attacks" and row["row"]["date_to"]), default=None
        )
        for row in rows:
            row["published"] = sources[row["source_id"]][1]
            row["news"] = _is_news(row["published"], happened)
        rows.sort(key=lambda row: (rank_question(row["question"]), sources[row["source_id"]][0]))
    return dict(answers)


#: days after an attack in which its toll is still counted
NEWS = 14


def _is_news(published: date | None, happened: date | None) -> bool:
    """Tell a report from the days after an attack, when its figures still grow, from one that looks back on it."""
    return published is not None and (happened is None or (published - happened).days <= NEWS)


def name_victims(nationality: str | None, role: str, group: str | None) -> str:
    """Name a group of victims: "US contractors", "Kataib Hezbollah militia", "people" where nothing is said of them.

    Where the country is said the organisation is left out, so that sources that name it and sources that do not stand
    side by side.
    """
    whose = say_nationality(nationality) if nationality else (group or "").replace(";", " and ") or None
    if role == "unspecified":
        return f"{whose} nationals" if nationality else whose or "people"
    return f"{whose} {ROLE_NAMES[role]}" if whose else ROLE_NAMES[role]


def rank_question(question: str) -> tuple[int, str]:
    """Order the questions as `QUESTIONS` has them, those on casualties by group of victims."""
    first, _, victims = question.partition(" ")
    return QUESTIONS.index(first), victims


def _of_attack(row: Cells) -> list[Cells]:
    base = {key: row[key] for key in KEPT} | {"table": "attacks", "part": False, "rest": False, "row": row}
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


def _of_casualty(row: Cells) -> Cells:
    return {
        **{key: row[key] for key in KEPT},
        **{key: row[key] for key in ("nationality", "role", "group", "outcome", "attack")},
        "table": "casualties",
        "question": f"{row['outcome']} {name_victims(row['nationality'], row['role'], row['group'])}",
        "part": row["subset"],
        "rest": False,
        "speaker": find_teller(row),
        "row": row,
        **_bounds(row, ""),
    }


def _mark_rests(rows: list[Cells]) -> None:
    """Mark the figures that count only the rest: "eight other people" beside "a soldier" in one sentence."""
    wholes = [row for row in rows if row.get("outcome") and not row["part"]]
    for row in wholes:
        people = find_people(row["row"])
        row["rest"] = (
            people is not None
            and people.others
            and any(
                all(row[key] == other[key] for key in ("source_id", "attack", "outcome", "start"))
                and row["question"] != other["question"]
                for other in wholes
            )
        )


def _unite_groups(rows: Sequence[Cells]) -> None:
    """Put "seven soldiers" to the question of "five Iraqi soldiers", where these are the only ones that others name.

    A source that counts both apart speaks of two groups. A part of the figure goes with it and names nobody.
    """
    counted = [row for row in rows if row.get("outcome") and row["role"] != "unspecified"]
    wholes = [row for row in counted if not row["part"]]
    for row in counted:
        alike = [other for other in wholes if (other["outcome"], other["role"]) == (row["outcome"], row["role"])]
        named = {other["question"] for other in alike if _is_of_somebody(other)}
        own = any(_is_of_somebody(other) and other["source_id"] == row["source_id"] for other in alike)
        if not _is_of_somebody(row) and len(named) == 1 and not own:
            row["question"] = next(iter(named))


def _is_of_somebody(row: Cells) -> bool:
    return bool(row["nationality"] or row["group"])


def _bounds(row: Cells, prefix: str) -> Cells:
    return {key: row[prefix + key] for key in ("low", "high", "qualifier", "text")}
