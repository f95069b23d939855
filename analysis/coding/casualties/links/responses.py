"""Responses: people hit "during the Alerian response", which was the attack that Aleria is told to have made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from analysis.coding.attacks import AttackMention
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attack
from analysis.language.actors import ActorKind

_RESPONSES = frozenset({"response", "retaliation", "counterattack", "counter-attack", "reprisal"})
#: mentions of attacks back to that of the response
_BACK = 6


def attack_of_response(
    reading: SentenceReading, told: Sequence[AttackMention], rows: Mapping[str, Attack]
) -> str | None:
    """Return the last attack told by the state whose "response" a sentence says people were hit in, or None."""
    if reading.words.isdisjoint(_RESPONSES):
        return None
    tokens = reading.sentence.tokens
    for group in reading.phrases.nouns:
        within = group.preposition is not None and tokens[group.preposition].lower in {"in", "during"}
        if not within or tokens[group.head].lower not in _RESPONSES:
            continue
        states = [m.actor.name for m in reading.actors if group.first <= m.first and m.last < group.head
                  and m.actor.kind is ActorKind.STATE]  # fmt: skip
        last = [m.attack_id for m in reversed(told[-_BACK:]) if m.attack_id in rows]
        return next((i for i in last if rows[i].attacker in states), None)
    return None
