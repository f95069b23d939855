"""Rows of troops, from sentences with whose troops stand or move where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coding.reading import read_source
from analysis.coding.rows import Troops
from analysis.coding.troops import code_troops
from analysis.coding.utterances import find_utterances
from analysis.sources.source import Source

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "troops.yaml").read_text("utf-8"))


def code(text: str) -> tuple[Troops, ...]:
    reading = read_source(Source("s", "s.txt", text, published=date(2023, 3, 10)))
    return code_troops(reading, find_utterances(reading))


def shown(row: Troops) -> str:
    cells = (row.force, row.place, row.quantity.low, row.quantity.high, row.status, row.as_of)
    return " ".join("-" if cell is None else str(cell) for cell in cells)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_sentences_give_the_rows_that_the_cases_say(case: dict) -> None:
    assert [shown(row) for row in code(case["text"])] == case["expected"]


def test_a_third_of_the_cases_is_negative() -> None:
    assert sum(not case["expected"] for case in CASES) >= len(CASES) // 3


def test_there_points_back_to_the_country_named_before() -> None:
    rows = code("Mali asked for help. France has 900 soldiers there.")
    assert [shown(row) for row in rows] == ["FR ML 900 900 present 2023-03-10"]


def test_the_same_figure_twice_is_one_row() -> None:
    assert (
        len(code("Italy has 300 soldiers in Iraq. About noon he said it again: Italy has 300 soldiers in Iraq.")) == 1
    )


def test_evidence_stands_at_its_offsets_and_ids_are_unique() -> None:
    text = "\n\n".join(case["text"] for case in CASES)
    rows = code(text)
    assert len(rows) > 20
    assert all(text[row.evidence.start : row.evidence.end] == row.evidence.text for row in rows)
    assert len({row.claim_id for row in rows}) == len(rows)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "US",
                "troops",
                "500",
                "in",
                "Iraq",
                "are",
                "to",
                "sent",
                "will",
                "the",
                "of",
                ",",
                ".",
                "and",
                "from",
                "has",
            ]
        ),
        max_size=40,
    )
)
def test_any_jumble_is_coded_without_error_and_in_place(words: list[str]) -> None:
    text = " ".join(words)
    rows = code(text)
    assert all(text[row.evidence.start : row.evidence.end] == row.evidence.text for row in rows)
