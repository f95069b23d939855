"""The Markdown of the notebooks' own cells as neutral blocks.

Only what the notebooks' authors write comes here: headings, paragraphs, lists, quotes, code, emphasis, links. Raw
HTML is shown as typed, images as their words. Text of the sources never passes through Markdown.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cache
from typing import Any

from analysis.briefing.display import nodes
from analysis.briefing.display.blocks import Block


@cache
def _parser() -> Any:
    import mistune

    return mistune.create_markdown(renderer="ast")


def to_blocks(markdown: str) -> list[Block]:
    """Make blocks of Markdown; headings come without an id."""
    return _blocks(_parser()(markdown))


def _blocks(tokens: Iterable[dict[str, Any]]) -> list[Block]:
    return [block for token in tokens if (block := _block(token)) is not None]


def _block(token: dict[str, Any]) -> Block | None:
    kind = token["type"]
    if kind == "heading":
        return {"t": "heading", "level": token["attrs"]["level"], "c": _inline(token["children"])}
    if kind in ("paragraph", "block_text"):
        return {"t": "p", "c": _inline(token["children"])}
    if kind == "list":
        ordered = token["attrs"].get("ordered")
        return {"t": "ol" if ordered else "ul", "items": [_blocks(item["children"]) for item in token["children"]]}
    if kind == "block_quote":
        return {"t": "quote", "c": _blocks(token["children"])}
    if kind == "block_code":
        return {"t": "code", "v": token["raw"]}
    if "raw" in token:
        return {"t": "p", "c": [nodes.text(token["raw"])]}
    return None


def _inline(tokens: Iterable[dict[str, Any]] | None) -> nodes.Nodes:
    return [node for token in tokens or () for node in _node(token)]


def _node(token: dict[str, Any]) -> nodes.Nodes:
    kind = token["type"]
    inner = _inline(token.get("children"))
    if kind == "emphasis":
        return [nodes.emphasis(inner)]
    if kind == "strong":
        return [nodes.strong(inner)]
    if kind == "codespan":
        return [{"t": "code", "v": html.unescape(token["raw"])}]
    if kind == "softbreak":
        return [nodes.text(" ")]
    if kind == "linebreak":
        return [{"t": "br"}]
    if kind == "link":
        return _link(token["attrs"]["url"], inner)
    if "raw" in token:
        return [nodes.text(html.unescape(token["raw"]) if kind == "text" else token["raw"])]
    return inner


def _link(address: str, inner: nodes.Nodes) -> nodes.Nodes:
    return [nodes.reference(address[1:], inner) if address.startswith("#") else nodes.link(address, inner)]
