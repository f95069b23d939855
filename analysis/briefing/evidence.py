"""The evidence list: every passage that a row was read from, numbered, with the rows that it gave.

The number of a passage is that of its source and its place in it: 3.7 is the seventh passage of the third source.
Every claim has an anchor of its own, `ev-<claim_id>`, to which tables and sentences link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.display.shown import Shown
from analysis.briefing.wording import say
from analysis.comparison.figures import name_victims
from analysis.tables.frames import to_records
from analysis.tables.schema import CLAIMS
from analysis.tables.wording import say_countries, say_country, say_days, say_quantity, shortened

if TYPE_CHECKING:
    import pandas as pd

    from analysis.briefing.reports import Reports
    from analysis.tables import Tables

#: citations that one sentence or cell shows; of more, the first are shown
CITED = 6
#: letters of a statement's content in the list
CONTENT = 120
REVIEWS = {"auto": "not checked", "confirmed": "confirmed by a person", "corrected": "corrected by a person"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim was read: `order` is (number of the source, number of the passage in it)."""

    anchor: str
    order: tuple[int, int]

    @property
    def number(self) -> str:
        return f"{self.order[0]}.{self.order[1]}"


#: (table, claim_id) of every claim, with its passage
Index = dict[tuple[str, str], Passage]


def index_passages(tables: Tables) -> Index:
    """Number the passages of all tables: by source, then by place in the text."""
    places = {source: number for number, source in enumerate(tables.sources["source_id"], 1)}
    rows = [
        (places[source], start, end, name, claim)
        for name in CLAIMS
        for source, start, end, claim in _columns(getattr(tables, name), "source_id", "start", "end", "claim_id")
    ]
    passages: dict[int, dict[tuple[int, int], int]] = {}
    index: Index = {}
    taken: set[str] = set()
    for source, start, end, name, claim in sorted(rows):
        numbers = passages.setdefault(source, {})
        number = numbers.setdefault((start, end), len(numbers) + 1)
        anchor = f"ev-{claim}" if f"ev-{claim}" not in taken else f"ev-{claim}-{name}"
        taken.add(anchor)
        index[name, claim] = Passage(anchor, (source, number))
    return index


def _columns(frame: pd.DataFrame, *names: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(frame[name] for name in names), strict=True)


def cite(index: Index, claims: Iterable[tuple[str, str]]) -> nodes.Node:
    """Make the citation of claims, given as (table, claim_id): each passage once, in the order of the numbers."""
    found = sorted({index[claim].order: index[claim] for claim in claims}.values(), key=lambda passage: passage.order)
    pairs = [(passage.anchor, passage.number) for passage in found]
    if not pairs:
        return {"t": "span", "c": []}
    return nodes.citation(pairs[:CITED], max(0, len(pairs) - CITED))


def evidence(reports: Reports, *names: str) -> Shown:
    """Show the evidence of some tables, or of all: by source, the passages with the claims that were read from them."""
    sources: dict[int, dict[str, Any]] = {}
    for name in names or CLAIMS:
        for row in to_records(getattr(reports.tables, name)):
            passage = reports.index[name, row["claim_id"]]
            entries = sources.setdefault(passage.order[0], _source(reports, passage.order[0]))["entries"]
            entry = entries.setdefault(passage.order, _entry(passage, row))
            entry["claims"].append({"id": passage.anchor, "c": _claim(name, row)})
    ordered = [sources[order] for order in sorted(sources)]
    for source in ordered:
        source["entries"] = [source["entries"][order] for order in sorted(source["entries"])]
    return Shown(({"t": "evidence", "sources": ordered},))


def _source(reports: Reports, order: int) -> dict[str, Any]:
    source_id = str(reports.tables.sources["source_id"].iloc[order - 1])
    title = [nodes.text(f"{order} {reports.names[source_id]}")]
    return {"id": f"evidence-{order}", "order": order, "level": 2, "c": title, "entries": {}}


def _entry(passage: Passage, row: Mapping[str, Any]) -> dict[str, Any]:
    sentence = nodes.text(" ".join(row["evidence"].split()))["v"]
    return {"number": passage.number, "order": passage.order[1], "sentence": sentence, "claims": []}


def _claim(name: str, row: Mapping[str, Any]) -> nodes.Nodes:
    head, words, speaker = {"attacks": _attack, "casualties": _casualty, "troops": _troops, "statements": _statement}[
        name
    ](row)
    review = REVIEWS.get(str(row["review"]), "added by a person")
    said = f"said by {speaker}" if speaker else "in the source’s own voice"
    parts = [nodes.strong([nodes.text(head)]), nodes.text(f" {words}; {said}; rule "), {"t": "code", "v": row["rule"]}]
    return [*parts, nodes.text(f"; {review}.")]


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _attack(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    attacker = row["attacker"]
    blamed = f"by {attacker} ({row['attribution']})" if attacker and row["attribution"] else attacker
    where = _joined(row["place"], say_countries(row["country"]) if row["country"] else None)
    days = say_days(row["date_from"], row["date_to"], short=True)
    return "Attack", _joined(say(row["type"]), where, days, blamed), row["attributed_by"]


def number_of(row: Mapping[str, Any], prefix: str = "") -> str | None:
    """Write the quantity of a row, or None where it has none."""
    if row[prefix + "qualifier"] is None:
        return None
    return say_quantity(*(row[prefix + key] for key in ("low", "high", "qualifier", "text")))


def _casualty(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    people = name_victims(row["nationality"], row["role"], row["group"])
    part = "part of another figure" if row["subset"] else None
    return row["outcome"].capitalize(), _joined(number_of(row), people, part), row["attributed_to"]


def _troops(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    where = say_country(row["place"]) if row["place"] else None
    words = _joined(say_country(row["force"]), where, number_of(row), row["status"], row["as_of"])
    return "Troops", words, row["attributed_to"]


def _statement(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    content = shortened(" ".join(row["content"].split()), CONTENT)
    return "Statement", f"{row['act']}: “{content}”", _joined(row["speaker"], row["role"])
