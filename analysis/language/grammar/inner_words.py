"""What stands inside a group: "US *and* Iraqi forces", "Tower *22*", "the Red Cross *(RC)*", "has *in May* claimed"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.actors.states import demonyms, state_names
from analysis.language.grammar.word_classes import Tag
from analysis.language.text.forms import is_plural
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
    k = i - 1
    while k > 0 and tags[k] in {Tag.ADJECTIVE, Tag.NUMBER}:
        k -= 1  # "Chad's roughly 900 soldiers", "Chad's two hundred soldiers"
    return tags[k] is not Tag.POSSESSIVE and not _is_designation(words, tags, i)


def joins(words: Sequence[str], tags: Sequence[Tag], i: int, head: int | None) -> bool:
    """Tell whether a conjunction joins two modifiers of one head: "US and Iraqi forces", "bomb and gun attacks"."""
    if (head is not None and _joins_kinds(words, tags, i)) or _joins_marks(words, tags, i):
        return True
    if words[i] not in {"and", "or"} or head is None or i + 2 >= len(tags) or tags[i - 1] is not Tag.PROPER:
        return False
    alike = tags[i + 1] is Tag.PROPER and tags[i + 2] is Tag.NOUN and head == i - 1
    many = words[i + 2].endswith("s") or _are_of_states(words, tags, i)
    return alike and many and words[i - 1] not in _grammar("calendar") and not _names_others(words, tags, i)


def _joins_marks(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell the comma of "the Berolian-owned, Alerian-flagged tanker", between two marks of one thing."""
    if words[i] != "," or not i or i + 2 >= len(words) or tags[i + 2] not in {Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE}:
        return False
    before, after = (word.rpartition("-") for word in (words[i - 1], words[i + 1]))
    marks = _grammar("marked")
    return after[2] in marks and bool(after[0]) and (before[2] in marks or tags[i - 1] is Tag.ADJECTIVE)


def _are_of_states(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell "American and Iraqi (military) personnel": two states around "and", a noun of many behind them."""
    if not all(demonyms().get(word) or state_names().get(word) for word in (words[i - 1], words[i + 1])):
        return False
    end = i + 2
    while end + 1 < len(tags) and tags[end + 1] is Tag.NOUN:
        end += 1
    return is_plural(words[end])


def _names_others(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell "President Amal Hadi *and* U.S. officials", of whom the first are of no state, unlike "US and Iraqi"."""
    name = " ".join(words[i - 2 : i])
    if i < 2 or tags[i - 2] is not Tag.PROPER or not demonyms().get(words[i + 1]):
        return False
    if any(demonyms().get(word) or state_names().get(word) for word in (words[i - 1], name)):
        return False
    k = i - 1
    while k >= 0 and tags[k] in {Tag.PROPER, Tag.NOUN, Tag.ADJECTIVE}:
        k -= 1
    return k < 0 or tags[k] is not Tag.NUMBER  # "nine NATO and Thulean soldiers"


def _joins_kinds(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell the "and" of "missile and drone attacks", and the comma of "missile, drone and artillery attacks"."""
    if words[i] not in {"and", "or", ","} or not i or words[i - 1] not in _grammar("joined_modifiers"):
        return False
    if i + 2 >= len(words) or words[i + 1] not in _grammar("joined_modifiers"):
        return False
    if words[i] == "," or words[i + 2] == ",":
        return words[i + 2] in {"and", "or", ","} and _joins_kinds(words, tags, i + 2)
    return tags[i + 2] is Tag.NOUN and words[i + 2] not in _grammar("time")


def is_day_of_month(words: Sequence[str], i: int) -> bool:
    """Tell the "14th" of "on the 14th of this month", "the 3rd of May"."""
    if not words[i][0].isdigit() or words[i][-2:] not in {"st", "nd", "rd", "th"} or words[i + 1 : i + 2] != ("of",):
        return False
    return not _grammar("time").isdisjoint(words[i + 2 : i + 4])


def is_modifier(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell whether an adverb stands inside a noun group: "the recently killed guard", "a large heavily armed band"."""
    if tags[i] is not Tag.ADVERB or not i or i + 1 >= len(tags) or tags[i + 1] not in _MODIFIED:
        return False
    if tags[i - 1] is Tag.DETERMINER:
        return True
    described = tags[i - 1] is Tag.ADJECTIVE and i > 1 and tags[i - 2] in {Tag.DETERMINER, Tag.NUMBER}
    return described and words[i].endswith("ly") and list(tags[i + 2 : i + 3]) == [Tag.NOUN]


def is_inner_mark(words: Sequence[str], tags: Sequence[Tag], first: int, i: int, head: int | None) -> bool:
    """Tell whether a quotation mark or bracket stands between a determiner and its noun: 'a "dangerous" move'."""
    if words[i] in _MARKS:
        named = i == first + 2 and words[first] in {"a", "an"} and tags[first + 1] is Tag.PROPER  # 'an Alerian "base"'
        return (i > first and (head is None or named) and words[i] in QUOTES) or marks_name(words, tags, i)
    if words[i] == "(":
        return i > first and head is None and tags[i - 1] is not Tag.NUMBER  # not "stands at 31 (20 soldiers"
    return words[i] == ")" and "(" in words[first:i] and i - first < 8


def inserted_end(words: Sequence[str], tags: Sequence[Tag], i: int) -> int | None:
    """Return the last token of a time that stands inside a verb group: "has *in the past* claimed", or None."""
    for k in range(i + 1, min(i + 5, len(tags) - 1)):
        if tags[k + 1] is Tag.PARTICIPLE and (words[k] in _PAST or words[k] in _grammar("time")):
            return k
        if tags[k] not in _INSERTED and words[k] not in _PAST:
            return None
    return None


_PAST = frozenset({"past", "earlier", "before"})
_INSERTED = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.PROPER})


