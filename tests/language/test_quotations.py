"""Quotations: marks of all kinds, paragraphs, nesting, what is no quotation, and linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.text.quotations import find_quotations
from analysis.language.text.sentences import find_sentences

CASES = [
    ('"We stay," Adler said.', ["We stay,"], "straight marks"),
    ("“We stay,” Adler said. “We fight.”", ["We stay,", "We fight."], "curly marks"),
    ("«We stay», Adler said.", ["We stay"], "angle marks"),
    ("``We stay,'' Adler said. ``We fight.''", ["We stay,", "We fight."], "marks of two characters"),
    ("''We stay,'' Adler said. ''We fight.''", ["We stay,", "We fight."], "two apostrophes on both sides"),
    ("He called it 'a grave step' for Aleria.", ["a grave step"], "single marks"),
    ("“We stay.\n\n“We fight,” Adler said.", ["We stay.\n\n“We fight,"], "every paragraph opens anew, the last closes"),
    ("“We stay.\n\nShare this\n\n“We fight.”", ["We stay.\n\nShare this\n\n“We fight."], "a share line in between"),
    ("“We stay in Aleria.\n\nThe army left on Sunday after a long march home.", ["We stay in Aleria."], "never closed"),
    ("“We stay.\n\nWe fight on.\n\nWe win.”", ["We stay.\n\nWe fight on.\n\nWe win."], "only the last one closes"),
    (
        "“We stay.\n\nThe army left on Sunday after a long march home.\n\n“No,” he said.",
        ["We stay.", "No,"],
        "another one opens",
    ),
    ('"We stay," he said. "And so on.”', ["We stay,", "And so on."], "a straight mark closed by a curly one"),
    ("The militants' camp and the rebels' huts burned.", [], "apostrophes of plurals"),
    ("Adler's men don't know Aleria's roads.", [], "apostrophes in words"),
    ("He lost “.", [], "a lone mark"),
    ("Nothing was said.", [], "no marks"),
]


def outer(text: str) -> list[str]:
    found = find_quotations(find_sentences(text))
    return [text[q.inner_start : q.inner_end] for q in found if q.depth == 0]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_finds_what_stands_in_marks(text, expected, why):
    assert outer(text) == expected


def test_a_quotation_in_a_quotation_is_one_level_deeper():
    text = "“They told us ‘go home’ and we went,” Adler said."
    found = find_quotations(find_sentences(text))
    assert [(text[q.inner_start : q.inner_end], q.depth) for q in found] == [
        ("They told us ‘go home’ and we went,", 0),
        ("go home", 1),
    ]


def test_tells_whether_a_quotation_was_closed():
    closed, open_ = (find_quotations(find_sentences(text))[0] for text in ("“We stay.”", "“We stay here."))
    assert closed.closed
    assert not open_.closed


@given(st.text(alphabet="ab .,\n\"“”‘’'«»`"))
def test_offsets_are_in_order_and_inside_the_text(text):
    for quotation in find_quotations(find_sentences(text)):
        assert 0 <= quotation.start <= quotation.inner_start < quotation.inner_end <= quotation.end <= len(text)


def test_a_hundred_thousand_marks_take_linear_time():
    sentences = find_sentences('"ja" ' * 100_000)
    began = time.process_time()
    assert len(find_quotations(sentences)) == 100_000
    assert time.process_time() - began < 10
