"""What a notebook cell shows: one object with three forms.

Every display object of the briefing is a `Shown`: neutral blocks (JSON) from which the page and the PDF are drawn,
HTML for JupyterLab, and plain text. All three are the same on every run. Nothing here reads Markdown or HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analysis.briefing.display.blocks import Block, to_html, to_plain

#: the neutral form, in a cell's output
MIMETYPE = "application/vnd.incident-briefing+json"


@dataclass(frozen=True, slots=True)
class Shown:
    """Blocks that a cell shows; `svg` is the drawing of a figure block."""

    blocks: tuple[Block, ...]
    svg: str | None = None

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/plain": to_plain(self.blocks)}
        if self.svg is None:
            bundle["text/html"] = to_html(self.blocks)
        else:
            bundle["image/svg+xml"] = self.svg
        return bundle | {MIMETYPE: {"blocks": list(self.blocks)}}
