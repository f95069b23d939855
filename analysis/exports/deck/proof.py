"""The evidence of a slide: for its notes, the passages that its claims were read from, with source, rule and review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.tables.frames import Tables, to_records
from analysis.tables.passages import find_passages
from analysis.tables.schema import CLAIMS
from analysis.tables.wording import name_sources, say_day, shortened

#: letters of one passage in the notes, and passages of one slide
_LONGEST, _MOST = 600, 40


@dataclass(frozen=True, slots=True)
class Proofs:
    """The claims of the tables by claim_id: each with its row, its table, and the number of its passage."""

    rows: Mapping[str, dict[str, Any]]
    tables: Mapping[str, str]
    numbers: Mapping[str, str]
    #: short names of the sources by source_id
    names: Mapping[str, str]
    sources: Mapping[str, dict[str, Any]]

    def known(self, claims: Iterable[str]) -> list[str]:
        """Keep the claims that the tables hold, each passage's first."""
        first = {self.numbers[claim]: claim for claim in reversed(list(claims)) if claim in self.rows}
        return sorted(first.values(), key=lambda claim: [int(part) for part in self.numbers[claim].split(".")])

    def notes(self, claims: Iterable[str]) -> list[str]:
        """Write the evidence of claims as lines of notes, a passage each."""
        kept = self.known(claims)
        lines = [self._line(claim) for claim in kept[:_MOST]]
        if len(kept) > _MOST:
            lines.append(f"{len(kept) - _MOST:,} more passages in the tables.")
        return ["Evidence:", *lines] if lines else []

    def _line(self, claim: str) -> str:
        row = self.rows[claim]
        source = self.sources[row["source_id"]]
        day = say_day(source["published"], short=True) if source["published"] else "no date"
        said = shortened(" ".join(row["evidence"].split()), _LONGEST)
        title = f"“{source['title']}”" if source["title"] else source["file"]
        head = f"[{self.numbers[claim]}] {self.names[row['source_id']]}, {title}, {day}"
        return f"{head}: {said} ({self.tables[claim]} {claim}, rule {row['rule']}, review: {row['review']})"

    def source_notes(self) -> list[str]:
        """Write the list of sources as lines of notes."""
        lines = []
        for number, (source_id, source) in enumerate(self.sources.items(), 1):
            day = say_day(source["published"], short=True) if source["published"] else "no date"
            words = [self.names[source_id], source["title"], day, source["url"]]
            lines.append(f"{number}. " + ", ".join(filter(None, words)))
        return ["Sources:", *lines[:_MOST], *([f"{len(lines) - _MOST:,} more."] if len(lines) > _MOST else [])]


def index_proofs(tables: Tables) -> Proofs:
    """Index the claims of all tables; of two claims of one name in two tables the first table's counts."""
    rows: dict[str, dict[str, Any]] = {}
    kinds: dict[str, str] = {}
    for name in CLAIMS:
        for row in to_records(getattr(tables, name)):
            if rows.setdefault(row["claim_id"], row) is row:
                kinds[row["claim_id"]] = name
    numbers: dict[str, str] = {}
    for passage in find_passages(tables.frames()):
        for _, claim in passage.claims:
            numbers.setdefault(claim, passage.number)
    sources = {row["source_id"]: row for row in to_records(tables.sources)}
    return Proofs(rows, kinds, numbers, name_sources(tables.sources), sources)
