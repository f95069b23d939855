from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import CorrectionsError, write_review
from analysis.corrections.layout import columns_of
from analysis.corrections.reading import parse_corrections
from analysis.corrections.review import guard, unguard
from analysis.sources.source import Corpus
from analysis.tables import CLAIMS
from tests.factories import Draft, two_reports

DRAFTS = two_reports()
HOSTILE = "=HYPERLINK('http://example.org'), said the clerk."


def written(target: Path, *drafts: Draft, corrections: str = "", **known: object) -> list[Path]:
    corpus = Corpus("invented", tuple(draft.source() for draft in drafts))
    codings = {draft.source_id: draft.coding() for draft in drafts}
    return write_review(corpus, codings, target, parse_corrections(corrections), **known)  # type: ignore[arg-type]


def test_a_sheet_per_table_with_frozen_filtered_heads_drop_downs_and_notes(tmp_path: Path) -> None:
    files = written(tmp_path, *DRAFTS, meanings={"attacks": {"place": "where it was"}})
    assert [file.name for file in files] == ["review.xlsx", *(f"review-{table}.csv" for table in CLAIMS)]
    book = openpyxl.load_workbook(files[0])
    assert book.sheetnames == list(CLAIMS)
    sheet = book["attacks"]
    heads = [cell.value for cell in sheet[1]]
    assert tuple(heads) == columns_of("attacks")
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:AF4"
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists["I2"] == '"accept,correct,reject"' and heads[8] == "decision"
    assert '"single,series"' in lists.values()
    place = sheet.cell(1, heads.index("place") + 1)
    assert "where it was" in place.comment.text
    assert sheet["G2"].alignment.wrap_text and sheet["G2"].number_format == "@"
    assert sheet.column_dimensions["AF"].hidden and heads[31] == "seen"


def test_a_row_has_its_sentence_with_neighbours_and_its_fields(tmp_path: Path) -> None:
    path = written(tmp_path, *DRAFTS)[2]
    with path.open(encoding="utf-8-sig", newline="") as handle:
        first = next(csv.DictReader(handle))
    assert first["before"] == "At least ten rockets fell on Balad air base on Monday."
    assert first["evidence"] == "Two Iraqi soldiers were wounded."
    assert first["after"] == "About 2,500 American soldiers are in Iraq."
    assert (first["low"], first["subset"], first["attack"], first["review"]) == ("2", "false", "a1", "auto")
    assert (first["decision"], first["by"], first["date"], first["why"]) == ("", "", "", "")


def test_a_corrected_row_is_shown_as_corrected(tmp_path: Path) -> None:
    claim = DRAFTS[0].attacks[0].claim_id
    entry = f"set: {claim}, to: {{place: K2}}, expect: {{place: Balad air base}}, by: N, date: 2021-05-09, why: x"
    sheet = openpyxl.load_workbook(written(tmp_path, *DRAFTS, corrections=f"- {{{entry}}}")[0])["attacks"]
    shown = dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True))
    assert shown["place"] == "K2" and shown["review"] == "corrected"


def test_one_workbook_where_one_is_named(tmp_path: Path) -> None:
    assert written(tmp_path / "new" / "mine.xlsx", *DRAFTS) == [tmp_path / "new" / "mine.xlsx"]
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["mine.xlsx"]


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = written(tmp_path / "one", *DRAFTS), written(tmp_path / "other", *DRAFTS)
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]


def test_hostile_text_is_never_a_formula(tmp_path: Path) -> None:
    draft = Draft("gazette-1")
    draft.attack(HOSTILE, place="+1", target="@sum", attacker="-cmd", date_text="http://example.org")
    workbook, attacks, *_ = written(tmp_path, draft)
    xml = zipfile.ZipFile(workbook).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml and b"<hyperlink" not in xml
    assert {cell.data_type for cell in openpyxl.load_workbook(workbook)["attacks"][2]} <= {"s", "n"}
    rows = list(csv.reader(io.StringIO(attacks.read_text("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert f"'{HOSTILE}" in rows[1]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CorrectionsError, match="cannot be written"):
        written(tmp_path / "file" / "deeper", *DRAFTS)


@given(st.text(st.one_of(st.characters(), st.sampled_from("'=+-@ \t\r\n＝")), max_size=8))
def test_what_guard_puts_on_unguard_takes_off(cell: str) -> None:
    assert unguard(guard(cell)) == cell
    assert guard(cell)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝"}
