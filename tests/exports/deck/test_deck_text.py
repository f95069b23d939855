from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from analysis.exports.deck.text import clean, count_lines, cut, fit_text, height_of, runs_left


@settings(deadline=None)
@given(st.text())
def test_cleaned_text_can_stand_in_xml(words: str) -> None:
    element = etree.Element("t")
    element.text = clean(words)
    assert etree.fromstring(etree.tostring(element)).text in (clean(words), None)


@pytest.mark.parametrize(
    ("words", "cleaned"),
    [
        ("a\n b\t c", "a b c"),
        ("a\x0bb", "a\N{REPLACEMENT CHARACTER}b"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("=cmd() <b>", "=cmd() <b>"),
        ("🚀 قاعدة", "🚀 قاعدة"),
    ],
)
def test_cleaning(words: str, cleaned: str) -> None:
    assert clean(words) == cleaned


@pytest.mark.parametrize(
    ("words", "left"),
    [("قاعدة", True), ("12 قاعدة base", True), ("“שלום”", True), ("base قاعدة", False), ("12 %", False), ("", False)],
)
def test_the_way_that_a_text_runs(words: str, left: bool) -> None:
    assert runs_left(words) is left


def test_lines_are_counted_and_long_words_broken() -> None:
    assert count_lines("one two", 10, 12) == 1
    assert count_lines("one two " * 20, 2, 12) > 5
    assert count_lines("x" * 300, 4, 12) > 5
    assert height_of("one", 10, 36) == pytest.approx(0.6)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=400), st.floats(1, 8), st.floats(0.3, 2))
def test_what_is_fitted_fits(words: str, width: float, height: float) -> None:
    kept, size = fit_text(clean(words), width, height, (24, 18, 14))
    assert size in (24, 18, 14)
    assert height_of(kept, width, size) <= height + 1e-9 or len(kept) <= 2


def test_a_cut_is_marked() -> None:
    assert cut("some words", 5, 1, 12) == "some words"
    assert cut("some words " * 50, 5, 2, 12).endswith("…")
