from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.rows import Evidence
from analysis.corrections.spans import find_spans, parse_span

TEXT = "Two men were hurt. Two  men\nwere held. One fled."


def test_white_space_in_the_words_is_any_white_space() -> None:
    assert parse_span(TEXT, "Two men were held.") == Evidence("Two  men\nwere held.", 19, 38)


def test_the_letters_as_they_stand_come_first() -> None:
    assert find_spans(TEXT, "Two men") == [Evidence("Two men", 0, 7)]


@pytest.mark.parametrize(
    ("words", "start", "error"),
    [
        ("Three men", None, "does not occur"),
        ("", None, "does not occur"),
        (" ", None, "does not occur"),
        ("were", None, r"occurs 2 times in the source; say which with its start \(8, 28\)"),
        ("were", 9, "does not stand at character 9"),
    ],
)
def test_no_place_or_more_than_one_is_refused(words: str, start: int | None, error: str) -> None:
    with pytest.raises(ValueError, match=error):
        parse_span(TEXT, words, start)


def test_a_start_or_a_sentence_says_which() -> None:
    assert parse_span(TEXT, "were", 28).start == 28
    assert parse_span(TEXT, "were", near=Evidence(TEXT[19:38], 19, 38)).start == 28


@given(st.text("ab \n", max_size=12), st.text("ab \n", max_size=4))
def test_spans_are_stretches_of_the_text(text: str, words: str) -> None:
    for span in find_spans(text, words):
        assert text[span.start : span.end] == span.text
        assert span.text.split() == words.split()
