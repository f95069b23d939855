"""Themes: whose attacks a passage is about, where it goes on to one whose doer goes without saying.

"The army has also stepped up its raids. On Tuesday, air strikes on a market killed nine", "The X group used to …. In
recent years its attacks have become bigger. In August a bomber rammed …", "X has carried out a string of attacks. On
Friday a mine tore through a bus". Only the next sentences of the paragraph are read so, only where they name no doer,
and where what was done is what such a doer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.groups_again import find_own_state
from analysis.coding.attacks.doers.doer import GROUP_KINDS, Doer, actors_in, extent_of, most_specific, to_doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma, platform_of, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType, Attribution
from analysis.language.dates import Relation
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

#: sentences from the theme to what goes on from it, and tokens from its verb to the attacks
_REACH, _NEAR = 2, 7
#: attacks back to the run of which one is an example
_RUN = 4


def with_theme(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give an attack whose sentence names no doer the one whose attacks the sentences `before` it are about."""
    sentence = frame.mention.sentence
    opened = any(d.first <= 1 for d in sentence.dates)
    if frame.doer is not None or frame.definite or not opened or sentence.sentence.headline:
        return frame
    doer = _find_run(frame, before) or _find_growing(sentence)
    return replace(frame, doer=doer) if doer is not None else frame


def _find_growing(sentence: SentenceReading) -> Doer | None:
    """Find whose attacks the sentences right before one, in its paragraph, say to have grown."""
    here = sentence.before
    for _ in range(_REACH):
        if here is None or here.sentence.paragraph != sentence.sentence.paragraph:
            return None
        doer = _find_theme(here)
        if doer is not None:
            return doer
        here = here.before
    return None


def _find_run(frame: Frame, before: Sequence[Frame]) -> Doer | None:
    """Return who is said to have carried out the run of attacks of which this one, told right after, is an example."""
    sentence = frame.mention.sentence.sentence
    for told in reversed(before[-_RUN:]):
        doer, here = told.doer, told.mention.sentence.sentence
        if here.paragraph != sentence.paragraph or doer is None or doer.name is None:
            return None
        if told.series and not (told.definite and told.mention.event is not None):
            plain = doer.attribution in {Attribution.STATED, Attribution.CLAIMED} and not doer.blamed
            return doer if plain and _is_run(told) and _may_have_done(doer, frame) else None
    return None


def _is_run(told: Frame) -> bool:
    """Tell "a string of attacks", "31 attacks since May", which went on, from "two strikes"."""
    since = told.date is not None and told.date.relation is Relation.SINCE
    return since or told.count is None or told.count.low != told.count.high


def _may_have_done(doer: Doer, frame: Frame) -> bool:
    """Tell whether a state's jets, or a band's gunmen and mines, are what a sentence tells of."""
    group, phrases = frame.mention.doer, frame.mention.sentence.phrases
    by_hand = group is not None and lemma(phrases, group) in words().nobody | words().known_doers
    if doer.is_state or doer.coalition:
        return frame.type not in _OF_BANDS and not by_hand
    flown = group is not None and platform_of(phrases, group) in _OF_STATES
    return frame.type not in _OF_STATES and not flown


_OF_BANDS = frozenset({AttackType.BOMBING, AttackType.SHOOTING, AttackType.ASSAULT, AttackType.ASSASSINATION})
_OF_STATES = frozenset({AttackType.AIR_STRIKE, AttackType.ARTILLERY})


def _find_theme(sentence: SentenceReading) -> Doer | None:
    """Find whose attacks a sentence says to have grown, or None."""
    if sentence.words.isdisjoint(words().growing_forms):
        return None
    for verb in sentence.phrases.verbs:
        if verb.lemma not in words().growing or verb.negated or verb.passive:
            continue
        subject = subject_of(sentence.phrases, verb)
        if subject is None:
            continue
        own = sentence.sentence.tokens[subject.first].lower in {"its", "their"}
        if own and _is_of_force(sentence, subject) and verb.lemma in {"become", "grow", "increase", "intensify"}:
            return _named_before(sentence)
        if _tells_of_attacks(sentence, verb):
            return _doer_of_subject(sentence, subject)
    return None


def _tells_of_attacks(sentence: SentenceReading, verb: VerbGroup) -> bool:
    near = (g for g in sentence.phrases.nouns if 0 < g.first - verb.last <= _NEAR)
    return any(_is_of_force(sentence, g) for g in near)


def _is_of_force(sentence: SentenceReading, group: NounGroup) -> bool:
    phrases = sentence.phrases
    return lemma(phrases, group) in words().events or weapon_type(phrases, group) is not None


def _doer_of_subject(sentence: SentenceReading, subject: NounGroup) -> Doer | None:
    named = most_specific(actors_in(sentence, *extent_of(sentence, subject)))
    if named is not None:
        return to_doer(named, Attribution.STATED)
    state = find_own_state(sentence, subject)
    return Doer(state, Attribution.STATED, None, is_state=True) if state else None


def _named_before(sentence: SentenceReading) -> Doer | None:
    """Return the group of "its attacks", named in the sentence before."""
    before = sentence.before
    groups = [m for m in before.actors if m.actor.kind in GROUP_KINDS and m.actor.is_armed] if before else []
    return to_doer(groups[0], Attribution.STATED) if groups else None
