from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.timescale import to_scale

days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(days, st.integers(0, 400)), min_size=1, max_size=12), st.booleans())
def test_days_keep_their_order_and_stay_in_the_width(spans: list[tuple[date, int]], cut: bool) -> None:
    known = [(first, first + timedelta(length)) for first, length in spans]
    scale = to_scale(known, 4.0, cut=cut)
    placed = [scale.place(day) for day in sorted(day for span in known for day in span)]
    assert placed == sorted(placed) and placed[0] >= 0 and placed[-1] <= 4.0 + 1e-9
    ticks = [at for at, _ in scale.ticks()]
    assert ticks == sorted(ticks) and ticks and ticks[0] >= -1e-9 and ticks[-1] <= 4.0 + 1e-9
    assert len(scale.cuts()) == len(scale.stretches) - 1


def test_a_long_silence_is_cut_out() -> None:
    spans = [(date(2019, 12, 27), date(2019, 12, 29)), (date(2024, 8, 5), date(2024, 8, 5))]
    assert len(to_scale(spans, 4.0).stretches) == 2
    assert len(to_scale(spans, 4.0, cut=False).stretches) == 1


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2021, 5, 3), date(2021, 5, 3), "2 May"),
        (date(2021, 1, 1), date(2021, 12, 31), "Mar"),
        (date(2001, 1, 1), date(2021, 12, 31), "2010"),
    ],
)
def test_ticks_fit_their_stretch(first: date, last: date, words: str) -> None:
    named = [name for _, name in to_scale([(first, last)], 4.0).ticks()]
    assert words in named and len(named) <= 9
