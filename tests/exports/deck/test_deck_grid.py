from __future__ import annotations

from typing import Any

from analysis.exports.deck.grid import Grid, add_grid
from analysis.exports.deck.slide import BODY, add_slide
from analysis.exports.deck.template import new_deck

ROWS = tuple((f"Row {number}", "words " * 8, str(number)) for number in range(40))


def drawn(grid: Grid, box: tuple[float, float, float, float] = BODY) -> tuple[Any, float]:
    slide = add_slide(new_deck("Strikes"), "Title")
    height = add_grid(slide, box, grid, "Words")
    return slide.shapes[-1].table, height


def test_rows_that_do_not_fit_are_counted() -> None:
    table, height = drawn(Grid(("A", "B", "No."), ROWS, (1, 4, 1)))
    last = len(table.rows) - 1
    assert height <= BODY[3]
    assert table.cell(last, 0).text == f"{len(ROWS) - (last - 1):,} more rows in the tables"
    assert table.cell(last - 1, 0).text == f"Row {last - 2}"


def test_a_small_table_has_large_letters_and_all_its_rows() -> None:
    table, _ = drawn(Grid(("A", "B", "No."), ROWS[:3], (1, 4, 1)))
    assert [row.cells[0].text for row in table.rows] == ["A", "Row 0", "Row 1", "Row 2"]
    assert table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size.pt == 18


def test_no_word_of_a_head_is_broken() -> None:
    heads = ("", *["announces"] * 10)
    table, _ = drawn(Grid(heads, (("Body", *["2"] * 10),), (2, *[1] * 10)))
    assert table.cell(0, 1).text_frame.paragraphs[0].runs[0].font.size.pt < 18
    assert table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size.pt == 18


def test_long_cells_are_cut_and_dark_ones_have_light_letters() -> None:
    table, _ = drawn(Grid(("A", "B"), (("x" * 3000, "1"),), (1, 1), {(0, 1): "#1f5a92"}, frozenset({1})))
    assert table.cell(1, 0).text.endswith("…")
    assert str(table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.color.rgb) == "FFFFFF"


def test_a_grid_told_in_words() -> None:
    assert Grid(("", "killed"), (("US", "2"), ("IQ", "")), (1, 1)).tell() == ["US, killed 2", "IQ"]
