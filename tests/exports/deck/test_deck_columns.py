from __future__ import annotations

from datetime import date, timedelta

import pytest

from analysis.charts.registry import CHARTS
from analysis.exports.deck.columns import Columns, to_attack_columns, to_reaction_columns
from tests.factories import Draft, tables_of


def columns_of(*days: date) -> Columns | None:
    draft = Draft("gazette-1")
    for number, day in enumerate(days):
        draft.attack(f"Attack {number}.", day=day, place=f"Place {number}", country="IQ")
    return to_attack_columns(CHARTS["timeline"].data(tables_of(draft)))


@pytest.mark.parametrize(
    ("days", "unit", "first", "number"),
    [
        ((0,), "day", "3 May 2021", 1),
        ((0, 30), "day", "3 May 2021", 31),
        ((0, 31), "month", "May 2021", 2),
        ((0, 365), "month", "May 2021", 13),
        ((0, 3 * 365), "year", "2021", 4),
        ((0, 60 * 365), "decade", "2020s", 7),
    ],
)
def test_the_shortest_division_that_keeps_the_columns_few(
    days: tuple[int, ...], unit: str, first: str, number: int
) -> None:
    made = columns_of(*(date(2021, 5, 3) + timedelta(days=day) for day in days))
    assert made is not None
    assert (made.unit, made.names[0], len(made.names)) == (unit, first, number)
    assert sum(sum(numbers) for _, numbers, _ in made.series) == len(days)


def test_nothing_dated_gives_no_columns() -> None:
    assert columns_of() is None


@pytest.mark.parametrize(
    ("numbers", "unit", "said"),
    [
        ((1,), "day", "The one dated attack falls on A"),
        ((2,), "month", "All 2 dated attacks fall in A"),
        ((1, 3), "year", "3 of 4 dated attacks fall in B"),
        ((1, 1), "decade", "1 of 2 dated attacks fall in the A"),
    ],
)
def test_the_title_names_the_fullest_column(numbers: tuple[int, ...], unit: str, said: str) -> None:
    columns = Columns(("A", "B")[: len(numbers)], (("drone", numbers, "#000000"),), unit)
    assert columns.say("dated attacks") == said


def test_statements_and_attacks_stand_side_by_side() -> None:
    draft = Draft("gazette-1")
    draft.attack(day=date(2021, 5, 3), place="Balad air base", country="IQ")
    for day in (3, 4, 4):
        draft.statement(f"Word {day} {len(draft.text)}.", date=date(2021, 5, day))
    made = to_reaction_columns(CHARTS["reactions"].data(tables_of(draft)))
    assert made is not None and not made.stacked
    assert [(name, numbers) for name, numbers, _ in made.series] == [("statements", (1, 2)), ("attacks", (1, 0))]
    assert made.tell() == ["3 May 2021: statements 1, attacks 1", "4 May 2021: statements 2"]
