"""What the dot-range charts show of agreement: where all figures can be true, and a remark where they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.compared import agreement_of
from analysis.comparison.intervals import meet, to_interval
from analysis.tables.frames import Tables, to_records

if TYPE_CHECKING:
    import pandas as pd

#: what stands beside a heading
REMARKS = {
    "contradict": "≠ cannot all be true",
    "doubtful": "? clash by a vague word",
    "revised": "↑ a later report says more",
}
_MEET = ("agree", "compatible", "doubtful")


def add_verdicts(merged: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Add what the figures of an incident and question come to: verdict, meets, meet_low and meet_high (null: open).

    `merged` is of `merge_figures`. Figures of which only one is given meet nowhere.
    """
    import pandas as pd

    known = {(row["incident_id"], row["question"]): row["verdict"] for row in to_records(agreement_of(tables))}
    rows = to_records(merged)
    groups: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in rows:
        groups.setdefault((row["incident_id"], row["question"]), []).append(row)
    bounds = {key: _meet(group, known.get(key)) for key, group in groups.items()}
    found = [bounds[row["incident_id"], row["question"]] for row in rows]
    return merged.assign(
        verdict=pd.Series([known.get((row["incident_id"], row["question"])) for row in rows], dtype="str"),
        meets=pd.Series([bound is not None for bound in found], dtype="bool"),
        meet_low=pd.Series([bound and bound[0] for bound in found], dtype="Int64"),
        meet_high=pd.Series([bound and bound[1] for bound in found], dtype="Int64"),
    )


def _meet(rows: list[dict[str, object]], verdict: str | None) -> tuple[int | None, int | None] | None:
    whole = [row for row in rows if not row["part"]]
    if verdict not in _MEET or len(whole) < 2:
        return None
    intervals = [to_interval(row["low"], row["high"], row["qualifier"]) for row in whole]  # type: ignore[arg-type]
    meeting = meet(intervals, usual=verdict != "doubtful")
    if meeting is None or (meeting.low is None and meeting.high is None):
        return None
    return meeting.usual if meeting.usual is not None else meeting.low, meeting.high


def meeting_of(group: pd.DataFrame) -> tuple[float, float | None] | None:
    """Give where the figures of one group meet, as `RangeGroup` has it."""
    row = to_records(group.iloc[[0]])[0]
    return (row["meet_low"] or 0, row["meet_high"]) if row["meets"] else None


def remark_of(group: pd.DataFrame) -> str | None:
    """Say that the figures of one group clash, and how; None where they do not."""
    return REMARKS.get(str(group["verdict"].iloc[0]))


def say_verdicts(data: pd.DataFrame) -> str:
    """Explain for the note what is shaded; nothing where nothing is."""
    return " Where all figures for one question can be true is shaded." if data["meets"].any() else ""
