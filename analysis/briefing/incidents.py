"""The sources side by side: for each attack that more than one of them reports, what each says.

Questions stand in rows and sources in columns; where there are more sources than fit beside each other, every answer
is a row. Nobody is said to be right: where answers cannot all be true, that is said, and all are shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from analysis.briefing.comparing import find_verdicts
from analysis.briefing.display import nodes
from analysis.briefing.display.prose import prose
from analysis.briefing.display.shown import Shown
from analysis.briefing.display.table import table
from analysis.briefing.evidence import number_of
from analysis.briefing.wording import count
from analysis.charts.compared import figures_of, incidents_of
from analysis.comparison.agreement import derive_totals
from analysis.comparison.answers import find_answers as compare_answers
from analysis.comparison.intervals import say_interval
from analysis.tables.frames import to_records
from analysis.tables.wording import capital

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports

#: sources that fit beside each other
BESIDE = 5
#: attacks that are shown in full, those of most sources first
LIMIT = 25
#: answers that the table of one attack shows
ANSWERS = 40
VERDICTS = {
    "agree": "agree",
    "compatible": "can all be true",
    "contradict": "cannot all be true",
    "doubtful": "cannot all be true, if a vague word means what it usually means",
    "revised": "later reports give more",
    "single": "one voice only",
    "silent": "not answered",
}

Cells = dict[str, Any]


@lru_cache(maxsize=4)
def find_shared(reports: Reports) -> list[Cells]:
    """Find the attacks that more than one source reports: rows of the table of incidents, most sources first."""
    incidents = [row for row in to_records(incidents_of(reports.tables)) if row["sources"] > 1]
    return sorted(incidents, key=lambda row: -row["sources"])


@lru_cache(maxsize=4)
def find_answers(reports: Reports) -> dict[str, list[Cells]]:
    """Find what each source says of each incident: rows of the table of figures, by incident_id.

    What a source adds up to, where another gives a total, stands beside them: "9 or more, by its parts".
    """
    answers: dict[str, list[Cells]] = {}
    for row in to_records(figures_of(reports.tables)):
        answers.setdefault(row["incident_id"], []).append(row | {"said": say_answer(row)})
    for incident_id, rows in compare_answers(reports.tables).items():
        for row in derive_totals(rows):
            answers[incident_id].append(row | {"value": None, "said": f"{say_interval(row['interval'])}, by its parts"})
    return answers


def say_answer(row: Cells) -> str:
    """Write one answer: a number by its bounds, a doer with the ground on which it is named, any other as it is."""
    if row["value"] is None:
        return (number_of(row) or "not said") + (" of these" if row["part"] else " others" if row["rest"] else "")
    ground = row["text"] if row["question"] == "doer" and row["text"] != row["value"] else None
    return f"{row['value']} ({ground})" if ground else str(row["value"])


def compare_side_by_side(reports: Reports) -> Shown:
    """Show a table for each attack that more than one source reports."""
    shared, answers = find_shared(reports), find_answers(reports)
    if not shared:
        return prose("No attack was found in more than one source.", style="none")
    blocks = [block for row in shared[:LIMIT] for block in _incident(reports, row, answers.get(row["incident_id"], []))]
    if len(shared) > LIMIT:
        blocks += prose(
            "{more} of two or more sources are not shown here.", more=capital(count(len(shared) - LIMIT, "attack"))
        ).blocks
    return Shown(tuple(blocks))


def _incident(reports: Reports, incident: Cells, answers: list[Cells]) -> list[Cells]:
    import pandas as pd

    sources = list(dict.fromkeys(row["source_id"] for row in answers))
    verdicts = {row["question"]: row for row in find_verdicts(reports).get(incident["incident_id"], [])}
    beside = len(sources) <= BESIDE
    shown = answers if beside else answers[:ANSWERS]
    rows = _beside(reports, shown, sources, verdicts) if beside else _below(reports, shown, verdicts)
    frame = pd.DataFrame(rows, columns=list(rows[0]) if rows else [], dtype=object)
    caption = f"{capital(incident['name'])}: what {count(incident['sources'], 'source')} say"
    heading = {"t": "heading", "level": 2, "c": [nodes.text(capital(incident["name"]))]}
    total = len(rows) if beside else len(answers)
    name = f"incident-{incident['incident_id']}"
    return [heading, *table(frame, name, caption, file="agreement", limit=ANSWERS, total=total).blocks]


def say_verdict(row: Cells | None) -> str | None:
    """Word a verdict, with the answer where all meet."""
    if row is None:
        return None
    meeting = f": {row['meeting']}" if row["meeting"] and row["verdict"] != "agree" else ""
    return VERDICTS[row["verdict"]] + meeting


def _beside(reports: Reports, answers: list[Cells], sources: list[str], verdicts: dict[str, Cells]) -> list[Cells]:
    """A row for each question, a column for each source, and whether all can be true."""
    rows: dict[str, Cells] = {}
    for answer in answers:
        question = capital(answer["question"])
        row = rows.setdefault(question, {"Question": question} | {reports.names[name]: None for name in sources})
        before = row[reports.names[answer["source_id"]]]
        row[reports.names[answer["source_id"]]] = (
            [*before, nodes.text("; "), *_said(reports, answer)] if before else _said(reports, answer)
        )
    for question, verdict in verdicts.items():
        if capital(question) in rows:
            rows[capital(question)]["Together"] = say_verdict(verdict)
    return [row | {"Together": row.pop("Together", None)} for row in rows.values()]


def _below(reports: Reports, answers: list[Cells], verdicts: dict[str, Cells]) -> list[Cells]:
    """A row for each answer."""
    return [
        {
            "Question": capital(answer["question"]),
            "Source": reports.names[answer["source_id"]],
            "Answer": _said(reports, answer),
            "Said by": answer["speaker"],
            "Together": say_verdict(verdicts.get(answer["question"])),
        }
        for answer in answers
    ]


def _said(reports: Reports, answer: Cells) -> nodes.Nodes:
    return [nodes.text(answer["said"] + " "), reports.cite_claims([(answer["table"], answer["claim_id"])])]
