"""Clock times and their pairs: invented sentences, a third of them without a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.dates.clock import find_times, to_pairs
from analysis.language.text.sentences import find_sentences


def find(text: str):
    return [mention for sentence in find_sentences(text) for mention in find_times(sentence)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It rang at 7:20 pm (2220 GMT), he said.", [("7:20 pm", 1160, None), ("2220 GMT", 1340, "GMT")]),
        ("It rang at 12:30 a.m. local time.", [("12:30 a.m. local time", 30, "local")]),
        ("It rang at 12 pm and at midnight.", [("12 pm", 720, None), ("midnight", 0, None)]),
        ("It rang at 7.20pm on Friday.", [("7.20pm", 1160, None)]),
        ("AT 1045 (1645 UTC) IT RANG AGAIN.", [("1045", 645, None), ("1645 UTC", 1005, "UTC")]),
        ("It rang at 19:20 and at 0300 hours.", [("19:20", 1160, None), ("0300 hours", 180, None)]),
        ("It rang at 13:20 pm.", []),
        ("It rang at 25:10.", []),
        ("It holds 2000 men, 1,045 of them cooks.", []),
        ("It rang 3 times, at 7 o'clock.", []),
        ("Varn lost 3:2 at home.", []),
        ("It rang for 24 hours.", []),
    ],
)  # fmt: skip
def test_times(text, times):
    assert [(m.text, m.minutes, m.zone) for m in find(text)] == times


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It rang at 7:20 pm (2220 GMT).", [("7:20 pm", "2220 GMT")]),
        ("It rang at 0300 local time, or 0000 GMT.", [("0300 local time", "0000 GMT")]),
        ("It rang at 0300 GMT (6 a.m.).", []),
        ("It rang at 3 a.m. and stopped, as far as we can tell, at 0900 GMT.", []),
    ],
)
def test_a_time_is_paired_with_its_universal_time(text, pairs):
    assert [(a.text, b.text) for a, b in to_pairs(find(text))] == pairs


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_comes_back(hour, minute):
    half = "a.m." if hour < 12 else "p.m."
    spoken = f"{(hour - 1) % 12 + 1}:{minute:02} {half}"
    text = f"It rang at {hour:02}:{minute:02} and at {hour:02}{minute:02} GMT and at {spoken} in Varn."
    assert [m.minutes for m in find(text)] == [hour * 60 + minute] * 3
    assert all(" ".join(text[m.start : m.end].split()) == m.text for m in find(text))
