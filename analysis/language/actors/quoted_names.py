"""Names in quotation marks that somebody goes by: 'a group calling itself the "Revenge for X Front"'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

MARKS = frozenset({'"', "“", "”", "‘", "’", "'", "''", "``"})
#: what stands between those who go by a name and the name
_NAMING = frozenset(read_vocabulary("groups")["called"]) | frozenset(
    {"itself", "themselves", "the", "that", "which", "who", "calls", "call", "is", "are", ","}
)
#: tokens of the longest name
_LONGEST = 9


class QuotedName(NamedTuple):
    """A name: the token that says who goes by it, its own first and last token, and its closing mark."""

    noun: int
    first: int
    last: int
    closing: int


def find_quoted_names(tokens: Sequence[Token]) -> Iterator[QuotedName]:
    """Find the names in quotation marks that a sentence gives somebody, an article in front left out."""
    for opening, token in enumerate(tokens):
        if token.text not in MARKS or opening == 0 or tokens[opening - 1].lower not in _NAMING:
            continue
        noun = opening - 1
        while noun > 0 and tokens[noun].lower in _NAMING:
            noun -= 1
        said = [t.lower for t in tokens[noun + 1 : opening]]
        ends = range(opening + 2, min(opening + 2 + _LONGEST, len(tokens)))
        closing = next((k for k in ends if tokens[k].text in MARKS), None)
        if closing is None or said in (["the"], [","], [",", "the"]):
            continue
        first, last = opening + 1 + (tokens[opening + 1].lower == "the"), closing - 1
        while last > first and not tokens[last].text[-1].isalnum():
            last -= 1
        if first <= last and any(t.text[-1].isalpha() for t in tokens[first : last + 1]):
            yield QuotedName(noun, first, last, closing)
