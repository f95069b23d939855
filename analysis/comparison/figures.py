"""What the sources say of one incident, side by side, as a long table: one row per question and claim.

Nothing is judged here; every row keeps its bounds, its words, its speaker and its claim. `compare_movement` tells how
the figures of one question moved from report to report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.comparison.answers import Cells, find_answers, name_victims
from analysis.comparison.incidents import compare_attacks, compare_incidents
from analysis.comparison.schema import FIGURES, MOVEMENT
from analysis.comparison.totals import interval_of
from analysis.tables.frames import Tables, to_frame

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["compare_figures", "compare_movement", "name_victims"]


def compare_figures(tables: Tables) -> pd.DataFrame:
    """Make the long table of answers (columns: `FIGURES`), by incident, question and the order of the sources.

    A figure of casualties that belongs to no attack answers no question here.
    """
    compared = compare_attacks(tables)
    incidents = compare_incidents(compared)
    answers = find_answers(compared)
    rows = [
        {**answer, "incident_id": incident_id, "incident": name}
        for incident_id, name in zip(incidents["incident_id"], incidents["name"], strict=True)
        for answer in answers.get(incident_id, ())
    ]
    return to_frame("figures", rows, FIGURES)


def compare_movement(tables: Tables) -> pd.DataFrame:
    """Make the table of how each figure moved (columns: `MOVEMENT`), by incident, question and published day.

    Figures of reports without a published day, parts of totals, and questions that one report alone answers are left
    out. `moved` sets a figure beside the one before: higher, lower, the same, or open where they can be equal.
    """
    rows: list[Cells] = []
    compared = compare_attacks(tables)
    names = dict(compare_incidents(compared)[["incident_id", "name"]].itertuples(index=False, name=None))
    for incident_id, answers in find_answers(compared).items():
        asked = dict.fromkeys(answer["question"] for answer in answers if answer.get("qualifier"))
        for question in asked:
            told = [row for row in answers if row["question"] == question and row["published"] and not row["part"]]
            if len({row["source_id"] for row in told}) > 1:
                told.sort(key=lambda row: row["published"])
                rows += [
                    {**row, "incident_id": incident_id, "incident": names[incident_id], "moved": _moved(told, at)}
                    for at, row in enumerate(told)
                ]
    return to_frame("movement", rows, MOVEMENT)


def _moved(told: list[Cells], at: int) -> str | None:
    if at == 0:
        return None
    before, now = interval_of(told[at - 1]), interval_of(told[at])
    if before == now:
        return "the same"
    if before.high is not None and now.low is not None and now.low > before.high:
        return "higher"
    if before.low is not None and now.high is not None and now.high < before.low:
        return "lower"
    return "open"
