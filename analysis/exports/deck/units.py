"""Places and colours in the terms of python-pptx: boxes in inches, colours as "#rrggbb"."""

from __future__ import annotations

from typing import Any

#: left, top, width, height
Box = tuple[float, float, float, float]


def inches(box: Box) -> tuple[Any, Any, Any, Any]:
    """Turn a box into lengths."""
    from pptx.util import Inches

    left, top, width, height = (Inches(side) for side in box)
    return left, top, width, height


def rgb(color: str) -> Any:
    """Turn a colour into one of python-pptx."""
    from pptx.dml.color import RGBColor

    make: Any = RGBColor
    return make(*(int(color[at : at + 2], 16) for at in (1, 3, 5)))
