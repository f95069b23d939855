"""Words that qualify a number ("at least", "about", "up to"), as part of the noun group that the number begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.grammar.word_classes import Tag
from analysis.language.quantities import comes_under
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


@cache
def _qualifiers() -> dict[str, list[list[str]]]:
    """Return the word sequences that qualify a number, by their first word, the longest first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in read_vocabulary("grammar")["qualifiers"]:
        words = phrase.split()
        table.setdefault(words[0], []).append(words)
    for sequences in table.values():
        sequences.sort(key=len, reverse=True)
    return table


@cache
def qualifier_starts() -> frozenset[str]:
    """Return the words that may begin what qualifies a number, for a quick look."""
    return frozenset({*_qualifiers(), "or", "near"})


def bind_qualifiers(sentence: Sentence, tags: list[Tag]) -> None:
    """Make the words that qualify a number ("at least", "about") part of the noun group that the number begins."""
    tokens, lowers, starts = sentence.tokens, sentence.lowers, qualifier_starts()
    numbered = [i for i, lower in enumerate(lowers) if lower in _RANGING and tags[i - 1] is Tag.NUMBER]
    for i in numbered:
        if (start := _range_start(lowers, tags, i)) is not None:
            tags[i] = Tag.ADJECTIVE  # "ten to twelve soldiers", "*between* ten and twelve soldiers"
            tags[start] = Tag.ADJECTIVE if lowers[i] == "and" else tags[start]
    for i in [i for i, lower in enumerate(lowers) if lower in starts]:
        if lowers[i] == "or" and _is_loose_bound(tokens, tags, i):
            tags[i : i + 2] = [Tag.ADJECTIVE] * 2  # "the 40 or so fighters"
        if lowers[i] == "near" and i + 1 < len(tags) and lowers[i + 1] in _ALMOST:
            tags[i] = Tag.ADJECTIVE  # "two near simultaneous blasts"
        j = None if comes_under(tokens, i) else find_qualifier_end(tokens, tags, i)
        if j is not None:
            tags[i:j] = [Tag.ADJECTIVE] * (j - i)
            tags[j] = Tag.NUMBER


def _range_start(words: Sequence[str], tags: Sequence[Tag], i: int) -> int | None:
    """Return the token that opens the range of people or things whose two numbers the word at token i joins, or None.

    What changes "from 900 to 400 men" or is "between 2014 and 2018" is none.
    """
    if not 0 < i < len(tags) - 2 or tags[i - 1] is not Tag.NUMBER or tags[i + 1] is not Tag.NUMBER:
        return None
    end, start = i + 1, i - 1
    while end < len(tags) and tags[end] is Tag.NUMBER:
        end += 1
    while start > 0 and tags[start - 1] in {Tag.NUMBER, Tag.ADJECTIVE}:
        start -= 1
    before, first, second = words[start - 1] if start else "", words[i - 1], words[i + 1]
    if end == len(tags) or tags[end] not in _NOMINAL or before == "from":
        return None
    if first.isdigit() and second.isdigit() and (int(first) >= int(second) or len(first) == len(second) == _YEAR):
        return None
    return None if (words[i] == "and") is not (before == "between") else max(0, start - 1)


def opens_range(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell whether the "between" at token i opens a number of people or things: "hosts between 40 and 50 men"."""
    near = [token.lower for token in tokens[i : i + _RANGE]]
    joint = near.index("and") if "and" in near else 0
    timed = any(word in _months() or word in _HOURS for word in near)  # "attacks between 5 and 7 p.m."
    return joint > 1 and not timed and _range_start(near, tags[i : i + _RANGE], joint) == 0


@cache
def _months() -> frozenset[str]:
    return frozenset(read_vocabulary("calendar")["months"])


_HOURS = frozenset({"am", "pm", "a.m.", "p.m.", "hours", "years", "days"})


#: tokens of "between two hundred and three hundred men"
_RANGE = 8
_RANGING = frozenset({"to", "or", "and"})
#: digits of a year
_YEAR = 4


def _is_loose_bound(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the "or so", "or more" between a number and its noun."""
    between = 0 < i < len(tags) - 2 and tags[i - 1] is Tag.NUMBER and tags[i + 2] in _NOMINAL
    return between and tokens[i + 1].lower in _LOOSE


_ALMOST = frozenset({"simultaneous", "identical", "daily", "constant"})
_LOOSE = frozenset({"so", "more", "fewer", "less"})
_NOMINAL = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE})


def find_qualifier_end(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> int | None:
    """Return the index of the number that the qualifier at token i bounds, or None where none begins there."""
    for words in _qualifiers().get(tokens[i].lower, ()) if i < len(tokens) else ():
        j = i + len(words)
        if [t.lower for t in tokens[i:j]] != words:
            continue
        j += j + 1 < len(tags) and tokens[j].lower == "another"  # "at least another 17"
        if j < len(tags) and _is_countable(tokens, tags, j):
            return j
    return None


def _is_countable(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    if tags[i] is Tag.NUMBER:
        return True
    return tokens[i].lower == "a" and i + 1 < len(tags) and tokens[i + 1].lower in _ROUND


_ROUND = frozenset({"dozen", "hundred", "thousand", "million"})
