"""Retaliating: what somebody answered with, where no other verb tells of an attack: "retaliated with 300 drones"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.answering import RESPONDING
from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import members, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup


def find_retaliation(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "Iran retaliated on Monday with more than 300 drones", "the army responded with artillery shells"."""
    phrases = sentence.phrases
    if verb.lemma not in RESPONDING or verb.passive or is_unreal(phrases, verb, None):
        return None
    stop = next((v.first for v in phrases.verbs if v.first > verb.last), len(phrases.at))
    for group in phrases.nouns:
        if verb.last < group.first < stop and group.preposition is not None:
            thing = members(phrases, group)
            weapon = weapon_type(phrases, thing) if thing is not None else None
            if phrases.sentence.tokens[group.preposition].lower == "with" and thing is not None and weapon is not None:
                doer = subject_of(phrases, verb)
                return Mention(sentence, thing, verb, thing, doer, aim_of(phrases, thing.last), weapon, "weapon-fired")
    return None
