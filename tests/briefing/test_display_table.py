"""Tables for readers: three forms, escaped, never longer than a reader can use."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.briefing.display import MIMETYPE, table
from analysis.briefing.display.nodes import reference, text
from analysis.briefing.display.table import LIMIT, LINE
from tests.briefing.reports_for_tests import HOSTILE


def frame(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype=object)


@pytest.mark.parametrize("value", HOSTILE)
def test_cells_heads_and_caption_are_shown_as_typed(value: str) -> None:
    shown = table(frame(**{value: [value]}), "t", value, note=value)._repr_mimebundle_()
    assert shown["text/plain"].count(value) == 3
    for wrong in ("<script", "<b>", "href=", "javascript:alert(1)</a"):
        assert wrong not in shown["text/html"]
    assert shown[MIMETYPE]["blocks"][0]["rows"][0][0] == [{"t": "s", "v": value}]


def test_heads_have_scopes_and_numbers_their_side() -> None:
    page = table(frame(Place=["Ayn"], Rounds=[1200]), "t", "Rounds", right=["Rounds"])._repr_mimebundle_()["text/html"]
    assert '<th scope="col" class="right">Rounds</th>' in page
    assert '<th scope="row">Ayn</th><td class="right">1,200</td>' in page
    assert "<caption>Rounds</caption>" in page


def test_absence_is_a_dash_and_a_link_a_link() -> None:
    cell = reference("ev-1", [text("1.1")])
    page = table(frame(A=[None, float("nan")], B=[cell, pd.NaT]), "t", "T")._repr_mimebundle_()["text/html"]
    assert page.count("–") == 3 and '<a href="#ev-1">1.1</a>' in page


def test_a_table_without_rows_says_what_was_not_found() -> None:
    shown = table(frame(A=[]), "t", "T", none="No attack was found.")._repr_mimebundle_()
    assert shown["text/html"] == '<p class="none" id="table-t">No attack was found.</p>'


def test_a_long_table_shows_its_first_rows_and_names_the_file() -> None:
    shown = table(frame(A=list(range(LIMIT + 1))), "attacks", "T")._repr_mimebundle_()
    block = shown[MIMETYPE]["blocks"][0]
    assert len(block["rows"]) == LIMIT
    assert "tables/attacks.csv" in block["note"] and f"{LIMIT + 1}" in block["note"]


def test_columns_share_the_line_and_hold_their_longest_word() -> None:
    words = ["Longestword x", "short"]
    columns = table(frame(A=words, B=["y " * 200, "z"], C=[1, 2]), "t", "T").blocks[0]["columns"]
    widths = [column["width"] for column in columns]
    assert widths[0] >= len("Longestword") and widths[1] > widths[0] > widths[2]
    assert sum(widths) <= LINE + 1
