"""Fronted times and places: where what opens a sentence ends, when no comma tells.

"On Monday night | rebels fled", "At the burial | President Vane said".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.dates.day_tokens import is_year
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary


def find_fronted_end(words: Sequence[str], tags: Sequence[Tag], first: int) -> int | None:
    """Find the last token of the time that a sentence opens with at token first; None where it opens with none.

    words: lower case. A time with an article ("in the December attack") belongs to the noun behind it.
    """
    bare = first == 0 and words[0] in _NEAR
    if first == 1 and words[0] in {"over", "at", "in"} and words[1] == "the":
        return _day_end(words, tags)
    if not bare and (first != 1 or words[0] not in _BEFORE):
        return None
    last = _end(words, first)
    if last is None or last + 1 >= len(words) or tags[last + 1] not in _NEXT:
        return None
    return last


def _day_end(words: Sequence[str], tags: Sequence[Tag]) -> int | None:
    """Find the end of "Over the weekend | gunmen killed", unlike "In the weekend attack"."""
    if len(words) < 5 or words[2] not in _PARTS | {"weekend"}:
        return None
    many = words[3].endswith(("s", "men")) and not words[3].endswith("ss")
    return 2 if tags[3] is Tag.PROPER or (many and tags[3] is Tag.NOUN) or words[0] == "over" else None


_NEAR = frozenset({"last", "this"})
_BEFORE = frozenset({"on", "in", "since", "by", "until", "during", "early", "late"})
_NEXT = frozenset({Tag.PROPER, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER})
_STAGES = frozenset({"early", "mid", "late"})
_PARTS = frozenset({"night", "morning", "evening", "afternoon"})
#: letters of a year in figures
_YEAR = 4


@cache
def _calendar() -> tuple[frozenset[str], frozenset[str]]:
    names = read_vocabulary("calendar")
    return frozenset(names["weekdays"]), frozenset(names["months"])


def _end(words: Sequence[str], first: int) -> int | None:
    weekdays, months = _calendar()
    i, word = first, words[first]
    if word in _NEAR:
        i += 1
        word = words[i] if i < len(words) else ""
        if word in {"week", "month", "year", "weekend"} | _PARTS:
            return i
    if word in _STAGES and first + 1 < len(words):
        if words[first + 1] in months:
            return _month_end(words, first + 1)
        return first + 1 if is_year(words[first + 1]) else None
    if "-" in word and word.split("-", 1)[0] in _STAGES and word.split("-", 1)[1] in months:
        return i
    if word in weekdays:
        after = words[i + 1] if i + 1 < len(words) else ""
        return i + 1 if after in _PARTS else i
    if word in months:
        return _month_end(words, i)
    return i if is_year(word) else None


def _month_end(words: Sequence[str], i: int) -> int:
    if i + 1 < len(words) and words[i + 1].isdigit() and len(words[i + 1]) < _YEAR:
        i += 1
    year = i + 1 if i + 1 < len(words) and words[i + 1] != "," else i + 2
    return year if year < len(words) and is_year(words[year]) else i


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    names = read_vocabulary("titles")
    official = frozenset(names["official"])
    return official, official | frozenset(names["fields"]) | {"prime", "vice"}


def begins_title(words: Sequence[str], tags: Sequence[Tag], first: int, i: int) -> bool:
    """Tell a title and a name from what tells where or when before them: "At the burial | President Vane said".

    The place or event begins at token first, behind its preposition; a title printed small is none.
    """
    if tags[i] is not Tag.PROPER or first < 1 or words[first - 1] not in _WHERE or i <= first:
        return False
    official, parts = _titles()
    if words[i] not in parts or words[i - 1] in parts or tags[i - 1] not in {Tag.NOUN, Tag.PROPER}:
        return False
    if tags[i - 1] is Tag.PROPER and (i > first + 1 or words[first - 1] not in {"in", "at"}):
        return False
    if tags[i - 1] is Tag.NOUN and (tags[first] not in {Tag.DETERMINER, Tag.PRONOUN} or words[first] in _NAMING):
        return False
    end = i
    while end < len(words) and words[end] in parts and tags[end] is Tag.PROPER:
        end += 1
    if end == len(words) or tags[end] is not Tag.PROPER or words[end] in read_vocabulary("titles")["bodies"]:
        return False  # "at Aleria General *Hospital*"
    return words[end - 1] in official


_WHERE = frozenset({"in", "at", "during", "on", "after", "before"})
_NAMING = frozenset({"then", "former"})
