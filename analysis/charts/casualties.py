"""Casualties by victim group and source: for every incident what each source says of the killed and the injured.

Figures that belong to no attack are not drawn; the caption says how many there are. Equal figures stand on one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.compared import figures_of
from analysis.charts.merge import choose_groups, merge_figures, say_left_out, to_range_rows
from analysis.charts.ranges import RangeGroup, draw_ranges
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.style import INK, MUTED, PLUM, RUST
from analysis.charts.verdicts import add_verdicts, meeting_of, remark_of, say_verdicts
from analysis.tables.frames import Tables
from analysis.tables.wording import listed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

COLORS = {"killed": PLUM, "injured": RUST, "missing": INK, "captured": MUTED}


def data_casualties(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per incident, victim group and figure, with the sources that give it."""
    figures = figures_of(tables)
    outcome = figures["question"].str.split(" ").str[0]
    merged = merge_figures(figures[outcome.isin(list(COLORS))], tables.sources, size)
    chosen = choose_groups(add_verdicts(merged, tables), ["incident_id", "question"], size, beside=True)
    chosen = _largest_first(chosen)
    chosen.attrs["unattached"] = int(tables.casualties["attack"].isna().sum())
    return chosen


def _largest_first(data: pd.DataFrame) -> pd.DataFrame:
    """Order the victim groups of an incident: the killed first, then the larger group, a whole before its parts."""
    groups = data.groupby(["incident_id", "question"], sort=False)
    order = data.assign(
        incident_at=data.groupby("incident_id", sort=False).ngroup(),
        outcome_at=data["question"].str.split(" ").str[0].map(list(COLORS).index).astype("int64"),
        part_at=groups["part"].transform("all"),
        size_at=-groups["low"].transform("max").fillna(0).astype("int64"),
        group_at=groups.ngroup(),
    )
    keys = ["incident_at", "outcome_at", "part_at", "size_at", "group_at"]
    ordered = data.loc[order.sort_values(keys, kind="stable").index].reset_index(drop=True)
    ordered.attrs.update(data.attrs)
    return ordered


def draw_casualties(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_casualties`."""
    groups = []
    shown: str | None = None
    for _, group in data.groupby(["incident_id", "question"], sort=False):
        incident, question = str(group["incident"].iloc[0]), str(group["question"].iloc[0])
        section = incident if incident != shown else None
        shown = incident
        color = COLORS[question.partition(" ")[0]]
        heading = question[0].upper() + question[1:]
        rows, meeting, remark = to_range_rows(group), meeting_of(group), remark_of(group)
        groups.append(RangeGroup(heading, color, rows, section, meeting, remark))
    return enlarge(draw_ranges(groups, "people", size, beside=True), size.scale)


def plot_casualties(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the casualties by incident, victim group and source; None where no attack has any."""
    data = data_casualties(tables, size)
    return None if data.empty else draw_casualties(data, size)


def caption_casualties(data: pd.DataFrame) -> str:
    """Say what the chart shows: the figure on which the reports lie furthest apart, else what the figures are.

    Two figures of one source that do not clash count different people, and are not told as a dispute.
    """
    whole = data[~data["part"]]
    groups = [group for _, group in whole.groupby(["incident_id", "question"], sort=False)]
    disputed = [g for g in groups if g["low"].nunique() > 1 and (_of_several(g) or remark_of(g))]
    if not disputed:
        return "Casualties that the sources report, by victim group"
    widest = max(disputed, key=lambda group: float(group["low"].max() - group["low"].min()))
    ordered = widest.sort_values("low", kind="stable")
    low, high = ordered["said"].iloc[0], ordered["said"].iloc[-1]
    question, incident = widest["question"].iloc[0], widest["incident"].iloc[0]
    return f"{incident}: {question}, from {low} to {high}, depending on who counts"


def _of_several(group: pd.DataFrame) -> bool:
    """Tell whether more than one source gives the figures of a group."""
    return group["who"].nunique() > 1 or bool(group["sources"].max() > 1)


def alt_casualties(data: pd.DataFrame) -> str:
    """Say in words what every line of the chart says."""
    parts = [
        f"{incident}, {question}: " + listed([f"{row.said} ({row.who})" for row in group.itertuples()])
        for (incident, question), group in data.groupby(["incident", "question"], sort=False)
    ]
    return "Dot-and-range chart of casualties by incident, victim group and source. " + ". ".join(parts) + "."


def note_casualties(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    loose = data.attrs.get("unattached", 0)
    more = f" Figures that belong to no attack and are not drawn: {loose}." if loose else ""
    return (
        "Figures as each source gives them; an arrow is a figure without an end."
        f"{say_verdicts(data)}{more}{say_left_out(data, 'group')}"
    )
