"""What a deck is told of a finding, and how the findings of the briefing become that.

A finding is plain text and the claims that it stands on; it knows nothing of slides. `to_findings` reads the blocks of
the briefing's list of findings, plain dicts: `t` names the kind of a node, `c` holds its children, `v` its text. A
paragraph's first bold words are the title; a line that begins in italics answers the question that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.tables.wording import capital

#: what stays of a sentence where a citation was taken out of it
_GAP = re.compile(r"\s+(?=[.;,)])|(?<=\()\s+")
_ANCHOR = "ev-"

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: a short title, what is found, and the claim_ids that it is read from.

    `rows` are the answers to the questions of one attack, as (question, answer); they become a table.
    """

    title: str
    sentences: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()


def to_findings(blocks: Iterable[Node]) -> list[Finding]:
    """Make the findings of the items of all lists among these blocks; other blocks are passed over."""
    items = [item for block in blocks if block["t"] == "ul" for item in block["items"]]
    return [_to_finding([node for part in item for node in part.get("c", ())]) for item in items]


def _to_finding(nodes: Sequence[Node]) -> Finding:
    lines = _split(nodes)
    told = [to_text(line) for line in lines if line and line[0]["t"] != "em"]
    rows = [(to_text(line[:1]), to_text(line[1:]).lstrip(": ")) for line in lines if line and line[0]["t"] == "em"]
    bold = next((to_text([node]) for node in nodes if node["t"] == "strong"), "")
    sentences = tuple(line for line in (_without(bold, line) for line in told) if line)
    title = bold or (sentences[0] if sentences else "")
    anchors = [str(anchor) for node in _walk(nodes) if node["t"] == "cite" for anchor, *_ in node["refs"]]
    claims = dict.fromkeys(anchor.removeprefix(_ANCHOR).partition("-")[0] for anchor in anchors)
    return Finding(title, sentences, tuple(rows), tuple(claims))


def _split(nodes: Sequence[Node]) -> list[list[Node]]:
    lines: list[list[Node]] = [[]]
    for node in nodes:
        if node["t"] == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def _without(title: str, line: str) -> str:
    """Leave out of a sentence the title that it begins with: "Troops, US in Iraq: 900" under "Troops"."""
    rest = line.removeprefix(title)
    if not title or rest == line or not (rest[:1] in (",", ":") or not rest):
        return line
    return capital(rest[1:].strip())


def to_text(nodes: Iterable[Node]) -> str:
    """Give the text of nodes: no emphasis, no citations, and no gap where one stood."""
    words = "".join(
        str(node["v"]) for node in _walk(nodes) if node["t"] == "s" or (node["t"] == "code" and "v" in node)
    )
    return _GAP.sub("", " ".join(words.split()))


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.get("c", ()))
