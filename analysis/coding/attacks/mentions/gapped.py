"""Gapped harm: "two were killed by shelling in X and one *by a drone in Y*", where the verb is said once for both."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.apart import JOINING
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, Phrases


def find_gapped(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find the weapons by which others, counted behind "and", came to the harm that the verb before tells."""
    for group in phrases.nouns:
        if is_gapped(phrases, group) and (kind := _type_in_gap(phrases, group)) is not None:
            yield Mention(sentence, group, None, group, None, None, kind, "weapon-harms")


def is_gapped(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the drone of "were killed by shelling and one *by a drone*"."""
    tokens, by = phrases.sentence.tokens, group.preposition
    if by is None or by < _SHORTEST or tokens[by].lower != "by":
        return False
    people = phrases.at[by - 1]
    if not isinstance(people, NounGroup) or people.first < 1 or tokens[people.first - 1].lower not in JOINING | {","}:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < people.first), None)
    return verb is not None and verb.passive and verb.finite and verb.lemma in words().harming


#: tokens of "Two were hurt and one by a drone" before its "by"
_SHORTEST = 5


def _type_in_gap(phrases: Phrases, group: NounGroup) -> AttackType | None:
    mined = lemma(phrases, group) in words().buried
    return weapon_type(phrases, group) or (AttackType.BOMBING if mined else None)
