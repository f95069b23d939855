from __future__ import annotations

import re

import pytest

from analysis.tables import CLAIMS, SCHEMA, Column


@pytest.mark.parametrize("table", list(SCHEMA))
def test_every_column_says_what_it_means_and_stands_once(table: str) -> None:
    names = [column.name for column in SCHEMA[table]]
    assert len(names) == len(set(names))
    assert all(column.meaning and "\n" not in column.meaning for column in SCHEMA[table])


@pytest.mark.parametrize("table", CLAIMS)
def test_every_claim_carries_its_proof(table: str) -> None:
    named = {column.name: column for column in SCHEMA[table]}
    for name in ("source_id", "claim_id", "evidence", "start", "end", "rule", "review"):
        assert not named[name].nullable


@pytest.mark.parametrize("column", [column for columns in SCHEMA.values() for column in columns if column.pattern])
def test_patterns_are_patterns(column: Column) -> None:
    assert column.pattern and re.compile(column.pattern).fullmatch("") is None


def test_only_whole_numbers_that_may_be_empty_are_of_the_nullable_dtype() -> None:
    named = {column.name: column.dtype for column in SCHEMA["casualties"]}
    assert (named["low"], named["start"], named["subset"], named["role"]) == ("Int64", "int64", "bool", "str")
