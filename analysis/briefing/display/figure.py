"""A figure in a notebook: a drawing with its caption, its words for those who cannot see it, and a source note.

The drawing is SVG with real text and the same bytes on every run. Its ids carry the figure's name, so that several
drawings can stand in one page.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from analysis.briefing.display.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def figure(drawing: Figure, name: str, caption: str, alt: str, note: str | None = None) -> Shown:
    """Show a matplotlib figure; `alt` says in words what it shows. A figure of pyplot is closed."""
    from analysis.charts.files import to_svg

    svg = to_svg(drawing, f"fig-{name}")
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(drawing)
    block = {"t": "figure", "id": f"fig-{name}", "caption": caption, "alt": alt}
    return Shown((block | ({"note": note} if note else {}),), svg)
