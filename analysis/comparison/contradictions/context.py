"""What the checkers look at: the tables as compared, the sources' texts as read, and ways from one to the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from analysis.coding.reading import Reading, SentenceReading
from analysis.comparison.answers import find_answers
from analysis.comparison.findings import Passage
from analysis.comparison.incidents import members_of
from analysis.language.text.tokens import Token
from analysis.tables.frames import Tables, to_records
from analysis.vocabulary import read_vocabulary

Cells = dict[str, Any]
#: where a clause ends: a passage is not cut inside one
_BOUNDS = frozenset({",", ";", ":", "--", "—", "–", "“", "”", '"', ".", "?", "!", "…", "|"})


@dataclass(frozen=True, slots=True)
class Context:
    """The tables, the texts, and what is looked up in them often."""

    tables: Tables
    readings: Mapping[str, Reading]
    #: attack rows by incident, in the order of the sources
    members: Mapping[str, Sequence[Cells]]
    #: answers by incident
    answers: Mapping[str, Sequence[Cells]]
    sources: Mapping[str, Cells]
    #: casualty rows by source and attack
    victims: Mapping[tuple[str, str], Sequence[Cells]] = field(default_factory=dict)
    starts: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def sentence_at(self, source_id: str, start: int) -> SentenceReading | None:
        """Return the sentence that holds an offset of a source, None where that is no sentence."""
        reading = self.readings.get(source_id)
        if reading is None:
            return None
        at = bisect_right(self.starts[source_id], start) - 1
        found = reading.sentences[at] if at >= 0 else None
        return found if found is not None and start < found.sentence.end else None

    def sentences_in(self, source_id: str, start: int, end: int) -> list[SentenceReading]:
        """Return the sentences that a stretch of a source touches."""
        reading = self.readings.get(source_id)
        if reading is None:
            return []
        first = max(0, bisect_right(self.starts[source_id], start) - 1)
        return [s for s in reading.sentences[first : first + 12] if s.sentence.start < end and s.sentence.end > start]

    def sentences(self) -> Iterator[SentenceReading]:
        """Yield the sentences of all sources, in order."""
        for reading in self.readings.values():
            yield from reading.sentences

    def passage(self, source_id: str, start: int, end: int, *, wide: bool = True) -> Passage:
        """Cut the passage around a stretch: its clause, or with `wide` false the stretch alone."""
        text = self.readings[source_id].source.text
        first, last = self.sentence_at(source_id, start), self.sentence_at(source_id, max(start, end - 1))
        whole = text[first.sentence.start : last.sentence.end] if first and last else text[start:end]
        if wide and first is not None and last is not None:
            start, end = _clause(first.sentence.tokens, start)[0], _clause(last.sentence.tokens, end - 1)[1]
        return Passage(source_id, start, end, text[start:end], whole)


def to_context(tables: Tables, readings: Mapping[str, Reading]) -> Context:
    """Look up what the checkers need; `tables` must have been compared. Rows of sources without a text are left out."""
    victims: dict[tuple[str, str], list[Cells]] = defaultdict(list)
    for row in to_records(tables.casualties):
        if row["attack"]:
            victims[row["source_id"], row["attack"]].append(row)
    return Context(
        tables,
        readings,
        _of_known(members_of(tables), readings),
        _of_known(find_answers(tables), readings),
        {row["source_id"]: row for row in to_records(tables.sources)},
        dict(victims),
        {name: [s.sentence.start for s in reading.sentences] for name, reading in readings.items()},
    )


def _of_known(groups: Mapping[str, Sequence[Cells]], readings: Mapping[str, Reading]) -> dict[str, list[Cells]]:
    known = {name: [row for row in rows if row["source_id"] in readings] for name, rows in groups.items()}
    return {name: rows for name, rows in known.items() if rows}


def find_words(context: Context, row: Cells, words: str | None) -> tuple[int, int] | None:
    """Find printed words in the evidence of a row, else nearest to it in its source; None where they do not stand."""
    if not words or row["source_id"] not in context.readings:
        return None
    text = context.readings[row["source_id"]].source.text
    inside = _find(text, words, row["start"], row["end"])
    if inside is not None:
        return inside
    spots = [spot for spot in _all(text, words) if context.sentence_at(row["source_id"], spot[0]) is not None]
    return min(spots, key=lambda spot: abs(spot[0] - row["start"]), default=None)


def _all(text: str, words: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _pattern(words).finditer(text))


def _find(text: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Find whole words in text[start:end]; a blank in them stands for any white space."""
    match = _pattern(words).search(text, start, end)
    return match.span() if match else None


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")


def _clause(tokens: Sequence[Token], offset: int) -> tuple[int, int]:
    """Return the stretch between the bounds around an offset."""
    at = min(bisect_right(tokens, offset, key=attrgetter("end")), len(tokens) - 1)
    first = last = at
    while first > 0 and tokens[first - 1].text not in _BOUNDS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in _BOUNDS:
        last += 1
    return tokens[first].start, tokens[last].end


@cache
def all_events() -> frozenset[str]:
    """Give the nouns that may name an attack."""
    return frozenset(read_vocabulary("attacks")["events"])


@cache
def plain_events() -> frozenset[str]:
    """Give those of them that name one by themselves: "raid", no "operation" or "incident"."""
    return all_events() - frozenset(read_vocabulary("attacks")["pointing"])
