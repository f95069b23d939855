"""The passages that rows were read from, numbered: 3.7 is the seventh passage of the third source.

Rows of whatever table that were read from one stretch of a text share its passage. Sources count in the order of their
table, passages in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.tables.schema import CLAIMS

if TYPE_CHECKING:
    import pandas as pd

_NEEDED = ("source_id", "start", "end", "evidence", "claim_id")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source's text with the claims that were read from it, as (table, claim_id)."""

    source: int
    place: int
    source_id: str
    start: int
    end: int
    evidence: str
    claims: tuple[tuple[str, str], ...]

    @property
    def number(self) -> str:
        return f"{self.source}.{self.place}"


def find_passages(frames: Mapping[str, pd.DataFrame]) -> list[Passage]:
    """Find the passages of the tables of claims among these, in the order of their numbers.

    Without a table of sources, or where it lacks one, sources count in the order in which the rows name them.
    """
    order = _number_sources(frames)
    spans: dict[tuple[int, int, int], dict[str, Any]] = {}
    for name in CLAIMS:
        for source_id, start, end, evidence, claim_id in _rows(frames, name):
            span = spans.setdefault((order[source_id], int(start), int(end)), {"of": (source_id, evidence), "by": []})
            span["by"].append((name, claim_id))
    passages: list[Passage] = []
    last = place = 0
    for (source, start, end), span in sorted(spans.items(), key=lambda item: item[0]):
        place = place + 1 if source == last else 1
        last = source
        passages.append(Passage(source, place, span["of"][0], start, end, span["of"][1], tuple(span["by"])))
    return passages


def _number_sources(frames: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    named = list(frames["sources"]["source_id"]) if "sources" in frames else []
    named += [row[0] for name in CLAIMS for row in _rows(frames, name)]
    return {source_id: number for number, source_id in enumerate(dict.fromkeys(named), 1)}


def _rows(frames: Mapping[str, pd.DataFrame], name: str) -> Iterable[tuple[Any, ...]]:
    if name not in frames:
        return ()
    return zip(*(frames[name][column].tolist() for column in _NEEDED), strict=True)
