"""A figure as HTML: caption, drawing, note, and its data one click away."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from analysis.briefing.display.table_html import data_html

#: what an SVG must not hold before it is put into a page
ACTIVE_SVG = re.compile(r"<\s*(?:script|foreignObject|iframe)|\son\w+\s*=|javascript:", re.IGNORECASE)
#: the head of a drawing
HEAD = re.compile(r"<svg\b[^>]*>")


def figure_html(block: Mapping[str, Any], svg: str) -> str:
    """Write a figure block as HTML; a drawing that could act is left out, and its words shown instead."""
    caption = f"<figcaption>{html.escape(block['caption'])}</figcaption>"
    note = f'<p class="note">{html.escape(block["note"])}</p>' if block.get("note") else ""
    drawing = f'<p class="note">{html.escape(block["alt"])}</p>'
    if svg and not ACTIVE_SVG.search(svg):
        drawing = with_words(svg[svg.index("<svg") :], block["alt"])
    data = data_html(block["data"], block["caption"]) if block.get("data") else ""
    return f'<figure id="{html.escape(block["id"])}">{caption}{drawing}{note}{data}</figure>'


def with_words(svg: str, alt: str) -> str:
    """Give a drawing its role and its words, where it does not have them."""
    head = HEAD.match(svg)
    if head and "aria-label=" in head[0]:
        return svg
    return svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1)
