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
from analysis.coding.victims import read_victims
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})
_OWNERS = frozenset({"his", "her", "their", "whose"})
_FINDING = frozenset({"find", "discover", "recover", "dump", "retrieve", "return"})
_GONE = frozenset({Outcome.CAPTURED, Outcome.MISSING})


def find_found_dead(
    reading: SentenceReading, figures: Sequence[Figure], before: Sequence[Figure]
) -> Iterator[Figure]:  # fmt: skip
    """Find the deaths of people taken or missing, by the verbs that tell of their bodies."""
    if reading.words.isdisjoint(_BODIES | {"dead"}):
        return
    tokens = reading.sentence.tokens
    for verb in reading.phrases.verbs:
        group = subject_of(reading.phrases, verb) if verb.lemma in _FINDING and verb.passive else None
        if not isinstance(group, NounGroup):
            continue
        if tokens[group.head].lower not in _BODIES:
            yield from _same_dead(reading, verb, group, before)
            continue
        owned = tokens[group.first].lower in _OWNERS or tokens[max(0, group.first - 1)].lower == "whose"
        gone = [f for f in figures if f.outcome in _GONE and f.victims.last < group.first and not f.subset]
        gone = gone or [f for f in before if f.outcome in _GONE and not f.subset]
        if not owned or not gone or is_unreal_verb(reading, verb):
            continue
        people = replace(gone[-1].victims, first=group.first, last=group.last, elliptical=False)
        yield Figure(Outcome.KILLED, people, group.first, verb.last, "found dead")


def _same_dead(
    reading: SentenceReading, verb: VerbGroup, group: NounGroup, before: Sequence[Figure]
) -> Iterator[Figure]:
    """Find "The nurse was found dead" after a nurse was taken."""
    tokens = reading.sentence.tokens
    dead = verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "dead"
    people = read_victims(reading, group) if dead and tokens[group.first].lower == "the" else None
    gone = [f for f in before if people is not None and f.outcome in _GONE and f.victims.noun == people.noun]
    if len(gone) == 1 and people is not None and not people.counted and not is_unreal_verb(reading, verb):
        told = replace(gone[0].victims, first=group.first, last=group.last, elliptical=False)
        yield Figure(Outcome.KILLED, told, group.first, verb.last + 1, "found dead")
