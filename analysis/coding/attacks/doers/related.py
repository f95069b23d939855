"""Related: the group named right behind what it is to another one named before: "the X affiliate *Y*", "X ally *Y*"."""

from __future__ import annotations

from analysis.coding.attacks.doers.newcomers import find_named_band
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorMention
from analysis.language.text.forms import parse_singular
from analysis.vocabulary import read_vocabulary

#: what a group is of another one, and what else it is to it
ARMS = frozenset(read_vocabulary("bodies")["arms"]) | {"wing"}
RELATIONS = ARMS | frozenset(read_vocabulary("bodies")["relations"])


def find_related(sentence: SentenceReading, first: int, last: int) -> ActorMention | None:
    """Return whom tokens first to last name behind what he is to somebody that they name before, or None."""
    tokens = sentence.sentence.tokens
    for i in range(first + 1, last):
        if parse_singular(tokens[i].lower) not in RELATIONS:
            continue
        if not any(first <= m.last < i and m.actor.is_armed for m in sentence.actors):
            continue
        i += 1
        while i < last and (tokens[i].lower == "the" or parse_singular(tokens[i].lower) in words().movements):
            i += 1
        named = next((m for m in sentence.actors if m.first == i and m.actor.is_armed), None)
        return named or find_named_band(sentence, i, last)
    return None
