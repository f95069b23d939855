"""Repeats: whether a later sentence says again what the lead of a report said."""

from __future__ import annotations

import re
from functools import cache

from analysis.vocabulary import read_vocabulary

_WORD = re.compile(r"[a-z0-9]{3,}")
#: letters by which two words are the same
_STEM = 5
#: stems that a content must have to be compared
_LEAST = 6


@cache
def _stop() -> frozenset[str]:
    grammar = read_vocabulary("grammar")
    lists = ("determiners", "pronouns", "prepositions", "conjunctions", "be", "have", "do", "modals", "relatives")
    return frozenset(word for name in lists for word in grammar[name])


def _stems(words: str) -> set[str]:
    alike: dict[str, str] = read_vocabulary("speech")["alike"]
    found = (w for w in _WORD.findall(words.lower()) if w not in _stop())
    return {alike.get(w[:_STEM], w[:_STEM]) for w in found}


def repetition(lead: str, later: str) -> float:
    """Return the share of words that two contents have in common, of the shorter one; 0.0 where one is too short."""
    said, again = _stems(lead), _stems(later)
    shorter = min(len(said), len(again))
    return len(said & again) / shorter if shorter >= _LEAST else 0.0
