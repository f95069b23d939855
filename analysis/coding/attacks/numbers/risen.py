"""Risen: how many attacks a sentence says that there have been by now: "the number of raids has risen to 62"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.rising import find_risen
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
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


_RATES = frozenset({"number", "tally", "total"})
