"""Charts of the tables: one function, one matplotlib figure, with a caption, words for its content and its data.

`plot_<name>(tables)` returns a figure that can be changed further, or None when there is nothing to show. matplotlib is
imported when the first figure is drawn.
"""

from analysis.charts.attack_map import plot_map
from analysis.charts.casualties import plot_casualties
from analysis.charts.files import to_png, to_svg, write_charts
from analysis.charts.registry import CHARTS, Chart
from analysis.charts.rounds import plot_rounds
from analysis.charts.statements import plot_statements
from analysis.charts.style import FONTS
from analysis.charts.timeline import plot_timeline
from analysis.charts.troops import plot_troops

__all__ = [
    "CHARTS",
    "FONTS",
    "Chart",
    "plot_casualties",
    "plot_map",
    "plot_rounds",
    "plot_statements",
    "plot_timeline",
    "plot_troops",
    "to_png",
    "to_svg",
    "write_charts",
]
