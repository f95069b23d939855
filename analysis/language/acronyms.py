"""Acronyms: the words that one abbreviates, and whether they name a band in arms."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.states import nationality_of
from analysis.language.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("bodies")
_BANDS = frozenset(_WORDS["bands"])
_FORCES = frozenset(_WORDS["band_forces"])


def is_band(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell the name of an armed group, "People's Defence Force", from those of a state's forces and other bodies."""
    if nationality_of(tokens[first].text) is not None:
        return False
    return tokens[last].lower in _BANDS or is_band_force(tokens, last)


def is_band_force(tokens: Sequence[Token], last: int) -> bool:
    """Tell "Liberation Forces", "Resistance Army" by the word before the last one, which ends a name."""
    return last > 0 and tokens[last].lower in {"force", "forces", "army", "units"} and tokens[last - 1].lower in _FORCES


def find_abbreviated(tokens: Sequence[Token], i: int, acronym: str) -> int | None:
    """Return the first of the words before token i whose capital initials spell the acronym."""
    initials = ""
    for j in range(i - 1, max(-1, i - 12), -1):
        text = tokens[j].text
        if text[0].isupper():
            initials = "".join(part[0] for part in text.split("-") if part).upper() + initials
        elif not text.isalpha() and text not in {"'s", "’s"}:
            return None
        if initials == acronym:
            return j
        if len(initials) > len(acronym):
            return None
    return None


def find_band(tokens: Sequence[Token], i: int) -> int | None:
    """Return the first of the capitalised words before token i that name an armed group, or None.

    Their acronym may be of another language: "the Delta Resistance Units (YBB)".
    """
    first = i
    while first and tokens[first - 1].text[0].isupper() and i - first < _LONGEST:
        first -= 1
    first += tokens[first].lower == "the"
    return first if i - first > 1 and is_band(tokens, first, i - 1) else None


#: words of the name of a band
_LONGEST = 6
