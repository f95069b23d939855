"""Inline text as a tree of plain JSON nodes, the same for the notebook, the page and the PDF.

A node is a dict with its kind in `t`: `s` (a string, in `v`), `em`, `strong`, `code`, `link` (address in `u`), `ref`
(anchor in `a`, `quiet` where it should look like its text), `rows` (rows of the table `a` by their `claims`) with
children in `c`, and `cite` (evidence, in `refs`: anchor and printed number). A string is never
parsed again: what a source says stays as typed in HTML and in Typst. Links lead to http and https only; any other
address is shown as its text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

Node = dict[str, Any]
Nodes = list[Node]

#: rows that one link names at most
LINKED = 300

#: an address that may become a link: no spaces, quotes, angle brackets or backslashes
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")
#: characters that no page may hold: C0 and C1 controls but tab and line ends, lone surrogates, non-characters
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: marks that turn the direction of the text around them
BIDI_MARKS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: letters that run from right to left (Hebrew to Arabic Extended, presentation forms)
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def text(value: object) -> Node:
    """Make a string node; characters that cannot be printed become U+FFFD."""
    return {"t": "s", "v": UNPRINTABLE.sub("\ufffd", str(value))}


def emphasis(nodes: Nodes) -> Node:
    """Make emphasis around nodes."""
    return {"t": "em", "c": nodes}


def strong(nodes: Nodes) -> Node:
    """Make strong emphasis around nodes."""
    return {"t": "strong", "c": nodes}


def part(value: object) -> Node:
    """Make a string that the page's script can tell from the words around it."""
    return {"t": "span", "part": True, "c": [text(value)]}


def link(address: str | None, nodes: Nodes) -> Node:
    """Make a link to a web address; an address that is not plain http or https gives the nodes without a link."""
    if address and ADDRESS.fullmatch(address):
        return {"t": "link", "u": address, "c": nodes}
    return {"t": "span", "c": nodes}


def reference(anchor: str, nodes: Nodes, *, quiet: bool = False) -> Node:
    """Make a link to a place in the same document."""
    return {"t": "ref", "a": anchor, "c": nodes} | ({"quiet": True} if quiet else {})


def to_rows(table: str, claims: Sequence[str], nodes: Nodes) -> Node:
    """Make a link to rows of a table in the same document: those that hold the claims; of too many, to the table."""
    return {"t": "rows", "a": table, "claims": list(claims) if len(claims) <= LINKED else [], "c": nodes}


def citation(references: Sequence[tuple[str, str]], more: int = 0) -> Node:
    """Make a citation of evidence: (anchor, printed number) of each entry, and how many more there are."""
    return {"t": "cite", "refs": [list(pair) for pair in references], "more": more}


def level_of(block: Node) -> int:
    """Give a heading's level in a page, whose own heading is its title: a document's begin one below."""
    return min(6, int(block["level"]) + 1)


def is_rtl(value: str) -> bool:
    """Tell whether the first strong letter of a string runs from right to left."""
    if not RIGHT_TO_LEFT.search(value):
        return False
    strong_letters = (unicodedata.bidirectional(c) for c in value)
    return next((b != "L" for b in strong_letters if b in ("L", "R", "AL")), False)


def to_plain(nodes: Iterable[Node]) -> str:
    """Write nodes as plain text."""
    return "".join(_plain(node) for node in nodes)


def _plain(node: Node) -> str:
    if node["t"] in ("s", "code"):
        return str(node["v"])
    if node["t"] == "cite":
        return "[" + ", ".join(number for _, number in node["refs"]) + (" …" if node["more"] else "") + "]"
    if node["t"] == "br":
        return "\n"
    return to_plain(node["c"])


def to_html(nodes: Iterable[Node]) -> str:
    """Write nodes as HTML; every string is escaped, right-to-left strings are isolated."""
    return "".join(_html(node) for node in nodes)


def _html(node: Node) -> str:
    kind = node["t"]
    if kind == "s":
        return _html_text(node["v"])
    if kind == "code":
        return f"<code>{html.escape(node['v'])}</code>"
    if kind == "br":
        return "<br>"
    if kind == "cite":
        return _html_citation(node)
    inner = to_html(node["c"])
    if kind in ("em", "strong"):
        return f"<{kind}>{inner}</{kind}>"
    if kind == "link":
        return f'<a href="{html.escape(node["u"])}" rel="noopener noreferrer">{inner}</a>'
    if kind in ("ref", "rows"):
        look = ' class="n"' if node.get("quiet") or kind == "rows" else ""
        rows = f' data-rows="{html.escape(node["rows"])}"' if "rows" in node else ""
        return f'<a href="#{html.escape(node["a"])}"{look}{rows}>{inner}</a>'
    return f"<span>{inner}</span>" if node.get("part") else inner


def _html_text(value: str) -> str:
    escaped = html.escape(value)
    if RIGHT_TO_LEFT.search(value) or BIDI_MARKS.search(value):
        return f'<bdi dir="auto">{escaped}</bdi>'
    return escaped


def _html_citation(node: Node) -> str:
    links = ", ".join(f'<a href="#{html.escape(a)}">{html.escape(number)}</a>' for a, number in node["refs"])
    return f'<span class="cite">[{links}{" …" if node["more"] else ""}]</span>'
