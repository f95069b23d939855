"""Charts of the tables: one function, one matplotlib figure, with a caption, words for its content and its data.

`plot_<name>(tables)` returns a figure that can be changed further, or None when there is nothing to show; a second
argument lays it out for another size. matplotlib is imported when the first figure is drawn.
"""

from analysis.charts.agreement import plot_agreement
from analysis.charts.attack_map import plot_map
from analysis.charts.casualties import plot_casualties
from analysis.charts.description import Description, describe
from analysis.charts.families import plot_families
from analysis.charts.files import to_pdf, to_png, to_svg
from analysis.charts.reactions import plot_reactions
from analysis.charts.registry import CHARTS, Chart
from analysis.charts.request import FORMATS, ChartError, write_chart, write_charts
from analysis.charts.rounds import plot_rounds
from analysis.charts.sizes import COLUMN, PAGE, SIZES, SLIDE, Size
from analysis.charts.statements import plot_statements
from analysis.charts.style import FONTS, STYLE, register_fonts
from analysis.charts.timeline import plot_timeline
from analysis.charts.toll import plot_toll
from analysis.charts.troops import plot_troops

__all__ = [
    "CHARTS",
    "COLUMN",
    "FONTS",
    "FORMATS",
    "PAGE",
    "SIZES",
    "SLIDE",
    "STYLE",
    "Chart",
    "ChartError",
    "Description",
    "Size",
    "describe",
    "plot_agreement",
    "plot_casualties",
    "plot_families",
    "plot_map",
    "plot_reactions",
    "plot_rounds",
    "plot_statements",
    "plot_timeline",
    "plot_toll",
    "plot_troops",
    "register_fonts",
    "to_pdf",
    "to_png",
    "to_svg",
    "write_chart",
    "write_charts",
]