_NAMING = frozenset({Tag.NOUN, Tag.ADJECTIVE})
#: marks that may open a quotation
QUOTES = frozenset({'"', "“", "‘", "'", "``"})
_MARKS = QUOTES | {"”", "’", "''"}
_MODIFIED = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PROPER})


@cache
def _grammar(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("grammar")[name])


#: tokens of the longest name that quotation marks hold
_LONGEST_QUOTED = 6
_CLOSING = {'"': '"', "“": "”", "‘": "’", "'": "'", "``": "''"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}


def marks_name(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell a mark round a name inside a noun group, 'six "National Army" fighters', from those of a quotation."""
    return _opens_name(words, tags, i) or any(
        _opens_name(words, tags, k)
        for k in range(max(i - _LONGEST_QUOTED - 1, 0), i - 1)
        if words[k] == _OPENING.get(words[i]) and _mark_is_next(words, k, i)
    )


def _opens_name(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell the mark before names alone that is closed soon, with a noun behind it."""
    closing = _CLOSING.get(words[i])
    end = next((k for k in range(i + 2, min(i + _LONGEST_QUOTED + 2, len(words) - 1)) if words[k] == closing), None)
    if closing is None or end is None or tags[end + 1] is not Tag.NOUN or tags[end - 1] is not Tag.PROPER:
        return False
    first = tags[i + 1] is Tag.PROPER or (tags[i + 1] is Tag.ADJECTIVE and end > i + 2)
    return first and all(tags[k] is Tag.PROPER or words[k] in {"of", "and", "the"} for k in range(i + 2, end))


def _mark_is_next(words: Sequence[str], first: int, i: int) -> bool:
    """Tell whether the mark at i is the next one after that at `first`."""
    return all(words[k] != words[i] for k in range(first + 1, i))


def is_done_dead(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell the "dead" of "shot dead two men", "stabbed dead at least five": of the verb, not of the number."""
    if words[i] != "dead" or i == 0 or i + 1 == len(words) or words[i - 1] not in _KILLING:
        return False
    return tags[i + 1] is Tag.NUMBER or words[i + 1] in _BOUNDS


_KILLING = frozenset({"shot", "shoot", "shoots", "shooting", "stabbed", "hacked", "knifed", "struck", "beat", "beaten"})
_BOUNDS = frozenset({"at", "more", "up", "as", "about", "around", "some", "nearly", "over", "almost", "fewer", "only"})


def is_such(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell the word inside "the deadliest such attack", "two such raids", unlike that of "attacks such as"."""
    before = tags[i - 1] in {Tag.NUMBER, Tag.ADJECTIVE} or words[i - 1] in {"latest", "last", "first"}
    return words[i] == "such" and before and i + 1 < len(tags) and tags[i + 1] in {Tag.NOUN, Tag.ADJECTIVE}
