"""Stances: what a speaker says of states tells whether he is of one of them.

Who says what a state will do, or asks something of its people, speaks for it; who blames it, warns it, visits it or
condemns its strikes is of another.
"""

from __future__ import annotations

from functools import cache

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import cue_verbs, frames
from analysis.coding.speech.voices.nearby import strikes
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.vocabulary import read_vocabulary

#: sentences back in which a strike that is condemned is told
_CONDEMNED = 2


def state_of_own(sentence: SentenceReading) -> str | None:
    """Return the state of which a speaker tells what it will do: "said *Aleria* would not stand by", or None.

    Who says so of a state speaks for it, unless he warns it; so does who speaks to its people, "urged *Alerians* to".
    """
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    for mention in sentence.actors:
        if _is_addressed(sentence, mention):
            return mention.actor.country
        k = mention.first - 1 - (tokens[mention.first - 1].lower == "the")
        if mention.actor.kind is not ActorKind.STATE or mention.form is ActorForm.DEMONYM or k < 1:
            continue
        k -= tokens[k].lower == "that"
        cue = next((v for v in reversed(phrases.verbs) if v.last <= k), None)
        modal = tokens[min(mention.last + 1, len(tokens) - 1)].lower in _WILL
        does = phrases.at[min(mention.last + 1, len(tokens) - 1)]
        fated = isinstance(does, VerbGroup) and does.lemma in titles()["fated"]
        if not modal or fated or cue is None or cue.lemma in frames()["facing"] or cue.lemma not in cue_verbs():
            continue
        told = [i for i in range(cue.last + 1, k + 1) if tokens[i].lower != "that"]
        if all(isinstance(phrases.at[i], NounGroup) for i in told):  # "*told MPs* that Aleria would"
            return mention.actor.country
    return None


def _is_addressed(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell people of a state whom somebody tells or asks something: "urged *Alerians* to", "called on *Alerians*"."""
    i, phrases = mention.first, sentence.phrases
    group = phrases.at[i]
    people = mention.form is ActorForm.DEMONYM and isinstance(group, NounGroup) and group.first == group.head == i
    if not people or i < 1 or not sentence.sentence.tokens[i].lower.endswith("s"):
        return False
    verb = phrases.at[i - 1] or (phrases.at[i - 2] if i > 1 else None)  # "called *on* Alerians"
    return isinstance(verb, VerbGroup) and verb.lemma in cue_verbs() and not verb.passive


_WILL = frozenset({"will", "would", "reserved", "reserves"})


def visited(sentence: SentenceReading) -> frozenset[str]:
    """Return the states that somebody is on a visit to ("visiting *Aleria City*"), who is then of another."""
    if sentence.words.isdisjoint(_VISITS):
        return frozenset()
    tokens = sentence.sentence.tokens
    named = [(m.first, m.actor.country) for m in sentence.actors]
    named += [(m.first, m.place.country) for m in sentence.places]
    near = ((tokens[max(i - _NEAR_VISIT, 0) : i], state) for i, state in named if state is not None)
    return frozenset(state for before, state in near if any(t.lower in _VISITS for t in before))


_VISITS = frozenset({"visit", "visiting", "trip", "tour", "touring", "stopover"})
_NEAR_VISIT = 3


def foes(reading: Reading, sentence: SentenceReading) -> frozenset[str]:
    """Return the states that somebody blames, warns, condemns or says to have attacked, who is of none of these."""
    states = {m.actor.country for m in sentence.actors if _is_faced(sentence, m) or _is_wronging(sentence, m)}
    return frozenset(state for state in states if state is not None) | _condemned(reading, sentence)


def _is_faced(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell a state, or what is of it, that somebody blames or warns: "blamed *X*", "accused *X forces* of"."""
    group = sentence.phrases.at[mention.first]
    first = group.first if isinstance(group, NounGroup) else mention.first
    verb = sentence.phrases.at[first - 1] if first else None
    if not isinstance(verb, VerbGroup) or verb.infinitive or verb.lemma not in frames()["facing"]:
        return False
    if mention.actor.kind in _REBELS or _is_of_another(sentence, verb):
        return False
    return not _is_addressed(sentence, mention)


def _is_of_another(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell a verb in what somebody says, with a subject of its own: "said *the rebels* had attacked Aleria"."""
    said = next((v for v in reversed(sentence.phrases.verbs) if v.last < verb.first and v.lemma in cue_verbs()), None)
    if said is None or not said.finite or verb.gerund:
        return False
    told = (g for g in sentence.phrases.nouns if said.last < g.first and verb.first - 2 <= g.last < verb.first)
    return any(g.preposition is None and not g.bare and not g.temporal for g in told)


_REBELS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})


def _is_wronging(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell the state that a speaker says to have done wrong: "said *Aleria* had violated the truce"."""
    phrases, group = sentence.phrases, sentence.phrases.at[mention.last]
    if not isinstance(group, NounGroup) or group.preposition is not None or group.first < 1:
        return False
    does = phrases.at[min(group.last + 1, len(sentence.sentence.tokens) - 1)]
    if not isinstance(does, VerbGroup) or does.passive or does.lemma not in frames()["wronging"]:
        return False
    k = group.first - 1 - (sentence.sentence.tokens[group.first - 1].lower == "that")
    said = phrases.at[max(k, 0)]
    return isinstance(said, VerbGroup) and said.lemma in cue_verbs()


def _condemned(reading: Reading, sentence: SentenceReading) -> frozenset[str]:
    """Return the states whose strikes are told of where somebody condemns them, who is of none of these."""
    if not any(v.lemma in _condemning() for v in sentence.phrases.verbs):
        return frozenset()
    near = reading.sentences[max(sentence.number - _CONDEMNED, 0) : sentence.number + 1]
    told = (m for s in near for m in s.actors if m.form is ActorForm.DEMONYM and strikes(s, m.last))
    return frozenset(m.actor.country for m in told if m.actor.country is not None)


@cache
def _condemning() -> frozenset[str]:
    return frozenset(read_vocabulary("acts")["verbs"]["condemns"])
