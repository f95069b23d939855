"""A chart as SVG with real text, PNG at 300 dpi and PDF: the same bytes for the same figure.

A drawing carries no date and no program's name. The ids of an SVG begin with the chart's name, so that several can
stand in one page; its numbers have two decimals, but not those of scale(…), where rounding would move letters together.
"""

from __future__ import annotations

import io
import re
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from analysis.charts.style import styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: run lengths do for flat colours, in two thirds of the time
_COMPRESSION = {"compress_level": 3, "compress_type": zlib.Z_RLE}
_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'((?:xlink:)?href="#|url\(#)([^")]+)')
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_LONG_NUMBER = re.compile(r"scale\([^)]*\)|(?<![\w.#])-?\d+\.\d{3,}")


def to_svg(figure: Figure, prefix: str, alt: str | None = None) -> str:
    """Write a figure as SVG with real text, ids that begin with `prefix`, and `alt` for those who cannot see it."""
    drawn = _METADATA.sub(
        "", _save(figure, "svg", {"Date": None, "Creator": None, "Format": None, "Type": None}).decode()
    )
    drawn = drawn[drawn.index("<svg") :]
    ids = {found for tag in _TAG.findall(drawn) for found in _ID.findall(tag)}
    drawn = _TAG.sub(lambda tag: _clean(tag[0], prefix, ids), drawn)
    label = f' role="img" aria-label={quoteattr(alt)}' if alt else ""
    return drawn.replace("<svg", f"<svg{label}", 1)


def _clean(tag: str, prefix: str, ids: set[str]) -> str:
    """Prefix the ids of one tag and shorten its numbers; words between tags are a source's and stay as they are."""
    tag = _ID.sub(lambda found: f'id="{prefix}-{found[1]}"', tag)
    tag = _REFERENCE.sub(lambda found: f"{found[1]}{prefix}-{found[2]}" if found[2] in ids else found[0], tag)
    return _LONG_NUMBER.sub(_round, tag)


def _round(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("scale") else f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def to_png(figure: Figure, dpi: int = 300, *, notes: Mapping[str, str] | None = None) -> bytes:
    """Write a figure as PNG; `notes` are words kept in the file beside the picture (Title, Description, Source)."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image, PngImagePlugin

    resolution = figure.dpi
    with styled(), _quiet():
        figure.set_dpi(dpi)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        picture = Image.frombytes("RGBA", canvas.get_width_height(), pixels).convert("RGB")
        figure.set_dpi(resolution)
    words = PngImagePlugin.PngInfo()
    for key, value in (notes or {}).items():
        words.add_itxt(key, value)
    buffer = io.BytesIO()
    picture.save(buffer, "png", pnginfo=words, dpi=(dpi, dpi), **_COMPRESSION)
    return buffer.getvalue()


def to_pdf(figure: Figure, title: str, alt: str) -> bytes:
    """Write a figure as PDF with real text and embedded fonts; title and words stand in the document's properties."""
    known = {"Title": title, "Subject": alt, "CreationDate": None, "Creator": None, "Producer": None}
    return _save(figure, "pdf", known)


def _save(figure: Figure, form: str, metadata: dict[str, str | None]) -> bytes:
    buffer = io.BytesIO()
    with styled(), _quiet():
        figure.savefig(buffer, format=form, metadata=metadata, dpi=72)
    return buffer.getvalue()


@contextmanager
def _quiet() -> Iterator[None]:
    """Draw signs that no font here has (emoji) as a box, without a warning for each."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        yield
