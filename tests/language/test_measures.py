"""What a number is when it counts nobody: the name that each kind gets."""

from __future__ import annotations

import pytest

from analysis.language.quantities.measures import to_measure
from analysis.language.text.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("He is aged 30.", "30", "age"), ("Ola Berg, 44, died.", "44", "age"), ("paid $40 then", "40", "money"),
        ("40 dollars", "40", "money"), ("12 per cent of", "12", "share"), ("12 percent of", "12", "share"),
        ("15km off", "15", "measure"), ("40 square miles", "40", "measure"), ("40 more weeks", "40", "time"),
        ("2220 GMT", "2220", "time"), ("at 1330 men", "1330", None), ("at 1330 they", "1330", "time"),
        ("in 1830 they", "1830", "year"), ("in 2014 they", "2014", "year"), ("on Highway 9 they", "9", "name"),
        ("0300 came", "0300", "name"), ("won 3-2 there", "3", "score"), ("In Varn, 30, mostly men", "30", None),
        ("killed 12 men", "12", None), ("Gate 4 men", "4", "name"), ("40 armed men", "40", None),
    ],
)  # fmt: skip
def test_the_name_of_a_measure(text, number, unit):
    tokens = find_tokens(text)
    place = next(i for i, token in enumerate(tokens) if token.text == number)
    assert to_measure(tokens, place, place) == unit
