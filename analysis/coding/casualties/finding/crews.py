"""Crews and passengers: those who are taken with a ship or a bus: "seized a tanker with its crew of 19"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import read_victims
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

_TAKING = frozenset({"seize", "hijack", "capture", "commandeer", "impound"})
_ABOARD = harm_set("aboard")
#: what joins the people to what was taken, and the tokens from one to the other
_JOINING = frozenset({"with", "and", "carrying"})
_REACH = 8


def find_crews(reading: SentenceReading) -> Iterator[Figure]:
    """Find the crew or the passengers, by number, of what a verb says was taken."""
    if reading.words.isdisjoint({"crew", "passengers", "sailors", "seafarers", "crewmen", "mariners"}):
        return
    for verb in reading.phrases.verbs:
        if verb.lemma not in _TAKING or verb.passive or is_unreal_verb(reading, verb):
            continue
        taken = object_of(reading.phrases, verb)
        people = _with(reading, taken.last) if taken is not None else None
        victims = read_victims(reading, people) if people is not None else None
        number = victims is not None and (victims.quantity.low or 0) > 1
        if victims is not None and number and victims.noun.split(" ")[-1] in _ABOARD:
            yield Figure(Outcome.CAPTURED, replace(victims, definite=False), verb.first, verb.last, "crew")


def _with(reading: SentenceReading, last: int) -> NounGroup | None:
    """Return the group behind "with", "and" or "carrying" after token last, in the same clause."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for i in range(last + 1, min(last + _REACH, len(tokens) - 1)):
        if tokens[i].lower in _JOINING:
            group = at[i + 1]
            return group if isinstance(group, NounGroup) else None
        if isinstance(at[i], VerbGroup) or tokens[i].text in {",", ";"}:
            return None
    return None
