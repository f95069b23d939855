"""A chart as SVG with real text, PNG at 300 dpi and PDF: the same bytes for the same figure.

A drawing carries no date and no program's name. The ids of an SVG begin with the chart's name, so that several can
stand in one page; its numbers have two decimals, but not those of scale(…), where rounding would move letters together.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from analysis.charts.style import styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
#: flat colours pack well without the filters that Pillow tries on each line: half the time, and no larger
_COMPRESSION = 3
#: lines that are packed at a time: what stays in the processor's cache is packed faster
_STRIP = 32
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

    resolution = figure.dpi
    with styled(), _quiet():
        figure.set_dpi(dpi)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height(physical=True)
        figure.set_dpi(resolution)
    dots = round(dpi / 0.0254)  # to the metre
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),  # 8 bits each of red, green and blue
        (b"pHYs", struct.pack(">IIB", dots, dots, 1)),
        *((b"iTXt", f"{key}\0\0\0\0\0{value}".encode()) for key, value in (notes or {}).items()),
        (b"IDAT", _pack(canvas.buffer_rgba(), width, height)),  # type: ignore[no-untyped-call]
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(_to_chunk(kind, content) for kind, content in parts)


def _pack(pixels: Any, width: int, height: int) -> bytes:
    """Pack opaque pixels, a strip of lines at a time; the byte 0 before each line says that it is kept as it is."""
    from PIL import Image

    packer = zlib.compressobj(_COMPRESSION)
    packed = [packer.compress(b"\0")]
    for top in range(0, height, _STRIP):
        lines = pixels[top : top + _STRIP]
        strip = Image.frombuffer("RGBA", (width, len(lines)), lines, "raw", "RGBA", 0, 1)
        content = strip.tobytes("raw", "RGB", 3 * width + 1)  # each line with a 0 behind it, which the next begins with
        packed.append(packer.compress(content[:-1] if top + _STRIP >= height else content))
    return b"".join([*packed, packer.flush()])


def _to_chunk(kind: bytes, content: bytes) -> bytes:
    """Frame a part of a PNG: its length, its kind, itself, its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


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
