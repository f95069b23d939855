"""Tokens: offsets are exact, and the cases of tests/cases/tokens.yaml."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.text.tokens import find_tokens
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("tokens"), ids=lambda c: c["why"])
def test_cuts_as_the_cases_say(case):
    assert " | ".join(t.text for t in find_tokens(case["text"])) == case["tokens"]


@given(st.text())
def test_offsets_are_exact_and_nothing_but_space_is_lost(text):
    tokens = find_tokens(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert "".join(t.text for t in tokens).split() == "".join(text.split()).split() or "".join(
        t.text for t in tokens
    ) == "".join(c for c in text if not c.isspace())
