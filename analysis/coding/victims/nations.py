"""Nationalities: the one state that the words of a noun group name ("two U.S. soldiers", "Iraq's police", "Americans").

Compounds such as "pro-Iranian" name no nationality, and a group that names two states has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors.states import nationality_at, state_at
from analysis.language.text.tokens import Token


def nation_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """Return the state whose adjective, people or name begins at token i, and its last token; None where none does."""
    if not tokens[i].text[0].isupper():
        return None
    found = nationality_at(tokens, i) or state_at(tokens, i)
    return None if found is None else (found[1], found[0])


def nation_in(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return the state that tokens first to last (inclusive) name, or None for none or more than one."""
    found = nations_in(tokens, first, last)
    return next(iter(found)) if len(found) == 1 else None


def nations_in(tokens: Sequence[Token], first: int, last: int) -> set[str]:
    """Return all states that tokens first to last (inclusive) name: "US and Iraqi soldiers"."""
    found: set[str] = set()
    i = first
    while i <= last:
        hit = nation_at(tokens, i)
        if hit is None or hit[1] > last:
            i += 1
            continue
        found.add(hit[0])
        i = hit[1] + 1
    return found
