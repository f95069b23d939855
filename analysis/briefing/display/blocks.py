"""Blocks of a document as plain JSON: paragraphs, lists, headings, tables, figures, the cover, the evidence list.

A block is a dict with its kind in `t`. `to_html` is the one place where blocks become HTML, for JupyterLab and for
the page; the PDF's template draws the same blocks. Every string goes through `nodes`, which escapes it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from analysis.briefing.display import nodes

Block = dict[str, Any]

#: what an SVG must not hold before it is put into a page
ACTIVE_SVG = re.compile(r"<\s*(?:script|foreignObject|iframe)|\son\w+\s*=|javascript:", re.IGNORECASE)
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
        level = _level(block)
        return f'<h{level} id="{html.escape(block.get("id", ""))}">{nodes.to_html(block["c"])}</h{level}>'
    if kind in ("ul", "ol"):
        items = "".join(f"<li>{_item(item, drawings)}</li>" for item in block["items"])
        return f"<{kind}{_class(block)}>{items}</{kind}>"
    if kind == "quote":
        return f'<blockquote class="said">{to_html(block["c"], drawings)}</blockquote>'
    if kind == "table":
        return _html_table(block)
    if kind == "figure":
        return _html_figure(block, drawings.get(block["id"], ""))
    if kind == "cover":
        lines = "".join(f"<p>{nodes.to_html(line)}</p>" for line in block["lines"])
        return f'<div class="cover"><p class="title"><strong>{html.escape(block["title"])}</strong></p>{lines}</div>'
    if kind == "evidence":
        return _html_evidence(block)
    return f"<pre>{html.escape(block['v'])}</pre>"


def _level(block: Block) -> int:
    """The heading of a page is its title: a document's own headings start one level below."""
    return min(6, int(block["level"]) + 1)


def _class(block: Block) -> str:
    return f' class="{html.escape(block["style"])}"' if block.get("style") else ""


def _item(item: list[Block], drawings: Mapping[str, str]) -> str:
    """A list item of one paragraph needs no paragraph of its own."""
    if len(item) == 1 and item[0]["t"] == "p":
        return nodes.to_html(item[0]["c"])
    return to_html(item, drawings)


def _html_table(block: Block) -> str:
    if not block["rows"]:
        return f'<p class="none">{html.escape(block["none"])}</p>'
    head = "".join(
        f'<th scope="col" class="{column["align"]}">{html.escape(column["label"])}</th>' for column in block["columns"]
    )
    body = "".join(f"<tr>{_html_row(row, block['columns'])}</tr>" for row in block["rows"])
    return (
        f'<div class="scroll" id="{html.escape(block["id"])}" role="region" tabindex="0" '
        f'aria-label="{html.escape(block["caption"])}">'
        f"<table><caption>{html.escape(block['caption'])}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>{_note(block)}"
    )


def _html_row(row: list[nodes.Nodes], columns: list[dict[str, Any]]) -> str:
    cells = []
    for index, (cell, column) in enumerate(zip(row, columns, strict=True)):
        tag, scope = ("th", ' scope="row"') if index == 0 else ("td", "")
        direction = ' dir="auto"' if nodes.is_rtl(nodes.to_plain(cell)) else ""
        cells.append(f'<{tag}{scope} class="{column["align"]}"{direction}>{nodes.to_html(cell)}</{tag}>')
    return "".join(cells)


def _note(block: Block) -> str:
    return f'<p class="note">{html.escape(block["note"])}</p>' if block.get("note") else ""


def _html_figure(block: Block, svg: str) -> str:
    caption = f"<figcaption>{html.escape(block['caption'])}</figcaption>"
    drawing = f'<p class="note">{html.escape(block["alt"])}</p>'
    if svg and not ACTIVE_SVG.search(svg):
        label = f'<svg role="img" aria-label="{html.escape(block["alt"])}" '
        drawing = svg[svg.index("<svg") :].replace("<svg ", label, 1)
    return f'<figure id="{html.escape(block["id"])}">{caption}{drawing}{_note(block)}</figure>'


def _html_evidence(block: Block) -> str:
    return "\n".join(_html_evidence_source(source) for source in block["sources"])


def _html_evidence_source(source: dict[str, Any]) -> str:
    entries = "".join(_html_entry(entry) for entry in source["entries"])
    level = _level(source)
    heading = f'<h{level} id="{html.escape(source["id"])}">{nodes.to_html(source["c"])}</h{level}>'
    return f'{heading}<ol class="evidence">{entries}</ol>'


def _html_entry(entry: dict[str, Any]) -> str:
    direction = ' dir="auto"' if nodes.is_rtl(entry["sentence"]) else ""
    claims = "".join(
        f'<li id="{html.escape(claim["id"])}">{nodes.to_html(claim["c"])}</li>' for claim in entry["claims"]
    )
    return (
        f'<li><span class="number">{html.escape(entry["number"])}</span>'
        f"<blockquote{direction}>{html.escape(entry['sentence'])}</blockquote><ul>{claims}</ul></li>"
    )
