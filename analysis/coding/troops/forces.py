"""Whose troops a noun group says: a state by its ISO code, a coalition or a group by its name; words of forces."""

from __future__ import annotations

from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.victims.nations import nation_in
from analysis.language.actors import Actor, ActorForm, ActorKind
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

_STATES = frozenset({ActorKind.STATE, ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.BODY})
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})


@cache
def force_words(name: str) -> frozenset[str]:
    """Return one of the flat lists of the vocabulary of forces as a set."""
    return frozenset(read_vocabulary("forces")[name])


def force_in(reading: SentenceReading, first: int, last: int, *, metonyms: bool = False) -> str | None:
    """Return the force that tokens first to last (inclusive) name: an ISO code, "coalition" or a group; None for none.

    `metonyms`: a capital may stand for its state ("Washington maintains 900 troops"); as an owner it does anyway.
    """
    found: str | None = None
    for mention in reading.actors:
        if mention.first > last:
            break
        if mention.first < first:
            continue  # one that begins here may go on behind: "the African Union mission | in Somalia"
        owns = mention.last < last and reading.phrases.tags[mention.last + 1] is Tag.POSSESSIVE
        if mention.form is ActorForm.METONYM and not metonyms and not owns:
            continue
        force = _to_force(mention.actor)
        if force is not None and (found is None or mention.actor.kind is not ActorKind.STATE):
            found = force
    return found or nation_in(reading.sentence.tokens, first, last)


def _to_force(actor: Actor) -> str | None:
    if actor.kind is ActorKind.COALITION:
        return "coalition" if actor.affiliation == "coalition" else actor.name
    if actor.kind in _GROUPS or actor.kind is ActorKind.UN:
        return actor.name
    return actor.country if actor.kind in _STATES else None
