"""Who the one victim of the sentence before was: "He was a member of the Red Lions", "the victim worked as a teacher".

The pronoun or "the victim" must open the sentence, or what somebody says in it, and one person alone be told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.phrases import NounGroup, VerbGroup

_PRONOUNS = frozenset({"he", "she"})
_NOUNS = frozenset({"victim", "deceased", "man", "woman", "target", "casualty"})
#: verbs of a trade, before "as", and passives that tell who somebody was
_WORKING = frozenset({"work", "serve", "act"})
_NAMING = frozenset({"identify", "name", "describe", "identified"})


def who_one_was(reading: SentenceReading, before: Sequence[Figure], i: int) -> tuple[Figure, Victims] | None:
    """Return the figure of the one person before and the person as a sentence tells who that was, or None.

    `i`: the token at which the sentence, or what is said in it, opens.
    """
    one = [f for f in before if f.victims.quantity.low == f.victims.quantity.high == 1 and not f.subset]
    if len(one) != 1 or len(before) != 1 or one[0].victims.role is not Role.UNSPECIFIED:
        return None
    whole = one[0].victims
    people = _told_of_one(reading, i, whole.name)
    if people is None or people.role is Role.UNSPECIFIED or people.quantity.low != 1:
        return None
    nation = whole.nationality or people.nationality
    return one[0], replace(whole, role=people.role, nationality=nation, group=people.group, elliptical=False)


def _told_of_one(reading: SentenceReading, i: int, name: tuple[str, ...]) -> Victims | None:
    """Read what a sentence says that "he", "the victim" or the name of the person at token i was."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    subject = at[i]
    if not isinstance(subject, NounGroup) or subject.last + 2 >= len(tokens):
        return None
    lower = tokens[subject.head].lower
    named = lower in _NOUNS and tokens[subject.first].lower == "the" and subject.last < i + 3
    named = named or lower in name[-1:]
    verb = at[subject.last + 1]
    if not (lower in _PRONOUNS or named) or not isinstance(verb, VerbGroup) or verb.negated or verb.modal is not None:
        return None
    k = verb.last + 1
    if verb.lemma in _WORKING or (verb.passive and verb.lemma in _NAMING):
        k += 1
        if k >= len(tokens) or tokens[k - 1].lower != "as":
            return None
    elif verb.lemma != "be" or verb.head != verb.last:
        return None
    group = at[k] if k < len(tokens) else None
    people = read_list(reading, group) if isinstance(group, NounGroup) else []
    return people[0] if len(people) == 1 and not (people[0].definite and not people[0].name) else None
