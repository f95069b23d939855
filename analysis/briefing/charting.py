"""A chart in a notebook: the figure of `analysis.charts` with its caption, its words and its source note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.briefing.display import Shown, figure, prose

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports


def chart(name: str, reports: Reports) -> Shown:
    """Show a chart of the reports, or a sentence where its tables hold nothing to draw."""
    from analysis.charts import CHARTS

    raise NotImplementedError
