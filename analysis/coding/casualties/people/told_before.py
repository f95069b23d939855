"""Who people are whom a word points back to: "Four of them", "three of the soldiers", after "Danish soldiers crossed".

The sentence before must tell of people of one kind alone, dead or not; a noun must be the same as there.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.casualties.people.those_hit import tells_of_harm
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.language.grammar.phrases import NounGroup
from analysis.language.text.forms import is_plural

_THOSE = frozenset({"them", "these", "those"})
#: tokens within which "Of them" or "At least four of them" opens a sentence
_OPENING = 6


def of_those_told(sentence: SentenceReading, victims: Victims) -> Victims:
    """Return people with what the sentence before tells of those to whom their words point back."""
    if sentence.before is None or victims.group or victims.nationality:
        return victims
    lowers = sentence.sentence.lowers[victims.first : victims.last + 1]
    if victims.partitive and victims.role is Role.UNSPECIFIED and not _THOSE.isdisjoint(lowers):
        told = [v for v in _groups_of_people(sentence.before) if v.role is not Role.UNSPECIFIED]
        opens = victims.first < _OPENING and not any(g.last < victims.first for g in _plurals(sentence))
        return _alike(victims, told) if opens else victims
    if victims.noun and "the" in lowers and victims.role is not Role.UNSPECIFIED and not tells_of_harm(sentence.before):
        return _alike(
            victims,
            [v for v in _groups_of_people(sentence.before) if v.noun == victims.noun and v.role is victims.role],
        )
    return victims


def _alike(victims: Victims, told: list[Victims]) -> Victims:
    """Give people the kind of others where these are of one kind."""
    if len({(v.role, v.nationality, v.group) for v in told}) != 1:
        return victims
    return replace(victims, role=told[0].role, nationality=told[0].nationality, group=told[0].group)


def _groups_of_people(sentence: SentenceReading) -> list[Victims]:
    """Read the groups of more than one person in a sentence."""
    read = [read_victims(sentence, group) for group in _plurals(sentence)]
    return [v for v in read if v is not None and not v.elliptical and v.quantity.low != 1 and v.quantity.low != 0]


def _plurals(sentence: SentenceReading) -> list[NounGroup]:
    tokens = sentence.sentence.tokens
    return [g for g in sentence.phrases.nouns if is_plural(tokens[g.head].lower) and not g.temporal]
