"""Numbers in digits and in words, up to the trillions.

`number_at(tokens, i)` reads the whole number that begins at a token ("312", "5,000", "1.5 million", "24million",
"three hundred and twelve", "twenty-one", "a hundred", "two dozen", "half a million"); `parse_number` reads a string.
What the number counts, or whether it counts anything, is not asked here. A number that is not whole has no value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.language.text.tokens import Token, find_tokens
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("numbers")
SMALL: dict[str, int] = {**_WORDS["small"], **_WORDS["tens"]}
_TENS: frozenset[str] = frozenset(_WORDS["tens"])
MAGNITUDES: dict[str, int] = _WORDS["magnitudes"]
ORDINALS: frozenset[str] = frozenset(_WORDS["ordinals"])
FRACTIONS: frozenset[str] = frozenset(_WORDS["fractions"])
_COLLECTIVES: dict[str, int] = _WORDS["collectives"]
_SINGULAR: dict[str, int] = _WORDS["singular"]
_GLUED: dict[str, int] = _WORDS["glued"]
#: words that can begin a number; "a" and "half" begin one only before "dozen", "hundred" …
NUMBER_WORDS: frozenset[str] = frozenset({*SMALL, *_COLLECTIVES, "hundred", "thousand", "million", "billion"})
_DIGITS = re.compile(r"(\d+(?:,\d{3})*)(?:\.(\d+))?", re.ASCII)
#: longer runs of digits are codes, not counts
_LONGEST = 15


class Number(NamedTuple):
    """A number: its value (None when not whole), its last token, and the offset where its words end."""

    value: int | None
    last: int
    end: int


def number_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Read the number whose first token is i, or return None; "three (3)" is one, with its digits in brackets."""
    number = _number_at(tokens, i)
    again = number is not None and number.value is not None and _is_restated(tokens, number.last + 1, number.value)
    return number._replace(last=number.last + len(_BRACKETED)) if number is not None and again else number


def find_restated(tokens: Sequence[Token]) -> list[int]:
    """Return the tokens of all brackets around digits that say again the number before them: "three *(*3*)*"."""
    opened = [i for i, token in enumerate(tokens) if token.text == "(" and i]
    return [j for i in opened if any(_ends_at(tokens, k, i + 2) for k in range(max(i - 4, 0), i)) for j in (i, i + 2)]


def _ends_at(tokens: Sequence[Token], first: int, last: int) -> bool:
    number = number_at(tokens, first)
    return number is not None and number.last == last


def _is_restated(tokens: Sequence[Token], i: int, value: int) -> bool:
    """Tell "(3)" from token i on, where the number before it is three."""
    texts = [t.text for t in tokens[i : i + len(_BRACKETED)]]
    return len(texts) == len(_BRACKETED) and texts[::2] == ["(", ")"] and texts[1].replace(",", "") == str(value)


#: an opening bracket, digits, a closing one
_BRACKETED = ("(", "3", ")")


