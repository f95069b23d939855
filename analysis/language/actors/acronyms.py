"""Acronyms: the words that one abbreviates, and whether they name a band in arms."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors.states import nationality_of
from analysis.language.text.tokens import Token
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
    while first and i - first < _LONGEST and _is_part(tokens, first - 1):
        first -= 1
    return first if i - first > 1 and is_band(tokens, first, i - 1) else None


def find_office(tokens: Sequence[Token], i: int) -> int | None:
    """Return the first of the capitalised words before token i that name an office of a state, or None.

    Its acronym may be of another language: "the Armed Forces Press Committee (COPRENSA)".
    """
    first = i
    while first and i - first < _LONGEST and _is_part(tokens, first - 1):
        first -= 1
    owned = first > 0 and tokens[first - 1].lower in _OWNING
    public = any(tokens[k].lower in _PUBLIC | _ARMED for k in range(first, i))
    return first if i - first > 1 and tokens[i - 1].lower in _OFFICES and public and not owned else None


def _is_part(tokens: Sequence[Token], i: int) -> bool:
    """Tell a word of a name from what stands before it; in a text in capitals all words begin with one."""
    if tokens[i].lower in _OWNING:
        return i > 0 and tokens[i - 1].text[0].isupper()
    return tokens[i].text[0].isupper() and tokens[i].lower not in _FUNCTION


def is_of_forces(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell the name of an office of a state's forces: "the *Armed Forces* Press Committee"."""
    return any(tokens[k].lower in _ARMED for k in range(first, last + 1))


#: last words of the names of offices, and words of a state's forces
_OFFICES = frozenset(_WORDS["offices"])
_ARMED = frozenset(_WORDS["armed"])
_PUBLIC = frozenset(_WORDS["public"])
_OWNING = frozenset({"'s", "’s"})
_FUNCTION = frozenset(
    w for name in ("determiners", "prepositions", "conjunctions") for w in read_vocabulary("grammar")[name]
)
#: words of the name of a band
_LONGEST = 6
