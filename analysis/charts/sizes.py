"""The three sizes of a chart: a column of a page, the page's whole text width, and a slide.

A size is a layout, not a magnification: a column has less room beside the marks, a slide less below them, so that a
chart shows fewer lines there and says so. What is laid out for a slide is then enlarged as a whole (`enlarge`), so that
its letters can be read from the back of a room.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Size:
    """Room for a chart: `width` and the most `height` it may take, in inches before it is enlarged by `scale`."""

    name: str
    width: float
    height: float
    scale: float = 1.0

    @property
    def narrow(self) -> bool:
        return self.width < 5

    def lines(self, line: float, besides: float) -> int:
        """Count how many lines of a height fit under what else takes `besides` inches; two at least."""
        return max(2, int((self.height - besides) / line))


COLUMN = Size("column", 3.35, 8.6)
PAGE = Size("page", 6.7, 9.0)
#: 12.3 by at most 5.8 inches on a slide of 13.3 by 7.5, which leaves room for its title and a note
SLIDE = Size("slide", 7.7, 3.6, 1.6)
SIZES = {size.name: size for size in (COLUMN, PAGE, SLIDE)}


#: points between an axis and its labels, as matplotlib has it
_TICK_PAD = 3.5


def enlarge(figure: Figure, factor: float) -> Figure:
    """Make a figure larger as a whole: letters, lines and marks with its sides; give it back."""
    if factor == 1:
        return figure
    import numpy as np
    from matplotlib.collections import Collection, PathCollection
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.text import Text

    across, up = figure.get_size_inches()
    figure.set_size_inches(across * factor, up * factor)
    for axes in figure.axes:
        _enlarge_ticks(axes, factor)
    for artist in figure.findobj():
        if isinstance(artist, Text):
            artist.set_fontsize(float(artist.get_fontsize()) * factor)
        elif isinstance(artist, Line2D):
            artist.set_linewidth(artist.get_linewidth() * factor)
            artist.set_markersize(artist.get_markersize() * factor)
            artist.set_markeredgewidth(artist.get_markeredgewidth() * factor)
        elif isinstance(artist, Patch):
            artist.set_linewidth(artist.get_linewidth() * factor)
        elif isinstance(artist, Collection):
            artist.set_linewidth([width * factor for width in np.atleast_1d(artist.get_linewidth())])
            if isinstance(artist, PathCollection):
                artist.set_sizes([area * factor**2 for area in artist.get_sizes()])
    return figure


def _enlarge_ticks(axes: Axes, factor: float) -> None:
    """Enlarge ticks that are not made yet; those that are there follow with the other artists."""
    for axis in (axes.xaxis, axes.yaxis):
        axis.labelpad *= factor
        axis.set_tick_params(reset=False, pad=_TICK_PAD * factor)
