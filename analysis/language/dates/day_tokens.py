"""Tokens that begin a time, or are the number of a day or a year."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def begins_time(tokens: Sequence[Token], i: int) -> bool:
    """Tell "90 air strikes this year" from "the drone strikes this town"."""
    pointing = i + 1 < len(tokens) and tokens[i].lower in {"this", "that", "each", "every", "the"}
    return pointing and tokens[i + 1].lower in _TIMES


_TIMES = frozenset({"day", "night", "week", "weekend", "month", "year", "morning", "afternoon", "evening", "summer",
                    "winter", "spring", "autumn", "fall", "previous", "same", "past", "following"})  # fmt: skip


def is_year(lower: str) -> bool:
    """Tell a token that is the number of a year."""
    return len(lower) == 4 and lower.isdigit() and lower[:2] in {"19", "20"}


def is_day(tokens: Sequence[Token], i: int) -> bool:
    """Tell the token right behind the name of a month."""
    return i > 0 and tokens[i - 1].lower in _MONTHS and tokens[i - 1].text[0].isupper()


_MONTHS = frozenset(read_vocabulary("calendar")["months"])
