"""The look of the charts that can be edited in PowerPoint: letters, lines, key, words, workbook."""

from __future__ import annotations

from typing import Any

from analysis.charts.style import GRID, MUTED, RULE
from analysis.exports.deck.packing import renew_workbook
from analysis.exports.deck.slide import describe
from analysis.exports.deck.units import rgb

#: size of the letters, in points
LETTERS = 12


def finish_chart(frame: Any, alt: str, *, legend: bool) -> None:
    """Set letters, lines and key as the briefing has them, and give the chart its words and its workbook."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    chart = frame.chart
    chart.font.size, chart.font.color.rgb = Pt(LETTERS), rgb(MUTED)
    chart.has_title, chart.has_legend = False, legend
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.value_axis.has_major_gridlines = True
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    chart.value_axis.format.line.fill.background()
    chart.category_axis.format.line.color.rgb = rgb(RULE)
    describe(frame, "Chart", alt)
    renew_workbook(chart)
