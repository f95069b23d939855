"""How each chart of the briefing is shown on a slide: as columns, points or a table that can be edited, else a picture.

What is shown in another form than the briefing's own has a caption and an alternative text of its own, and a title
where the briefing's speaks of what the other form does not show.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from analysis.exports.deck import grids
from analysis.exports.deck.columns import Columns, add_columns, to_attack_columns, to_reaction_columns
from analysis.exports.deck.grid import Grid, add_grid
from analysis.exports.deck.points import add_points, to_series
from analysis.exports.deck.slide import add_picture
from analysis.exports.deck.units import Box

if TYPE_CHECKING:
    import pandas as pd
    from pptx.slide import Slide

    from analysis.charts.description import Description

_DPI = 200
#: days from which on troop numbers are points over time, not a table
_DAYS = 3
_GRIDS: dict[str, Callable[[pd.DataFrame], Grid]] = {
    "statements": grids.to_statement_grid,
    "agreement": grids.to_agreement_grid,
    "families": grids.to_family_grid,
    "toll": grids.to_toll_grid,
    "troops": grids.to_troop_grid,
}
_TOLL = "What a source's figures come to over the attacks that it reports; parts of totals are left out."
_POINTS = "A point is a number, a bar the two ends of a range, each as its source gives it."


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart on a slide: what it says, how to read it, its words for those who cannot see it, and how it is drawn."""

    title: str
    caption: str
    alt: str
    draw: Callable[[Slide, Box], Any]


def show(name: str, data: pd.DataFrame, words: Description) -> Shown:
    """Choose the form of a chart. `data` has a row at least; `words` are the briefing's own."""
    if name == "timeline" and (columns := to_attack_columns(data)):
        caption = f"A column counts the attacks of a {columns.unit} by their means, each by its first day."
        return _show_columns(columns, columns.say("dated attacks"), caption, data)
    if name == "reactions" and (columns := to_reaction_columns(data)):
        caption = f"Statements and attacks of each {columns.unit}; standing side by side does not link them."
        return _show_columns(columns, columns.say("dated statements", "statements"), caption, data)
    if name == "troops" and data["as_of"].nunique() >= _DAYS:
        caption = _POINTS + _say_left_out(data, "left_out", "Without a date or a number and not drawn")
        return Shown(words.title, caption, words.alt, partial(_draw_points, data=data, alt=words.alt))
    if name in _GRIDS:
        return _show_grid(name, data, words)
    return Shown(words.title, words.caption, words.alt, partial(_paint, name=name, data=data, alt=words.alt))


def _show_columns(columns: Columns, title: str, caption: str, data: pd.DataFrame) -> Shown:
    alt = "Column chart. " + "; ".join(columns.tell()) + "."
    caption += _say_left_out(data, "undated", "Without a date and not counted")
    return Shown(title, caption, alt, partial(add_columns, columns=columns, alt=alt))


def _show_grid(name: str, data: pd.DataFrame, words: Description) -> Shown:
    grid = _GRIDS[name](data)
    alt = f"Table. {words.title}. " + ". ".join(grid.tell())
    caption = {
        "toll": _TOLL + _say_left_out(data, "left_out", "Groups in the tables only"),
        "troops": "Numbers as the sources give them."
        + _say_left_out(data, "left_out", "Without a date or a number and not shown"),
    }.get(name, words.caption)
    return Shown(words.title, caption, alt, partial(add_grid, grid=grid, alt=alt))


def _say_left_out(data: pd.DataFrame, key: str, words: str) -> str:
    number = data.attrs.get(key, 0)
    return f" {words}: {number:,}." if number else ""


def _draw_points(slide: Slide, box: Box, data: pd.DataFrame, alt: str) -> None:
    add_points(slide, box, to_series(data), alt)


def _paint(slide: Slide, box: Box, name: str, data: pd.DataFrame, alt: str) -> None:
    from analysis.charts import CHARTS, to_png
    from analysis.charts.sizes import SLIDE

    add_picture(slide, box, to_png(CHARTS[name].draw(data, SLIDE), _DPI), alt)
