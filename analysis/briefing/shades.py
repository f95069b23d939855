"""Drawings in a dark page: every colour of a drawing becomes a variable that has a value for light and one for dark.

In the dark a colour keeps its hue and its place among the others: what is light becomes dark, what is dark light.
"""

from __future__ import annotations

import colorsys
import html
import re
from collections.abc import Iterable, Mapping

#: a colour in a style of a drawing: `fill: #1b2a3a`
COLOUR = re.compile(r"(?<=[:\s])#([0-9a-fA-F]{6})\b")
STYLE = re.compile(r'\bstyle="([^"<>{}]*)"')
#: a tag inside a drawing, not its head: that holds words of sources
TAG = re.compile(r"<(?!svg\b)[^<>]*>")
#: the style sheet that matplotlib puts into each drawing; style.css has it
SHEET = re.compile(r"<defs>\s*<style[^>]*>[^<]*</style>\s*</defs>")
LINE_ENDS = re.compile(r"\s*\n\s*")
#: lightness in the dark of what is white and of what is black in the light
DARKEST, LIGHTEST = 0.095, 0.93


def with_classes(drawings: Mapping[str, str]) -> tuple[dict[str, str], list[str], list[str]]:
    """Put classes in the place of styles; give the drawings, the rules of the classes, and the colours, sorted.

    A page whose drawings hold no style can forbid them all but its own.
    """
    rules: dict[str, str] = {}
    used: set[str] = set()

    def name(found: re.Match[str]) -> str:
        return f'class="{rules.setdefault(" ".join(found[1].split()), f"s{len(rules)}")}"'

    def colour(found: re.Match[str]) -> str:
        used.add(found[1].lower())
        return f"var(--c{found[1].lower()})"

    made = {
        key: TAG.sub(lambda tag: LINE_ENDS.sub(" ", STYLE.sub(name, tag[0])), SHEET.sub("", svg)).replace(
            "<svg ", '<svg class="chart" ', 1
        )
        for key, svg in drawings.items()
    }
    sheet = [f".{name} {{ {COLOUR.sub(colour, html.unescape(style))} }}" for style, name in rules.items()]
    return made, sheet, sorted(used)


def to_palettes(colours: Iterable[str]) -> list[str]:
    """Write the variables' values, for light and for dark."""
    known = list(colours)
    light = " ".join(f"--c{colour}: #{colour};" for colour in known)
    dark = " ".join(f"--c{colour}: #{to_dark(colour)};" for colour in known)
    return [
        f":root {{ {light} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ {dark} }} }}",
        f"@media screen {{ :root[data-theme=dark] {{ {dark} }} }}",
    ]


def to_dark(colour: str) -> str:
    """Turn the lightness of a colour round.

    >>> to_dark("ffffff"), to_dark("000000")
    ('181818', 'ededed')
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    turned = DARKEST + (1 - light) * (LIGHTEST - DARKEST)
    return "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, turned, saturation * 0.85))
