"""A chart in a notebook: the figure of `analysis.charts` with its caption, its words and its source note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.briefing.display import Shown, figure, prose

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports


def chart(name: str, reports: Reports) -> Shown:
    """Show a chart by its name in `analysis.charts.CHARTS`, or a sentence where the tables hold nothing to draw."""
    from analysis.charts import CHARTS

    known = CHARTS[name]
    drawing = known.plot(reports.tables)
    if drawing is None:
        return prose("There is nothing to draw here: no source gives what this chart would show.", style="none")
    data = known.data(reports.tables)
    return figure(drawing, name, known.caption(data), known.alt(data), known.note(data))
