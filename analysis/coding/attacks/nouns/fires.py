"""Fires: which "fire" is shooting: one with an owner ("killed by Israeli army fire", "hit by fire from a patrol boat").

A fire that burns has none; "opened fire" and "came under fire" are read by `nouns`.
"""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular


def is_owned_fire(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the fire of somebody that hurt people: "killed by settler fire", "died from regime fire"."""
    tokens = phrases.sentence.tokens
    if tokens[group.head].lower not in {"fire", "bullets"} or not _is_means(phrases, group):
        return False
    before = [tokens[i].lower for i in range(group.first, group.head)]
    if any(word in _BURNING for word in before):
        return False
    owned = any(
        phrases.tags[i] is Tag.PROPER or parse_singular(tokens[i].lower) in words().armed | _OF_ARMS
        for i in range(group.first, group.head)
    )
    return owned or _is_from(phrases, group)


def is_opened(phrases: Phrases, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell "opened fire", "exchanged fire", and "returned fire at the boat" from the fire that was only returned."""
    after = phrases.sentence.tokens[group.last + 1].lower if group.last + 1 < len(phrases.at) else ""
    aimed = after in {"at", "on", "with", "toward", "towards", "against"}
    return verb.lemma in {"open", "exchange", "trade", "swap"} or (verb.lemma == "return" and aimed)


def _is_means(phrases: Phrases, group: NounGroup) -> bool:
    """Tell what somebody was killed, hurt or hit by, or died of."""
    word = phrases.sentence.tokens[group.preposition].lower if group.preposition else ""
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    if verb is None or verb.negated or verb.modal is not None:
        return False
    if word == "by":
        return verb.passive and (verb.lemma in words().harming | {"hit", "strike"})
    return word in {"from", "to", "in", "under"} and verb.lemma in {"die", "lose", "fall"} and not verb.passive


def _is_from(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "fire from a patrol boat", "fire from the rebels"."""
    after = phrases.noun_behind(group.last, "from", "of")
    if after is None:
        return False
    head = parse_singular(phrases.sentence.tokens[after.head].lower)
    return head in words().armed | words().carriers | words().posts


_BURNING = words().fires_that_burn
_OF_ARMS = words().fires_of_arms


def is_sortie(phrases: Phrases, group: NounGroup) -> bool:
    """Tell sorties "against" somebody, in which bombs are dropped, from sorties over the sea."""
    after = phrases.sentence.tokens[group.last + 1].lower if group.last + 1 < len(phrases.at) else ""
    return after in {"against", "on"} or isinstance(_targeting(phrases, group), VerbGroup)


def _targeting(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    verb = phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    aimed = isinstance(verb, VerbGroup) and verb.gerund and verb.lemma in {"target", "hit", "strike", "bomb"}
    return verb if aimed and isinstance(verb, VerbGroup) else None
