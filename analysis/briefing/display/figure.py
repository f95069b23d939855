"""A figure in a notebook: a drawing with its caption, its words for those who cannot see it, and a source note.

The drawing is SVG with real text and the same bytes on every run. Its ids carry the figure's name, so that several
drawings can stand in one page.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from analysis.briefing.display.shown import Shown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ID = re.compile(r'\bid="([^"]+)"')
REFERENCE = re.compile(r'((?:xlink:)?href="#|url\(#)([^")]+)')
METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
#: numbers of more than two decimals, but not those of scale(…): rounding 0.085 to 0.09 would make letters collide
LONG_NUMBER = re.compile(r"scale\([^)]*\)|-?\d+\.\d{3,}")


def figure(drawing: Figure, name: str, caption: str, alt: str, note: str | None = None) -> Shown:
    """Show a matplotlib figure and close it; `alt` says in words what it shows."""
    import matplotlib.pyplot as plt

    svg = to_svg(drawing, f"fig-{name}")
    plt.close(drawing)
    block = {"t": "figure", "id": f"fig-{name}", "caption": caption, "alt": alt}
    return Shown((block | ({"note": note} if note else {}),), svg)


def to_svg(drawing: Figure, prefix: str) -> str:
    """Write a figure as SVG without date, with ids that start with `prefix`, scaling with the page."""
    import matplotlib as mpl

    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": prefix, "svg.fonttype": "none"}):
        drawing.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = METADATA.sub("", buffer.getvalue())
    svg = svg[svg.index("<svg") :]
    names = set(ID.findall(svg))
    svg = ID.sub(lambda m: f'id="{prefix}-{m[1]}"', svg)
    svg = REFERENCE.sub(lambda m: f"{m[1]}{prefix}-{m[2]}" if m[2] in names else m[0], svg)
    return LONG_NUMBER.sub(_round, svg)


def _round(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("scale") else f"{float(match[0]):.2f}".rstrip("0").rstrip(".")
