"""Vessels: ships by their names, as a text itself makes them known: "the tanker X", "M/V X", "the Alerian-flagged X".

A name is learned beside a noun for a ship, behind a prefix of ships' names or behind the flag it sails under; wherever
the text has it again, it is the ship. It is then neither a place nor anybody who does something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis.language.actors.names import actor_names
from analysis.language.actors.states import is_demonym, state_names
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

#: words of a name
_LONGEST = 4
#: tokens of the apposition of a name, up to the noun for a ship: "X, a British-owned bulk carrier"
_APART = 8


class VesselMention(NamedTuple):
    """A ship by its name in tokens first to last."""

    first: int
    last: int
    name: str


class Vessels:
    """The ships that one text names."""

    def __init__(self, names: Iterable[tuple[str, ...]] = ()) -> None:
        self._names: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(set(names), key=len, reverse=True):
            self._names.setdefault(name[0], []).append(name)

    def find(self, sentence: Sentence) -> list[VesselMention]:
        """Return the ships that a sentence names, from left to right."""
        tokens, found, i = sentence.tokens, list[VesselMention](), 0
        while self._names and i < len(tokens):
            name = next((n for n in self._names.get(tokens[i].text, ()) if _is_at(tokens, i, n)), None)
            if name is not None:
                found.append(VesselMention(i, i + len(name) - 1, " ".join(name)))
            i += len(name) if name is not None else 1
        return found


def learn_vessels(sentences: Iterable[Sentence]) -> Vessels:
    """Read the names of ships that a text makes known. Linear in time."""
    return Vessels(name for s in sentences if not s.capitals for name in _names_in(s))


def _names_in(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    tokens, lowers = sentence.tokens, sentence.lowers
    afloat = not _vessel_words("kinds").isdisjoint(lowers)
    for i in sentence.where(_vessel_words("kinds")):
        if sentence.headline or not tokens[i].text.islower():
            continue  # a title prints other words large too
        start = i + 1 + (i + 1 < len(tokens) and lowers[i + 1] in {"named", "called", ","})
        apart = start > i + 1 and lowers[i + 1] == ","
        yield from _name(tokens, start + (start < len(tokens) and lowers[start] == "the"), apart=apart)
        yield from _before(tokens, i)
    for i, lower in enumerate(lowers[:-1]):
        text = tokens[i].text
        if text in _prefixes() or (text == "V" and i > 1 and [t.text for t in tokens[i - 2 : i]] == ["M", "/"]):
            yield from _name(tokens, i + 1)
        elif "-" in lower:
            mark = lower.rpartition("-")[2]
            if mark in _vessel_words("flagged") or (afloat and mark in _vessel_words("owned")):
                yield from _name(tokens, i + 1)


def _name(tokens: Sequence[Token], i: int, *, apart: bool = False) -> Iterator[tuple[str, ...]]:
    """Read the name that begins at token i; one set `apart` ("a tanker, the X") must end before a mark."""
    end = i
    while end < len(tokens) and end - i < _LONGEST and _is_word_of_ship(tokens[end], end > i):
        end += 1
    closed = end < len(tokens) and tokens[end].text in {",", ".", ")", "–", "—"}
    name = tuple(t.text for t in tokens[i:end])
    if name and (not apart or closed) and not _is_other(tokens, i, end):
        yield name


def _before(tokens: Sequence[Token], i: int) -> Iterator[tuple[str, ...]]:
    """Read the name before the noun for a ship at token i: "the X oil tanker", "X, a British-owned tanker"."""
    k = i - 1
    while k > 0 and tokens[k].lower in _vessel_words("cargoes"):
        k -= 1
    first = k + 1
    while first > 0 and _is_word_of_ship(tokens[first - 1], first <= k):
        first -= 1
    named = first <= k and first > 0 and tokens[first - 1].lower == "the"
    if named and k - first < _LONGEST and not _is_other(tokens, first, k + 1):
        yield tuple(t.text for t in tokens[first : k + 1])
    comma = next((j for j in range(i - 1, max(i - _APART, 0), -1) if tokens[j].text == ","), None)
    if comma is None or tokens[comma + 1].lower not in {"a", "an"} or not _ends(tokens, i):
        return
    first = comma
    while first > 0 and _is_word_of_ship(tokens[first - 1], first < comma) and len(tokens[first - 1].text) > 1:
        first -= 1
    if first < comma and comma - first <= _LONGEST and not _is_other(tokens, first, comma):
        yield tuple(t.text for t in tokens[first:comma])


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Tell a noun that ends its group, unlike that of "a ship captain"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is None or not after.text[0].isalpha() or after.lower in _BEHIND


_BEHIND = frozenset({"sank", "was", "is", "that", "which", "with", "carrying", "in", "off", "on", "had", "has", "by"})


def _is_word_of_ship(token: Token, inside: bool) -> bool:
    """Tell a word of a name, or a number `inside` one: "Star 2"."""
    text = token.text
    return (text[0].isupper() and token.lower not in _vessel_words("kinds")) or (
        inside and text.isdigit() and len(text) < 3
    )


def _is_other(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell what is no ship's name: a state, a people, a service, anybody who is on a list, a month or day."""
    words = [t.lower for t in tokens[first:end]]
    if any(is_demonym(t) for t in tokens[first:end]) or not _vessel_words("services").isdisjoint(words):
        return True
    if len(words) == 1 and (len(words[0]) < 3 or words[0] in _days() or tokens[first].text.isupper()):
        return True
    if state_names().get(" ".join(words)) or any("-" in w and w.rpartition("-")[2].isalpha() for w in words[:1]):
        return True
    return bool(actor_names().get(" ".join(t.text for t in tokens[first:end])))


def _is_at(tokens: Sequence[Token], i: int, name: tuple[str, ...]) -> bool:
    return tuple(t.text for t in tokens[i : i + len(name)]) == name


@cache
def _vessel_words(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("vessels")[name])


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(read_vocabulary("vessels")["prefixes"])


@cache
def _days() -> frozenset[str]:
    calendar = read_vocabulary("calendar")
    return frozenset({*calendar["months"], *calendar["weekdays"]})
