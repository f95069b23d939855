"""The look of the charts: fonts, colours, sizes, and figures of one width.

The colours stay apart for colour-blind readers and differ in lightness, so that they stay apart in grey too; where two
kinds of thing stand in one chart, their marks differ as well. What a source says is text: matplotlib's mathematics is
switched off, so that a `$` is a `$`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: the folder of the vendored font, for the page and the PDF too
FONTS = Path(__file__).resolve().parents[1] / "fonts"
STYLE = Path(__file__).with_name("briefing.mplstyle")
_FINE = 20
#: width of every chart, in inches: the width of the text on paper
WIDTH = 6.7

INK, MUTED, RULE, GRID = "#1b2a3a", "#5d6b7a", "#9aa5b1", "#dfe4ea"
BLUE, RUST, PLUM, GREEN, OCHRE = "#1f5a92", "#b8501a", "#6b2050", "#3c7a4e", "#8a6a00"


@contextmanager
def styled() -> Iterator[None]:
    """Draw in the style of the briefing, whatever the user's own settings are; they are back afterwards."""
    import matplotlib

    register_fonts()
    with matplotlib.rc_context(_settings()):
        yield


@cache
def register_fonts() -> None:
    """Make matplotlib find the vendored font before any of that name on the machine."""
    from matplotlib.font_manager import fontManager

    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)
        fontManager.ttflist.insert(0, fontManager.ttflist.pop())


@cache
def _settings() -> Any:
    import matplotlib

    settings = matplotlib.rc_params_from_file(STYLE, fail_on_error=True, use_default_template=True)
    return {key: value for key, value in settings.items() if not key.startswith(("backend", "interactive", "toolbar"))}


def new_figure(height: float) -> Figure:
    """Make an empty figure of the one width; `height` in inches. It belongs to no window and needs no closing."""
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH, height))


def add_axes(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Add axes by their place in inches from the lower left corner."""
    across, up = figure.get_size_inches()
    return figure.add_axes((left / across, bottom / up, width / across, height / up))


def add_canvas(figure: Figure) -> Axes:
    """Add invisible axes over the whole figure, in inches, for text and keys outside the axes of the data."""
    across, up = figure.get_size_inches()
    axes = add_axes(figure, 0, 0, across, up)
    axes.set(xlim=(0, across), ylim=(0, up))
    axes.axis("off")
    axes.patch.set_visible(False)
    axes.set_zorder(2)
    return axes


@cache
def text_width(words: str, size: float = 7.8, *, bold: bool = False) -> float:
    """Measure one line of text in inches, as the vendored font sets it; `size` in points."""
    import matplotlib
    from matplotlib.font_manager import get_font

    other = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"  # for scripts that Inter lacks
    font = get_font([str(FONTS / ("Inter-Bold.ttf" if bold else "Inter-Regular.ttf")), str(other)])
    font.set_size(size, 72 * _FINE)  # measured large: at the size itself, hinting would round every letter
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        font.set_text(words, 0)
    width, _ = font.get_width_height()
    return float(width) / 64 / (72 * _FINE)


def fit(words: str, width: float, size: float = 7.8, *, bold: bool = False) -> str:
    """Cut one line of text to a width in inches, the cut marked with "…"."""
    words = " ".join(words.split())
    if text_width(words, size, bold=bold) <= width:
        return words
    shortest, longest = 0, len(words)
    while longest - shortest > 1:
        middle = (shortest + longest) // 2
        if text_width(words[:middle].rstrip(" ,;:–-") + "…", size, bold=bold) <= width:
            shortest = middle
        else:
            longest = middle
    return words[:shortest].rstrip(" ,;:–-") + "…"


def spread(positions: list[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Push positions apart to at least `gap`, as little as can be, within the bounds where they fit."""
    order = sorted(range(len(positions)), key=lambda at: positions[at])
    blocks: list[list[float]] = []  # [sum of wanted starts, members, start]
    for rank, at in enumerate(order):
        blocks.append([positions[at] - rank * gap, 1, positions[at] - rank * gap])
        while len(blocks) > 1 and blocks[-2][2] > blocks[-1][2]:
            total, members, _ = blocks.pop()
            blocks[-1] = [blocks[-1][0] + total, blocks[-1][1] + members, 0]
            blocks[-1][2] = blocks[-1][0] / blocks[-1][1]
    starts = [start for _, members, start in blocks for _ in range(int(members))]
    top = highest - (len(order) - 1) * gap
    spread_out = [0.0] * len(positions)
    for rank, at in enumerate(order):
        spread_out[at] = min(max(starts[rank], lowest), max(top, lowest)) + rank * gap
    return spread_out
