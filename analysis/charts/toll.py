"""The toll by victim group and source: what each source's figures come to over all the attacks that it reports.

A source's figures for one attack and group count once: where it gives several, from the lowest to the highest of them.
Over its attacks they are added as intervals, so that "at least 25" and "four" come to at least 29. Parts of totals and
figures that belong to no attack are left out; groups are never added to each other, since they may overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.charts.casualties import COLORS
from analysis.charts.compared import figures_of
from analysis.charts.merge import choose_groups, merge_figures, say_left_out, to_range_rows
from analysis.charts.ranges import RangeGroup, draw_ranges
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import listed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

Cells = dict[str, Any]


def data_toll(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per outcome, victim group and sum, with the sources whose figures come to it."""
    import pandas as pd

    figures = figures_of(tables)
    outcome = figures["question"].str.split(" ").str[0]
    known = figures["low"].notna() | figures["high"].notna()
    rows = to_records(figures[outcome.isin(list(COLORS)) & ~figures["part"] & known])
    by_question: dict[tuple[str, str], list[Cells]] = {}
    for row in rows:
        by_question.setdefault((row["question"], row["source_id"]), []).append(row)
    sums = [_add_up(group) for group in by_question.values()]
    largest: dict[str, int] = {}
    for row in sums:
        largest[row["question"]] = max(largest.get(row["question"], 0), row["low"] or 0, row["high"] or 0)
    order = list(COLORS)
    sums.sort(key=lambda row: (order.index(row["incident"]), -largest[row["question"]], row["question"]))
    frame = pd.DataFrame(sums, columns=list(_COLUMNS)).astype(
        {"low": "Int64", "high": "Int64", "part": "bool", "rest": "bool"}
    )
    merged = merge_figures(frame, tables.sources, size).rename(columns={"incident_id": "outcome"})
    chosen = choose_groups(merged.drop(columns="incident"), ["outcome", "question"], size, beside=True)
    chosen.attrs["unattached"] = int(tables.casualties["attack"].isna().sum())
    return chosen


_COLUMNS = (
    *("incident_id", "incident", "question", "source_id", "low", "high", "qualifier", "text", "part", "rest"),
    *("speaker", "claim_id"),
)


def _add_up(rows: Sequence[Cells]) -> Cells:
    """Add one source's figures for one group over its attacks."""
    attacks: dict[str, list[Cells]] = {}
    for row in rows:
        attacks.setdefault(row["incident_id"], []).append(row)
    lows, highs = zip(*(_hull(group) for group in attacks.values()), strict=True)
    low = None if all(bound is None for bound in lows) else sum(bound or 0 for bound in lows)
    high = None if None in highs else sum(highs)
    kinds = {row["qualifier"] for row in rows}
    outcome = rows[0]["question"].partition(" ")[0]
    return {
        **rows[0],
        "incident_id": outcome,
        "incident": outcome,
        "low": low,
        "high": high,
        "qualifier": _qualify(low, high, kinds, single=len(rows) == 1),
        "text": rows[0]["text"] if len(rows) == 1 else None,
        "rest": rows[0]["rest"] and len(rows) == 1,
        "claim_id": ";".join(row["claim_id"] for row in rows),
    }


def _hull(rows: Sequence[Cells]) -> tuple[int | None, int | None]:
    """From the lowest to the highest of several figures; None where an end is open."""
    lows = [row["low"] for row in rows]
    highs = [row["high"] for row in rows]
    return None if None in lows else min(lows), None if None in highs else max(highs)


def _qualify(low: int | None, high: int | None, kinds: set[str], *, single: bool) -> str:
    """Say how a sum is bounded; a single figure keeps its own word."""
    if single:
        return next(iter(kinds))
    if low is None or high is None:
        return "at_most" if low is None else "at_least"
    return "range" if low != high else "about" if "about" in kinds else "exact"


def draw_toll(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_toll`."""
    groups = []
    shown: str | None = None
    for (outcome, question), group in data.groupby(["outcome", "question"], sort=False):
        section = None if outcome == shown else str(outcome).capitalize()
        shown = str(outcome)
        victims = str(question).partition(" ")[2]
        groups.append(RangeGroup(victims[0].upper() + victims[1:], COLORS[shown], to_range_rows(group), section))
    return enlarge(draw_ranges(groups, "people, over all attacks of a source", size, beside=True), size.scale)


def plot_toll(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the toll by victim group and source; None where no attack has any."""
    data = data_toll(tables, size)
    return None if data.empty else draw_toll(data, size)


def caption_toll(data: pd.DataFrame) -> str:
    """Say what the chart shows: the group with the highest toll of the first outcome, and who gives it."""
    first = data[data["outcome"] == data["outcome"].iloc[0]]
    bounds = first[["low", "high"]].max(axis=1)
    most = first.loc[bounds.idxmax()]
    victims = str(most["question"]).partition(" ")[2]
    return f"Most {most['outcome']}: {victims}, {most['said']} by the figures of {most['who']}"


def alt_toll(data: pd.DataFrame) -> str:
    """Say in words what every line of the chart says."""
    parts = [
        f"{question}: " + listed([f"{row.said} ({row.who})" for row in group.itertuples()])
        for question, group in data.groupby("question", sort=False)
    ]
    return "Dot-and-range chart of casualties by victim group and source, over all attacks. " + ". ".join(parts) + "."


def note_toll(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    loose = data.attrs.get("unattached", 0)
    more = f" Figures that belong to no attack and are not counted: {loose}." if loose else ""
    return (
        "What a source's figures come to over all the attacks that it reports, parts of totals left out; an arrow is a "
        f"sum without an end. Groups can overlap and are not added.{more}{say_left_out(data, 'group')}"
    )
