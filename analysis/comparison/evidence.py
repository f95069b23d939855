"""What the evidence of a figure says beyond the columns of its row: who tells it, and which people it counts.

The tables name official speakers only, so a figure that "the observatory said" has nobody there. Set side by side it is
no source's own voice: two tolls by two tellers are told apart, and two reports that quote one monitor are one voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis.coding.reading import Reading, read_source
from analysis.coding.utterances import find_utterances, speaker_of
from analysis.coding.victims import read_victims
from analysis.language.quantities import parse_quantity
from analysis.sources.source import Source
from analysis.tables.frames import to_records


@dataclass(frozen=True, slots=True)
class People:
    """The noun group that a figure counts: (start, end) in the evidence, its head noun, and how it counts."""

    span: tuple[int, int]
    noun: str
    #: people beside those before: "eight others", "another soldier"
    others: bool


def find_teller(row: Mapping[str, Any]) -> str | None:
    """Name who is said to give the figure of a row of casualties or troops; None for the source's own voice.

    The official speaker of the row comes first, as printed. Else it is whoever the row's evidence quotes with the words
    of the figure ("the observatory said").
    """
    official: str | None = row["attributed_to"]
    return official or _unofficial(row["evidence"], str(row["text"] or ""))


def told_by_others(figures: pd.DataFrame) -> pd.Series[bool]:
    """Tell which rows of casualties or troops somebody tells who is no official: a monitor, a witness, an outlet."""
    tellers = [not row["attributed_to"] and find_teller(row) is not None for row in to_records(figures)]
    return pd.Series(tellers, index=figures.index, dtype=bool)


def find_people(row: Mapping[str, Any]) -> People | None:
    """Find the people that a row of casualties counts in its evidence; None where no noun group there counts any.

    Of several groups with the row's number words ("a contractor and a soldier") it is the one of the row's nationality
    and role.
    """
    return _people(row["evidence"], str(row["text"] or ""), row["nationality"], row["role"])


@lru_cache(maxsize=2048)
def _read(evidence: str) -> Reading:
    return read_source(Source("", "", evidence))


@lru_cache(maxsize=8192)
def _unofficial(evidence: str, words: str) -> str | None:
    start = evidence.find(words) if words else -1
    if start < 0:
        return None
    said = speaker_of(find_utterances(_read(evidence)), start, start + len(words))
    return said.speaker if said is not None and not said.official and parse_quantity(said.speaker) is None else None


@lru_cache(maxsize=8192)
def _people(evidence: str, words: str, nationality: str | None, role: str) -> People | None:
    found = [(fit, -people.span[0], people) for fit, people in _counted(evidence, words, nationality, role)]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _counted(evidence: str, words: str, nationality: str | None, role: str) -> Iterator[tuple[int, People]]:
    """The groups of people that the words count, each with how many of nationality and role it says as the row does."""
    number = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for sentence in _read(evidence).sentences:
        tokens = sentence.sentence.tokens
        for group in sentence.phrases.nouns:
            start, end = tokens[group.first].start, tokens[group.last].end
            victims = read_victims(sentence, group) if words and number.search(evidence, start, end) else None
            if victims is not None:
                fit = (victims.nationality == nationality) + (victims.role == role)
                yield fit, People((start, end), victims.noun, victims.others)
