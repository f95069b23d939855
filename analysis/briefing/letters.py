"""Fonts for the PDF: ours, DejaVu Sans for what ours lacks, and a box for what neither has.

PDF/A refuses a letter without a shape, and no font has them all. A letter that is missing gets a box of its own in a
font that is made for the document, so that it is seen to be there, and is still found, copied and read aloud as typed.
Nothing is taken from the machine's fonts: they differ from one machine to the next.
"""

# fontTools has no types.
# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

#: the family of the boxes, last in the template's list of fonts
BOXES = "Briefing Boxes"
#: characters that every text font has: Latin with its accents, general punctuation
USUAL = re.compile(r"[\x09\x0a\x20-\x7e\xa0-\u024f\u2010-\u2027\u2030-\u203a\u20ac]*")
#: sizes of a box, in thousandths of a letter's height
EM, WIDTH, LEFT, RIGHT, BOTTOM, TOP, LINE = 1000, 700, 80, 620, -60, 700, 50


@contextmanager
def font_folder(words: Iterable[str]) -> Iterator[Path]:
    """Yield a folder with the fonts that the words need; it is gone afterwards."""
    from analysis.charts.style import FONTS

    with tempfile.TemporaryDirectory(prefix="briefing-fonts-") as name:
        folder = Path(name)
        for path in [*sorted(FONTS.glob("*.ttf")), *_fallbacks()]:
            shutil.copyfile(path, folder / path.name)
        missing = find_missing(words)
        if missing:
            make_boxes(missing, folder / "boxes.ttf")
        yield folder


def find_missing(words: Iterable[str]) -> list[int]:
    """Find the characters that no font has, as code points in their order."""
    unusual = {character for part in words if not USUAL.fullmatch(part) for character in part}
    return sorted(code for code in map(ord, unusual) if code not in _known()) if unusual else []


def _fallbacks() -> list[Path]:
    import matplotlib as mpl

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return [folder / f"DejaVuSans{style}.ttf" for style in ("", "-Bold", "-Oblique", "-BoldOblique")]


@cache
def _known() -> frozenset[int]:
    """The code points of DejaVu Sans, which has all of ours but a few signs that `USUAL` holds."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(_fallbacks()[0]).get_charmap()) | {9, 10}


def make_boxes(codes: Iterable[int], path: Path) -> None:
    """Write a font with a box for each code point; a mark that has no width gets none."""
    from fontTools.fontBuilder import FontBuilder

    names = {code: f"u{code:04X}" for code in codes}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    shown = {name: unicodedata.category(chr(code)) not in ("Cf", "Mn", "Me") for code, name in names.items()}
    builder.setupGlyf({".notdef": _box(), **{name: _box() if seen else _nothing() for name, seen in shown.items()}})
    widths = {".notdef": (WIDTH, LEFT)} | {name: (WIDTH if seen else 0, LEFT) for name, seen in shown.items()}
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": BOXES, "styleName": "Regular", "psName": BOXES.replace(" ", "")})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.save(path)


def _box() -> object:
    """The outline of a box: a square, and a smaller one inside that runs the other way round."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    outer = [(LEFT, BOTTOM), (LEFT, TOP), (RIGHT, TOP), (RIGHT, BOTTOM)]
    left, right, bottom, top = LEFT + LINE, RIGHT - LINE, BOTTOM + LINE, TOP - LINE
    inner = [(left, bottom), (right, bottom), (right, top), (left, top)]
    for corners in (outer, inner):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def _nothing() -> object:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    return TTGlyphPen(None).glyph()
