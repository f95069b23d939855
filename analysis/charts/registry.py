"""The charts by name: how each is drawn, and what stands beside it.

`CHARTS[name]` gives five functions. `data` makes what the chart shows out of the tables; `plot` draws it, None where
there is nothing to show; `caption` (the message), `alt` (the chart in words) and `note` (how to read it, what is left
out) are made from the data, which has a row at least.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.charts import attack_map, casualties, rounds, statements, timeline, troops
from analysis.tables.frames import Tables

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of the briefing."""

    name: str
    data: Callable[[Tables], pd.DataFrame]
    plot: Callable[[Tables], Figure | None]
    caption: Callable[[pd.DataFrame], str]
    alt: Callable[[pd.DataFrame], str]
    note: Callable[[pd.DataFrame], str]


CHARTS: dict[str, Chart] = {
    chart.name: chart
    for chart in (
        Chart(
            "timeline",
            timeline.data_timeline,
            timeline.plot_timeline,
            timeline.caption_timeline,
            timeline.alt_timeline,
            timeline.note_timeline,
        ),
        Chart(
            "map",
            attack_map.data_map,
            attack_map.plot_map,
            attack_map.caption_map,
            attack_map.alt_map,
            attack_map.note_map,
        ),
        Chart(
            "rounds",
            rounds.data_rounds,
            rounds.plot_rounds,
            rounds.caption_rounds,
            rounds.alt_rounds,
            rounds.note_rounds,
        ),
        Chart(
            "casualties",
            casualties.data_casualties,
            casualties.plot_casualties,
            casualties.caption_casualties,
            casualties.alt_casualties,
            casualties.note_casualties,
        ),
        Chart(
            "troops",
            troops.data_troops,
            troops.plot_troops,
            troops.caption_troops,
            troops.alt_troops,
            troops.note_troops,
        ),
        Chart(
            "statements",
            statements.data_statements,
            statements.plot_statements,
            statements.caption_statements,
            statements.alt_statements,
            statements.note_statements,
        ),
    )
}
