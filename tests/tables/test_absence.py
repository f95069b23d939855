from __future__ import annotations

import pytest

from analysis.tables import SCHEMA
from analysis.tables.absence import say_absence


@pytest.mark.parametrize("table", [*SCHEMA, "incidents"])
def test_every_table_says_what_was_looked_for(table: str) -> None:
    assert say_absence(table).startswith("Looked for: ") and say_absence(table).endswith("None was found.")


def test_a_table_unknown_here_says_that_it_is_empty() -> None:
    assert say_absence("links") == "No row was found."
