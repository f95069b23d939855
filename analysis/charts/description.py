"""What travels with a chart: its message, its words, whose reports it is made from, whom to thank, and of which day."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from analysis.charts.registry import Chart
from analysis.charts.sizes import Size
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import listed, name_sources, say_days

if TYPE_CHECKING:
    import pandas as pd

#: sources that are named; beyond, the others are counted
MOST_NAMES = 4
CREDIT = "Chart: incident-briefing"


@dataclass(frozen=True, slots=True)
class Description:
    """`title` states the message, `caption` says how to read the chart and what it leaves out, `alt` is it in words.

    `date` is the day of the newest report (ISO), None where no report has one; `rows` counts those of the data.
    """

    name: str
    title: str
    caption: str
    alt: str
    source: str
    credit: str
    date: str | None
    size: str
    rows: int

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def describe(chart: Chart, data: pd.DataFrame, tables: Tables, size: Size) -> Description:
    """Describe a chart of `data`, which has a row at least."""
    days = [row["published"] for row in to_records(tables.sources) if row["published"]]
    return Description(
        chart.name,
        chart.caption(data),
        chart.note(data),
        chart.alt(data),
        say_sources(tables),
        ". ".join(filter(None, (CREDIT, chart.credit))) + ".",
        max(days).isoformat() if days else None,
        size.name,
        len(data),
    )


def say_sources(tables: Tables) -> str:
    """Say from whose reports the tables are, of which days, and how far a person has checked them."""
    names = list(name_sources(tables.sources).values())
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    days = [row["published"] for row in to_records(tables.sources) if row["published"]]
    when = f", {say_days(min(days), max(days))}" if days else ""
    reviewed = [state for name, frame in tables.frames().items() if name != "sources" for state in frame["review"]]
    checked = sum(state != "auto" for state in reviewed)
    by_hand = f"{checked:,} of {len(reviewed):,} rows checked by a person" if checked else "no row checked by a person"
    return f"Source: {listed(names)}{when}; coded by machine, {by_hand}."