def _number_at(tokens: Sequence[Token], i: int) -> Number | None:
    lower = tokens[i].lower
    if lower[:1].isdigit():
        return _digits_at(tokens, i)
    if lower in NUMBER_WORDS or "-" in lower:
        return _words_at(tokens, i)
    if lower in {"a", "an"}:
        return _article_at(tokens, i)
    if lower == "half" and i + 2 < len(tokens) and tokens[i + 1].lower in {"a", "an"}:
        worth = _SINGULAR.get(tokens[i + 2].lower)
        return Number(worth // 2, i + 2, tokens[i + 2].end) if worth else None
    return Number(6, i, tokens[i].end) if lower == "half-dozen" else None


def parse_number(text: str) -> int | None:
    """Parse one number in digits or words; None where the text is not one whole number.

    >>> parse_number("three hundred and twelve"), parse_number("1.5 million"), parse_number("5,000")
    (312, 1500000, 5000)
    >>> parse_number("twenty-one"), parse_number("half a dozen"), parse_number("2.5"), parse_number("many")
    (21, 6, None, None)
    """
    tokens = find_tokens(text)
    number = number_at(tokens, 0) if tokens else None
    return number.value if number and number.last == len(tokens) - 1 and number.end == tokens[-1].end else None


def _digits_at(tokens: Sequence[Token], i: int) -> Number | None:
    match = _DIGITS.fullmatch(tokens[i].lower)
    if match is None:
        return None
    whole, fraction, last = match.group(1).replace(",", ""), match.group(2) or "", i
    if len(whole) + len(fraction) > _LONGEST:
        return None
    if len(whole) < 4 and not fraction and _is_next(tokens, i, "000"):  # "5 000"
        whole, last = whole + "000", i + 1
    factor = 1
    if last + 1 < len(tokens):
        following = tokens[last + 1].lower
        glued = tokens[last + 1].start == tokens[last].end
        factor = _GLUED.get(following, 1) if glued else MAGNITUDES.get(following) or _COLLECTIVES.get(following, 1)
        last += factor > 1
    scale: int = 10 ** len(fraction)
    total = int(whole + fraction) * factor
    value = total // scale if total % scale == 0 and (factor > 1 or not fraction) else None
    return Number(value, last, tokens[last].end)


def _is_next(tokens: Sequence[Token], i: int, text: str) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text == text and tokens[i + 1].start == tokens[i].end + 1


def _article_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Read "a dozen", "a hundred and five": the article is the one."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if following in _COLLECTIVES:
        return Number(_COLLECTIVES[following], i + 1, tokens[i + 1].end)
    return _words_at(tokens, i + 1) if following in _SINGULAR else None


def _words_at(tokens: Sequence[Token], i: int) -> Number | None:
    """Read a number in words by the usual sum: small words add, magnitudes multiply."""
    total, current, j, last = 0, 0, i, None
    highest = 10**15
    while j < len(tokens):
        lower = tokens[j].lower
        value = _small(lower)
        if value is not None and (last is None or _fits(current, value)):
            current += value
        elif lower == "hundred" and current < 100 and (last is None or current):
            current = max(current, 1) * 100
        elif lower in MAGNITUDES and lower != "hundred" and MAGNITUDES[lower] < highest and (last is None or current):
            highest = MAGNITUDES[lower]
            total, current = total + max(current, 1) * highest, 0
        elif lower in _COLLECTIVES and total == 0 and current < 100:
            return Number(max(current, 1) * _COLLECTIVES[lower], j, tokens[j].end)
        elif lower == "and" and last == j - 1 and _number_goes_on(tokens, j, total, current):
            j += 1
            continue
        else:
            break
        last, j = j, j + 1
        if value == 0:
            break
    return None if last is None else Number(total + current, last, tokens[last].end)


def _small(lower: str) -> int | None:
    """Return the worth of "five" or "twenty-one"."""
    if "-" not in lower:
        return SMALL.get(lower)
    tens, _, unit = lower.partition("-")
    return SMALL[tens] + SMALL[unit] if tens in _TENS and 0 < SMALL.get(unit, 0) < 10 else None


def _fits(current: int, value: int) -> bool:
    """Tell whether a small number may follow: "hundred twenty", "twenty one", but not "five six"."""
    if value == 0:
        return False
    return current % 100 == 0 if value >= 10 else current % 10 == 0 and current % 100 != 10


def _number_goes_on(tokens: Sequence[Token], j: int, total: int, current: int) -> bool:
    """Tell whether the "and" at j is inside a number: "three hundred and twelve", not "two hundred and 900"."""
    if j + 1 >= len(tokens) or (current % 100 if current else not total):
        return False
    after = tokens[j + 2].lower if j + 2 < len(tokens) else ""
    return bool(_small(tokens[j + 1].lower)) and after != "hundred" and after not in _COLLECTIVES
