"""Aggression: whether the word names an attack ("an act of aggression", "an aggression on a house") or a war."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def is_aggression(phrases: Phrases, group: NounGroup) -> bool:
    """Tell whether a group with the head "aggression" names one attack."""
    return _is_act_of(phrases, group) or _is_bare_the(phrases, group) or _is_an_aimed(phrases, group)


def _is_act_of(phrases: Phrases, group: NounGroup) -> bool:
    before = phrases.at[group.preposition - 1] if group.preposition else None
    return isinstance(before, NounGroup) and phrases.sentence.tokens[before.head].lower in {"act", "acts"}


def _is_bare_the(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the aggression injured two", told before, from "the Russian aggression", a war."""
    if group.first + 1 != group.head or phrases.sentence.tokens[group.first].lower not in {"the", "this"}:
        return False
    after = next((v for v in phrases.verbs if v.first > group.last), None)
    before = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    w = words()
    hurts = after is not None and after.first == group.last + 1 and after.lemma in w.harming | w.ruining | w.landing
    harmed = before is not None and before.passive and before.lemma in w.harming | {"martyr", "hurt"}
    return hurts or (harmed and _is_preceded_by(phrases, group, {"in", "during", "by"}))


def _is_an_aimed(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "an Israeli aggression on a building", "an aggression targeting sites" from a war."""
    after = group.last + 1
    if phrases.sentence.tokens[group.first].lower not in {"a", "an"} or after >= len(phrases.at):
        return False
    verb = phrases.at[after]
    aimed = isinstance(verb, VerbGroup) and verb.gerund and verb.lemma in {"target", "hit", "strike"}
    return aimed or phrases.sentence.tokens[after].lower in words().aiming - {"against"}


def _is_preceded_by(phrases: Phrases, group: NounGroup, prepositions: set[str]) -> bool:
    """Tell whether one of some prepositions governs a group."""
    return group.preposition is not None and phrases.sentence.tokens[group.preposition].lower in prepositions
