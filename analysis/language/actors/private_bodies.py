"""Private bodies: whether the words of an office tell that it is held of a company, a charity, a church, a monitor.

Only words tell; a body that has a name without such a word is not known here. An office beside a word of a state or a
force ("a company commander", "the army's school") is never private.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def is_private(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether tokens first to last describe somebody who speaks for a private body.

    >>> from analysis.language.text.tokens import find_tokens
    >>> words = find_tokens("chairman of the Alerian Network for Human Rights")
    >>> is_private(words, 0, len(words) - 1)
    True
    >>> words = find_tokens("head of the UN human rights council")
    >>> is_private(words, 0, len(words) - 1)
    False
    """
    words = frozenset(token.lower for token in tokens[first : last + 1])
    if _has(words, "private_bodies") or (_has(words, "private_heads") and _has(words, "private_fields")):
        return not _has(words, "public")
    if _has(words, "trade_heads") and _has(words, "trade_fields"):
        return not _has(words - {"congress", "house"}, "public")
    if _has(words, "leading"):
        opening = first == 0 and tokens[0].lower in _lists()["followings"] - {"labour", "labor", "union"}
        return opening or any(token.text in _lists()["followings"] for token in tokens[first : last + 1])
    return _has(words, "vessels") and _has(words, "masters") and not _has(words - {"captain"}, "public")


def _has(words: frozenset[str], name: str) -> bool:
    return not _lists()[name].isdisjoint(words)


def with_owner(tokens: Sequence[Token], start: int, first: int) -> int:
    """Return the first token of whose title begins at token start ("the *firm's* spokesman", "*society* leader")."""
    if start - 2 >= first and tokens[start - 1].lower == "'s":
        return start - 2
    return start - (start > first and tokens[start - 1].text in _lists()["followings"])


def explained_end(tokens: Sequence[Token], end: int) -> int:
    """Return the end of what explains the body of a description that ends before token `end`: ", *a local charity*"."""
    if end + 2 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].lower not in {"a", "an"}:
        return end
    close = (k for k in range(end + 2, min(end + 10, len(tokens))) if not tokens[k].text[0].isalnum())
    return next(close, end)


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = read_vocabulary("titles")
    names = ("private_bodies", "private_heads", "private_fields", "public", "trade_heads", "trade_fields")
    return {name: frozenset(lists[name]) for name in (*names, "followings", "leading", "vessels", "masters")}
