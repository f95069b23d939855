"""Number words with what bounds them: qualifiers before and after, ranges, vague words.

`core_at` reads the number words that begin at a token ("five", "two or three", "several dozen"), `qualifier_before` and
`qualifier_after` the words that bound them. Whether they count anything is asked in quantities.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.language.quantities.bounds import Qualifier
from analysis.language.text.numbers import MAGNITUDES, Number, number_at
from analysis.language.text.tokens import Token
from analysis.language.text.wording import Phrases, lower_at, phrase_at, to_phrases
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("quantifiers")


def _qualifiers(lists: Mapping[str, Sequence[str]]) -> Phrases[Qualifier]:
    return to_phrases((phrase, Qualifier(name)) for name, phrases in lists.items() for phrase in phrases)


_BEFORE = _qualifiers(_WORDS["before"])
_AFTER = _qualifiers(_WORDS["after"])
_BEFORE_ONE = frozenset(_WORDS["before_one"])
_EXACT: Phrases[int] = to_phrases(_WORDS["exact"].items())
_VAGUE: Phrases[list[int | None]] = to_phrases(_WORDS["vague"].items())
_ONLY_BEFORE = {word: frozenset(words) for word, words in _WORDS["only_before"].items()}
_OR_AFTER = {word: frozenset(words) for word, words in _WORDS["or_after"].items()}
_QUOTES = frozenset({'"', "”", "’", "'"})
_NEVER_BEFORE = {word: frozenset(words) for word, words in _WORDS["never_before"].items()}
_NEVER_AFTER = {word: frozenset(words) for word, words in _WORDS["never_after"].items()}
_JOINTS = frozenset({"or", "to", "-", "–"})
_AND = frozenset({"and"})
#: every word that can begin a qualifier or vague words
PHRASE_STARTS = frozenset({*_BEFORE, *_EXACT, *_VAGUE, "between", "half-dozen"})


class Core(NamedTuple):
    """Number words without their qualifier: bounds, the last token, and the offset where the words end."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    last: int
    end: int


def core_at(tokens: Sequence[Token], i: int) -> Core | None:
    """Read a number, a range or vague words that begin at token i; a number that is not whole has no bounds."""
    if i >= len(tokens):
        return None
    if tokens[i].lower == "between":
        low = number_at(tokens, i + 1) if i + 1 < len(tokens) else None
        return _range_at(tokens, low, _AND) if low else None
    number = number_at(tokens, i)
    if number is not None:
        span = None if lower_at(tokens, i - 1) == "from" else _range_at(tokens, number, _JOINTS)
        return span or Core(number.value, number.value, Qualifier.EXACT, number.last, number.end)
    exact = phrase_at(_EXACT, tokens, i)
    vague = phrase_at(_VAGUE, tokens, i)
    if exact and (vague is None or vague[1] < exact[1]):
        return Core(exact[0], exact[0], Qualifier.EXACT, exact[1], tokens[exact[1]].end)
    if vague is None or not _is_vague(tokens, i, vague[1]):
        return None
    low_high, last = vague
    return Core(low_high[0], low_high[1], Qualifier.VAGUE, last, tokens[last].end)


def qualifier_before(tokens: Sequence[Token], i: int) -> tuple[Qualifier, int] | None:
    """Read "at least", or "up to an estimated", of which the first counts; return it and the token after the words."""
    found = phrase_at(_BEFORE, tokens, i)
    if found is None:
        return None
    second = phrase_at(_BEFORE, tokens, found[1] + 1)
    j = (second or found)[1] + 1
    if lower_at(tokens, j) == "one" and " ".join(token.lower for token in tokens[i:j]) not in _BEFORE_ONE:
        return None if lower_at(tokens, j + 1) not in _JOINTS else (found[0], j)
    return found[0], j


def qualifier_after(tokens: Sequence[Token], core: Core) -> tuple[Qualifier, int] | None:
    """Read "or more", "at least", "+" after the number; return it and its last token. No number may follow it."""
    j = core.last + 1
    if lower_at(tokens, j) == "+" and tokens[j].start == core.end:
        return Qualifier.AT_LEAST, j
    found = phrase_at(_AFTER, tokens, j)
    return None if found is None or core_at(tokens, found[1] + 1) is not None else found


def _range_at(tokens: Sequence[Token], low: Number, joints: frozenset[str]) -> Core | None:
    """Read the upper end of a range whose lower end is given: "two or three", "10-15 thousand"."""
    joint = low.last + 1
    if low.value is None or lower_at(tokens, joint) not in joints or joint + 1 >= len(tokens):
        return None
    high = number_at(tokens, joint + 1)
    if high is None or high.value is None:
        return None
    last = tokens[high.last].lower
    factor = MAGNITUDES.get(last, 12 if last == "dozen" else 1)
    value = low.value * factor if low.value * factor < high.value else low.value
    code = high.value >= 1000 > low.value and factor == 1 and "," not in tokens[joint + 1].text  # 555-1234
    if not 0 < value < high.value or (tokens[joint].text in {"-", "–"} and code):
        return None
    return Core(value, high.value, Qualifier.RANGE, high.last, high.end)


def _is_vague(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "some soldiers" from "some time", "others were hurt" from "among others", "scores of" from "scores"."""
    word, before, after = tokens[last].lower, lower_at(tokens, first - 1), lower_at(tokens, last + 1)
    if word in _ONLY_BEFORE and after and before not in _OR_AFTER.get(word, ()):
        quoted = after in _QUOTES and lower_at(tokens, last + 2) in _ONLY_BEFORE[word]  # '"scores" injured'
        if after not in _ONLY_BEFORE[word] and not quoted:
            return False
    return last > first or (before not in _NEVER_AFTER.get(word, ()) and after not in _NEVER_BEFORE.get(word, ()))
