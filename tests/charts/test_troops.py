"""Troop numbers by the hundred: ranges of a day, a month or a year, never more points than can be told apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from analysis.charts.troops import MOST_NUMBERS, data_troops, note_troops, plot_troops
from tests.factories import Draft, exact, tables_of


def numbers(count: int, every: int, *, same: bool = False) -> Draft:
    """A report with so many numbers, so many days apart."""
    draft = Draft("gazette")
    for at in range(count):
        day = date(2021, 1, 1) + timedelta(days=at * every)
        draft.troop(f"Soldiers, count {at}.", quantity=exact(1000 if same else 1000 + at), as_of=day.isoformat())
    return draft


@pytest.mark.parametrize(
    ("count", "every", "spanned"), [(60, 1, None), (61, 0, "day"), (200, 3, "month"), (500, 9, "year")]
)
def test_many_numbers_become_ranges_and_the_note_says_of_what(count: int, every: int, spanned: str | None) -> None:
    data = data_troops(tables_of(numbers(count, every)))
    assert len(data) <= MOST_NUMBERS
    assert data.attrs["spanned"] == spanned
    assert ("drawn as ranges" in note_troops(data)) == (spanned is not None)
    assert sum(data["sources"]) == count and data["low"].min() == 1000 and data["high"].max() == 999 + count


def test_the_same_number_all_year_is_no_range() -> None:
    data = data_troops(tables_of(numbers(500, 1, same=True)))
    assert set(data["qualifier"]) == {"exact"} and set(data["said"]) == {"1,000"}


def test_five_hundred_numbers_are_drawn() -> None:
    assert plot_troops(tables_of(numbers(500, 9))) is not None
