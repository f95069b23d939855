"""Where the sources agree: incidents by questions, in each cell the verdict on what the sources answer.

Only incidents that several sources report are shown. A cell that stands for several questions (the killed of several
groups) shows the gravest of their verdicts; where all agree on one group and one voice alone counts another, they do
not all say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.charts.compared import agreement_of, figures_of, incidents_of
from analysis.charts.matrix import Cell, Matrix, cell_entry, draw_matrix, most_rows, shade
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.style import GREEN, MUTED, OCHRE, PLUM, RUST
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import listed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

#: the verdicts, the gravest first: the sign in a cell, its colour, and what it means
VERDICTS = {
    "contradict": ("≠", PLUM, 1.0, "cannot all be true"),
    "doubtful": ("?", RUST, 0.75, "clash by a vague or unsure word only"),
    "revised": ("↑", OCHRE, 0.5, "a later report says more"),
    "compatible": ("≈", GREEN, 0.35, "all can be true"),
    "agree": ("=", GREEN, 0.85, "all say the same"),
    "single": ("1", MUTED, 0.25, "one voice only"),
    "silent": ("", MUTED, 0.0, "nobody says"),
}
QUESTIONS = ("date", "place", "doer", "claim", "rounds", "killed", "injured")
_KEY, _END = 0.6, 0.95  # inches


def data_agreement(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per incident, a column of verdicts per question, sources and voices."""
    import pandas as pd

    incidents = incidents_of(tables)
    several = incidents[incidents["sources"] > 1]
    found = {key: _gravest(verdicts) for key, verdicts in _verdicts(tables).items()}
    ranked = several.sort_values("sources", ascending=False, kind="stable").index[: most_rows(size, _KEY)]
    shown = several.loc[sorted(ranked)]
    rows = [
        {
            "incident_id": row["incident_id"],
            "incident": row["name"],
            **{question: found.get((row["incident_id"], question), "silent") for question in QUESTIONS},
            "sources": row["sources"],
            "voices": row["voices"],
        }
        for row in to_records(shown)
    ]
    data = pd.DataFrame(rows, columns=["incident_id", "incident", *QUESTIONS, "sources", "voices"])
    data.attrs.update(left_out=len(several) - len(shown), single=len(incidents) - len(several))
    return data


def _verdicts(tables: Tables) -> dict[tuple[str, str], list[str]]:
    """The verdicts by incident and kind of question; a group that only parts of totals count is no group of its own."""
    whole = {(row["incident_id"], row["question"]) for row in to_records(figures_of(tables)) if not row["part"]}
    found: dict[tuple[str, str], list[str]] = {}
    for row in to_records(agreement_of(tables)):
        if row["verdict"] != "single" or (row["incident_id"], row["question"]) in whole:
            found.setdefault((row["incident_id"], row["question"].partition(" ")[0]), []).append(row["verdict"])
    return found


def _gravest(verdicts: Sequence[str]) -> str:
    gravest = min(verdicts, key=list(VERDICTS).index)
    return "compatible" if gravest == "agree" and "single" in verdicts else gravest


def draw_agreement(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_agreement`."""
    used = {verdict for question in QUESTIONS for verdict in data[question]}
    cells = {name: _to_cell(name) for name in VERDICTS}
    matrix = Matrix(
        rows=tuple(data["incident"]),
        columns=QUESTIONS,
        cells=tuple(tuple(cells[row[question]] for question in QUESTIONS) for row in data.to_dict("records")),
        ends=tuple(f"{sources} / {voices}" for sources, voices in zip(data["sources"], data["voices"], strict=True)),
        end="sources / voices",
        end_width=_END,
        letters=10,
        key=tuple(cell_entry(words, cells[name]) for name, (*_, words) in VERDICTS.items() if name in used),
    )
    return enlarge(draw_matrix(matrix, size), size.scale)


def _to_cell(verdict: str) -> Cell:
    sign, color, share, _ = VERDICTS[verdict]
    return Cell(sign, shade(color, share) if share else None)


def plot_agreement(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the verdicts by incident and question; None where no two sources report the same incident."""
    data = data_agreement(tables, size)
    return None if data.empty else draw_agreement(data, size)


def caption_agreement(data: pd.DataFrame) -> str:
    """Say what the chart shows: on how many of the incidents the sources cannot all be right, and on what."""
    clashing = data[(data[list(QUESTIONS)] == "contradict").any(axis=1)]
    on = listed([question for question in QUESTIONS if (data[question] == "contradict").any()])
    if len(data) == 1:
        told = (
            f"the sources cannot all be right on {on}"
            if on
            else "on none of these do the sources contradict each other"
        )
        return f"{data['incident'].iloc[0]}: {told}"
    if clashing.empty:
        return f"On none of the {len(data)} incidents that several sources report do they contradict each other"
    share = f"all {len(data)}" if len(clashing) == len(data) else f"{len(clashing)} of the {len(data)}"
    return f"On {share} incidents that several sources report they cannot all be right: {on}"


def alt_agreement(data: pd.DataFrame) -> str:
    """Say in words the verdicts of every incident."""
    parts = []
    for row in to_records(data):
        told = [f"{question}: {VERDICTS[row[question]][3]}" for question in QUESTIONS if row[question] != "silent"]
        parts.append(f"{row['incident']} ({row['sources']} sources, {row['voices']} voices): {'; '.join(told)}")
    return "Table of verdicts by incident and question. " + ". ".join(parts) + "."


def note_agreement(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    single, left_out = data.attrs.get("single", 0), data.attrs.get("left_out", 0)
    more = f" Reported by one source only and not drawn: {single}." if single else ""
    more += f" {left_out} more stand in the table only." if left_out else ""
    return (
        "A cell says whether what the sources answer can all be true; of several groups of victims the gravest "
        f"verdict. Voices: sources that do not repeat one another.{more}"
    )
