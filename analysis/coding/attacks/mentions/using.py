"""Using: who attacks with a weapon that is "used", and what is no attack: "police searched the wood using drones"."""

from __future__ import annotations

from functools import cache

from analysis.coding.attacks.clauses.grammar import agent_of, aim_of
from analysis.coding.attacks.reality.means import USING
from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def user_of(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return who fires: of "troops were attacked *using* drones" whoever attacks them, not the troops."""
    main = main_of(phrases, verb)
    if main is None or phrases.sentence.tokens[verb.first - 1].text == ",":
        return subject_of(phrases, verb)
    if main.passive:
        return agent_of(phrases, main.last)
    return subject_of(phrases, main if main.lemma in _deeds() else verb)


def main_of(phrases: Phrases, verb: VerbGroup) -> VerbGroup | None:
    """Return the finite verb before "using", of which that tells by what means, or None."""
    using = verb.lemma in USING and verb.gerund and not verb.finite
    return next((v for v in reversed(phrases.verbs) if v.finite and v.last < verb.first), None) if using else None


def is_no_deed(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> bool:
    """Tell "police searched the wood using drones", aimed at nothing, from "killed two guards using drones"."""
    main = main_of(phrases, verb)
    return main is not None and main.lemma not in _deeds() and aim_of(phrases, thing.last) is None


def is_denied(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "denied that his men had used drones", which says of no attack that there was one."""
    before = next((v for v in reversed(phrases.verbs) if v.last < verb.first), None)
    return before is not None and before.lemma in {"deny", "dispute"} and not before.negated


@cache
def _deeds() -> frozenset[str]:
    """Return the verbs of attacks, and of what they do to people and things, by whatever means."""
    w = words()
    return frozenset({*w.verbs, *w.harming, *w.ruining, *w.razing, "respond", "retaliate", "answer", "fight"})
