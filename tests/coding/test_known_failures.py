"""Known failures: the cases of tests/cases/known_failures.yaml, each of which must fail until its rule is there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from analysis.coding import code_source
from analysis.sources.source import Source
from tests.conftest import read_cases


def shown(row: Any, field: str) -> Any:
    holder = row if hasattr(row, field) else row.quantity
    value = getattr(holder, field)
    return getattr(value, "value", value)


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, marks=pytest.mark.xfail(reason=c["why"], strict=True)) for c in read_cases("known_failures")],
)
def test_codes_as_would_be_right(case: dict[str, Any]) -> None:
    (table,) = case.keys() - {"text", "why"}
    coding = code_source(Source("case", "case.txt", case["text"], published=date(2031, 3, 14), language="en"))
    rows = getattr(coding, table)
    assert len(rows) == len(case[table])
    assert [{f: shown(row, f) for f in want} for row, want in zip(rows, case[table], strict=True)] == case[table]


def test_a_field_is_shown_by_its_value() -> None:
    source = Source("case", "case.txt", "A rocket hit the mill and killed four guards.", language="en")
    (attack,), (toll,) = code_source(source).attacks, code_source(source).casualties
    assert [shown(attack, "type"), shown(toll, "outcome"), shown(toll, "low")] == ["rocket", "killed", 4]
