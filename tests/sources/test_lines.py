"""Lines with their signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.lines import find_lines, to_key


def test_offsets_leave_white_space_out() -> None:
    text = "  Two ferries.\xa0\r\n\r\n\tOne sank.\n"
    assert [(line.start, line.end, line.text) for line in find_lines(text)] == [
        (2, 14, "Two ferries."),
        (20, 29, "One sank."),
    ]


def test_hard_wrapped_lines_are_one() -> None:
    wrapped = (
        "The navy said on Friday that two of its boats had been hit\n"
        "by rockets near the port of Aleria. No one was hurt, and the\n"
        "boats went on.\n\nMore soon\n"
    )
    assert [line.text.count("\n") for line in find_lines(wrapped)] == [2, 0]
    apart = "Ferry hit\nTwo ferries were hit on Friday, police said.\nOne sank."
    assert [line.text.count("\n") for line in find_lines(apart)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "ending", "title", "sentence"),
    [
        ("Two ferries were hit off Alba", "", True, False),
        ("Two ferries were hit off Alba.", ".", False, True),
        ("Is the old ferry coming back?", "?", True, True),
        ("Four killed by unknown gunmen in…", "", True, False),
        ("Four killed by unknown gunmen...", "", True, False),
        ("“Two ferries were hit off Alba.”", ".", False, True),
        ("Two ferries were hit off Alba. (AP)", ".", False, True),
        ("Two ferries were sunk. Nobody was hurt", "", False, False),
        ("of the two ferries", "", False, False),
        ("The dead were:", ":", False, False),
        ("No.", ".", False, False),
    ],
)
def test_signs(text: str, ending: str, title: bool, sentence: bool) -> None:
    (line,) = find_lines(text)
    assert (line.ending, line.is_title_like, line.is_sentence) == (ending, title, sentence)


@given(st.text())
def test_lines_are_in_order_and_hold_all_that_is_printed(text: str) -> None:
    lines = find_lines(text)
    at = 0
    for line in lines:
        assert at <= line.start < line.end and text[line.start : line.end] == line.text
        assert not to_key(text[at : line.start])
        at = line.end
    assert not to_key(text[at:])


def test_a_hard_wrapped_paragraph_ends_with_the_sentence_that_leaves_room() -> None:
    wrapped = (
        "ALERIA, May 2 At least nine sailors were hurt on Friday when\n"
        "a rocket hit their boat off the port, doctors and neighbours\n"
        "said.\n"
        "Men in a speedboat fired the rocket from the open sea on the\n"
        "eve of a feast, a fisherman told the radio, and made off to\n"
        "the islands. Nobody has claimed the attack, which was the\n"
        "first of its kind.\n"
    )
    assert [line.text.count("\n") for line in find_lines(wrapped)] == [2, 3]
