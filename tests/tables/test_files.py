from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables import SCHEMA, SchemaError, Tables, check_tables, find_formulas, read_tables, write_tables
from analysis.tables.files import read_frame, to_csv
from analysis.tables.frames import to_frame
from tests.factories import Draft, tables_of, texts_of, two_reports

HOSTILE = [
    "=cmd()",
    "+1",
    "-2",
    "@sum",
    "<script>",
    "$x$",
    "#import",
    "[x](javascript:1)",
    'say "a, b"',
    "é\r\nش",
    "a\rb",
]


def hostile() -> tuple[Tables, dict[str, str]]:
    draft = Draft("gazette-1", title="=cmd()", outlet="@outlet")
    for words in HOSTILE:
        draft.attack(words, target=words, country="NA")
        draft.statement(words)
    return tables_of(draft), texts_of(draft)


def same(one: Tables, other: Tables) -> None:
    for name, frame in one.frames().items():
        pd.testing.assert_frame_equal(frame, other.frames()[name])


def test_csv_is_read_back_with_the_same_values_and_types(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    files = write_tables(tables, tmp_path / "tables")
    assert [file.name for file in files] == sorted(f"{name}.csv" for name in SCHEMA)
    same(tables, read_tables(tmp_path / "tables"))


def test_hostile_words_come_out_as_typed_and_keep_their_offsets(tmp_path: Path) -> None:
    tables, texts = hostile()
    write_tables(tables, tmp_path)
    back = read_tables(tmp_path)
    check_tables(back, texts)
    with (tmp_path / "attacks.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["target"] for row in rows] == HOSTILE
    assert {row["country"] for row in rows} == {"NA"}
    same(tables, back)


def test_cells_that_a_spreadsheet_would_run_are_named() -> None:
    tables, _ = hostile()
    assert ("sources", "title", "=cmd()") in find_formulas(tables)
    assert {words for _, column, words in find_formulas(tables) if column == "evidence"} == {
        "=cmd()",
        "+1",
        "-2",
        "@sum",
    }
    assert find_formulas(tables_of(*two_reports())) == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), min_size=1))
def test_any_text_survives_csv(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    columns = [column for column in SCHEMA["sources"] if column.name in ("source_id", "outlet")]
    frame = to_frame("sources", [{"source_id": word, "outlet": word} for word in words], columns)
    path = tmp_path_factory.mktemp("csv") / "sources.csv"
    path.write_text(to_csv(frame), encoding="utf-8", newline="")
    pd.testing.assert_frame_equal(read_frame(path, columns), frame)


def test_csv_is_plain_utf8_with_iso_days_and_line_feeds(tmp_path: Path) -> None:
    write_tables(tables_of(*two_reports()), tmp_path)
    raw = (tmp_path / "attacks.csv").read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf")
    assert b",2021-05-03,2021-05-03,Monday,Balad air base,IQ,rocket,10,,at_least," in raw
    assert b",false," in (tmp_path / "casualties.csv").read_bytes()


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_the_same_tables_give_the_same_bytes(tmp_path: Path, form: str) -> None:
    first = write_tables(tables_of(*two_reports()), tmp_path / "one", form)
    second = write_tables(tables_of(*two_reports()), tmp_path / "two", form)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_parquet_keeps_the_types(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    write_tables(tables, tmp_path, "parquet")
    for name, frame in tables.frames().items():
        pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / f"{name}.parquet"), frame)


def test_tables_without_rows_are_written_and_read(tmp_path: Path) -> None:
    tables = tables_of(Draft("gazette-1"))
    write_tables(tables, tmp_path)
    assert (tmp_path / "troops.csv").read_text().count("\n") == 1
    same(tables, read_tables(tmp_path))


def test_good_files_stay_when_writing_fails(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    write_tables(tables, tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(AttributeError):
        write_tables(replace(tables, troops=None), tmp_path)  # type: ignore[arg-type]
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_folder_that_cannot_be_made_raises_oserror(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError):
        write_tables(tables_of(*two_reports()), tmp_path / "file")


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="docx"):
        write_tables(tables_of(*two_reports()), tmp_path, "docx")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: text.replace("source_id,", "source,", 1), "column 'source'"),
        (lambda text: text.replace(",false,", ",no,", 1), "neither true nor false"),
        (lambda text: text.replace(",exact,", ",about right,", 1), "casualties.qualifier"),
        (lambda text: text + "one,two\n", "row 4 has 2 cells"),
        (lambda text: "", "not a CSV file"),
    ],
)
def test_a_spoilt_file_is_named_in_one_line(tmp_path: Path, spoil: object, message: str) -> None:
    write_tables(tables_of(*two_reports()), tmp_path)
    path = tmp_path / "casualties.csv"
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")  # type: ignore[operator]
    with pytest.raises(SchemaError, match=message) as caught:
        read_tables(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"sources.csv is missing"):
        read_tables(tmp_path)


def test_an_old_day_is_written_whole(tmp_path: Path) -> None:
    draft = Draft("annals-1", published=date(866, 1, 2))
    write_tables(tables_of(draft), tmp_path)
    assert ",0866-01-02," in (tmp_path / "sources.csv").read_text()
    same(tables_of(draft), read_tables(tmp_path))
