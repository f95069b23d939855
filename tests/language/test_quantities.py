"""Quantities: the cases of tests/cases/quantities.yaml, the codebook's table, and what holds for any text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.quantities import QuantityKind, find_quantities, parse_quantity
from analysis.language.text.sentences import find_sentences
from tests.conftest import read_cases

COUNTING = {QuantityKind.COUNT, QuantityKind.VAGUE, QuantityKind.ZERO}


def find(text: str):
    return [mention for sentence in find_sentences(text) for mention in find_quantities(sentence)]


@pytest.mark.parametrize("case", read_cases("quantities"), ids=lambda case: case["why"])
def test_counts_as_the_cases_say(case):
    counts = [m.quantity for m in find(case["text"]) if m.kind in COUNTING]
    assert [[q.text, q.low, q.high, q.qualifier.value] for q in counts] == case["counts"]


def test_a_third_of_the_cases_is_negative():
    cases = read_cases("quantities")
    assert sum(not case["counts"] for case in cases) >= len(cases) // 3


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier"),
    [
        ("a", 1, 1, "exact"), ("an", 1, 1, "exact"), ("one", 1, 1, "exact"), ("5", 5, 5, "exact"),
        ("a couple", 2, 2, "exact"), ("dozen", 12, 12, "exact"), ("two dozen", 24, 24, "exact"),
        ("two or three", 2, 3, "range"), ("between 2 and 3", 2, 3, "range"), ("2-3", 2, 3, "range"),
        ("at least 25", 25, None, "at_least"), ("not less than 25", 25, None, "at_least"),
        ("more than 30", 31, None, "more_than"), ("more than 1,400", 1401, None, "more_than"),
        ("at most 12", None, 12, "at_most"), ("12 or fewer", None, 12, "at_most"),
        ("less than 12", None, 11, "less_than"), ("around 5,000", 5000, 5000, "about"),
        ("roughly 5,000", 5000, 5000, "about"), ("approximately 5,000", 5000, 5000, "about"),
        ("multiple", 3, None, "vague"), ("others", 2, None, "vague"), ("a string of", 2, None, "vague"),
        ("dozens of", 24, None, "vague"), ("thousands", 2000, None, "vague"), ("several hundred", 300, None, "vague"),
        ("most of", None, None, "vague"), ("half", None, None, "vague"), ("the majority", None, None, "vague"),
        ("none", 0, 0, "exact"), ("no one", 0, 0, "exact"), ("forty-three million", 43_000_000, 43_000_000, "exact"),
    ],
)  # fmt: skip
def test_the_table_of_the_codebook(words, low, high, qualifier):
    quantity = parse_quantity(words if words not in {"a", "an"} else f"{words} soldier")
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.qualifier.value) == (low, high, qualifier)


@pytest.mark.parametrize("words", ["", "rockets", "aged 30", "15 km", "in 2014", "$5", "Unit 840", "second"])
def test_parse_refuses_what_counts_nothing(words):
    assert parse_quantity(words) is None


def test_articles_ordinals_and_others_say_what_they_are():
    kinds = {
        m.quantity.text: (m.kind.value, m.unit) for m in find("A second rocket, 107mm wide, hit one 12-strong crew.")
    }
    assert kinds == {
        "A": ("determiner", None), "second": ("ordinal", None), "107mm": ("other", "measure"),
        "one": ("determiner", None), "12": ("count", "strong"),
    }  # fmt: skip


def test_an_article_leaves_the_qualifier_to_others():
    assert [m.quantity.text for m in find("He spoke about a raid over a base.")] == ["a", "a"]


def test_what_is_no_count_has_no_bounds():
    for mention in find("Ali Omar, 30, paid $40 for 15 km in 2014, the third time."):
        assert mention.kind in {QuantityKind.OTHER, QuantityKind.ORDINAL}
        assert (mention.quantity.low, mention.quantity.high) == (None, None)


_TEXT = (
    "at least more than up to about some two three dozen hundred thousand and or between 2 30 5,000 1.5 2019 km $ % - "
    "aged several a few many of others no one none half the soldiers rockets , . ( ) million twelve-strong Unit was"
)
_WORDS = _TEXT.split()


@given(st.lists(st.sampled_from(_WORDS), max_size=25), st.sampled_from([" ", "\n", "  ", " "]))
def test_offsets_order_and_bounds(words, space):
    text = space.join(words)
    mentions = find(text)
    assert mentions == find(text)
    spans = [(m.quantity.start, m.quantity.end) for m in mentions]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    for mention in mentions:
        quantity = mention.quantity
        assert " ".join(text[quantity.start : quantity.end].split()) == quantity.text
        assert quantity.low is None or quantity.high is None or 0 <= quantity.low <= quantity.high
        assert quantity.low is None or quantity.low >= 0


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for mention in find(text):
        assert mention.first <= mention.last


def test_ten_thousand_numbers_in_a_row():
    assert len(find("7, " * 10_000)) == 10_000
    assert find("9" * 10_000)[0].kind is QuantityKind.OTHER
