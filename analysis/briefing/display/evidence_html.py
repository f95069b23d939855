"""The evidence list as HTML: each passage between its neighbours, its words marked, and the claims below it."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from analysis.briefing.display import nodes
from analysis.briefing.passages import to_pieces


def evidence_html(block: Mapping[str, Any]) -> str:
    """Write an evidence block as HTML."""
    return "\n".join(_source(source) for source in block["sources"])


def _source(source: Mapping[str, Any]) -> str:
    entries = "\n".join(_entry(entry) for entry in source["entries"])
    level, name = nodes.level_of(dict(source)), html.escape(source["id"])
    heading = f'<h{level} id="{name}">{nodes.to_html(source["c"])}</h{level}>'
    return f'<section class="source" aria-labelledby="{name}">{heading}<ol class="evidence">{entries}</ol></section>'


def _entry(entry: Mapping[str, Any]) -> str:
    direction = ' dir="auto"' if nodes.is_rtl(entry["sentence"]) else ""
    pieces = to_pieces(entry["sentence"], [claim.get("marks", ()) for claim in entry["claims"]])
    sentence = "".join(_piece(words, claims) for words, claims in pieces)
    before, after = _near(entry.get("before")), _near(entry.get("after"))
    claims = "".join(
        f'<li id="{html.escape(claim["id"])}">{nodes.to_html(claim["c"])}</li>' for claim in entry["claims"]
    )
    return (
        f'<li><span class="number">{html.escape(entry["number"])}</span><blockquote{direction}>'
        f"{before}{' ' if before else ''}{sentence}{' ' if after else ''}{after}</blockquote><ul>{claims}</ul></li>"
    )


def _piece(words: str, claims: tuple[int, ...]) -> str:
    shown = html.escape(words)
    return f'<mark data-m="{" ".join(map(str, claims))}">{shown}</mark>' if claims else shown


def _near(words: str | None) -> str:
    return f'<span class="near">{html.escape(words)}</span>' if words else ""
