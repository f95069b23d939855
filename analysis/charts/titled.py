"""A chart with its title above and its sources below, for a picture that travels alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.sizes import Size
from analysis.charts.style import INK, MUTED, add_canvas, styled
from analysis.charts.text import wrap

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TITLE, _SMALL = 10.5, 6.8  # points
_TITLE_LINE, _SMALL_LINE, _GAP = 0.19, 0.13, 0.1  # inches


def add_title(figure: Figure, title: str, source: str, size: Size) -> Figure:
    """Make room in a figure of a size for its title and its source note; give it back, that much higher."""
    scale = size.scale
    above = wrap(title, size.width, _TITLE, bold=True, most=3)
    below = wrap(source, size.width, _SMALL, most=3)
    head = (len(above) * _TITLE_LINE + _GAP) * scale
    foot = (len(below) * _SMALL_LINE + _GAP) * scale
    width, height = figure.get_size_inches()
    places = [(axes, axes.get_position().bounds) for axes in figure.axes]
    whole = height + head + foot
    figure.set_size_inches(width, whole)
    for axes, (left, bottom, wide, tall) in places:
        axes.set_position((left, (bottom * height + foot) / whole, wide, tall * height / whole))
    with styled():
        canvas = add_canvas(figure)
        for number, line in enumerate(above):
            y = whole - (number + 0.5) * _TITLE_LINE * scale
            canvas.text(0, y, line, fontsize=_TITLE * scale, fontweight="bold", color=INK, va="center")
        for number, line in enumerate(reversed(below)):
            y = (number + 0.5) * _SMALL_LINE * scale
            canvas.text(0, y, line, fontsize=_SMALL * scale, color=MUTED, va="center")
    return figure
