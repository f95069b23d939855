from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.text import fit, spread, text_width, wrap

numbers = st.lists(st.floats(0, 10), min_size=1, max_size=20)


@given(numbers)
def test_spread_keeps_order_and_distance(positions: list[float]) -> None:
    placed = spread(positions, 0.2, 0.0, 10.0)
    order = sorted(range(len(positions)), key=lambda at: positions[at])
    steps = [placed[b] - placed[a] for a, b in pairwise(order)]
    assert all(step > 0.2 - 1e-9 for step in steps)
    assert min(placed) > -1e-9 and max(placed) < 10.0 + 1e-9


def test_spread_leaves_alone_what_is_apart() -> None:
    assert spread([1.0, 5.0, 3.0], 0.2, 0.0, 10.0) == [1.0, 5.0, 3.0]
    assert spread([5.0, 5.0], 1.0, 0.0, 10.0) == [4.5, 5.5]


@given(st.text(max_size=80), st.floats(0.3, 3))
def test_fit_is_never_wider_than_its_room(words: str, width: float) -> None:
    assert text_width(fit(words, width)) <= width


def test_fit_cuts_only_what_is_too_long() -> None:
    assert fit("Short", 2.0) == "Short"
    assert fit("Two\nlines", 2.0) == "Two lines"
    assert fit("A name that is too long for the room it has", 1.0).endswith("…")


@given(st.text(max_size=80), st.floats(0.5, 3))
def test_wrapped_lines_are_never_wider_than_their_room(words: str, width: float) -> None:
    lines = wrap(words, width, most=3)
    assert len(lines) <= 3 and all(text_width(line) <= width for line in lines)


def test_wrap_breaks_between_words_and_cuts_the_last_line() -> None:
    assert wrap("One two three", 5.0) == ["One two three"]
    assert wrap("One two three four", 0.62, most=2) == ["One two", "three four"]
    assert wrap("One two three four five six", 0.62, most=2)[-1].endswith("…")
    assert wrap("  ", 1.0) == []
