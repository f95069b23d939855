"""Homes: of which state "the general staff in Thule", "the defence ministry" is, whose name alone does not say it."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.doers.doer import STATE_KINDS
from analysis.coding.reading import SentenceReading
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind, ActorMention


def of_state(sentence: SentenceReading, named: ActorMention, inner: Utterance | None) -> ActorMention:
    """Return a body of a state that is not said with the state where it sits, else the one that it speaks for.

    Whoever else is named is returned as he is.
    """
    actor = named.actor
    if actor.kind not in STATE_KINDS - {ActorKind.STATE} or actor.country is not None:
        return named
    start, end = inner.speaker_span if inner is not None else (named.start, named.end)
    seats = [p.place.country for p in sentence.places if start <= p.start < end]
    own = inner.affiliation if inner is not None and inner.affiliation else None
    country = next((c for c in seats if c), None) or (own if own and len(own) == _CODE else None) or sentence.country
    if country is None:
        return named
    return replace(named, actor=replace(actor, country=country, affiliation=country))


#: letters in the code of a country
_CODE = 2
