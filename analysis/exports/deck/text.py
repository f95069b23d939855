"""Text for slides: what a file of XML can hold, how much room it takes, which way it runs.

Widths are those of the briefing's own font, which is a little wider than the Arial of the slides: what fits here fits
there.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

from analysis.charts.text import text_width
from analysis.tables.wording import shortened

#: signs that XML cannot hold
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: height of a line, in heights of its letters
LEADING = 1.2
_POINTS = 72


def clean(text: str) -> str:
    """Make one line of a text: runs of blanks become one, signs that no slide can hold become U+FFFD."""
    return " ".join(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text).split())


def runs_left(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first letter that says so."""
    for sign in text:
        way = unicodedata.bidirectional(sign)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return False


def count_lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Count the lines that a text takes in a width in inches; a word too long for one line is broken."""
    lines, left = 1, width
    blank = text_width("n", size, bold=bold) / 2
    for word in text.split():
        wide = text_width(word, size, bold=bold)
        if wide > left and left < width:
            lines, left = lines + 1, width
        if wide > width:
            broken = math.ceil(wide / width) - 1
            lines, wide = lines + broken, wide - broken * width
        left -= wide + blank
    return lines


def height_of(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Give the height of a text in inches, set in a width in inches."""
    return count_lines(text, width, size, bold=bold) * size * LEADING / _POINTS


def fit_text(
    text: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False
) -> tuple[str, float]:
    """Choose the first of the sizes (points, largest first) at which a text fits; at the last one it is cut."""
    for size in sizes:
        if height_of(text, width, size, bold=bold) <= height:
            return text, size
    return cut(text, width, max(1, int(height * _POINTS / LEADING / sizes[-1])), sizes[-1], bold=bold), sizes[-1]


def cut(text: str, width: float, lines: int, size: float, *, bold: bool = False) -> str:
    """Cut a text to so many lines of a width, the cut marked with "…"."""
    if count_lines(text, width, size, bold=bold) <= lines:
        return text
    shortest, longest = 1, len(text)
    while longest - shortest > 1:
        middle = (shortest + longest) // 2
        if count_lines(shortened(text, middle), width, size, bold=bold) <= lines:
            shortest = middle
        else:
            longest = middle
    return shortened(text, shortest)
