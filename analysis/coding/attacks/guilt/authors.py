"""Authors: sentences after an attack that only say whose deed it was.

"It was carried out by X", "the bomb was planted by X", "X said it had planted the bomb", "the gunmen belonged to X",
"the shells came from X's positions". Who says so accuses; X himself claims; where nobody does, the source states it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.grammar import agent_of, find_hearsay
from analysis.coding.attacks.clauses.groups_again import find_own_state
from analysis.coding.attacks.doers.doer import Doer, actor_of, actors_in, most_specific, to_doer
from analysis.coding.attacks.doers.launchers import are_of_group
from analysis.coding.attacks.guilt.passage import Guilt, claimed_by_speaker, is_own, printed, speaker_at
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind, ActorMention
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def find_done(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find whose deed an attack was that a sentence only points back to: "it was carried out by X", "it fired them"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        told = find_hearsay(phrases, verb)  # "it *is said* to have been carried out"
        if verb.lemma not in guilt_words()["doing"] or verb.negated or verb.modal or not (verb.finite or told):
            continue
        if verb.passive:
            agent = (
                agent_of(phrases, verb.last) if _is_attack_told(sentence, subject_of(phrases, told or verb)) else None
            )
            doer = (
                _named_by_speaker(sentence, verb, _doer_behind_by(sentence, agent), utterances)
                if agent is not None
                else None
            )
            if told and doer is not None and doer.attribution is Attribution.STATED:
                doer = replace(doer, attribution=Attribution.ACCUSED)
            last = agent.last if agent is not None else verb.last
        else:
            thing, who = object_of(phrases, verb), subject_of(phrases, verb)
            known, start = (
                who is not None and _is_attack_told(sentence, thing),
                sentence.sentence.tokens[verb.head].start,
            )
            if known and who is not None and _is_speaker(sentence, who):
                doer = claimed_by_speaker(sentence, start, utterances)
            else:
                doer = (
                    _named_by_speaker(sentence, verb, _doer_behind_by(sentence, who), utterances)
                    if known and who is not None
                    else None
                )
            last = thing.last if thing is not None else verb.last
        if doer is not None:
            yield Guilt(sentence, doer, verb.first, last)


def _is_attack_told(sentence: SentenceReading, thing: NounGroup | None) -> bool:
    """Tell "it", "them", "the bomb", "the killings": an attack, or its weapon, told before."""
    if thing is None:
        return False
    phrases, first = sentence.phrases, sentence.sentence.tokens[thing.first].lower
    if thing.first == thing.last:
        return first in {"it", "them", "they", "this", "both"}
    named = is_event(phrases, thing) or weapon_type(phrases, thing) is not None
    return first in {"the", "this", "that", "these", "those"} and (
        named or lemma(phrases, thing) in guilt_words()["adopted"] | guilt_words()["laid_events"]
    )


def _is_speaker(sentence: SentenceReading, who: NounGroup) -> bool:
    """Tell "it", "we", "its men", who are of the side that speaks."""
    tokens = sentence.sentence.tokens
    if who.first == who.last:
        return tokens[who.head].lower in {"it", "they", "we"}
    return is_own(sentence, who) or are_of_group(sentence, who)


def _doer_behind_by(sentence: SentenceReading, group: NounGroup) -> Doer | None:
    """Return whom a group behind "by" names: an actor, or the state whose "government forces" are meant."""
    actor = actor_of(sentence, group)
    if actor is not None:
        return to_doer(actor, Attribution.STATED)
    state = find_own_state(sentence, group)
    return Doer(state, Attribution.STATED, None, is_state=True) if state else None


def _named_by_speaker(
    sentence: SentenceReading, verb: VerbGroup, doer: Doer | None, utterances: Sequence[Utterance]
) -> Doer | None:
    """Return a doer as he is named by whoever speaks: suspected where the words doubt, else accused or stated."""
    if doer is None:
        return None
    by = speaker_at(sentence, verb.head, utterances)
    before = {t.lower for t in sentence.sentence.tokens[max(0, verb.first - _NEAR) : verb.last + 1]}
    doubt = bool(before & (guilt_words()["doubt"] | guilt_words()["reckoning"]))
    own = claimed_by_speaker(sentence, sentence.sentence.tokens[verb.head].start, utterances) if not doubt else None
    if own is not None and own.name == doer.name:
        return own
    kind = Attribution.SUSPECTED if doubt else Attribution.ACCUSED if by else Attribution.STATED
    return replace(doer, attribution=kind, by=by)


#: tokens before a verb in which a word of doubt is of it
_NEAR = 6


def find_members(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find whose men they were: "the gunmen belonged to X", "attackers, identified by witnesses as fighters of X"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        actor = _group_of(sentence, verb)
        if actor is None:
            continue
        doer = _named_by_speaker(sentence, verb, to_doer(actor, Attribution.STATED), utterances)
        agent = agent_of(phrases, verb.last) if verb.lemma in guilt_words()["naming"] else None
        if agent is not None and doer is not None:
            doer = to_doer(actor, Attribution.ACCUSED, printed(sentence, agent))
        if doer is not None:
            yield Guilt(sentence, doer, verb.first, actor.last)


def _group_of(sentence: SentenceReading, verb: VerbGroup) -> ActorMention | None:
    """Return X of "the attackers, who are suspected of belonging to X", "the gunmen were from X"."""
    named = verb.lemma in guilt_words()["naming"]
    reckoned = verb.passive and (named or verb.lemma in guilt_words()["believed"])
    if verb.negated or not (reckoned or verb.lemma in {"belong", "be"}) or not _are_culprits(sentence, verb, reckoned):
        return None
    tokens, i = sentence.sentence.tokens, verb.last + 1
    actors = {m.first for m in sentence.actors}
    leading = guilt_words()["owning"] | guilt_words()["siding"] | {"have", "as"}
    agent = agent_of(sentence.phrases, verb.last) if named else None
    i = agent.last + 1 if agent is not None else i
    start = i
    while i < len(tokens) and tokens[i].lower in leading and i not in actors:
        i += 1
    tied = verb.lemma == "belong" or any(t.lower in _TIES for t in tokens[start:i])
    who = sentence.phrases.at[i] if tied and i < len(tokens) else None
    actor = actor_of(sentence, who) if isinstance(who, NounGroup) else None
    return actor if reckoned or (actor is not None and actor.actor.kind in _BANDS) else None


def _are_culprits(sentence: SentenceReading, verb: VerbGroup, reckoned: bool) -> bool:
    """Tell whether a verb is said of those who did it: "the killers", and of those in arms whom somebody reckons."""
    phrases = sentence.phrases
    culprits = words().known_doers | guilt_words()["culprits"]
    if reckoned and not verb.finite:
        between = [v for v in phrases.verbs if v.finite and v.last < verb.first]
        start = between[-1].last if between else -1
        before = [g for g in phrases.nouns if start < g.first and g.last < verb.first]
        return any(lemma(phrases, g) in culprits | words().armed for g in before)
    who = subject_of(phrases, verb)
    if who is None or (not reckoned and sentence.sentence.tokens[who.first].lower not in {"the", "both", "these"}):
        return False
    return lemma(phrases, who) in culprits | (words().armed | {"they"} if reckoned else frozenset())


def find_origin(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find whose ground the rounds came from: "the shells came from X's positions"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        source = phrases.at[verb.last + 2] if verb.last + 2 < len(phrases.at) else None
        if verb.lemma not in _COMING or verb.negated or not isinstance(source, NounGroup):
            continue
        what, ground = subject_of(phrases, verb), lemma(phrases, source) in guilt_words()["posts"]
        from_there = sentence.sentence.tokens[verb.last + 1].lower == "from" and ground
        actor = most_specific(actors_in(sentence, source.first, source.head)) if from_there else None
        doer = (
            _named_by_speaker(sentence, verb, to_doer(actor, Attribution.STATED), utterances)
            if actor is not None
            else None
        )
        if doer is not None and (_is_attack_told(sentence, what) or (what and weapon_type(phrases, what) is not None)):
            yield Guilt(sentence, doer, verb.first, source.last)


_COMING = frozenset({"come", "originate", "fire", "launch"})
_BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY, ActorKind.GENERIC})
_TIES = frozenset({"belonging", "belong", "be", "from", "members", "linked", "affiliated", "allied", "loyal"})
