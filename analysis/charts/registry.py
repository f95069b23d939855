"""The charts by name: how each is drawn, and what stands beside it.

`data` makes what the chart shows out of the tables; `draw` draws these rows, `plot` both in one, None where there is
nothing to show; `caption` (the message), `alt` (the chart in words) and `note` (how to read it, what is left out) are
made from the data, which has a row at least.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from analysis.charts.sizes import PAGE, Size
from analysis.tables.frames import Tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from matplotlib.figure import Figure


class Data(Protocol):
    def __call__(self, tables: Tables, size: Size = PAGE) -> pd.DataFrame: ...


class Draw(Protocol):
    def __call__(self, data: pd.DataFrame, size: Size = PAGE) -> Figure: ...


class Plot(Protocol):
    def __call__(self, tables: Tables, size: Size = PAGE) -> Figure | None: ...


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of the briefing."""

    name: str
    data: Data
    draw: Draw
    plot: Plot
    caption: Callable[[pd.DataFrame], str]
    alt: Callable[[pd.DataFrame], str]
    note: Callable[[pd.DataFrame], str]
    #: whom to thank beside the sources
    credit: str = ""


#: the modules of the charts, in the order in which they are shown
_MODULES = {
    "timeline": "timeline",
    "map": "attack_map",
    "rounds": "rounds",
    "casualties": "casualties",
    "toll": "toll",
    "troops": "troops",
    "statements": "statements",
    "reactions": "reactions",
    "agreement": "agreement",
    "families": "families",
}
_CREDITS = {"map": "Borders: Natural Earth (public domain)"}


def _chart(name: str, module: str) -> Chart:
    made = vars(import_module(f"analysis.charts.{module}"))
    parts = {part: made[f"{part}_{name}"] for part in ("data", "draw", "plot", "caption", "alt", "note")}
    return Chart(name=name, credit=_CREDITS.get(name, ""), **parts)


CHARTS: dict[str, Chart] = {name: _chart(name, module) for name, module in _MODULES.items()}
