"""Timeline of the attacks: a row per place, a mark per attack by its means, series as bars.

One mark is one incident, however many sources report it; where marks would cover one another, a circle stands for
several and says how many. Its place in time is the day that most sources give; where
they bound it by more than a day, a bar spans the days. Undated attacks are not drawn; the note counts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.charts.compared import incidents_of
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.timeline_drawing import draw_rows, most_rows
from analysis.charts.weapons import MARKS
from analysis.comparison import compare_attacks
from analysis.tables.frames import Tables, keep_coded, to_records
from analysis.tables.wording import say_countries, say_quantity

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_SHOWN = (
    "row",
    "incident_id",
    "name",
    "scope",
    "date_from",
    "date_to",
    "earliest",
    "latest",
    "type",
    "number",
    "sources",
)


def data_timeline(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per dated incident, with the place that names its row of the chart."""
    import pandas as pd

    compared = compare_attacks(tables)
    incidents = incidents_of(compared)
    dated = incidents[incidents["date_from"].notna() | incidents["date_to"].notna()]
    attacks = {row["incident_id"]: row for row in to_records(compared.attacks)}
    data = dated.assign(row=pd.Series(map(_name_row, to_records(dated)), dtype="str", index=dated.index))
    data["number"] = [_say_number(attacks[incident_id]) for incident_id in dated["incident_id"]]
    data["row"] = _fewer(data, most_rows(size))
    data = _in_order(data)[list(_SHOWN)]
    data.attrs.update(undated=len(incidents) - len(dated), reports=len(keep_coded(tables.sources)))
    return data


def draw_timeline(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_timeline`."""
    return enlarge(draw_rows(data, size), size.scale)


def plot_timeline(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the timeline; None where no attack has a date."""
    data = data_timeline(tables, size)
    return None if data.empty else draw_timeline(data, size)


def caption_timeline(data: pd.DataFrame) -> str:
    """Say what the chart shows: the attack that most sources report, else how many there are."""
    top = data.iloc[int(data["sources"].argmax())]
    if top["sources"] > 1:
        return f"{top['sources']} of {data.attrs['reports']} sources report the attack on {top['name']}"
    return f"{_say_attacks(data)} by place and day"


def alt_timeline(data: pd.DataFrame) -> str:
    """Say in words what the chart shows, attack by attack; beyond 40 attacks, how many there are in each row."""
    rows = data["row"].nunique()
    start = f"Timeline of {_say_attacks(data)} in {rows} row{'s' if rows != 1 else ''}. "
    if len(data) > 40:
        return (
            start
            + "; ".join(f"{name}: {number}" for name, number in data["row"].value_counts(sort=False).items())
            + "."
        )
    told = [
        f"{name} ({MARKS[kind].label}; {sources} source{'s' if sources != 1 else ''})"
        for name, kind, sources in zip(data["name"], data["type"], data["sources"], strict=True)
    ]
    return start + "; ".join(told) + "."


def note_timeline(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    undated = data.attrs["undated"]
    left_out = f" Without a date and not drawn: {undated}." if undated else ""
    return f"{_say_attacks(data)}. A mark is one attack, on the day that most sources give.{left_out}"


def _say_attacks(data: pd.DataFrame) -> str:
    singles = int((data["scope"] == "single").sum())
    series = len(data) - singles
    words = [f"{singles} attack{'s' if singles != 1 else ''}"] if singles else []
    return " and ".join([*words, f"{series} series of attacks"] if series else words)


def _say_number(attack: dict[str, Any]) -> str | None:
    """How many attacks a series has, in words; None of a single."""
    if attack["scope"] == "single":
        return None
    said = say_quantity(*(attack[f"count_{part}"] for part in ("low", "high", "qualifier", "text")))
    return said if said.startswith("“") else f"{said} attacks"


def _name_row(row: dict[str, Any]) -> str:
    where = say_countries(row["country"]) if row["country"] else "Place unknown"
    if row["scope"] == "series":
        return f"{where}, series"
    if row["place"]:
        return str(row["place"]).replace(";", " and ")
    return f"{where}, place not named" if row["country"] else where


def _fewer(data: pd.DataFrame, most: int) -> pd.Series[str]:
    """Put the places with the fewest reports on one row where there are too many to draw."""
    reports = data.groupby("row", sort=False)["sources"].sum()
    if len(reports) <= most:
        return data["row"]
    kept = set(reports.sort_values(ascending=False, kind="stable").index[: most - 1])
    rest = f"{len(reports) - len(kept)} other places"
    return data["row"].where(data["row"].isin(kept), rest)


def _in_order(data: pd.DataFrame) -> pd.DataFrame:
    """The country with most reports first; in it places by their first day, then the series."""
    country = data["country"].fillna("")
    order = data.assign(
        last=data["row"].str.endswith(" other places"),
        weight=-data["sources"].groupby(country).transform("sum"),
        country=country,
        run=data["scope"] == "series",
        unnamed=data["place"].isna(),
        first=data.groupby("row")["date_from"].transform("min"),
    )
    keys = ["last", "weight", "country", "run", "unnamed", "first", "row", "date_from"]
    return data.loc[order.sort_values(keys, kind="stable", na_position="last").index].reset_index(drop=True)
