"""Undergoers: what an event hit by grammar, where nothing aims at it.

"The shelling of a village", "the town saw air strikes", "was rocked on Monday by two explosions", "a blast near a
bank".
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.hit_by_blast import thing_beside
from analysis.coding.attacks.clauses.past_doers import find_hit_past_doer
from analysis.coding.attacks.nouns import before_time, lemma, outer
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_hit(phrases: Phrases, group: NounGroup, kind: AttackType, aim: NounGroup | None) -> NounGroup | None:
    """Return what an event of a type hit: its aim, unless that is only where; of a bombing also what it was near."""
    if aim is not None and lemma(phrases, aim) not in words().grounds:
        return aim
    found = find_hit_past_doer(phrases, group) or _undergoer(phrases, group) or _struck_by(phrases, group)
    found = found or _sufferer(phrases, group) or _what_was_target(phrases, group)
    beside = kind is AttackType.BOMBING and is_new(phrases, group)
    return found or (thing_beside(phrases, group.last) if beside else None) or aim


def is_new(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "a blast" from "the blast", of which more is told than what it was near."""
    return phrases.sentence.tokens[group.first].lower not in {"the", "this", "that"}


def _undergoer(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return whom or what "the shelling of a village", "the massacre of the monks" names as hit."""
    after = phrases.noun_behind(group.last, "of")
    if after is None or lemma(phrases, group) not in words().undergone or after.temporal:
        return None
    doer = words().spans | words().movements | {"force", "forces", "army"}  # "the shelling of the factions on …"
    named = phrases.tags[after.head] in {Tag.NOUN, Tag.PROPER}
    return after if named and lemma(phrases, after) not in doer else None


def _sufferer(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return the places of "several towns witnessed shelling", "saw, on Monday, air strikes"."""
    i = group.first - 1
    while i > 0 and not isinstance(phrases.at[i], VerbGroup):
        before = phrases.at[i]
        if isinstance(before, NounGroup) and not before.temporal:
            return None
        i = (before.first if isinstance(before, NounGroup) else i) - 1
    verb = phrases.at[i] if i > 0 else None
    if not isinstance(verb, VerbGroup) or (verb.passive and verb.finite) or verb.lemma not in _SEEING:
        return None
    subject = subject_of(phrases, verb) if group.preposition is None else None
    return subject if subject is not None and lemma(phrases, subject) in words().sites else None


_SEEING = frozenset({"witness", "see", "experience", "endure", "suffer", "face"})


def _struck_by(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return what "was hit by missile strikes", "was targeted in two raids", past what counts the event."""
    around = outer(phrases, group)
    by = around.preposition
    word = phrases.sentence.tokens[by].lower if by else ""
    verb = phrases.at[before_time(phrases, by - 1)] if by and word in {"by", "in"} else None
    hitting = words().landing | words().ruining | words().plaguing if word == "by" else words().verbs.keys()
    if not isinstance(verb, VerbGroup) or not verb.passive or verb.lemma not in hitting:
        return None
    return subject_of(phrases, verb) if verb.lemma not in words().harming | {"leave", "claim"} else None


def _what_was_target(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return what "the target of the strike was", or what "was the target of" it."""
    whole = outer(phrases, group)
    before = phrases.at[whole.preposition - 1] if whole.preposition else None
    if not isinstance(before, NounGroup) or lemma(phrases, before) != "target":
        return None
    for verb in phrases.verbs:
        if verb.lemma == "be" and verb.first > group.last and subject_of(phrases, verb) is before:
            return object_of(phrases, verb)
        if verb.lemma == "be" and object_of(phrases, verb) is before:
            return subject_of(phrases, verb)
    return None
