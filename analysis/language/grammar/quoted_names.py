"""Names in quotation marks that somebody goes by: 'a group calling itself the "Revenge for X Front" said'."""

from __future__ import annotations

from analysis.language.grammar.phrases import NounGroup, Phrases

_MARKS = frozenset({'"', "“", "”", "‘", "’", "'"})
#: what stands between those who go by a name and the name
_NAMING = frozenset(
    {"call", "calls", "called", "calling", "named", "dubbed", "styling", "known", "as", "itself", "themselves", "the"}
    | {"that", "which", "who", "is", "are", ","}
)
#: tokens of the longest name
_LONGEST = 9


def quoted_name_before(phrases: Phrases, i: int) -> tuple[int, int] | None:
    """Return the first and last token of a name somebody goes by, whose closing mark is token i, or None."""
    tokens = phrases.sentence.tokens
    if tokens[i].text not in _MARKS:
        return None
    opening = next((k for k in range(i - 2, max(i - 2 - _LONGEST, 1), -1) if tokens[k].text in _MARKS), None)
    if opening is None or tokens[opening - 1].lower not in _NAMING:
        return None
    noun = opening - 1
    while noun > 0 and tokens[noun].lower in _NAMING:
        noun -= 1
    if opening - 1 - noun < 1 + (tokens[opening - 1].lower == "the") or not isinstance(phrases.at[noun], NounGroup):
        return None
    first = opening + 1 + (tokens[opening + 1].lower == "the")
    last = i - 1
    while last > first and not tokens[last].text[-1].isalnum():
        last -= 1
    return (first, last) if first <= last and any(t.text[-1].isalpha() for t in tokens[first : last + 1]) else None
