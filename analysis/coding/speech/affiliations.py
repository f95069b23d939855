"""Affiliations: the state or body that a speaker speaks for, where the words beside the name do not say it outright.

An office that only one state has names it ("Secretary of State"); else the state that the text speaks of most, without
those that have no such office. What the text does not tell stays None.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from analysis.coding.reading import Reading
from analysis.coding.speech.bodies import nationality_in
from analysis.language.persons import titles
from analysis.language.states import nationality_at, state_at
from analysis.language.tokens import find_tokens
from analysis.vocabulary import read_vocabulary

#: sentences looked at for the states that a text speaks of
_LOOKS = 50


@cache
def affiliation_of_title(title: str) -> str | None:
    """Return the state that a title alone tells ("US Secretary of State", "chief Pentagon spokesman"), or None."""
    lists = read_vocabulary("titles")
    lower = f" {title.lower()} "
    own = nationality_in(title)
    if own is not None:
        return own
    for name in ("spokesbodies", "parties"):
        for words, state in lists[name].items():
            if f" {words} " in lower:
                return str(state)
    return None


class Setting:
    """Which states a text speaks of, counted when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: Counter[str] | None = None
        self._sides: Counter[str] = Counter()

    def _count(self) -> Counter[str]:
        if self._places is not None:
            return self._places
        places: Counter[str] = Counter()
        for sentence in self._reading.sentences[:_LOOKS]:
            tokens = sentence.sentence.tokens
            for mention in sentence.actors:
                if mention.actor.country is not None:
                    self._sides[mention.actor.country] += 1
            for before, i in zip(tokens, range(1, len(tokens)), strict=False):
                located = before.lower in titles()["locating"] and tokens[i].text[0].isupper()
                if located and (found := state_at(tokens, i)):
                    places[found[1]] += 1
        self._places = places
        return places

    def home(self) -> str | None:
        """Return the state in which the text's events happen: the one that it most often names as a place."""
        return _most(self._count(), frozenset()) or self._outlet()

    def _outlet(self) -> str | None:
        """Return the state that the outlet's own name tells ("The Times of Aleria"), or None."""
        found = [] if self._reading.source.outlet is None else find_tokens(self._reading.source.outlet)
        for i in range(len(found)):
            state = state_at(found, i) or nationality_at(found, i)
            if state is not None:
                return state[1]
        return None

    def side(self, title: str) -> str | None:
        """Return the state most spoken of that can have such an office ("Prime Minister" is none of the US)."""
        lower = f" {title.lower()} "
        offices = read_vocabulary("titles")["offices"]
        owners = next((states for words, states in offices.items() if f" {words} " in lower), None)
        if owners is not None and len(owners) == 1:
            return str(owners[0])
        at_home = self._outlet()
        if owners is None and at_home is not None:
            return at_home
        counts = self._count() + self._sides
        if owners is not None:
            return str(max(owners, key=lambda state: counts[state]))
        without: frozenset[str] = frozenset()
        for words, states in read_vocabulary("titles")["not_in"].items():
            if words in lower:
                without |= frozenset(states)
        return _most(counts, without)


def _most(counts: Counter[str], without: frozenset[str]) -> str | None:
    left = {state: n for state, n in counts.items() if state not in without}
    return max(left, key=lambda state: (left[state], state)) if left else None


def is_of_state(words: frozenset[str]) -> bool:
    """Tell unnamed sources that belong to the state whose forces the text speaks of: "security sources", "police"."""
    return not words.isdisjoint(titles()["of_state"])
