"""Volleys: rounds that no verb fires: "died in a barrage of 30 rockets", "then came a salvo of missiles on the port".

Only where a sentence has nothing else that tells of an attack.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, members, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup

#: what a volley happens in, under or after
_OPENS = frozenset({"in", "by", "under", "after", "during", "amid", "with", "from", "following"})


def find_volleys(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find the salvos and barrages of a weapon that somebody was in, or that came, or that are aimed at something."""
    if sentence.words.isdisjoint(words().bursts):
        return
    for group in phrases.nouns:
        if lemma(phrases, group) not in words().bursts:
            continue
        weapon = members(phrases, group)
        kind = weapon_type(phrases, weapon) if weapon is not None and weapon is not group else None
        if weapon is None or kind is None or is_unreal(phrases, None, group):
            continue
        aim = aim_of(phrases, weapon.last)
        if aim is None and not _came(phrases, group) and _preposition(phrases, group) not in _OPENS:
            continue
        yield Mention(sentence, weapon, None, weapon, None, aim, kind, "volley")
        return


def _preposition(phrases: Phrases, group: NounGroup) -> str:
    return phrases.sentence.tokens[group.preposition].lower if group.preposition is not None else ""


def _came(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "then came a salvo", "next was a barrage", behind their verb."""
    verb = phrases.at[group.first - 1] if group.first else None
    return isinstance(verb, VerbGroup) and verb.lemma in {"come", "follow", "be"} and verb.modal is None
