"""Datelines: a table of invented ones, a third of it lines that only look like one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.datelines import parse_dateline

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "datelines.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in CASES])
def test_dateline(case: dict[str, Any]) -> None:
    dateline = parse_dateline(case["text"])
    if case["rest"] is None:
        assert dateline is None
        return
    assert dateline is not None
    assert (list(dateline.places), list(dateline.agencies)) == (case["places"], case["agencies"])
    rest = case["text"][dateline.end :]
    assert rest.startswith(case["rest"]) if case["rest"] else rest == ""


def test_bare_brackets_count_over_the_first_sentence_only() -> None:
    assert parse_dateline("(Aleria) Five sailors were hurt.", first=False) is None


@given(st.text(alphabet="AB ab,/()-–.:;[]12\n", max_size=300))
def test_any_head_is_read_within_bounds(text: str) -> None:
    dateline = parse_dateline(text)
    assert dateline is None or 0 == dateline.start < dateline.end <= len(text)
