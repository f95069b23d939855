"""Who reports how many rounds: for every incident the sources' figures, one line each.

Figures of one incident that are the same stand on one line. Where the chart would grow past a page, it keeps the
incidents that most sources give a figure for, and its caption says how many it left to the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.compared import figures_of
from analysis.charts.merge import choose_groups, merge_figures, say_left_out, to_range_rows
from analysis.charts.ranges import RangeGroup, draw_ranges
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.style import BLUE
from analysis.charts.verdicts import add_verdicts, meeting_of, remark_of, say_verdicts
from analysis.tables.frames import Tables
from analysis.tables.wording import listed, say_quantity

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def data_rounds(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per incident and figure, with the sources that give it."""
    figures = figures_of(tables)
    merged = merge_figures(figures[figures["question"] == "rounds"], tables.sources, size)
    return choose_groups(add_verdicts(merged, tables), ["incident_id"], size)


def draw_rounds(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_rounds`."""
    groups = [
        RangeGroup(
            str(group["incident"].iloc[0]),
            BLUE,
            to_range_rows(group),
            meeting=meeting_of(group),
            remark=remark_of(group),
        )
        for _, group in data.groupby("incident_id", sort=False)
    ]
    return enlarge(draw_ranges(groups, "rounds reported", size), size.scale)


def plot_rounds(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the rounds by incident and source; None where no source gives a number of rounds."""
    data = data_rounds(tables, size)
    return None if data.empty else draw_rounds(data, size)


def caption_rounds(data: pd.DataFrame) -> str:
    """Say what the chart shows: the incident on which the sources' figures lie furthest apart."""
    several = data[data.groupby("incident_id")["incident_id"].transform("size") > 1]
    if several.empty:
        return "Rounds that the sources report, by incident"
    rows = max((group for _, group in several.groupby("incident_id", sort=False)), key=_spread)
    rows = rows.sort_values("low", kind="stable", na_position="first")
    ends = [say_quantity(row.low, row.high, row.qualifier, row.words) for row in (rows.iloc[0], rows.iloc[-1])]
    return f"{rows['incident'].iloc[0]}: from {ends[0]} to {ends[1]} rounds, depending on the source"


def alt_rounds(data: pd.DataFrame) -> str:
    """Say in words what every line of the chart says."""
    parts = [
        f"{name}: " + listed([f"{row.said} ({row.who})" for row in group.itertuples()])
        for name, group in data.groupby("incident", sort=False)
    ]
    return "Dot-and-range chart of the rounds reported. " + ". ".join(parts) + "."


def note_rounds(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    left_out = say_left_out(data, "incident")
    return f"Rounds as each source gives them; an arrow is a figure without an end.{say_verdicts(data)}{left_out}"


def _spread(group: pd.DataFrame) -> float:
    """How far the figures of an incident lie apart, more sources first on ties."""
    return float(group["low"].max() - group["low"].min()) + group["sources"].sum() / 1000
