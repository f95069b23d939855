"""Sentences: the cases of tests/cases/sentences.yaml, furniture left out, exact offsets, linear time."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.text.sentences import LONGEST, find_sentences
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("sentences"), ids=lambda c: c["why"])
def test_cuts_as_the_cases_say(case):
    text = case["text"]
    assert [text[s.start : s.end] for s in find_sentences(text)] == case["sentences"]


def test_leaves_furniture_out_without_moving_offsets():
    text = "Two shells fell. Share this page. Nobody was hurt."
    start = text.index("Share")
    found = find_sentences(text, [(start, start + len("Share this page."))])
    assert [text[s.start : s.end] for s in found] == ["Two shells fell.", "Nobody was hurt."]


def test_cuts_a_text_without_a_full_stop():
    found = find_sentences("word " * 10_000)
    assert max(len(s.tokens) for s in found) == LONGEST
    assert sum(len(s.tokens) for s in found) == 10_000


def test_knows_capitals_and_headlines():
    capitals, headline = find_sentences("THE ARMY LEFT THE TOWN.\n\nArmy leaves town")
    assert capitals.capitals and not capitals.headline
    assert headline.headline and not headline.capitals


@given(st.text(alphabet=st.sampled_from('ab AB.!?"“”\n\r12,')))
def test_sentences_are_sorted_and_do_not_overlap(text):
    found = find_sentences(text)
    for a, b in itertools.pairwise(found):
        assert a.end <= b.start
    assert all(s.tokens[0].start == s.start and s.tokens[-1].end == s.end for s in found)
