"""People of a nation or a group by its name alone: "another 150 Estonians", "more than 3,000 armed Taliban".

Nationals are soldiers where the sentence, the figure before, or those of the report so far say so: never by themselves.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.forces import force_words
from analysis.coding.victims import quantity_in
from analysis.coding.victims.nations import nation_in
from analysis.language.actors import ActorKind
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Quantity


def is_few(quantity: Quantity) -> bool:
    """Tell none, a single one and a bare plural, which are no number of a force."""
    return quantity.low in {0, 1} or (quantity.low == 2 and quantity.high is None)


def find_nationals(sentence: SentenceReading, group: NounGroup, forces: frozenset[str], near: bool) -> People | None:
    """Read "another 150 Estonians", where troops were told of before, or the verb leaves no doubt."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    if tags[group.head] is not Tag.PROPER or not tokens[group.head].lower.endswith(("s", "ese", "ish", "ch")):
        return None
    nation = nation_in(tokens, group.first, group.last)
    told = near or (nation in forces and _stand(sentence, group))
    if nation is None or not (told or _are_soldiers(sentence, group)):
        return None
    quantity = quantity_in(sentence, group.first, group.last)
    return None if quantity is None or is_few(quantity) else People(group, group.first, group.last, quantity)


def _are_soldiers(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell by their sentence that people of a nation are soldiers: "the camp is home to 70 Danes"."""
    tokens, i = sentence.sentence.tokens, group.first - 1
    before = [t.lower for t in tokens[max(0, i - 1) : i + 1]]
    housed = before == ["home", "to"] and not sentence.words.isdisjoint(force_words("camps"))
    part = before[-1:] == ["including"] and not sentence.words.isdisjoint(_SOLDIERS)
    soldierly = not sentence.words.isdisjoint(force_words("soldierly"))
    return housed or part or soldierly or _are_of_group(sentence, group)


def _stand(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell people who are or stay somewhere by the verb right behind them."""
    at, i = sentence.phrases.at, group.last + 1
    verb = at[i] if i < len(at) else None
    return isinstance(verb, VerbGroup) and verb.lemma in _STAYING | force_words("standing")


_STAYING = frozenset({"be", "remain", "stay", "serve"})
_SOLDIERS = frozenset({"troops", "soldiers"})


def _are_of_group(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether people are from an armed group: "2,000 Russians from the private Wagner Group"."""
    tokens, at, i = sentence.sentence.tokens, sentence.phrases.at, group.last + 2
    inner = at[i] if i < len(tokens) and tokens[i - 1].lower in {"from", "of"} else None
    return isinstance(inner, NounGroup) and any(
        m.actor.kind in _GROUPS and inner.first <= m.last <= inner.last for m in sentence.actors
    )


def find_members(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read "more than 3,000 armed Taliban": the name of an armed group counted as people."""
    named = any(m.last == group.head and m.first > group.first and m.actor.kind in _GROUPS for m in sentence.actors)
    quantity = quantity_in(sentence, group.first, group.last) if named else None
    if quantity is None or is_few(quantity):
        return None
    return People(group, group.first, group.last, quantity)


_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
