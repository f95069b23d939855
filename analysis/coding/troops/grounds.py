"""Whose troops soldiers of nobody's are: those of the state on whose own ground they are or go."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.towns import place_named
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind, ActorMention
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.tags import Tag


def of_ground(
    reading: Reading, sentence: SentenceReading, people: People, cue: Cue, speaker: Utterance | None
) -> str | None:
    """Return the state on whose own ground soldiers of nobody's are or go, where no other force is named."""
    words = {t.lower for t in sentence.sentence.tokens[people.first : people.last + 1] if t.text != "Marines"}
    start = people.last if cue.verb is None else max(people.last, cue.verb.last)
    if not words.isdisjoint({"army", "government"}):
        return next((m.place.country for m in sentence.places if m.first > start), None)
    if words.isdisjoint(force_words("own") | force_words("units") | force_words("formations")) and not people.uniformed:
        return None
    owned = next((i for i in range(people.first + 1, people.last) if sentence.phrases.tags[i] is Tag.POSSESSIVE), None)
    if owned is not None and sentence.sentence.tokens[owned - 1].lower not in force_words("offices"):
        return None  # "the mission's 2,000 soldiers"
    if cue.verb is None or (cue.rule == "object" and not (cue.verb.passive or cue.verb.lemma == "be")):
        return None  # "somebody sent 300 soldiers"
    named = {force_in(sentence, m.first, m.last) for m in sentence.actors if _is_force(sentence, m)}
    if not words.isdisjoint(
        {"soldiers", "troops"} | force_words("formations")
    ):  # an armed group that is named has fighters
        named -= {force_in(sentence, m.first, m.last) for m in sentence.actors if m.actor.kind in _ARMED}
    to = next((m for m in sentence.places if m.first > start), None)
    if to is not None and to.place.kind is PlaceKind.COUNTRY:
        return None
    opening = sentence.places[0] if sentence.places else None
    if opening is not None and opening.place.kind is PlaceKind.COUNTRY and opening.first < _OPENING and not named:
        return opening.place.country if sentence.sentence.tokens[0].lower == "in" else None
    states = _states_of(reading, sentence)
    if len(states) == 1 and named <= states:
        return next(iter(states))
    own = _speaks_for(sentence, speaker)
    if own is not None and named <= {own} and (to is None or to.place.country == own):
        return own
    countries = {m.place.country for m in sentence.places}
    if any(token.lower == "there" for token in sentence.sentence.tokens[start + 1 : start + 3]):
        return None  # "the 14,000 troops sent there"
    if len(countries) == 1 and not named and (to is not None or place_named(sentence, start) is not None):
        return next(iter(countries))  # "in neighbouring Chad, 300 gendarmes were sent to …"
    if to is not None and to.place.country == sentence.country and not named:
        return sentence.country
    told = to is not None or bool(countries) or place_named(sentence, start) is not None
    return sentence.country if told and named | countries <= {sentence.country, None} else None


_ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
#: tokens within which the place that opens a sentence begins: "In neighbouring Chad, 300 gendarmes were sent"
_OPENING = 4


def _speaks_for(sentence: SentenceReading, speaker: Utterance | None) -> str | None:
    """Return the state for which the speaker of a sentence speaks: the one told, or the source's for "the army"."""
    if speaker is None or not speaker.official:
        return None
    if speaker.affiliation is not None and len(speaker.affiliation) == 2:
        return speaker.affiliation
    told = {word.strip(".,").lower() for word in f"{speaker.role or ''} {speaker.speaker_text}".split()}
    return sentence.country if not told.isdisjoint(force_words("offices")) else None


def _states_of(reading: Reading, sentence: SentenceReading) -> set[str]:
    """Return the state whose army or police alone the source names, where the sentence has one of its bodies speak."""
    return set() if sentence.words.isdisjoint(force_words("unowned")) else _forces_of(reading)


def _is_force(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell whether a body besides a bare state is named whose troops there could be."""
    return mention.actor.kind is not ActorKind.STATE and force_in(sentence, mention.first, mention.last) is not None


def _forces_of(reading: Reading) -> set[str]:
    """Return the states whose armies or police the source names."""
    return {
        m.actor.country
        for s in reading.sentences
        for m in s.actors
        if m.actor.kind is ActorKind.FORCE and m.actor.country is not None
    }
