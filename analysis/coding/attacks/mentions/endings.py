"""Endings: how an attack ended for those who did it, which is no attack of its own.

"Police shot the attacker dead"; "two gunmen stormed the hotel but were gunned down"; "stabbed two before being shot".
"""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def shoots_back(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None, target: NounGroup | None) -> bool:
    """Tell "police shot the attacker dead", how an attack ended, from an attack."""
    if verb.lemma not in {"shoot", "gun", "attack"} or target is None or (doer is None and not verb.passive):
        return False
    first = phrases.sentence.tokens[target.first].lower
    known = first in {"the", "both"} and lemma(phrases, target) in words().known_doers | words().carriers | {"suspect"}
    them = doer is not None and lemma(phrases, doer) in words().guards and first in {"him", "them", "her"}
    return known or them


def ends_attack(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None, target: NounGroup | None) -> bool:
    """Tell "two gunmen stormed the hotel but were gunned down by guards": how it ended for those who did it."""
    if target is None:
        return False
    tokens, w = phrases.sentence.tokens, words()
    if verb.lemma == "engage":  # "the troops engaged the terrorists"
        return tokens[target.first].lower == "the" and lemma(phrases, target) in w.known_doers | w.following
    if verb.passive and target.bare and verb.first > 1 and tokens[target.first - 1].lower == "but":
        return True  # "insurgents attacked the base but all 14 were shot dead"
    if not verb.passive or (doer is not None and lemma(phrases, doer) not in w.guards):
        return False
    if doer is None and [t.lower for t in tokens[max(0, verb.first - 1) : verb.first + 1]] != ["before", "being"]:
        return False  # "stabbed two guards before being shot dead"
    deeds = w.verbs.keys() | w.firing | {"open"}
    before = [v for v in phrases.verbs if v.last < verb.first and not v.passive and v.lemma in deeds]
    return any(subject_of(phrases, v) is target for v in before)
