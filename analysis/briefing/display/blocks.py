"""Blocks of a document as plain JSON: paragraphs, lists, headings, tables, figures, the cover, the evidence list.

A block is a dict with its kind in `t`. `to_html` is the one place where blocks become HTML, for JupyterLab and for
the page; the PDF's template draws the same blocks. Every string goes through `nodes`, which escapes it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

from analysis.briefing.display import nodes
from analysis.briefing.display.evidence_html import evidence_html
from analysis.briefing.display.figure_html import figure_html
from analysis.briefing.display.table_html import table_html

Block = dict[str, Any]

#: rows that the plain form of a table shows
PLAIN_ROWS = 10


def paragraph(content: nodes.Nodes, style: str | None = None) -> Block:
    """Make a paragraph; `style` names a look of the templates (lead, note, none)."""
    return {"t": "p", "c": content} | ({"style": style} if style else {})


def bullets(items: Iterable[nodes.Nodes], style: str | None = None) -> Block:
    """Make a list of one-paragraph items."""
    return {"t": "ul", "items": [[paragraph(item)] for item in items]} | ({"style": style} if style else {})


def to_plain(blocks: Iterable[Block]) -> str:
    """Write blocks as plain text, one block per paragraph."""
    return "\n\n".join(_plain(block) for block in blocks)


def _plain(block: Block) -> str:
    kind = block["t"]
    if kind in ("p", "heading"):
        return nodes.to_plain(block["c"])
    if kind in ("ul", "ol"):
        return "\n".join("- " + to_plain(item) for item in block["items"])
    if kind == "table":
        return _plain_table(block)
    if kind == "figure":
        return f"{block['caption']} ({block['alt']})"
    if kind == "cover":
        return "\n".join([block["title"], *(nodes.to_plain(line) for line in block["lines"])])
    if kind == "evidence":
        return f"Evidence: {sum(len(source['entries']) for source in block['sources'])} passages"
    return to_plain(block["c"]) if kind == "quote" else str(block["v"])


def _plain_table(block: Block) -> str:
    if not block["rows"]:
        return str(block["none"])
    rows = [[nodes.to_plain(cell) for cell in row] for row in block["rows"]]
    lines = [block["caption"], " | ".join(column["label"] for column in block["columns"])]
    lines += [" | ".join(row) for row in rows[:PLAIN_ROWS]]
    return "\n".join(lines + ([f"… {len(rows)} rows in all"] if len(rows) > PLAIN_ROWS else []))


def to_html(blocks: Iterable[Block], drawings: Mapping[str, str] | None = None) -> str:
    """Write blocks as HTML. `drawings`: the SVG of each figure block by its id."""
    return "\n".join(_html(block, drawings or {}) for block in blocks)


def _html(block: Block, drawings: Mapping[str, str]) -> str:
    kind = block["t"]
    if kind == "p":
        return f"<p{_class(block)}>{nodes.to_html(block['c'])}</p>"
    if kind == "heading":
        level = nodes.level_of(block)
        return f'<h{level} id="{html.escape(block.get("id", ""))}">{nodes.to_html(block["c"])}</h{level}>'
    if kind in ("ul", "ol"):
        items = "".join(f"<li>{_item(item, drawings)}</li>" for item in block["items"])
        return f"<{kind}{_class(block)}>{items}</{kind}>"
    if kind == "quote":
        return f'<blockquote class="said">{to_html(block["c"], drawings)}</blockquote>'
    if kind == "table":
        return table_html(block)
    if kind == "figure":
        return figure_html(block, drawings.get(block["id"], ""))
    if kind == "cover":
        lines = "".join(f"<p>{nodes.to_html(line)}</p>" for line in block["lines"])
        return f'<div class="cover"><p class="title"><strong>{html.escape(block["title"])}</strong></p>{lines}</div>'
    if kind == "evidence":
        return evidence_html(block)
    return f"<pre>{html.escape(block['v'])}</pre>"


def _class(block: Block) -> str:
    return f' class="{html.escape(block["style"])}"' if block.get("style") else ""


def _item(item: list[Block], drawings: Mapping[str, str]) -> str:
    """A list item of one paragraph needs no paragraph of its own."""
    if len(item) == 1 and item[0]["t"] == "p":
        return nodes.to_html(item[0]["c"])
    return to_html(item, drawings)
