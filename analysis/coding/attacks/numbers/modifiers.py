"""Modifiers: rounds that are counted in one word before the noun of an attack: "a 12-rocket salvo", "a 30-plus drone
attack".
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.words import words
from analysis.language.quantities import Quantity, QuantityKind
from analysis.language.text.forms import parse_singular


def count_before(mention: Mention) -> Quantity | None:
    """Return the number of rounds in a word with a hyphen that a mention's noun has before it, or None."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    if event is None or mention.weapon is not None:
        return None
    for found in mention.sentence.quantities:
        if found.kind is not QuantityKind.COUNT or not event.first <= found.first <= found.last < event.head:
            continue
        _, hyphen, rest = tokens[found.last].lower.partition("-")
        round_ = tokens[found.last + 1].lower if rest in _MORE else rest
        if hyphen and parse_singular(round_) in words().munitions:
            return found.quantity
    return None


#: what a number has behind its hyphen that bounds it
_MORE = frozenset({"plus", "odd"})
