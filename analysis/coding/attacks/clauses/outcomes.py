"""Outcomes: how an attack began, went on or ended, in the words of the same sentence.

"The bombardment resulted in a massacre"; "troops raided the town, sparking a shootout".
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import VerbGroup


def is_result(a: Mention, b: Mention) -> bool:
    """Tell "the bombardment resulted in a massacre", "the attack began with an explosion": how it began or ended."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or event.preposition is None or b.weapon is not None or a.last >= event.preposition:
        return False
    verb = phrases.at[event.preposition - 1]
    ended = isinstance(verb, VerbGroup) and verb.lemma in _ENDING and not verb.negated
    return ended and phrases.sentence.tokens[event.preposition].lower in {"in", "into", "as", "with"}


_ENDING = frozenset({"result", "culminate", "end", "turn", "escalate", "begin", "start", "open", "commence"})


def is_fight_of(a: Mention, b: Mention) -> bool:
    """Tell "troops raided the town, *sparking a shootout*", "… leading to clashes": how the raid went."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or b.weapon is not None or a.last >= event.first or lemma(phrases, event) not in words().clashes:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
    if verb is None or not verb.gerund or verb.finite or verb.first <= a.last:
        return False
    led = verb.lemma == "lead" and event.preposition == verb.last + 1
    return led or (verb.lemma in words().prompting and verb.last + 1 == event.first)
