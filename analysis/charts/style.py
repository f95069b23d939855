"""The look of the charts: fonts, colours, and empty figures laid out in inches.

The colours stay apart for colour-blind readers and differ in lightness, so that they stay apart in grey too; where two
kinds of thing stand in one chart, their marks differ as well. What a source says is text: matplotlib's mathematics is
switched off, so that a `$` is a `$`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: the folder of the vendored font, for the page and the PDF too
FONTS = Path(__file__).resolve().parents[1] / "fonts"
STYLE = Path(__file__).with_name("briefing.mplstyle")

INK, MUTED, RULE, GRID = "#1b2a3a", "#5d6b7a", "#9aa5b1", "#dfe4ea"
BLUE, RUST, PLUM, GREEN, OCHRE = "#1f5a92", "#b8501a", "#6b2050", "#3c7a4e", "#8a6a00"


_inside: ContextVar[bool] = ContextVar("inside", default=False)


@contextmanager
def styled() -> Iterator[None]:
    """Draw in the style of the briefing, whatever the user's own settings are; they are back afterwards.

    Inside another `styled` nothing more happens, so that several charts are drawn under settings made once.
    """
    import matplotlib

    register_fonts()
    if _inside.get():
        yield
        return
    token = _inside.set(True)
    try:
        with matplotlib.rc_context(_settings()), _fonts_once():
            yield
    finally:
        _inside.reset(token)


@contextmanager
def _fonts_once() -> Iterator[None]:
    """Look each font up once: under settings that stay, matplotlib's search for every word gives the same again."""
    from matplotlib.font_manager import fontManager

    vars(fontManager)["_find_fonts_by_props"] = _find_fonts
    try:
        yield
    finally:
        del vars(fontManager)["_find_fonts_by_props"]  # the method of its class shows again


@lru_cache(maxsize=256)
def _find_fonts(properties: Any) -> list[Any]:
    of_one_size = properties.copy()
    of_one_size.set_size(10)
    return _find_scalable(of_one_size)


@lru_cache(maxsize=32)
def _find_scalable(properties: Any) -> list[Any]:
    """Look fonts up whatever their size: all are drawn at any."""
    from matplotlib.font_manager import FontManager, fontManager

    return FontManager._find_fonts_by_props(fontManager, properties)


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


def new_figure(width: float, height: float) -> Figure:
    """Make an empty figure; inches. It belongs to no window and needs no closing."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height))


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
