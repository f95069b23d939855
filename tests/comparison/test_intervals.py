from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison.conventions import Figure, Range, state_as_acled, to_range
from analysis.comparison.intervals import Interval, add, find_clashes, meet, say_interval, to_interval
from analysis.comparison.verdicts import Verdict, judge_numbers

bounds = st.none() | st.integers(0, 30)
intervals = st.builds(Interval, bounds, bounds).filter(lambda i: i.low is None or i.high is None or i.low <= i.high)


@given(st.lists(intervals, min_size=1, max_size=5))
def test_intervals_meet_exactly_where_one_number_is_in_all(several: list[Interval]) -> None:
    common = [n for n in range(32) if all((i.low or 0) <= n and (i.high is None or n <= i.high) for i in several)]
    found = meet(several)
    assert (found is not None) == bool(common)
    if found is not None:
        assert (found.low or 0) == min(common)


@given(st.lists(intervals, min_size=1, max_size=5))
def test_what_does_not_meet_holds_a_pair_that_does_not(several: list[Interval]) -> None:
    assert (meet(several) is None) == bool(find_clashes(several))


def test_about_allows_a_tenth_and_vague_words_keep_their_low_apart() -> None:
    assert to_interval(55, 55, "about") == Interval(50, 60)
    assert to_interval(3, None, "vague") == Interval(1, None, 3)
    assert to_interval(None, None, "vague") == Interval(None, None)
    assert add([Interval(5, 5), Interval(2, 3)]) == Interval(7, 8)
    assert add([Interval(5, 5), Interval(1, None, 3)]) == Interval(6, None, 8)
    assert say_interval(Interval(None, None)) == "any number"


DAYS = [date(2021, 5, 4), date(2021, 5, 5)]
CASES = [
    ([(25, None, "at_least"), (4, 4, "exact")], Verdict.CONTRADICT),
    ([(30, None, "at_least"), (31, None, "more_than"), (3, None, "vague")], Verdict.COMPATIBLE),
    ([(4, 4, "exact"), (4, 4, "exact")], Verdict.AGREE),
    ([(3, None, "vague"), (2, 2, "exact")], Verdict.DOUBTFUL),
    ([(50, 50, "about"), (54, 54, "exact")], Verdict.COMPATIBLE),
    ([(50, 50, "about"), (58, 58, "exact")], Verdict.CONTRADICT),
    ([(0, 0, "exact"), (3, None, "vague")], Verdict.CONTRADICT),
    ([], Verdict.SILENT),
]


@pytest.mark.parametrize(("figures", "verdict"), CASES)
def test_verdicts(figures: list[tuple[int | None, int | None, str]], verdict: Verdict) -> None:
    assert judge_numbers([to_interval(*figure) for figure in figures], 2).verdict is verdict


def test_one_voice_is_single_and_the_pairs_that_clash_are_named() -> None:
    three = [Interval(25, None), Interval(4, 4), Interval(19, None)]
    assert judge_numbers(three, 3).clashes == ((0, 1), (1, 2))
    assert judge_numbers([Interval(4, 4), Interval(4, 4)], 1).verdict is Verdict.SINGLE


def test_a_higher_figure_later_is_a_revision_and_a_lower_one_is_not() -> None:
    low, high = Interval(4, 4), Interval(9, None)
    assert judge_numbers([low, high], 2, DAYS).verdict is Verdict.REVISED
    assert judge_numbers([high, low], 2, DAYS).verdict is Verdict.CONTRADICT
    assert judge_numbers([low, high], 2, [None, DAYS[1]]).verdict is Verdict.CONTRADICT
    assert judge_numbers([low, high], 2, [DAYS[0], DAYS[0]]).verdict is Verdict.CONTRADICT


def test_a_range_is_open_where_a_figure_is() -> None:
    nine, most, least = Figure(Interval(9, 9)), Figure(Interval(None, 12)), Figure(Interval(9, None))
    assert to_range([nine, Figure(Interval(11, 14))]) == Range(9, 14)
    assert to_range([least]) == Range(9, None)
    assert to_range([nine, least]) == Range(9, None)
    assert to_range([nine, most]) == Range(None, 12)
    assert to_range([]) == Range(None, None)


def test_the_most_conservative_number_of_the_dead_is_stated() -> None:
    figures = [Figure(Interval(25, None)), Figure(Interval(4, 4)), Figure(Interval(1, None, 24), "dozens of")]
    assert state_as_acled(figures, "killed") == 4
    assert state_as_acled(figures[2:], "killed") == 12
    assert state_as_acled(figures, "injured") is None
    assert state_as_acled([Figure(Interval(None, None))], "killed") is None
