"""A figure in a notebook: a drawing with its caption, its words for those who cannot see it, a source note, its data.

The drawing is SVG with real text and the same bytes on every run. Its ids carry the figure's name, so that several
drawings can stand in one page.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.display.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def figure(drawing: Figure, name: str, caption: str, alt: str, note: str | None = None) -> Shown:
    """Show a matplotlib figure; `alt` says in words what it shows. A figure of pyplot is closed."""
    from analysis.charts.files import to_svg

    svg = to_svg(drawing, f"fig-{name}", alt)
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(drawing)
    return to_figure(svg, name, caption, alt, note)


def to_figure(
    svg: str, name: str, caption: str, alt: str, note: str | None = None, data: Mapping[str, Any] | None = None
) -> Shown:
    """Show a drawing. `data`: what it is drawn from, as `heads`, `rows` of text and their `total`."""
    block: dict[str, Any] = {"t": "figure", "id": f"fig-{name}", "caption": caption, "alt": alt}
    if note:
        block["note"] = note
    if data:
        rows = [[nodes.text(cell)["v"] for cell in row] for row in data["rows"]]
        block["data"] = {"heads": list(data["heads"]), "rows": rows, "total": data["total"], "file": name}
    return Shown((block,), svg)
