"""Whose troops words that name nobody point back to: "it", "its mission", "the guerrilla", "alliance troops"."""

from __future__ import annotations

from analysis.coding.casualties.people.context import regime_of
from analysis.coding.casualties.people.possessors import body_before, body_of_sentence_before
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def group_that_has(reading: Reading, sentence: SentenceReading, people: People, cue: Cue) -> str | None:
    """Return the armed group that "it" stands for: "the ministry says it has 350 fighters in Arauca"."""
    tokens = sentence.sentence.tokens
    subject = subject_of(sentence.phrases, cue.verb) if cue.verb is not None and cue.rule == "object" else None
    if subject is None or tokens[subject.head].lower != "it" or tokens[people.last].lower not in _IRREGULAR:
        return None
    speaker = speaker_behind(sentence, subject)
    if speaker is not None and _group_in(sentence, speaker):
        return None
    body = body_of_sentence_before(sentence) if sentence.number else None
    if body is not None and body.armed_group:
        return body.name
    return _last_group(reading, sentence, tokens[subject.first].start)


_IRREGULAR = frozenset({"fighters", "militants", "rebels", "insurgents", "jihadists", "guerrillas", "combatants"})


def _group_in(sentence: SentenceReading, group: NounGroup) -> bool:
    return any(m.actor.kind in _GROUPS and group.first <= m.first <= group.last for m in sentence.actors)


def by_antecedent(sentence: SentenceReading, people: People) -> str | None:
    """Return the force of "its training mission, 450 strong", where the sentence before names one."""
    if sentence.sentence.tokens[people.first].lower not in {"its", "their"}:
        return None
    body = body_before(sentence, people.first)
    if body is not None:
        return body.country or (body.name if body.named else None)
    earlier = sentence.before
    verb = earlier.phrases.verbs[0] if earlier is not None and earlier.phrases.verbs else None
    subject = subject_of(earlier.phrases, verb) if earlier is not None and verb is not None else None
    return force_in(earlier, subject.first, subject.last) if earlier is not None and subject is not None else None


def by_name(reading: Reading, sentence: SentenceReading, people: People) -> str | None:
    """Return who are called by no name of their own: "alliance troops" of NATO, peacekeepers of the United Nations, the
    rebels of the one group named, a regime's soldiers.
    """
    words = {t.lower for t in sentence.sentence.tokens[people.first : people.last + 1]}
    called = next((force for word, force in _CALLED.items() if word in words), None)
    told = reading.sentences[max(0, sentence.number - _FAR) : sentence.number + 2]
    if called is not None and any(called == m.actor.name for s in told for m in s.actors):
        return called
    if not words.isdisjoint(_IRREGULAR):
        return _only_band(reading, sentence)
    return regime_of(reading, sentence) if "regime" in words else None


def _only_band(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return the one armed group that the source has named not long before: "some 900 rebels are camped in Apure"."""
    told = reading.sentences[max(0, sentence.number - _FAR) : sentence.number + 1]
    bands = {m.actor.name for s in told for m in s.actors if m.actor.kind in _GROUPS}
    return bands.pop() if len(bands) == 1 else None


_CALLED = {"alliance": "NATO", "peacekeepers": "United Nations", "helmets": "United Nations"}


def _last_group(reading: Reading, sentence: SentenceReading, start: int) -> str | None:
    """Return the armed group last named before an offset."""
    for number in range(sentence.number, max(-1, sentence.number - _FAR), -1):
        for mention in reversed(reading.sentences[number].actors):
            if mention.actor.kind in _GROUPS and mention.start < start:
                return mention.actor.name
    return None


def group_before(reading: Reading, sentence: SentenceReading, subject: NounGroup) -> str | None:
    """Return the armed group last named for one that "the" points back to: "the guerrilla has 900 fighters"."""
    tokens = sentence.sentence.tokens
    if tokens[subject.first].lower != "the" or subject.last - subject.first != 1:
        return None
    if tokens[subject.head].lower not in force_words("unnamed_groups"):
        return None
    return _last_group(reading, sentence, tokens[subject.first].start)


def force_pointed(reading: Reading, sentence: SentenceReading, subject: NounGroup) -> str | None:
    """Return whose force a subject without a name points back to: "the guerrilla", "the mission", "it"."""
    if sentence.sentence.tokens[subject.head].lower in {"it", "they"}:
        return _of_subject_before(reading, sentence) or only_mission_before(sentence)
    return group_before(reading, sentence, subject) or mission_before(reading, sentence, subject)


def _of_subject_before(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return the force that the sentence before is about: "UNMISS guards the camp. *It* has 1,400 men there"."""
    earlier = sentence.before
    for _ in range(_NEAR):
        verb = next((v for v in earlier.phrases.verbs if v.finite), None) if earlier is not None else None
        subject = subject_of(earlier.phrases, verb) if earlier is not None and verb is not None else None
        if earlier is None or subject is None:
            return None
        if earlier.sentence.tokens[subject.head].lower not in {"it", "they"}:
            force = force_in(earlier, subject.first, subject.last, metonyms=True)
            return force or force_pointed(reading, earlier, subject)
        earlier = earlier.before
    return None


def mission_before(reading: Reading, sentence: SentenceReading, subject: NounGroup) -> str | None:
    """Return the mission last named for one that "the" points back to: "the force has 900 peacekeepers"."""
    tokens = sentence.sentence.tokens
    if tokens[subject.first].lower not in {"the", "its", "that", "this"} or subject.last - subject.first != 1:
        return None
    if tokens[subject.head].lower not in force_words("missions"):
        return None
    start, body = tokens[subject.first].start, None
    for number in range(sentence.number, max(-1, sentence.number - _NEAR), -1):
        for mention in reversed(reading.sentences[number].actors):
            if mention.actor.kind in _MISSIONS and mention.start < start:
                force = force_in(reading.sentences[number], mention.first, mention.last)
                if force != _UN:
                    return force
                body = body or force  # whose mission it is, where none is named
    return body


def only_mission_before(sentence: SentenceReading) -> str | None:
    """Return the one mission of states that the sentence before names: "hit the UN mission. *It* has 900 troops"."""
    earlier = sentence.before
    told = [m for m in earlier.actors if m.actor.kind in _MISSIONS] if earlier is not None else []
    named = {force_in(earlier, m.first, m.last) for m in told} if earlier is not None else set()
    return named.pop() if len(named) == 1 else None


_UN = "United Nations"
_MISSIONS = frozenset({ActorKind.UN, ActorKind.COALITION})
#: sentences back to which "the mission" may point
_NEAR = 4
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
#: sentences back to which "the group" may point
_FAR = 12


def speaker_behind(sentence: SentenceReading, pronoun: NounGroup) -> NounGroup | None:
    """Return the subject of the verb right before "it", or before "that it"; else of the last verb before."""
    at, i = sentence.phrases.at, pronoun.first - 1
    if i > 0 and sentence.sentence.tokens[i].lower in {"that", ","}:
        i -= 1
    if i > 0 and sentence.sentence.tokens[i].lower == "where":
        main = next((v for v in sentence.phrases.verbs if v.finite and v.last < i), None)
        return subject_of(sentence.phrases, main) if main is not None else None  # "leaves Thule, where it has 80 men"
    when = at[i] if i > 0 else None
    if isinstance(when, NounGroup) and when.temporal:
        i = (when.first if when.preposition is None else when.preposition) - 1  # "said on Monday that it"
    verb = at[i] if i >= 0 else None
    return subject_of(sentence.phrases, verb) if isinstance(verb, VerbGroup) else None
