"""Existing: "there were dead and wounded", which gives no number: some of each."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, harm_set, table
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.quantities import Qualifier, Quantity

_THERE = frozenset({"there"})
_BEING = frozenset({"is", "are", "was", "were"})
_JOINED = frozenset({"and", ",", "both"})
#: tokens of "dead and wounded" behind the verb
_REACH = 4


def find_existing(reading: SentenceReading) -> Iterator[Figure]:
    """Find "there were dead and wounded", "there are injured among them", in the past or the present."""
    tokens, states = reading.sentence.tokens, table("states")
    for there in reading.sentence.where(_THERE):
        before = tokens[there - 1].lower if there else ","
        opens = not before[0].isalnum() or before in harm_set("before_there")
        verb = reading.phrases.at[there + 1] if opens and there + 1 < len(tokens) else None
        if not isinstance(verb, VerbGroup) or not verb.finite or verb.negated or verb.modal:
            continue
        hurt = verb.passive and tokens[verb.first].lower in _BEING  # "there *were wounded*", which is no passive
        if not (verb.lemma == "be" or hurt) or is_unreal_verb(reading, verb):
            continue
        start = verb.first + 1 if hurt else verb.last + 1
        for i in range(start, min(start + _REACH, len(tokens))):
            lower = tokens[i].lower
            if lower in _JOINED:
                continue
            after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
            if lower not in states or (after[0].isalnum() and after not in harm_set("behind_states")):
                break
            quantity = Quantity(2, None, Qualifier.VAGUE, tokens[i].text, tokens[i].start, tokens[i].end)
            victims = Victims(quantity, None, Role.UNSPECIFIED, None, i, i, elliptical=True)
            yield Figure(states[lower], victims, i, i, "existing")


def without_participles(found: list[Figure]) -> list[Figure]:
    """Leave out figures of a verb that is one of those states: "the mayor said there were dead and *injured*"."""
    states = {f.first for f in found if f.rule == "existing"}
    return [f for f in found if f.rule == "existing" or f.last not in states]
