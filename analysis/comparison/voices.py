"""How many independent voices stand behind several claims: independence is judged claim by claim.

Two claims are one voice when

- their wording is near-identical: of the runs of three words in the shorter one, `COPIED` stand in the other too
  (shingling: Broder, "On the resemblance and containment of documents", 1997), or
- both name the same news agency in their sentence ("told Reuters", "Reuters added"), where a page that credits exactly
  one agency names it everywhere; a page that credits several counts only where a sentence names one, or
- they quote the same named speaker. Two anonymous officials are never taken for one.

A page that credits several agencies joins other claims but never two of them to each other through itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from analysis.comparison.wording import is_copied
from analysis.language.actors import find_actors
from analysis.language.actors.names import ActorKind
from analysis.language.text.sentences import find_sentences
from analysis.sources.agencies import find_agencies

#: many claims stand in one sentence
_agencies_in = lru_cache(maxsize=8192)(find_agencies)
#: words for speakers who are not named
_UNNAMED = re.compile(
    r"(?i)\b(?:officials?|sources?|spokes\w+|commanders?|officers?|residents?|activists?|witness\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says, with what tells whose voice it is."""

    source_id: str
    table: str
    claim_id: str
    evidence: str
    #: the named person or body that is quoted, by its usual name
    speaker: str | None
    #: the one agency that the page credits, else those that its sentence names
    agencies: frozenset[str]
    #: the page credits several agencies
    mixed: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two claims are one voice: `wording`, `agency` or `speaker`, and which agency or speaker."""

    reason: str
    name: str | None = None


def to_claim(row: Mapping[str, Any], table: str, credits: Mapping[str, Sequence[str]]) -> Claim:
    """Make a claim of a row of `table`; `credits` gives the agencies that each source credits."""
    credited = credits.get(row["source_id"], ())
    named = _agencies_in(row["evidence"])
    said = row.get("attributed_to") or row.get("attributed_by") or row.get("speaker")
    return Claim(
        row["source_id"],
        table,
        row["claim_id"],
        row["evidence"],
        None if row.get("anonymous") else name_speaker(said),
        frozenset(credited if len(credited) == 1 else named),
        len(credited) > 1,
    )


@lru_cache(maxsize=8192)
def name_speaker(words: str | None) -> str | None:
    """Name the person or body that words as printed stand for; None for the unnamed and for states ("Washington").

    >>> name_speaker("the Pentagon"), name_speaker("Defence Secretary Anna Kovacs"), name_speaker("a US official")
    ('Pentagon', 'Kovacs', None)
    """
    plain = " ".join((words or "").split())
    if not plain or _UNNAMED.search(plain):
        return None
    sentences = find_sentences(plain)
    named = find_actors(sentences[0])[:1] if sentences else []
    if named and named[0].actor.kind is not ActorKind.STATE:
        return named[0].actor.name
    if named and named[0].last == len(sentences[0].tokens) - 1:
        return None
    names = re.findall(r"[A-Z][\w’'.-]+", plain)
    return names[-1] if len(names) > 1 and plain.endswith(names[-1]) else None


def tie_claims(one: Claim, other: Claim) -> Tie | None:
    """Say why two claims are one voice, None where nothing says so. A source is one voice with itself."""
    if one.source_id == other.source_id:
        return Tie("source")
    if is_copied(one.evidence, other.evidence):
        return Tie("wording")
    if shared := sorted(one.agencies & other.agencies):
        return Tie("agency", shared[0])
    if one.speaker is not None and one.speaker == other.speaker:
        return Tie("speaker", one.speaker)
    return None


def find_voices(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Group claims by voice, in the order of the claims."""
    ties = [(a, b) for b in range(len(claims)) for a in range(b) if tie_claims(claims[a], claims[b]) is not None]
    group = list(range(len(claims)))
    for a, b in (tie for tie in ties if not (claims[tie[0]].mixed or claims[tie[1]].mixed)):
        _merge(group, a, b)
    joined: set[int] = set()
    for a, b in ties:
        mixed = b if claims[b].mixed else a
        if claims[mixed].mixed and mixed not in joined:
            joined.add(mixed)
            _merge(group, a, b)
    voices: dict[int, list[Claim]] = {}
    for at, claim in enumerate(claims):
        voices.setdefault(group[at], []).append(claim)
    return list(voices.values())


def count_voices(claims: Iterable[Claim]) -> int:
    """Count the independent voices behind claims."""
    return len(find_voices(list(claims)))


def _merge(group: list[int], one: int, other: int) -> None:
    kept, gone = sorted((group[one], group[other]))
    if kept != gone:
        for at, name in enumerate(group):
            if name == gone:
                group[at] = kept
