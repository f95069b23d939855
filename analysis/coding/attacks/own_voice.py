"""Own voice: what a monitor or an agency says of itself on its own page ("Observatory activists reported"), which is
what the source says and no claim of somebody else."""

from __future__ import annotations

from functools import lru_cache

from analysis.coding.reading import SentenceReading
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind, find_actors
from analysis.language.dates import DateMention
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.text.sentences import find_sentences
from analysis.sources.source import Source


def find_own_name(source: Source) -> str | None:
    """Return the canonical name of the monitor or outlet that published a source, or None where it is on no list."""
    return _publisher_named(source.outlet) if source.outlet else None


@lru_cache(maxsize=256)
def _publisher_named(outlet: str) -> str | None:
    found = [m.actor for s in find_sentences(outlet) for m in find_actors(s)]
    return next((actor.name for actor in found if actor.kind in _PUBLISHING), None)


_PUBLISHING = frozenset({ActorKind.MONITOR, ActorKind.OUTLET, ActorKind.NGO})


def is_own_voice(utterance: Utterance, sentence: SentenceReading, name: str | None) -> bool:
    """Tell an utterance of the publisher `name` in its sentence: "X sources told us", "an X reporter said"."""
    if name is None or utterance.official:
        return False
    first, last = utterance.speaker_span
    return any(m.actor.name == name and first <= m.start and m.end <= last for m in sentence.actors)


def is_day_of_report(sentence: SentenceReading, date: DateMention, verb: VerbGroup) -> bool:
    """Tell the day on which the publisher told of an attack first ("On May 2, our reporter said that"): it was then.

    A day on which it told how many had died, and hours that only say what it told last, are none.
    """
    name, subject = find_own_name(sentence.source), subject_of(sentence.phrases, verb)
    if name is None or subject is None or "ago" in date.text.lower().split():
        return False
    if any(v.lemma in _RISING for v in sentence.phrases.verbs):
        return False
    return any(m.actor.name == name and subject.first <= m.first <= subject.last for m in sentence.actors)


_RISING = frozenset({"rise", "increase", "climb", "reach", "grow", "jump"})
