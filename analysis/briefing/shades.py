"""Drawings in a dark page: every colour of a drawing becomes a variable that has a value for light and one for dark.

In the dark a colour keeps its hue and its place among the others: what is light becomes dark, what is dark light.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping

#: a colour in a style of a drawing: `fill: #1b2a3a`
COLOUR = re.compile(r"(?<=[:\s])#([0-9a-fA-F]{6})\b(?=[;\"\s])")
STYLE = re.compile(r'\bstyle="[^"]*"')
#: lightness in the dark of what is white and of what is black in the light
DARKEST, LIGHTEST = 0.095, 0.93


def with_variables(drawings: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Put variables in the place of colours; give the drawings and the colours, sorted."""
    used: set[str] = set()

    def name(found: re.Match[str]) -> str:
        used.add(found[1].lower())
        return f"var(--c{found[1].lower()})"

    made = {
        key: STYLE.sub(lambda style: COLOUR.sub(name, style[0]), svg.replace("<svg ", '<svg class="chart" ', 1))
        for key, svg in drawings.items()
    }
    return made, sorted(used)


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
