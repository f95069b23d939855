from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.style import fit, spread, text_width

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
