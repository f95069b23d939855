"""A finding: two or more passages of the sources that do not go together, of what kind, how grave and how sure.

A passage is the clause that shows it, letter for letter, with its source and offsets; the whole sentence goes with it.
A finding is material (a day, a place, a figure, a doer) or minor (a spelling, a wording, a kind of place). How sure:

- sure: as printed, the passages cannot all be true
- likely: they cannot, if each is read in its usual sense
- possible: one reading of the words lets them all be true, another does not
- compatible: they differ, and can all be true
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from analysis.tables.wording import listed


class FindingKind(StrEnum):
    CALENDAR = "calendar"
    TIME_ZONE = "time zone"
    GAZETTEER = "gazetteer"
    FIGURES = "figures"
    NAMES = "names"
    WORDINGS = "wordings"
    WEAPONS = "weapons"
    ATTRIBUTIONS = "attributions"


class Weight(StrEnum):
    MATERIAL = "material"
    MINOR = "minor"


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"
    COMPATIBLE = "compatible"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source: `text[start:end] == words`, in its sentence."""

    source_id: str
    start: int
    end: int
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Passages that do not go together, and a sentence that says so in plain words."""

    kind: FindingKind
    weight: Weight
    certainty: Certainty
    says: str
    passages: tuple[Passage, ...]
    incident_id: str | None = None
    question: str | None = None
    #: the claims of the tables that clash, where the finding comes from them
    claims: tuple[str, ...] = field(default=())

    @property
    def finding_id(self) -> str:
        """Name the finding by its kind and passages: the same over reruns and beside other sources."""
        spans = "|".join(f"{p.source_id}:{p.start}-{p.end}" for p in self.passages)
        return "x" + sha256(f"{self.kind} {self.question} {spans}".encode()).hexdigest()[:10]


def to_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Write findings as rows of the table of contradictions: one per passage."""
    return [
        {
            "finding_id": finding.finding_id,
            "kind": finding.kind.value,
            "weight": finding.weight.value,
            "certainty": finding.certainty.value,
            "incident_id": finding.incident_id,
            "question": finding.question,
            "says": finding.says,
            "scope": "between" if len({p.source_id for p in finding.passages}) > 1 else "within",
            "side": nth,
            "source_id": passage.source_id,
            "evidence": passage.words,
            "start": passage.start,
            "end": passage.end,
            "sentence": passage.sentence,
            "claims": ";".join(finding.claims),
        }
        for finding in findings
        for nth, passage in enumerate(finding.passages, 1)
    ]


def quoted(words: Sequence[str]) -> str:
    """Write printed words as a list in quotation marks: “a”, “b” and “c”."""
    return listed([f"“{' '.join(word.split())}”" for word in words])


def distinct(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Keep each stretch once, in order; a passage inside another of the same source goes."""
    kept: list[Passage] = []
    by_source: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        beside = by_source[passage.source_id]
        if not any(other.start <= passage.start and passage.end <= other.end for other in beside):
            beside.append(passage)
            kept.append(passage)
    return tuple(kept)
