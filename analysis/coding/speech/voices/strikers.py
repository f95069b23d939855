"""Strikers: the state whose "military" tells of its own strike, or of its own soldiers, in a land that has an army."""

from __future__ import annotations

from functools import cache

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import cue_verbs, frames
from analysis.coding.speech.voices.nearby import strikes
from analysis.language.actors import ActorForm, ActorMention
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: sentences back in which the strike is told
_BACK = 2
_FORCES = frozenset({"forces", "troops", "soldiers", "fighters", "pilots", "navy", "gunners"})


def state_striking(reading: Reading, sentence: SentenceReading, first: int, end: int) -> str | None:
    """Return the state that struck, where the army at tokens first to end tells of the strike as its own, or None.

    "An Alerian strike hit the port. *The military* said it had targeted a depot", "Alerian jets hit a house that *the
    army* said was a depot", not "*The army* said two of its men were hurt".
    """
    if not _is_own(sentence, first, end):
        return None
    for number in range(sentence.number, max(sentence.number - _BACK - 1, -1), -1):
        other = reading.sentences[number]
        for mention in reversed(other.actors):
            before = number < sentence.number or mention.last < first
            if before and mention.form is ActorForm.DEMONYM and strikes(other, mention.last):
                return mention.actor.country
    return None


def condemned(reading: Reading, sentence: SentenceReading) -> frozenset[str]:
    """Return the states whose strikes are told of where somebody condemns them, who is of none of these."""
    if not any(v.lemma in _condemning() for v in sentence.phrases.verbs):
        return frozenset()
    near = reading.sentences[max(sentence.number - _BACK, 0) : sentence.number + 1]
    told = (m for s in near for m in s.actors if m.form is ActorForm.DEMONYM and strikes(s, m.last))
    return frozenset(m.actor.country for m in told if m.actor.country is not None)


@cache
def _condemning() -> frozenset[str]:
    return frozenset(read_vocabulary("acts")["verbs"]["condemns"])


def _is_own(sentence: SentenceReading, first: int, end: int) -> bool:
    """Tell whether what is said behind a speaker is a deed of his, or of what his strike hit."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    said = next((v for v in phrases.verbs if v.first > end), None)
    if said is None or said.lemma not in cue_verbs():
        return False
    if first > 1 and phrases.tags[first - 1] is Tag.RELATIVE:
        return True
    subject = next((k for k in range(said.last + 1, len(tokens)) if tokens[k].lower in {"it", "its"}), None)
    if subject is None or any(v.finite and said.last < v.first < subject for v in phrases.verbs):
        return False
    deed = next((v for v in phrases.verbs if v.first > subject), None)
    if deed is None or deed.passive or deed.lemma not in frames()["harming"]:
        return False
    armed = tokens[deed.first - 1].lower in frames()["weapons"] | _FORCES
    return deed.first == subject + 1 or (tokens[subject].lower == "its" and armed)


def state_of_soldiers(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the state whose soldiers a sentence tells of, its own ones to the army at tokens first to last, or None.

    "A bomb killed two *Alerian soldiers*, the military said", unless forces or weapons of another state are told of.
    """
    before = [m for m in sentence.actors if m.last < first]
    told = before or [m for m in sentence.actors if m.first > last]
    soldiers = {m.actor.country for m in told if is_of_soldiers(sentence, m)}
    others = {m.actor.country for m in told if m.form is ActorForm.DEMONYM and strikes(sentence, m.last)}
    return soldiers.pop() if len(soldiers) == 1 and others <= soldiers else None


def is_of_soldiers(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell the state of "*Alerian* soldiers", "an *Alerian* service member"."""
    group = sentence.phrases.at[mention.last]
    if not isinstance(group, NounGroup) or mention.form is not ActorForm.DEMONYM:
        return False
    tokens = sentence.sentence.tokens
    head = tokens[group.head].lower
    return head in titles()["soldiers"] or (head in _MEMBERS and tokens[group.head - 1].lower == "service")


_MEMBERS = frozenset({"member", "members"})
