"""The sidecar: every wrong form is one line with its number and its mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.errors import SourcesError
from analysis.sources.metadata import Metadata
from analysis.sources.sidecar import COLUMNS, read_sidecar, to_csv, to_row, write_new

HEADER = ",".join(COLUMNS) + "\n"
FILES = ("a.txt", "b.txt")


def read(folder: Path, content: str | bytes) -> dict[str, Metadata]:
    path = folder / "sources.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_sidecar(path, FILES)


def test_rows_are_read(tmp_path: Path) -> None:
    told = read(
        tmp_path, HEADER + 'a.txt,one,"The Post, Alba",AP; AFP;,2021-03-12,"A ""title""",https://a.example/,EN-gb\n\n'
    )
    assert told == {
        "a.txt": Metadata(
            source_id="one",
            outlet="The Post, Alba",
            agencies=("AP", "AFP"),
            published=date(2021, 3, 12),
            title='A "title"',
            url="https://a.example/",
            language="en",
        )
    }


def test_columns_in_any_order_with_mark_and_windows_newlines(tmp_path: Path) -> None:
    header = ",".join(reversed(COLUMNS))
    assert read(tmp_path, f"{header}\r\nen,,,,,,,a.txt\r\n".encode("utf-8-sig")) == {"a.txt": Metadata(language="en")}


def test_a_column_that_is_not_there_is_unknown(tmp_path: Path) -> None:
    told = read(tmp_path, "file,published\na.txt,2021-03-12\n")
    assert told == {"a.txt": Metadata(published=date(2021, 3, 12))}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (HEADER.replace("outlet", "Outlet"), "unknown column 'Outlet'; the columns are file, source_id"),
        (HEADER.replace("file,", ""), "column file is missing; add it"),
        (HEADER.replace("outlet", "outlet,outlet"), "column outlet is there twice"),
        ("", "column file is missing"),
        (HEADER.replace(",", ";"), "not parted by commas; save it as CSV with commas"),
        (HEADER + "a.txt,,,\n", "line 2: 4 cells under 8 columns"),
        (HEADER + "a.txt,x,,,,,,\nb.txt,X,,,,,,\n", "line 3: source_id X is on line 2 too"),
        (HEADER + "a.txt,,,,,,,\na.txt,,,,,,,\n", "line 3: a.txt has a row already"),
        (HEADER + "a.txt,,,,12.3.2021,,,\n", "line 2: published '12.3.2021' is not a date; write it as YYYY-MM-DD"),
        (HEADER + "a.txt,,,,2021-02-30,,,\n", "published '2021-02-30' is not a date"),
        (HEADER + "a.txt,,,,20210312,,,\n", "published '20210312' is not a date"),
        (HEADER + "c.txt,,,,,,,\n", "line 2: c.txt is not among the documents; correct the name or delete the row"),
        (HEADER + "../a.txt,,,,,,,\n", "line 2: '../a.txt' is not a plain file name"),
        (HEADER + "/etc/passwd,,,,,,,\n", "'/etc/passwd' is not a plain file name"),
        (HEADER + "C:\\a.txt,,,,,,,\n", "is not a plain file name"),
        (HEADER + "..,,,,,,,\n", "'..' is not a plain file name"),
        (HEADER + ",x,,,,,,\n", "line 2: the file is not named"),
        (HEADER + "a.txt,a b,,,,,,\n", "source_id 'a b' is not safe in a file name"),
        (HEADER + "a.txt,,,,,,javascript:alert(1),\n", "is not a web address; begin it with https://"),
        (HEADER + "a.txt,,,,,,,English\n", "language 'English' is not an ISO 639 code"),
        (HEADER + 'a.txt,"x\n', "not readable as CSV"),
        (HEADER + "a.txt,x\0,,,,,,\n", "sources.csv"),
        (HEADER + "a.txt," + "x" * 200_000 + ",,,,,,\n", "sources.csv"),
        (HEADER.encode("utf-16"), "not in UTF-8; save it as CSV UTF-8"),
        (HEADER.encode() + b"a.txt,,Caf\xe9,,,,,\n", "not in UTF-8"),
    ],
)
def test_wrong_forms_are_refused(tmp_path: Path, content: str | bytes, says: str) -> None:
    with pytest.raises(SourcesError) as error:
        read(tmp_path, content)
    line = str(error.value)
    assert line.startswith("sources.csv") and says in line
    assert "\n" not in line


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40).map(
    lambda t: " ".join(t.split())
)


@given(texts, texts.filter(lambda t: ";" not in t), st.one_of(st.none(), st.dates(date(1800, 1, 1))))
def test_a_written_row_reads_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, agency: str, day: date | None
) -> None:
    metadata = Metadata("one", None, (agency,) if agency else (), title or None, day, "https://a.example/?a=1,2", "en")
    folder = tmp_path_factory.mktemp("sidecar")
    assert read(folder, to_csv([to_row("a.txt", metadata)])) == {"a.txt": metadata}


def test_write_new_leaves_nothing_behind_where_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match="cannot be written"):
        write_new(tmp_path / "gone" / "sources.csv", "x")
    write_new(tmp_path / "sources.csv", "x\n")
    with pytest.raises(SourcesError, match="is there already"):
        write_new(tmp_path / "sources.csv", "y\n")
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("sources.csv", "x\n")]
