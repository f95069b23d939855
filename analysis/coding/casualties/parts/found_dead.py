"""Those who were taken or missing and found dead: "they took two boys, whose bodies were found the next morning".

"His body", "their bodies" and "found dead" tell the death of the people of the figure told last as captured or missing,
in the same sentence or the one before; all of them, for no number stands with the bodies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup

_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})
_OWNERS = frozenset({"his", "her", "their", "whose"})
_FINDING = frozenset({"find", "discover", "recover", "dump", "retrieve", "return"})
_GONE = frozenset({Outcome.CAPTURED, Outcome.MISSING})


def find_found_dead(
    reading: SentenceReading, figures: Sequence[Figure], before: Sequence[Figure]
) -> Iterator[Figure]:  # fmt: skip
    """Find the deaths of people taken or missing, by the verbs that tell of their bodies."""
    if reading.words.isdisjoint(_BODIES):
        return
    tokens = reading.sentence.tokens
    for verb in reading.phrases.verbs:
        group = subject_of(reading.phrases, verb) if verb.lemma in _FINDING and verb.passive else None
        if not isinstance(group, NounGroup) or tokens[group.head].lower not in _BODIES:
            continue
        owned = tokens[group.first].lower in _OWNERS or tokens[max(0, group.first - 1)].lower == "whose"
        gone = [f for f in figures if f.outcome in _GONE and f.victims.last < group.first and not f.subset]
        gone = gone or [f for f in before if f.outcome in _GONE and not f.subset]
        if not owned or not gone or is_unreal_verb(reading, verb):
            continue
        people = replace(gone[-1].victims, first=group.first, last=group.last, elliptical=False)
        yield Figure(Outcome.KILLED, people, group.first, verb.last, "found dead")
