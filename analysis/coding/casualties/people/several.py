"""Whether people are of several armed groups, and so of no one group that the source names."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims
from analysis.language.actors import ActorKind

_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
#: tokens of "for the country's armed | groups" behind people, and plurals of armed groups
_COMPLEMENT = 7
_BANDS = frozenset({"groups", "militias", "factions", "gangs", "movements", "organisations", "organizations"})


def are_of_several(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell "a commander *of several militias*": armed groups in the plural behind people, none of them by name."""
    tokens, end = sentence.sentence.tokens, victims.last + _COMPLEMENT
    for group in sentence.phrases.nouns:
        i = group.preposition
        if i is None or not victims.first < i <= end or tokens[i].lower not in {"of", "for", "in", "from"}:
            continue
        mentions = (m for m in sentence.actors if group.first <= m.first <= group.last and m.actor.kind in _GROUPS)
        if tokens[group.head].lower in _BANDS and all(m.actor.name.split()[-1].islower() for m in mentions):
            return True
    return False
