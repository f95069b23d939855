"""What of a long document is printed: the first rows of each table, the attacks that most sources report, and the
evidence that these cite. The page, and the tables beside it, have more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from analysis.briefing.display import nodes
from analysis.briefing.display.blocks import Block
from analysis.briefing.document import Document, with_live_links

#: a table of up to so many rows is printed whole, and of a longer one so many
WHOLE, ROWS = 120, 60
#: passages that are all printed
PASSAGES = 480
#: the same of tables whose rows are long
LONG = {"table-contradictions": (80, 40), "table-minor": (80, 40), "table-families": (60, 30)}
#: attacks whose answers are printed beside each other
INCIDENTS = 12
INCIDENT = "table-incident-"
SHORTENED = "Printed are the passages that the printed text and tables cite; the page has all that are cited there."


def to_excerpt(document: Document) -> Document:
    """Cut a document to what is printed; a short one stays whole."""
    blocks = [_cut(block) for block in _without(document.blocks, _left_out(document.blocks))]
    cited = frozenset(_cited(block for block in blocks if block["t"] != "evidence"))
    kept = [part for block in blocks for part in (_evidence(block, cited) if block["t"] == "evidence" else [block])]
    return replace(document, blocks=with_live_links(kept))


def _left_out(blocks: Iterable[Block]) -> frozenset[str]:
    """The tables of incidents beyond the first."""
    tables = [block["id"] for block in blocks if str(block.get("id", "")).startswith(INCIDENT)]
    return frozenset(tables[INCIDENTS:])


def _without(blocks: Iterable[Block], names: frozenset[str]) -> Iterator[Block]:
    """Leave out tables, each with the heading before it."""
    heading: Block | None = None
    for block in blocks:
        if block.get("id") in names:
            heading = None
            continue
        if heading is not None:
            yield heading
        heading = block if block["t"] == "heading" else None
        if heading is None:
            yield block
    if heading is not None:
        yield heading


def _cut(block: Block) -> Block:
    whole, most = LONG.get(block.get("id", ""), (WHOLE, ROWS))
    if block["t"] != "table" or len(block["rows"]) <= whole:
        return block
    note = f"The first {most} of {block['total']:,} rows; tables/{block['file']}.csv holds all."
    said = " ".join(filter(None, [block.get("own_note"), note]))
    return block | {"rows": block["rows"][:most], "note": said}


def _cited(value: Any) -> Iterator[str]:
    """The anchors to which a value links."""
    if isinstance(value, Mapping):
        if value.get("t") == "ref":
            yield value["a"]
        elif value.get("t") == "cite":
            yield from (anchor for anchor, _ in value["refs"])
        value = value.values()
    if not isinstance(value, str) and isinstance(value, Iterable):
        for item in value:
            yield from _cited(item)


def _evidence(block: Block, cited: frozenset[str]) -> list[Block]:
    """The evidence list with the passages that are cited, and a word about the others."""
    sources = []
    for source in block["sources"]:
        entries = [entry for entry in source["entries"] if any(claim["id"] in cited for claim in entry["claims"])]
        sources += [source | {"entries": entries}] if entries else []
    before = sum(len(source["entries"]) for source in block["sources"])
    after = sum(len(source["entries"]) for source in sources)
    if before <= PASSAGES or before == after:
        return [block]
    return [{"t": "p", "c": [nodes.text(SHORTENED)], "style": "note"}, block | {"sources": sources}]
