"""A notebook as a document: title, contents, blocks and drawings, from which both the page and the PDF are made.

Only outputs of our own display objects keep their form; any other output is shown as its plain text. Inputs are not
shown. Every link inside the document leads to a place that exists; a link without one is shown as its text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.briefing import markdown
from analysis.briefing.display import nodes
from analysis.briefing.display.blocks import Block
from analysis.briefing.display.shown import MIMETYPE
from analysis.briefing.merge import HIDDEN

#: the tag of cells that hold the key findings, which print puts on the title page
KEY = "key-findings"
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Document:
    """What page and PDF are drawn from. `cover` holds title, lines and date (ISO or None)."""

    cover: Block
    blocks: tuple[Block, ...]
    #: SVG of each figure, by the figure's id
    drawings: dict[str, str]
    #: (level, id, text) of the headings, for the contents
    contents: tuple[tuple[int, str, str], ...]


def to_document(notebook: Any) -> Document:
    """Make a document of an executed notebook, merged or single."""
    found = [pair for cell in notebook.cells for pair in _cell_blocks(cell)]
    covers = [block for block, _ in found if block["t"] == "cover"]
    evidence = merge_evidence(block for block, _ in found if block["t"] == "evidence")
    body = [(block, svg) for block, svg in found if block["t"] not in ("cover", "evidence")]
    blocks, drawings = _with_ids(body + [(block, None) for block in evidence])
    cover = covers[0] if covers else _default_cover(blocks)
    live = with_live_links([cover, *blocks])
    return Document(
        cover=live[0],
        blocks=live[1:],
        drawings=drawings,
        contents=tuple((b["level"], b["id"], nodes.to_plain(b["c"])) for b in blocks if b["t"] == "heading"),
    )


def _cell_blocks(cell: Any) -> Iterator[tuple[Block, str | None]]:
    """The blocks of a cell, each with its drawing."""
    tags = frozenset(cell.metadata.get("tags", ()))
    if HIDDEN & tags:
        return
    key = {"key": True} if KEY in tags else {}
    if cell.cell_type == "markdown":
        yield from ((block | key, None) for block in markdown.to_blocks(cell.source))
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        if MIMETYPE in data:
            yield from ((block | key, data.get("image/svg+xml")) for block in data[MIMETYPE]["blocks"])
        elif plain := data.get("text/plain") or (output.get("name") == "stdout" and output.get("text")):
            yield {"t": "code", "v": nodes.text(plain)["v"]}, None


def merge_evidence(found: Iterable[Block]) -> list[Block]:
    """Merge evidence lists into one: every source, passage and claim once, in the order of their numbers."""
    sources: dict[str, Block] = {}
    known: dict[str, Block] = {}
    for source in (source for block in found for source in block["sources"]):
        entries = sources.setdefault(source["id"], source | {"entries": []})["entries"]
        for entry in source["entries"]:
            same = known.get(entry["number"])
            if same is None:
                known[entry["number"]] = entry | {"claims": list(entry["claims"])}
                entries.append(known[entry["number"]])
            else:
                ids = {claim["id"] for claim in same["claims"]}
                same["claims"] += [claim for claim in entry["claims"] if claim["id"] not in ids]
    for source in sources.values():
        source["entries"].sort(key=lambda entry: entry["order"])
    ordered = sorted(sources.values(), key=lambda source: int(source["order"]))
    return [{"t": "evidence", "sources": ordered}] if ordered else []


def _with_ids(found: Iterable[tuple[Block, str | None]]) -> tuple[list[Block], dict[str, str]]:
    """Give every heading, table and figure an id of its own."""
    seen: set[str] = set()
    drawings: dict[str, str] = {}
    blocks = []
    for block, svg in found:
        if block["t"] in ("heading", "table", "figure"):
            wanted = block.get("id") or to_slug(nodes.to_plain(block["c"]))
            block = block | {"id": _unused(wanted, seen)}
            if svg is not None:
                drawings[block["id"]] = svg
        blocks.append(block)
    return blocks, drawings


def to_slug(words: str) -> str:
    """Make an anchor of a heading: "Who says what?" gives "who-says-what"."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return NOT_IN_SLUG.sub("-", plain).strip("-") or "section"


def _unused(wanted: str, seen: set[str]) -> str:
    name, number = wanted, 1
    while name in seen:
        number += 1
        name = f"{wanted}-{number}"
    seen.add(name)
    return name


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if "id" in block:
            yield block["id"]
        for source in block.get("sources", ()):
            yield source["id"]
            yield from (claim["id"] for entry in source["entries"] for claim in entry["claims"])


def with_live_links(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Copy blocks, with links to places that they do not hold turned into their text."""
    known = frozenset(_anchors(blocks))
    rows = {
        block["id"]: {facets["id"]: number for number, facets in enumerate(block["facets"])}
        for block in blocks
        if block.get("facets")
    }
    return tuple(_with_live_links(block, known, rows) for block in blocks)


def _with_live_links(value: Any, known: frozenset[str], rows: Mapping[str, Mapping[str, int]]) -> Any:
    """Copy blocks and nodes, with links to unknown places turned into their text."""
    if isinstance(value, list):
        return [_with_live_links(item, known, rows) for item in value]
    if not isinstance(value, dict):
        return value
    kind = value.get("t")
    if kind == "rows":
        value, kind = _to_rows(value, known, rows.get(value["a"], {})), "ref"
    if kind == "ref" and value["a"] not in known:
        return {"t": "span", "c": _with_live_links(value["c"], known, rows)}
    if kind == "cite" and not all(anchor in known for anchor, _ in value["refs"]):
        return nodes.text(nodes.to_plain([value]))
    return {key: _with_live_links(item, known, rows) for key, item in value.items()}


def _to_rows(link: Any, known: frozenset[str], rows: Mapping[str, int]) -> Any:
    """Make a link to rows of a table: to the evidence of a single one, to the table for several, with their numbers."""
    claims = link["claims"]
    if len(claims) == 1 and f"ev-{claims[0]}" in known:
        return nodes.reference(f"ev-{claims[0]}", link["c"], quiet=True)
    shown = sorted(rows[claim] for claim in claims if claim in rows)
    named = {"rows": " ".join(map(str, shown))} if shown and len(shown) == len(claims) < len(rows) else {}
    return nodes.reference(link["a"], link["c"], quiet=True) | named


def _default_cover(blocks: Iterable[Block]) -> Block:
    """A cover for a notebook that shows none: its first heading."""
    headings = (nodes.to_plain(block["c"]) for block in blocks if block["t"] == "heading")
    return {"t": "cover", "title": next(headings, "Briefing"), "lines": [], "date": None}
