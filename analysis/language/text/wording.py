"""Fixed phrases of several words: index them by their first word, find the longest that begins at a token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from analysis.language.text.tokens import Token

V = TypeVar("V")
#: first word -> (the other words, the value), the longest phrase first
Phrases = dict[str, list[tuple[tuple[str, ...], V]]]


def to_phrases(entries: Iterable[tuple[str, V]]) -> Phrases[V]:
    """Index phrases (words as a token's `lower`, parted by spaces) by their first word, the longest first."""
    index: Phrases[V] = {}
    for phrase, value in entries:
        words = tuple(phrase.split())
        index.setdefault(words[0], []).append((words[1:], value))
    for choices in index.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return index


def phrase_at(index: Phrases[V], tokens: Sequence[Token], i: int) -> tuple[V, int] | None:
    """Return the value of the longest phrase that begins at token i, and its last token; None where none does."""
    choices = index.get(tokens[i].lower) if 0 <= i < len(tokens) else None
    if choices is None:
        return None
    longest = len(choices[0][0])
    following = tuple([token.lower for token in tokens[i + 1 : i + 1 + longest]]) if longest else ()
    for rest, value in choices:
        if following[: len(rest)] == rest:
            return value, i + len(rest)
    return None


def begins_pattern(words: Iterable[str]) -> str:
    """Return a regular expression for a text that begins with one of the words, told apart letter by letter.

    It finds whether one does, not which; a search tries one letter where a plain list would try every word.

    >>> begins_pattern(["warn", "war crime", "told", "tell"])
    '(?:t(?:ell|old)|war(?:\\\\ crime|n))'
    """
    rests: dict[str, set[str]] = {}
    for word in words:
        if not word:
            return ""
        rests.setdefault(word[0], set()).add(word[1:])
    parts = [re.escape(letter) + begins_pattern(rest) for letter, rest in sorted(rests.items())]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def lower_at(tokens: Sequence[Token], i: int) -> str:
    """Return the comparable form of token i, or "" beyond either end."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def to_printed(tokens: Sequence[Token], first: int, last: int, end: int | None = None) -> str:
    """Print tokens first to last (cut at offset `end`) with white space between them as one space."""
    stop = tokens[last].end if end is None else end
    parts: list[str] = []
    for j in range(first, last + 1):
        if j > first and tokens[j].start > tokens[j - 1].end:
            parts.append(" ")
        parts.append(tokens[j].text[: max(0, stop - tokens[j].start)])
    return "".join(parts)
