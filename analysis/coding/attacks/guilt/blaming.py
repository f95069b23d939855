"""Blaming: the verbs that accuse: "blamed", "held responsible", "pointed the finger at", "named as the culprit"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import puts_blame
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import guilt_words, words
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import Phrases, VerbGroup


def blames(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a verb of blaming, that puts "the blame" on somebody, holds him responsible, points the finger at him."""
    return verb.lemma in guilt_words()["blaming"] or puts_blame(phrases, verb) or _holds(phrases, verb)


def _holds(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "held the militia responsible", "pointed the finger at the militia", "named the militia as the culprit"."""
    thing = object_of(phrases, verb) if verb.lemma in {"hold", "point"} | guilt_words()["naming"] else None
    if thing is None:
        return False
    tokens = phrases.sentence.tokens
    if verb.lemma in guilt_words()["naming"]:
        culprit = phrases.noun_behind(thing.last, "as")
        return culprit is not None and lemma(phrases, culprit) in words().known_doers | guilt_words()["culprits"]
    if verb.lemma == "point":
        return lemma(phrases, thing) == "finger"
    return any(t.lower in guilt_words()["answerable"] for t in tokens[thing.last + 1 : thing.last + _NEAR])


#: verbs that accuse without a word of what: "pointed the finger at them", "named them as the culprits"
BARE = frozenset({"point"}) | guilt_words()["naming"]
#: tokens from whom somebody holds responsible to that word ("held the group and its backers fully responsible")
_NEAR = 7
