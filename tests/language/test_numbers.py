"""Numbers: every whole number to the millions reads the same in words and in digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.text.numbers import SMALL, parse_number

_NAMES = {worth: word for word, worth in SMALL.items() if word != "fourty"}


def spell(number: int, joint: str = " and ") -> str:
    """Spell a number as British (joint " and ") or American English does."""
    for worth, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= worth:
            rest = number % worth
            link = (joint if rest < 100 else " ") if rest else ""
            return f"{spell(number // worth, joint)} {name}{link}{spell(rest, joint) if rest else ''}"
    if number in _NAMES:
        return _NAMES[number]
    return f"{_NAMES[number // 10 * 10]}-{_NAMES[number % 10]}"


@given(st.integers(0, 10**9 - 1), st.sampled_from([" and ", " "]), st.booleans())
def test_spelled_numbers_come_back(number, joint, capitals):
    words = spell(number, joint)
    assert parse_number(words.upper() if capitals else words) == number


@given(st.integers(0, 10**12))
def test_digits_come_back(number):
    assert parse_number(str(number)) == number
    assert parse_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("words", "value"),
    [("2.5 million", 2_500_000), ("24million", 24_000_000), ("3 dozen", 36), ("half a million", 500_000),
     ("a hundred", 100), ("nineteen hundred", 1900), ("two hundred and three thousand", 203_000)],
)  # fmt: skip
def test_other_forms(words, value):
    assert parse_number(words) == value


@pytest.mark.parametrize("words", ["", "a", "and", "2.5", "five six", "12-strong", "2nd", "1980s", "seven and a half"])
def test_what_is_not_one_whole_number(words):
    assert parse_number(words) is None
