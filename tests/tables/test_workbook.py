from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from analysis.tables import CLAIMS, SCHEMA, Tables, write_tables
from analysis.tables.workbook import write_workbook
from tests.factories import Draft, many_reports, tables_of, two_reports


def written(tables: Tables, folder: Path) -> openpyxl.Workbook:
    (file,) = write_tables(tables, folder, "xlsx")
    assert file.name == "tables.xlsx"
    return openpyxl.load_workbook(file)


def test_a_sheet_per_table_with_frozen_head_filter_and_notes(tmp_path: Path) -> None:
    book = written(tables_of(*two_reports()), tmp_path)
    assert book.sheetnames == [*SCHEMA, "evidence", "columns"]
    sheet = book["attacks"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:AA4"
    assert [cell.value for cell in sheet[1]] == [column.name for column in SCHEMA["attacks"] if not column.later]
    assert "One of: single, series" in sheet["D1"].comment.text
    assert book["columns"].max_row == 1 + sum(map(len, SCHEMA.values()))


def test_cells_have_their_own_types(tmp_path: Path) -> None:
    sheet = written(tables_of(*two_reports()), tmp_path)["casualties"]
    head = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, head["low"]).value == 2
    assert sheet.cell(3, head["high"]).value is None
    assert sheet.cell(2, head["subset"]).value is False
    assert written(tables_of(*two_reports()), tmp_path)["sources"]["E2"].value == datetime(2021, 5, 4)


@pytest.mark.parametrize(
    "words", ["=cmd()", "+1+1", "-1", "@sum(1)", "https://example.org/", "12", "_x0041_", "a\tb", "\x01"]
)
def test_text_is_text(tmp_path: Path, words: str) -> None:
    draft = Draft("gazette-1", title=words)
    draft.attack(words)
    book = written(tables_of(draft), tmp_path)
    cell = book["sources"]["D2"]
    assert cell.data_type == "s" and cell.hyperlink is None
    xml = zipfile.ZipFile(tmp_path / "tables.xlsx").read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml
    if words not in ("_x0041_", "\x01"):  # openpyxl does not undo Excel's escapes
        assert cell.value == words


def test_a_cell_longer_than_excel_holds_is_cut_and_marked(tmp_path: Path) -> None:
    draft = Draft("gazette-1")
    draft.attack("x" * 40_000)
    sheet = written(tables_of(draft), tmp_path)["attacks"]
    (long,) = [cell.value for cell in sheet[2] if str(cell.value).startswith("xx")]
    assert len(long) == 32_767 and long.endswith("…")


def test_a_day_that_excel_does_not_know_is_text(tmp_path: Path) -> None:
    book = written(tables_of(Draft("annals-1", published=date(1866, 1, 2))), tmp_path)
    assert book["sources"]["E2"].value == "1866-01-02"


def test_a_row_leads_to_its_evidence_and_back(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    book = written(tables, tmp_path)
    for name in CLAIMS:
        head = {cell.value: cell.column for cell in book[name][1]}
        for row in range(2, book[name].max_row + 1):
            link = book[name].cell(row, head["claim_id"])
            sheet, cell = link.hyperlink.location.replace("'", "").split("!")
            proof = book[sheet][cell].row
            assert book[sheet].cell(proof, 3).value == book[name].cell(row, head["evidence"]).value
            assert f"{name} {link.value}" in book[sheet].cell(proof, 4).value
            back, first = book[sheet].cell(proof, 4).hyperlink.location.replace("'", "").split("!")
            assert book[back][first].value == book[sheet].cell(proof, 2).value


def test_an_empty_table_says_what_was_looked_for(tmp_path: Path) -> None:
    book = written(tables_of(), tmp_path)
    for name in SCHEMA:
        assert book[name]["A2"].value.startswith("Looked for: ") and book[name].max_row == 2
    assert book["evidence"]["A2"].value == "No claim was found, so there is no evidence."


def test_links_lead_only_into_the_workbook(tmp_path: Path) -> None:
    draft = Draft("gazette-1", title="https://example.org/", url="https://example.org/")
    draft.attack("internal:'sources'!A1", target="external:secret.xlsx")
    written(tables_of(draft), tmp_path)
    parts = zipfile.ZipFile(tmp_path / "tables.xlsx")
    assert not [name for name in parts.namelist() if b"example.org" in parts.read(name) and "rels" in name]


def test_tables_beyond_the_five_have_their_sheet(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    path = tmp_path / "briefing.xlsx"
    write_workbook({"attacks": tables.attacks}, SCHEMA, path)
    assert openpyxl.load_workbook(path).sheetnames == ["attacks", "evidence", "columns"]
    write_workbook({"sources": tables.sources}, SCHEMA, path)
    assert openpyxl.load_workbook(path).sheetnames == ["sources", "columns"]


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_tables(many_reports(60), tmp_path / name, "xlsx")
    assert (tmp_path / "one/tables.xlsx").read_bytes() == (tmp_path / "two/tables.xlsx").read_bytes()


def test_the_workbook_carries_no_clock(tmp_path: Path) -> None:
    write_tables(tables_of(*two_reports()), tmp_path, "xlsx")
    book = zipfile.ZipFile(tmp_path / "tables.xlsx")
    assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2000-01-01T00:00:00Z" in book.read("docProps/core.xml")
