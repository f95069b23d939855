"""What stands inside a noun group besides modifiers: "US *and* Iraqi forces", "Tower *22*", "the Red Cross *(RC)*"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.word_classes import Tag
from analysis.vocabulary import read_vocabulary


def is_short_name(words: Sequence[str], tags: Sequence[Tag], i: int, head: int | None) -> bool:
    """Tell whether a bracket holds the short of the name before it and the noun of the name follows."""
    inside = head is not None and head == i - 1 and tags[head] is Tag.PROPER and i + 3 < len(words)
    if not inside or words[i + 2] != ")" or tags[i + 3] is not Tag.NOUN:
        return False
    return tags[i + 1] is Tag.PROPER and words[i + 3] not in _grammar("time")


def _is_designation(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell a number that belongs to the name before it ("Tower 22") from one that begins a new group."""
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    if words[i - 1] in _grammar("calendar"):
        return words[i].isdigit()  # "the June 10 strike"
    return words[i].isdigit() and tags[i - 1] is Tag.PROPER and after not in _NAMING


def begins_another(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell a number behind a head that begins a new group, unlike "the couple's *three* children", "Tower *22*"."""
    return tags[i - 1] is not Tag.POSSESSIVE and not _is_designation(words, tags, i)


def joins(words: Sequence[str], tags: Sequence[Tag], i: int, head: int | None) -> bool:
    """Tell whether a conjunction joins two modifiers of one head: "US and Iraqi forces"."""
    if words[i] not in {"and", "or"} or head is None or i + 2 >= len(tags) or tags[i - 1] is not Tag.PROPER:
        return False
    return tags[i + 1] is Tag.PROPER and tags[i + 2] is Tag.NOUN and words[i + 2].endswith("s") and head == i - 1


def is_modifier(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell whether a participle or adverb stands inside a noun group: "the recently killed commander"."""
    if tags[i] is not Tag.ADVERB or not i or tags[i - 1] is not Tag.DETERMINER:
        return False
    return i + 1 < len(tags) and tags[i + 1] in _MODIFIED


def is_inner_mark(words: Sequence[str], tags: Sequence[Tag], first: int, i: int, head: int | None) -> bool:
    """Tell whether a quotation mark or bracket stands between a determiner and its noun: 'a "dangerous" move'."""
    if words[i] in _QUOTES:
        return i > first and head is None
    if words[i] == "(":
        return i > first and head is None and tags[i - 1] is not Tag.NUMBER  # not "stands at 31 (20 soldiers"
    return words[i] == ")" and "(" in words[first:i] and i - first < 8


_NAMING = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_QUOTES = frozenset({'"', "“", "‘", "'", "``"})
_MODIFIED = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PROPER})


@cache
def _grammar(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("grammar")[name])
