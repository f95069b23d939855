"""Charts on disk: SVG with real text, PNG at 300 dpi, and the data as CSV; the same bytes for the same tables.

A drawing carries no date and no program's name. Its ids begin with the chart's name, so that several can stand in one
page; numbers have two decimals, but not those of scale(…), where rounding would move letters together.
"""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from analysis.charts.registry import CHARTS
from analysis.charts.style import styled
from analysis.comparison import compare_attacks
from analysis.tables.files import to_csv
from analysis.tables.frames import Tables
from analysis.tables.whole import written_whole

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'((?:xlink:)?href="#|url\(#)([^")]+)')
_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_LONG_NUMBER = re.compile(r"scale\([^)]*\)|(?<![\w.#])-?\d+\.\d{3,}")


def write_charts(tables: Tables, folder: Path | str) -> list[Path]:
    """Write `<name>.svg`, `.png` and `.csv` of every chart that has something to show; return the files.

    Files of a chart that has nothing to show now are removed. Raises OSError where the folder cannot be written.
    """
    target, tables = Path(folder), compare_attacks(tables)
    with written_whole(target) as new:
        for name, chart in CHARTS.items():
            figure = chart.plot(tables)
            if figure is None:
                continue
            data = chart.data(tables)
            (new / f"{name}.svg").write_text(to_svg(figure, name, chart.alt(data)), encoding="utf-8", newline="\n")
            (new / f"{name}.png").write_bytes(to_png(figure))
            (new / f"{name}.csv").write_text(to_csv(data), encoding="utf-8", newline="")
        names = sorted(made.name for made in new.iterdir())
    for name in CHARTS:
        for ending in ("svg", "png", "csv"):
            if f"{name}.{ending}" not in names:
                (target / f"{name}.{ending}").unlink(missing_ok=True)
    return [target / name for name in names]


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


def to_png(figure: Figure, dpi: int = 300) -> bytes:
    """Write a figure as PNG."""
    return _save(figure, "png", {"Software": None}, dpi=dpi)


def _save(figure: Figure, form: str, metadata: dict[str, str | None], dpi: int = 72) -> bytes:
    """Save a figure; signs that no font here has (emoji) are drawn as a box, without a warning for each."""
    buffer = io.BytesIO()
    with styled(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(buffer, format=form, metadata=metadata, dpi=dpi)
    return buffer.getvalue()
