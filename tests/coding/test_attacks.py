"""Attacks: the cases of tests/cases/attacks.yaml; every row's evidence is the sentence at its offsets."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.coding import code_source
from analysis.sources.source import Source
from tests.conftest import read_cases


def code(text: str, published: date | None = date(2031, 3, 14), outlet: str | None = None):
    return code_source(Source("case", "case.txt", text, published=published, language="en", outlet=outlet))


def shown(row, field: str):
    if field in {"munitions", "count"}:
        quantity = getattr(row, field)
        return None if quantity is None else [quantity.low, quantity.high]
    value = getattr(row, field)
    return value.value if hasattr(value, "value") else value


@pytest.mark.parametrize("case", read_cases("attacks"), ids=lambda c: c["why"])
def test_codes_as_the_cases_say(case):
    rows = code(case["text"], date(2031, 3, 14) if case.get("dated", True) else None, case.get("outlet")).attacks
    found = [{f: shown(row, f) for f in want} for row, want in zip(rows, case["attacks"], strict=False)]
    assert found == case["attacks"]
    assert len(rows) == len(case["attacks"])


@pytest.mark.parametrize("case", read_cases("attacks"), ids=lambda c: c["why"])
def test_evidence_stands_at_its_offsets(case):
    for row in code(case["text"]).attacks:
        assert case["text"][row.evidence.start : row.evidence.end] == row.evidence.text


def test_no_two_attacks_of_the_same_words_share_an_id():
    rows = code("A Turkish drone targeted at first a car near Kobani and then hit the outskirts of the town.").attacks
    assert len(rows) == 2
    assert len({row.claim_id for row in rows}) == 2


def test_a_third_of_the_cases_is_negative() -> None:
    cases = read_cases("attacks")
    assert sum(not case["attacks"] for case in cases) >= len(cases) // 3


@pytest.mark.parametrize(
    ("title", "datelines", "text", "place"),
    [
        (
            "Toll of Tikrit mosque bombing rises",
            (),
            "Sunday's bombing in a mosque killed 40.",
            "Tikrit",
        ),
        ("Blasts in Tikrit and Baqubah", (), "Sunday's bombing in a mosque killed 40.", None),
        (
            "Toll rises",
            ("Tikrit",),
            "A bomb killed six people at the railway station.",
            "Tikrit",
        ),
        ("Toll rises", ("Tikrit",), "A bomb killed six people at a railway station.", None),
        ("Toll rises", ("Baghdad",), "A bomb killed six people at the railway station.", None),
    ],
)
def test_what_stands_over_a_text_places_what_it_opens_with(title, datelines, text, place):
    source = Source("s", "s.txt", text, title=title, datelines=datelines, published=date(2031, 3, 14), language="en")
    assert [row.place for row in code_source(source).attacks] == [place]
