"""Nearby: the side of unnamed speakers by the words beside them: who runs them, who cites them, whose spokesman."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.bodies import nationality_in
from analysis.language.actors import ActorKind, find_actor

_RUN = frozenset({"run", "controlled", "appointed", "affiliated", "held", "administered", "installed"})


def side_nearby(sentence: SentenceReading, lead: int) -> str | None:
    """Return the state of the body, or of the state's agency, that cites or hears the sources at a token, or None."""
    for i in range(lead - 1, max(lead - 12, -1), -1):
        found = nationality_in(sentence.sentence.tokens[i].text)
        if found:
            return found
    for mention in reversed(sentence.actors):
        if mention.actor.kind is ActorKind.OUTLET and mention.actor.country:
            return mention.actor.country
    return None


def side_of_spokesman(reading: Reading, sentence: SentenceReading, first: int) -> str | None:
    """Return the side of "a spokesman": the last body named before token `first`, a sentence back at the most."""
    for number in range(sentence.number, max(sentence.number - 2, -1), -1):
        for mention in reversed(reading.sentences[number].actors):
            before = number < sentence.number or mention.last < first
            if before and mention.actor.is_official and mention.actor.kind not in {ActorKind.STATE, ActorKind.GENERIC}:
                return mention.actor.affiliation or mention.actor.country
    return None


def run_by(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the side that runs a body ("the *Ruritania Front-run* ministry"), or None."""
    for token in sentence.sentence.tokens[first : last + 1]:
        owner, mark, how = token.text.rpartition("-")
        if mark and how in _RUN and (found := find_actor(owner) or find_actor(owner + "s")):
            return found.affiliation or found.country
    return None
