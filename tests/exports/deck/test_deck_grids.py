from __future__ import annotations

import pandas as pd

from analysis.charts import CHARTS
from analysis.coding.rows import Act
from analysis.exports.deck import grids
from analysis.tables.wording import name_sources
from tests.factories import Draft, tables_of, two_reports


def test_counts_of_statements_are_the_darker_the_more() -> None:
    draft = Draft("gazette-1")
    for number, act in enumerate([Act.DENIES, Act.DENIES, Act.WARNS]):
        draft.statement(f"Word {number}.", act=act)
    grid = grids.to_statement_grid(CHARTS["statements"].data(tables_of(draft)))
    assert grid.head == ("", "denies", "warns", "all")
    assert grid.rows == (("Iraq", "2", "1", "3"),)
    assert grid.shades is not None and grid.shades[0, 1] < grid.shades[0, 2]


def test_verdicts_are_a_sign_and_a_word() -> None:
    grid = grids.to_agreement_grid(CHARTS["agreement"].data(tables_of(*two_reports())))
    ((name, *cells),) = grid.rows
    assert name == "Balad air base, 3 May 2021" and cells[0] == "= agree"
    assert len(grid.head) == len(cells) + 1 and cells[-1] == "2 / 2"


def test_families_have_a_column_each_ten_at_most() -> None:
    rows = [("f1", "agency", "Reuters", "a-1", "Gazette", 12), ("f1", "agency", "Reuters", "b-2", "Courier", 9)]
    rows += [(f"w{number}", "wording", "wording", "b-2", "Courier", 1) for number in range(12)]
    data = pd.DataFrame(rows, columns=["family_id", "reason", "family", "source_id", "source", "claims"])
    grid = grids.to_family_grid(data)
    assert grid.head[:3] == ("", "Reuters (agency)", "wording") and len(grid.head) == 11
    assert [row[:2] for row in grid.rows] == [("Gazette", "12"), ("Courier", "9")]


def test_toll_troops_and_sources() -> None:
    tables = tables_of(*two_reports())
    toll = grids.to_toll_grid(CHARTS["toll"].data(tables))
    assert [row[0] for row in toll.rows] == ["Injured Iraqi military"] * 2
    assert {row[1] for row in toll.rows} == {"2", "“Several”"}
    troops = grids.to_troop_grid(CHARTS["troops"].data(tables))
    assert troops.rows[0][:2] == ("US in Iraq", "about 2,500")
    sources = grids.to_source_grid(tables.sources, name_sources(tables.sources), 11)
    assert sources.rows[0] == ("11", "Gazette", "Rockets at Balad", "4 May 2021")
    assert sources.rows[1] == ("12", "Courier", "courier-2.txt", "5 May 2021")
