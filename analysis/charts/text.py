"""Room for words in inches: how wide a line is, where to cut or break it, how to keep labels apart."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path

from analysis.charts.style import FONTS

_FINE = 20
#: up to here letters stand side by side; after it they join, stack or run the other way
_PLAIN = "\u0300"
_ENDS = " ,;:–-"


def text_width(words: str, size: float = 7.8, *, bold: bool = False) -> float:
    """Measure one line of text in inches, as the vendored font sets it; `size` in points.

    In Latin script the letters are added up (without kerning, which mostly narrows); other scripts are set.
    """
    if all(letter < _PLAIN for letter in words):
        return size * sum(map(_advances(bold).__getitem__, words))
    return _set_width(words, size, bold)


class _Advances(dict[str, float]):
    """The width of each letter at one point, in inches; filled as letters are asked for."""

    def __init__(self, bold: bool) -> None:
        self.bold = bold

    def __missing__(self, letter: str) -> float:
        width = _set_width(letter * 9, 1, self.bold) / 9
        self[letter] = width
        return width


@cache
def _advances(bold: bool) -> _Advances:
    return _Advances(bold)


@cache
def _set_width(words: str, size: float, bold: bool) -> float:
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
        if text_width(words[:middle].rstrip(_ENDS) + "…", size, bold=bold) <= width:
            shortest = middle
        else:
            longest = middle
    return words[:shortest].rstrip(_ENDS) + "…"


def wrap(words: str, width: float, size: float = 7.8, *, bold: bool = False, most: int = 2) -> list[str]:
    """Break a text into at most so many lines of a width in inches, between words; the last is cut where it must be."""
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and text_width(" ".join(rest[: taken + 1]), size, bold=bold) <= width:
            taken += 1
        if text_width(" ".join(rest[:taken]), size, bold=bold) > width:
            break
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    return [*lines, fit(" ".join(rest), width, size, bold=bold)] if rest else lines


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
