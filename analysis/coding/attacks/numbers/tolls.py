"""Tolls: how many a sentence says an attack killed or hurt, by which a later one tells the same attack or another.

Only printed numbers count, and only those of the people themselves: "killing at least 23 people", "left nine dead".
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.numbers.counts import quantity_in
from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import VerbGroup

_HURTING = frozenset({"wound", "injure", "hurt", "maim"})
_ENDS = {"dead": True, "wounded": False, "injured": False, "hurt": False}


def find_toll(mention: Mention) -> frozenset[tuple[bool, int]]:
    """Return the numbers of people that the mention's sentence says were killed (True) or hurt (False)."""
    phrases = mention.sentence.phrases
    found: set[tuple[bool, int]] = set()
    for verb in phrases.verbs:
        killed = _outcome(mention, verb)
        if killed is None or verb.negated or verb.modal is not None:
            continue
        suffers = verb.lemma == "die" or (verb.passive and (verb.finite or verb.lemma != "leave"))
        group = subject_of(phrases, verb) if suffers else object_of(phrases, verb)
        count = quantity_in(mention, group.first, group.last) if group is not None else None
        if count is not None and count.low is not None and count.text.strip():
            found.add((killed, count.low))
    return frozenset(found)


def _outcome(mention: Mention, verb: VerbGroup) -> bool | None:
    """Tell whether a verb kills or hurts: "left nine *dead*" as well; None for any other."""
    if verb.lemma == "die":
        return True
    if verb.lemma == "leave":
        thing, tokens = object_of(mention.sentence.phrases, verb), mention.sentence.sentence.tokens
        after = thing.last + 1 if thing is not None else len(tokens)
        return _ENDS.get(tokens[after].lower) if after < len(tokens) else None
    return verb.lemma not in _HURTING if verb.lemma in words().harming else None
