from __future__ import annotations

from datetime import date

import pytest

from analysis.charts import CHARTS
from analysis.charts.description import describe
from analysis.charts.sizes import SLIDE
from analysis.exports.deck.showing import Shown, show
from analysis.tables import Tables
from tests.factories import Draft, tables_of, two_reports


def shown(name: str, tables: Tables) -> Shown:
    data = CHARTS[name].data(tables, SLIDE)
    return show(name, data, describe(CHARTS[name], data, tables, SLIDE))


def test_columns_have_a_title_caption_and_words_of_their_own() -> None:
    draft = Draft("gazette-1")
    draft.attack("A.", day=date(2021, 5, 3), place="Balad air base", country="IQ")
    draft.attack("B.", place="Mosul", country="IQ")
    made = shown("timeline", tables_of(draft))
    assert made.title == "The one dated attack falls on 3 May 2021"
    assert made.caption.endswith("Without a date and not counted: 1.")
    assert made.alt == "Column chart. 3 May 2021: rockets, missiles, shells 1."


@pytest.mark.parametrize(("days", "caption"), [(2, "Numbers as the sources"), (3, "A point is a number")])
def test_troops_are_points_from_three_days_on(days: int, caption: str) -> None:
    draft = Draft("gazette-1")
    for number in range(days):
        draft.troop(f"Force {number}.", as_of=f"202{number}-01-01")
    draft.troop("Undated.", as_of=None)
    made = shown("troops", tables_of(draft))
    assert made.caption.startswith(caption) and made.caption.endswith(": 1.")


def test_a_table_is_told_row_by_row_and_a_picture_keeps_its_words() -> None:
    tables = tables_of(*two_reports())
    assert "Victims Injured Iraqi military, Number 2, By the figures of Gazette" in shown("toll", tables).alt
    data = CHARTS["map"].data(tables, SLIDE)
    assert shown("map", tables).alt == CHARTS["map"].alt(data)
