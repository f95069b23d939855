"""At talks: where statesmen were when an attack came ("came as ministers met in X", "before a king spoke in Y")."""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import PlaceMention

_OPENING = frozenset({"before", "after", "as", "when", "while", "until"})
#: tokens from what opens a clause of time to a place in it
_LONG = 24


def is_at_talks(mention: Mention, place: PlaceMention) -> bool:
    """Tell the place of a clause of time, behind an attack, that says where those who govern spoke or met."""
    phrases = mention.sentence.phrases
    tokens = phrases.sentence.tokens
    for i in range(place.first - 1, max(mention.last, place.first - _LONG), -1):
        if tokens[i].lower not in _OPENING:
            continue
        who = phrases.at[i + 1]
        if not isinstance(who, NounGroup) or who.first != i + 1 or not _governs(mention, who):
            return False
        told = [v for v in phrases.verbs if who.last < v.first < place.first]
        talks = any(lemma(phrases, g) in words().talks for g in phrases.nouns if who.last < g.first < place.first)
        return bool(told) and (talks or any(v.lemma in words().meeting for v in told))
    return False


def _governs(mention: Mention, who: NounGroup) -> bool:
    """Tell statesmen by their head or by the title in front of their name: "Defence Minister Amal Hadi"."""
    titled = {t.lower for t in mention.sentence.sentence.tokens[who.first : who.last]}
    return bool({lemma(mention.sentence.phrases, who), *titled} & words().statesmen)
