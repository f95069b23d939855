"""Spent: which drones are rounds, ending where they hit, and which only fire and come home."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import has_particle
from analysis.coding.attacks.doers.doer import GROUP_KINDS
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup


def is_spent(mention: Mention, group: NounGroup) -> bool:
    """Tell a drone that is itself the round ("a drone slammed into") from one that fires ("an Israeli drone hit")."""
    tokens, w = mention.sentence.sentence.tokens, words()
    printed = {part for t in tokens[group.first : group.head] for part in (t.lower, *t.lower.split("-"))}
    if printed & w.spent:
        return True
    if printed & (w.watching - {"surveillance", "reconnaissance", "spy", "spying", "observation"}):
        return False  # "a Reaper drone struck a car": it fires and comes home
    owners = [a.actor for a in mention.sentence.actors if group.first <= a.first <= group.last]
    states = any(owner.kind not in GROUP_KINDS for owner in owners)  # whose drones come home
    verb = mention.verb
    if verb is None or group not in (mention.event, mention.doer):
        return False
    downed = verb.lemma in w.downing or (verb.lemma == "destroy" and mention.rule == "weapon-fired")
    if verb.lemma in w.crashing or downed or has_particle(mention.sentence.phrases, verb, "down"):
        return True
    if states or printed & {"armed", "combat"}:
        return False  # "an armed drone struck a car"
    return verb.lemma in w.landing | {"set"} or mention.rule == "weapon-harms" or group is mention.doer


def is_launched(mention: Mention) -> bool:
    """Tell "launched drones at the port", which end where they hit."""
    verb = mention.verb
    launched = verb is not None and verb.lemma in {"launch", "fire", "send", "unleash"} and not verb.passive
    return launched and mention.rule == "weapon-fired" and mention.target is not None
