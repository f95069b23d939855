"""Sites that have a number for a name: "Outpost 9", "Border Post 114"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.gazetteer import Entry, PlaceKind
from analysis.language.places.kinds import printed_name
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("places")
_SITES = frozenset(_WORDS["numbered_sites"])
_FIRST = frozenset(words.split()[0] for words in _SITES)
_AFTER = frozenset(_WORDS["after_learned"])
#: digits of the longest number in such a name
_DIGITS = 3


def numbered_at(tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
    """Return the last token and the entry of a numbered site at token i, where nothing that it counts follows."""
    if i == 0 or tokens[i].lower not in _FIRST:
        return None
    for last in (i + 2, i + 1):
        number = tokens[last].text if last < len(tokens) else ""
        named = all(t.text[0].isupper() for t in tokens[i:last])
        if not named or not number.isdigit() or " ".join(t.lower for t in tokens[i:last]) not in _SITES:
            continue
        after = tokens[last + 1 : last + 2]
        if len(number) <= _DIGITS and (not after or not after[0].text[0].isalnum() or after[0].lower in _AFTER):
            return last, Entry(printed_name(tokens[i : last + 1]), PlaceKind.SITE)
    return None
