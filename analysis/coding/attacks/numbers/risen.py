"""Risen: attacks behind a word of how many: "the number of raids has risen to 62", "a surge in raids"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.rising import find_risen
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, outer
from analysis.language.grammar.phrases import NounGroup
from analysis.language.quantities import Quantity, QuantityKind


def count_risen(mention: Mention) -> Quantity | None:
    """Return the number that "the number of" the attacks of a mention has come to, or None."""
    number = _number_of(mention)
    at = find_risen(mention.sentence.phrases, number) if number is not None else None
    counts = (q for q in mention.sentence.quantities if q.kind is QuantityKind.COUNT and (q.quantity.low or 0) > 1)
    return next((q.quantity for q in counts if at is not None and q.first <= at <= q.last), None)


def _number_of(mention: Mention) -> NounGroup | None:
    """Return the "number" of "the number of attacks", or None."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or mention.weapon is not None or not event.preposition:
        return None
    of, before = phrases.sentence.tokens[event.preposition].lower, phrases.at[event.preposition - 1]
    return before if of == "of" and isinstance(before, NounGroup) and lemma(phrases, before) in _RATES else None


def is_rising(mention: Mention) -> bool:
    """Tell "a surge in attacks that have killed civilians", which were many."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or not event.preposition or phrases.sentence.tokens[event.preposition].lower != "in":
        return False
    more = phrases.at[event.preposition - 1]
    return isinstance(more, NounGroup) and lemma(phrases, more) in _RISES


def is_round(mention: Mention) -> bool:
    """Tell "a round of strikes", "a volley of attacks" in one go, from strikes in the plural."""
    event, phrases = mention.event, mention.sentence.phrases
    around = outer(phrases, event) if event is not None else None
    return (
        around is not None
        and around is not event
        and phrases.sentence.tokens[around.head].lower in {"round", "volley", "salvo"}
    )


_RISES = frozenset({"surge", "rise", "increase", "spike", "uptick", "upsurge"})
_RATES = frozenset({"number", "tally", "total"})
