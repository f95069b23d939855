"""Exchanges: fire that two sides have: "exchanged fire", "an exchange of fire", "shelling between X and Y"."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.text.forms import parse_singular


def is_exchange(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the fire that two sides "exchanged" or "traded", "an exchange of fire"."""
    verb = phrases.at[group.first - 1] if group.first else None
    traded = isinstance(verb, VerbGroup) and verb.lemma in {"exchange", "trade", "swap"}
    return traded or exchange_of(phrases, group) is not None


def exchange_of(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return "the exchange" of "the exchange of fire", or None."""
    of = group.preposition is not None and phrases.sentence.tokens[group.preposition].lower == "of"
    whole = phrases.at[group.preposition - 1] if of and group.preposition else None
    return (
        whole
        if isinstance(whole, NounGroup) and parse_singular(phrases.sentence.tokens[whole.head].lower) == "exchange"
        else None
    )


def is_mutual(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "shelling (and gunfire) between the army and the rebels", of two sides."""
    joined = phrases.noun_behind(group.last, "and")
    if joined is not None:
        return parse_singular(phrases.sentence.tokens[joined.head].lower) in words().events and is_mutual(
            phrases, joined
        )
    other = phrases.noun_behind(group.last, "between")
    return (
        other is not None
        and parse_singular(phrases.sentence.tokens[other.head].lower) in words().armed | words().movements
    )
