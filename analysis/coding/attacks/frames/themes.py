"""Themes: whose attacks a passage is about, where it goes on to one whose doer goes without saying.

"The army has also stepped up its raids. On Tuesday, air strikes on a market killed nine", "The X group used to …. In
recent years its attacks have become bigger. In August a bomber rammed …". Only the next two sentences of the paragraph
are read so, and only where they name no doer.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.clauses.groups_again import find_own_state
from analysis.coding.attacks.doers.doer import GROUP_KINDS, Doer, actors_in, extent_of, most_specific, to_doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

#: sentences from the theme to what goes on from it, and tokens from its verb to the attacks
_REACH, _NEAR = 2, 7


def with_theme(frame: Frame) -> Frame:
    """Give an attack whose sentence names no doer the one whose attacks the sentences before it are about."""
    sentence = frame.mention.sentence
    opened = any(d.first <= 1 for d in sentence.dates)
    if frame.doer is not None or frame.definite or not opened or sentence.sentence.headline:
        return frame
    here = sentence.before
    for _ in range(_REACH):
        if here is None or here.sentence.paragraph != sentence.sentence.paragraph:
            return frame
        doer = _find_theme(here)
        if doer is not None:
            return replace(frame, doer=doer)
        here = here.before
    return frame


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
            return _doer(sentence, subject)
    return None


def _tells_of_attacks(sentence: SentenceReading, verb: VerbGroup) -> bool:
    near = (g for g in sentence.phrases.nouns if 0 < g.first - verb.last <= _NEAR)
    return any(_is_of_force(sentence, g) for g in near)


def _is_of_force(sentence: SentenceReading, group: NounGroup) -> bool:
    phrases = sentence.phrases
    return lemma(phrases, group) in words().events or weapon_type(phrases, group) is not None


def _doer(sentence: SentenceReading, subject: NounGroup) -> Doer | None:
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
