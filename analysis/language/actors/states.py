"""States by the words for them: names, adjectives, inhabitants, capitals.

`nationality_of` is the question of most callers. An adjective that belongs to no one state ("Kurdish") has no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.language.text.names import NameIndex, spell
from analysis.language.text.tokens import Token, to_lower
from analysis.vocabulary import read_vocabulary


class StateWord(NamedTuple):
    """A word for a state: its ISO alpha-2 code; `person` where it can be a noun for an inhabitant."""

    iso: str
    person: bool = False


def nationality_of(words: str) -> str | None:
    """Return the ISO alpha-2 code of the state that an adjective or a noun for an inhabitant belongs to, or None.

    >>> nationality_of("Iraqi"), nationality_of("Americans"), nationality_of("U.S."), nationality_of("Kurdish")
    ('IQ', 'US', 'US', None)
    >>> nationality_of("us") is None
    True
    """
    found = [word for word in demonyms().get(words) if _is_cased(words, word.iso)]
    return found[0].iso if found else None


def nationality_at(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Return the last token and the ISO code of the longest adjective or inhabitant noun at token i, or None."""
    return _in_index(demonyms(), tokens, i)


def _in_index(index: NameIndex[StateWord], tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    found = index.match(tokens, i)
    cased = found is not None and _is_cased(tokens[i].text, found[1][0].iso)
    return (found[0], found[1][0].iso) if cased and found is not None else None


def _is_cased(text: str, iso: str) -> bool:
    """Tell whether "us" is printed in capitals, as the state is; "Germán" is a man's name."""
    if not text.isascii():
        return False
    return iso != "US" or len(text) > 2 or text.isupper()


@cache
def demonyms() -> NameIndex[StateWord]:
    """Return the adjectives and nouns for inhabitants of all states."""
    index: NameIndex[StateWord] = NameIndex()
    for iso, entry in read_vocabulary("countries").items():
        people = entry.get("people") or _demonym_nouns(entry["adjectives"])
        for word in people:
            index.add(word, StateWord(iso, True))
        for word in entry["adjectives"]:
            if not index.get(word):
                index.add(word, StateWord(iso, len(entry.get("people", ())) == 0))
    return index


def _demonym_nouns(adjectives: Sequence[str]) -> list[str]:
    """Return the nouns of adjectives that are nouns too: "Iraqi", "Iraqis"."""
    return [form for word in adjectives if word.endswith(("n", "i", "r", "e")) for form in (word, word + "s")]


@cache
def demonym_words() -> frozenset[str]:
    """Return the one-word adjectives and nouns as tokens compare them (`Token.lower`)."""
    words = {form for key in demonyms().names() if len(key) == 1 for form in key}
    return frozenset(words) - {"us"}


@cache
def state_names() -> NameIndex[StateWord]:
    """Return the names of all states."""
    index: NameIndex[StateWord] = NameIndex()
    for iso, entry in read_vocabulary("countries").items():
        for name in (entry["name"], *entry.get("variants", ())):
            index.add(name, StateWord(iso), keep_article=name.startswith("El "))
    return index


def is_demonym(token: Token) -> bool:
    """Tell whether one token alone is an adjective or inhabitant noun of a state, in capitals where it must be."""
    return _is_demonym(token.text)


@lru_cache(maxsize=1 << 14)
def _is_demonym(text: str) -> bool:
    if not text[0].isupper() or not text.isascii():
        return False
    lower = to_lower(text)
    if lower in {"us", "u.s.", "u.k."}:
        return text.isupper()
    parts = spell(lower)
    return len(parts) == 1 and parts[0] in demonym_words()


def state_at(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """Return the last token and the ISO code of the longest state name at token i, or None."""
    return _in_index(state_names(), tokens, i)


def is_of_country(tokens: Sequence[Token], i: int) -> bool:
    """Tell the body at token i that is the land's of which a text speaks: "the country's defence department"."""
    owner = tokens[i - 2].lower if i > 1 and tokens[i - 1].lower in {"'s", "’s"} else ""
    return owner in {"country", "nation"}
