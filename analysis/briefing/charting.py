"""A chart in a notebook: the figure of `analysis.charts` with its message, its words, its note and its data.

In a build every chart is drawn once, before the notebooks run: these show what is in the folder then. A notebook that
runs alone draws its charts itself, to the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing.crew import Later
from analysis.briefing.display import Shown, prose
from analysis.briefing.display.figure import to_figure

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports

#: rows of a chart's data that the page shows
ROWS = 40

#: reports whose charts have been drawn, and the folder that holds them
_drawn: dict[int, tuple[Reports, Path]] = {}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as drawn: `words` are those of `analysis.charts.description`, `data` is CSV."""

    svg: str
    words: dict[str, Any]
    data: str


def chart(name: str, reports: Reports) -> Shown:
    """Show a chart by its name in `analysis.charts.CHARTS`, or a sentence where the tables hold nothing to draw."""
    drawing = _read(name, reports) if id(reports) in _drawn else draw(name, reports)
    if drawing is None:
        return prose(
            "There is nothing to draw here: the sources give too little of what this chart would show.", style="none"
        )
    words = drawing.words
    return to_figure(drawing.svg, name, words["title"], words["alt"], words["caption"], _to_data(drawing.data))


def draw(name: str, reports: Reports) -> Drawing | None:
    """Draw a chart; None where there is nothing to show."""
    from analysis.charts import CHARTS, to_svg
    from analysis.charts.description import describe
    from analysis.charts.sizes import PAGE
    from analysis.tables.files import to_csv

    known = CHARTS[name]
    data = known.data(reports.tables)
    if data.empty:
        return None
    words = json.loads(describe(known, data, reports.tables, PAGE).to_json())
    return Drawing(to_svg(known.draw(data), name, words["alt"]), words, to_csv(data))


def write_drawing(name: str, reports: Reports, folder: Path) -> Later:
    """Write a chart's files into a folder, none where there is nothing to show; the PNG, which nothing needs, later."""
    from analysis.charts.request import write_in_two

    return Later(None, write_in_two(reports.tables, name, folder))


def use_drawings(reports: Reports, folder: Path) -> None:
    """Let `chart` show what is in the folder, for these reports."""
    _drawn.clear()
    _drawn[id(reports)] = reports, folder


def _read(name: str, reports: Reports) -> Drawing | None:
    path = _drawn[id(reports)][1] / f"{name}.svg"
    if not path.exists():
        return None
    words = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    data = path.with_suffix(".csv").read_text(encoding="utf-8")
    return Drawing(path.read_text(encoding="utf-8"), words, data)


def _to_data(written: str) -> dict[str, Any]:
    """Make the table of a chart's data: heads, the first rows, and how many there are."""
    heads, *rows = csv.reader(io.StringIO(written, newline=""))
    return {"heads": heads, "rows": rows[:ROWS], "total": len(rows)}
