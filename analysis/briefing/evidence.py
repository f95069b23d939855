"""The evidence list: every passage that a row was read from, numbered, with the rows that it gave.

The number of a passage is that of its source and its place in it: 3.7 is the seventh passage of the third source.
Every claim has an anchor of its own, `ev-<claim_id>`, to which tables and sentences link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.display.shown import Shown
from analysis.briefing.passages import find_marks, find_neighbours, plain
from analysis.briefing.wording import say
from analysis.comparison.evidence import find_teller
from analysis.comparison.figures import name_victims
from analysis.tables.frames import to_records
from analysis.tables.schema import CLAIMS
from analysis.tables.wording import say_countries, say_country, say_days, say_quantity, shortened, within

if TYPE_CHECKING:
    import pandas as pd

    from analysis.briefing.reports import Reports
    from analysis.tables import Tables

#: citations that one sentence or cell shows; of more, the first are shown
CITED = 6
#: claims that are all listed; where there are more, those that were cited
LISTED = 1500
#: letters of a statement's content in the list
CONTENT = 70
REVIEWS = {"auto": "not checked", "confirmed": "confirmed by a person", "corrected": "corrected by a person"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim was read: `order` is (number of the source, number of the passage in it)."""

    anchor: str
    order: tuple[int, int]
    start: int
    end: int

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
        index[name, claim] = Passage(anchor, (source, number), start, end)
    return index


def find_holder(reports: Reports, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Find a claim that was read where a stretch (source_id, start, end) stands; as a list of one, or of none."""
    holders = _holders(reports).get(row["source_id"], ())
    return next(([key] for start, end, key in holders if start <= row["start"] and row["end"] <= end), [])


@lru_cache(maxsize=4)
def _holders(reports: Reports) -> dict[str, list[tuple[int, int, tuple[str, str]]]]:
    """The claims of each source with their offsets, in the order of the text."""
    ids = list(reports.tables.sources["source_id"])
    found: dict[str, list[tuple[int, int, tuple[str, str]]]] = {}
    for key, passage in sorted(reports.index.items(), key=lambda item: item[1].order):
        found.setdefault(ids[passage.order[0] - 1], []).append((passage.start, passage.end, key))
    return found


def _columns(frame: pd.DataFrame, *names: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(frame[name] for name in names), strict=True)


def pick(index: Index, claims: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Passage]:
    """Choose of claims, given as (table, claim_id), one for each passage, in the order of the passages' numbers."""
    first = {index[claim].order: claim for claim in reversed(list(claims))}
    return {first[order]: index[first[order]] for order in sorted(first)}


def cite(index: Index, claims: Iterable[tuple[str, str]]) -> nodes.Node:
    """Make the citation of claims, given as (table, claim_id): each passage once, in the order of the numbers."""
    pairs = [(passage.anchor, passage.number) for passage in pick(index, claims).values()]
    if not pairs:
        return {"t": "span", "c": []}
    return nodes.citation(pairs[:CITED], max(0, len(pairs) - CITED))


def evidence(reports: Reports, *names: str) -> Shown:
    """Show the evidence of some tables, or of all: by source, the passages with the claims that were read from them.

    Where there are more than `LISTED` claims, only those are listed that were cited before, without their neighbours.
    """
    chosen = names or CLAIMS
    whole = sum(len(getattr(reports.tables, name)) for name in CLAIMS) <= LISTED
    texts = {source.source_id: source.text for source in reports.corpus.sources}
    found: dict[tuple[int, int], list[tuple[str, dict[str, Any]]]] = {}
    for name in chosen:
        for row in to_records(getattr(reports.tables, name)):
            passage = reports.index[name, row["claim_id"]]
            if whole or (name, row["claim_id"]) in reports.cited:
                found.setdefault(passage.order, []).append((name, row))
    sources: dict[int, dict[str, Any]] = {}
    for order in sorted(found):
        source = sources.setdefault(order[0], _source(reports, order[0]))
        text = texts[found[order][0][1]["source_id"]] if whole else None
        source["entries"].append(_entry(reports.index, found[order], text))
    return Shown(({"t": "evidence", "sources": list(sources.values())},))


def _source(reports: Reports, order: int) -> dict[str, Any]:
    source_id = str(reports.tables.sources["source_id"].iloc[order - 1])
    title = [nodes.text(f"{order} {reports.names[source_id]}")]
    return {"id": f"evidence-{order}", "order": order, "level": 2, "c": title, "entries": []}


def _entry(index: Index, claims: list[tuple[str, dict[str, Any]]], text: str | None) -> dict[str, Any]:
    """One passage: its sentence with the words of each claim marked, its neighbours, its claims."""
    row = claims[0][1]
    before, after = find_neighbours(text, row["start"], row["end"]) if text else ("", "")
    passage = index[claims[0][0], row["claim_id"]]
    sentence = nodes.text(plain(row["evidence"]))["v"]
    return {
        "number": passage.number,
        "order": passage.order[1],
        "before": nodes.text(before)["v"],
        "sentence": sentence,
        "after": nodes.text(after)["v"],
        "claims": [
            {
                "id": index[name, row["claim_id"]].anchor,
                "c": _claim(name, row),
                "marks": find_marks(name, row, sentence),
            }
            for name, row in claims
        ],
    }


def _claim(name: str, row: Mapping[str, Any]) -> nodes.Nodes:
    head, words, speaker = {"attacks": _attack, "casualties": _casualty, "troops": _troops, "statements": _statement}[
        name
    ](row)
    review = REVIEWS.get(str(row["review"]), "added by a person")
    return [
        nodes.strong([nodes.text(head)]),
        nodes.text(" "),
        nodes.part(words),
        nodes.text("; said by " if speaker else "; "),
        nodes.part(within(speaker) if speaker else "in the source’s own voice"),
        nodes.text("; rule "),
        {"t": "code", "v": row["rule"]},
        nodes.text("; "),
        nodes.part(review),
        nodes.text("."),
    ]


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
    return row["outcome"].capitalize(), _joined(number_of(row), people, part), find_teller(row)


def _troops(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    where = say_country(row["place"]) if row["place"] else None
    words = _joined(say_country(row["force"]), where, number_of(row), row["status"], row["as_of"])
    return "Troops", words, find_teller(row)


def _statement(row: Mapping[str, Any]) -> tuple[str, str, str | None]:
    content = shortened(" ".join(row["content"].split()), CONTENT)
    return "Statement", f"{row['act']}: “{content}”", _joined(row["speaker"], row["role"])
