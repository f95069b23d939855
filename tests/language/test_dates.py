"""Dates: the cases of tests/cases/dates.yaml, what the mention tells besides, and what holds for any text."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.dates import Precision, Relation, find_dates, to_anchored, to_coming
from analysis.language.text.sentences import find_sentences
from tests.conftest import read_cases

PUBLISHED = date(2021, 6, 16)
DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


def find(text: str, published: date | None = PUBLISHED):
    return [mention for sentence in find_sentences(text) for mention in find_dates(sentence, published)]


@pytest.mark.parametrize("case", read_cases("dates"), ids=lambda case: case["why"])
def test_dates_as_the_cases_say(case):
    mentions = find(case["text"], case.get("published", PUBLISHED))
    assert [[m.text, m.date_from, m.date_to, m.relation.value, m.precision.value] for m in mentions] == case["dates"]


def test_a_third_of_the_cases_is_negative():
    cases = read_cases("dates")
    assert sum(not case["dates"] for case in cases) >= len(cases) // 3


def test_a_weekday_that_is_not_its_day_is_told_and_the_day_taken():
    (mention,) = find("It rained on Monday, 1 June 2021.")
    assert (mention.date_from, mention.weekday_clash) == (date(2021, 6, 1), True)
    assert not find("It rained on Tuesday, 1 June 2021.")[0].weekday_clash


def test_what_lies_ahead_is_the_next_such_day():
    (friday,) = find("They will meet on Friday.")
    assert to_coming(friday, PUBLISHED).date_from == date(2021, 6, 18)
    (january,) = find("They will vote on January 5.")
    assert to_coming(january, PUBLISHED).date_to == date(2022, 1, 5)
    (full,) = find("They voted on January 5, 2021.")
    assert to_coming(full, PUBLISHED) == full


def test_days_after_an_event_are_counted_from_it():
    (later,) = find("Two weeks later it rained.")
    assert (later.relation, later.offset) == (Relation.ANCHOR, 14)
    assert to_anchored(later, date(2021, 3, 1)).date_from == date(2021, 3, 15)
    (vague,) = find("Months later it rained.")
    assert vague.offset is None
    assert to_anchored(vague, date(2021, 3, 1)) == vague


def test_a_chosen_year_is_marked():
    assert [m.inferred for m in find("On 3 May, on 3 May 2020, on Friday and last Friday.")] == [
        True,
        False,
        True,
        False,
    ]


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_at_most_a_week_back(published, weekday):
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (mention,) = find(f"It rained on {name}.", published)
    assert mention.date_from is not None
    assert mention.date_from.weekday() == weekday
    assert timedelta(0) <= published - mention.date_from < timedelta(7)


@given(DAYS, DAYS, st.sampled_from(["%B {day}", "{day} %B", "%b {day}", "{day} %b"]))
def test_a_day_without_year_is_at_most_a_leap_cycle_back(published, day, form):
    (mention,) = find(f"It rained on {day.strftime(form).format(day=day.day)}, he said.", published)
    assert mention.date_from is not None
    assert (mention.date_from.month, mention.date_from.day) == (day.month, day.day)
    assert timedelta(-1) <= published - mention.date_from < timedelta(8 * 366)


@given(DAYS, st.sampled_from(["{day} %B %Y", "%B {day}, %Y", "%Y-%m-%d", "%A, {day} %B %Y", "%b {day} %Y"]))
def test_a_written_date_comes_back(day, form):
    (mention,) = find(f"It rained on {day.strftime(form).format(day=day.day)} in Varn.", None)
    assert (mention.date_from, mention.date_to, mention.precision) == (day, day, Precision.DAY)
    assert not mention.weekday_clash


_TEXT = (
    "on in since until between and the last next this past early late mid of ago earlier after before two 5 25 2019 "
    "May October Oct. Friday Sunday Sun weeks days month year summer today overnight night 2019-02-30 31 - , ( ) ."
)


@given(st.lists(st.sampled_from(_TEXT.split()), max_size=25), st.sampled_from([" ", "\n", "  ", "\u00a0"]), DAYS)
def test_offsets_order_and_bounds(words, space, published):
    text = space.join(words)
    mentions = find(text, published)
    assert mentions == find(text, published)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    for mention in mentions:
        assert " ".join(text[mention.start : mention.end].split()) == mention.text
        assert mention.date_from is None or mention.date_to is None or mention.date_from <= mention.date_to


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert find(text) == find(text)


@given(st.lists(st.sampled_from(_TEXT.split()), max_size=25))
def test_without_an_anchor_only_written_years_are_dated(words):
    for mention in find(" ".join(words), None):
        if mention.date_from or mention.date_to:
            assert "20" in mention.text


def test_ten_thousand_dates_in_a_row():
    assert len(find("3 May 2019, " * 10_000)) == 10_000
