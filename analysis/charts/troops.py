"""Troop numbers by place, date and source: a point per number, its words at the right with a line to it.

Numbers that several sources give for one force, place and day are one point. A number that holds for a whole year is
drawn over that year. Many numbers become ranges, of a day, a month or a year; the note says so. Numbers without a date
are not drawn; the note counts them.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.troops_drawing import draw_numbers
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import listed, name_sources, say_country, say_quantity

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

#: numbers that are drawn each for itself; beyond, those of one force, place and day become one range, and where these
#: are still more, those of a month or of a year
MOST_NUMBERS = 60
_SPANS = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date
_COLUMNS = (
    *(
        "series",
        "force",
        "place",
        "as_of",
        "date_from",
        "date_to",
        "status",
        "low",
        "high",
        "qualifier",
        "words",
        "said",
    ),
    *("who", "sources", "claims"),
)


def data_troops(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per force, place, day and number, with the sources that give it."""
    import pandas as pd

    names = name_sources(tables.sources)
    merged: dict[tuple[object, ...], dict[str, Any]] = {}
    left_out = 0
    for row in to_records(tables.troops):
        if row["as_of"] is None or (row["low"] is None and row["high"] is None):
            left_out += 1
            continue
        keys = ("force", "place", "as_of", "status", "low", "high", "qualifier")
        made = merged.setdefault(tuple(row[key] for key in keys), {**row, "by": {}, "ids": []})
        made["by"][row["source_id"]] = names[row["source_id"]]
        made["ids"].append(row["claim_id"])
    rows = [_to_row(row) for row in merged.values()]
    given, spanned = rows, None
    for span, letters in _SPANS.items():
        if len(rows) > MOST_NUMBERS:
            rows, spanned = _sum_up(given, letters), span
    rows.sort(key=lambda row: (row["date_from"], row["series"]))
    data = pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"low": "Int64", "high": "Int64"})
    data.attrs |= {"left_out": left_out, "spanned": spanned}
    return data


def draw_troops(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_troops`."""
    return enlarge(draw_numbers(data, size), size.scale)


def plot_troops(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the troop numbers over time; None where no number has a date."""
    data = data_troops(tables, size)
    return None if data.empty else draw_troops(data, size)


def caption_troops(data: pd.DataFrame) -> str:
    """Say what the chart shows: the first and the last number of the force with most numbers, if they differ."""
    name = data["series"].value_counts(sort=False).idxmax()
    rows = [row for row in to_records(data) if row["series"] == name and row["status"] == "present"]
    if len(rows) > 1 and (rows[0]["low"], rows[0]["high"]) != (rows[-1]["low"], rows[-1]["high"]):
        first, last = (f"{row['said']} ({row['as_of'][:4]})" for row in (rows[0], rows[-1]))
        ranges = any(row["qualifier"] == "range" for row in (rows[0], rows[-1]))
        return f"{name}: {first}, then {last}" if ranges else f"{name}: from {first} to {last}"
    return "Troop numbers that the sources report, by force, place and date"


def alt_troops(data: pd.DataFrame) -> str:
    """Say in words every number that the chart shows."""
    parts = [
        f"{name}: "
        + listed([f"{row['said']} {row['status']}, {row['as_of']} ({row['who']})" for row in to_records(group)])
        for name, group in data.groupby("series", sort=False)
    ]
    return "Points over time. " + ". ".join(parts) + "."


def note_troops(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    left_out = data.attrs.get("left_out", 0)
    more = f" Without a date or a number and not drawn: {left_out}." if left_out else ""
    if spanned := data.attrs.get("spanned"):
        more += f" So many numbers are drawn as ranges: all of one {spanned} for one force and place as one."
    return (
        "Each number as its source gives it; an arrow is a figure without an end, a ring is “about” or vague. A dotted "
        "line carries the number of those present on to the next report, its band what the words allow (“about”: a "
        f"tenth more or less); nobody says that it held so long.{more}"
    )


def _to_row(row: dict[str, Any]) -> dict[str, Any]:
    first, last = _days(row["as_of"])
    by = list(row["by"].values())
    where = f" in {say_country(row['place'])}" if row["place"] else ""
    force = "Coalition" if row["force"] == "coalition" else "US" if row["force"] == "US" else say_country(row["force"])
    return {
        **row,
        "series": f"{force}{where}",
        "date_from": first,
        "date_to": last,
        "words": row["text"],
        "said": say_quantity(row["low"], row["high"], row["qualifier"], row["text"]),
        "who": by[0] if len(by) == 1 else f"{len(by)} sources",
        "sources": len(by),
        "claims": ";".join(row["ids"]),
    }


def _sum_up(rows: list[dict[str, Any]], letters: int) -> list[dict[str, Any]]:
    """Draw all numbers for one force, place, status and day (or month, year) as the range that they span."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["series"], row["as_of"][:letters], row["status"]), []).append(row)
    return [_span(group, as_of) if len(group) > 1 else group[0] for (_, as_of, _), group in groups.items()]


def _span(group: list[dict[str, Any]], as_of: str) -> dict[str, Any]:
    first, last = _days(as_of)
    numbers = [number for row in group for number in (row["low"], row["high"]) if number is not None]
    spanned = {
        "low": min(numbers),
        "high": max(numbers),
        "qualifier": "range",
        "words": None,
        "said": f"{min(numbers):,} to {max(numbers):,}",
    }
    same = len({(row["low"], row["high"], row["qualifier"]) for row in group}) == 1
    return {
        **group[0],
        **({} if same else spanned),
        "as_of": as_of,
        "date_from": first,
        "date_to": last,
        "who": f"{sum(row['sources'] for row in group)} reports",
        "sources": sum(row["sources"] for row in group),
        "claims": ";".join(row["claims"] for row in group),
    }


def _days(as_of: str) -> tuple[date, date]:
    """The days that a year, a month or a day spans."""
    year, *rest = (int(part) for part in as_of.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
    return date(year, rest[0], rest[1]), date(year, rest[0], rest[1])
