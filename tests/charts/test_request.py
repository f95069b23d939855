from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.charts import CHARTS, FORMATS, SIZES, ChartError, write_chart, write_charts
from tests.factories import Draft, tables_of, two_reports

AGAIN = """
import sys
from tests.factories import tables_of, two_reports
from analysis.charts import FORMATS, write_charts
write_charts(tables_of(*two_reports()), sys.argv[1], ["rounds", "map"], "slide", FORMATS, titled=True)
"""


@pytest.mark.parametrize("size", SIZES)
def test_a_chart_is_written_in_every_form(size: str, tmp_path: Path) -> None:
    files = write_chart(tables_of(*two_reports()), "rounds", tmp_path, size, FORMATS)
    stem = "rounds" if size == "page" else f"rounds-{size}"
    assert sorted(file.name for file in files) == sorted(f"{stem}.{form}" for form in FORMATS)
    assert all(file.read_bytes() for file in files)


def test_every_form_has_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    files = write_charts(tables, tmp_path / "here", ["rounds", "map"], "slide", FORMATS, titled=True)
    root = str(Path(__file__).parents[2])
    changed = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "PYTHONPATH": root, "SOURCE_DATE_EPOCH": ""}
    changed.pop("SOURCE_DATE_EPOCH")
    command = [sys.executable, "-c", AGAIN, str(tmp_path / "there")]
    subprocess.run(command, env=os.environ | changed, cwd=root, check=True)
    assert len(files) == 2 * len(FORMATS)
    for file in files:
        assert (tmp_path / "there" / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_title_makes_a_picture_higher_and_nothing_else(tmp_path: Path) -> None:
    from PIL import Image

    tables = tables_of(*two_reports())
    plain = Image.open(write_chart(tables, "rounds", tmp_path / "a", formats=["png"])[0])
    titled = Image.open(write_chart(tables, "rounds", tmp_path / "b", formats=["png"], titled=True)[0])
    assert titled.width == plain.width and titled.height > plain.height + 60
    assert titled.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert "Balad air base, 3 May 2021: from 6" in titled.info["Title"]
    drawn = write_chart(tables, "rounds", tmp_path / "c", formats=["svg"], titled=True)[0].read_text("utf-8")
    assert "no row checked by a person" in drawn and "depending on the source" in drawn


def test_what_travels_with_a_chart_is_in_its_json(tmp_path: Path) -> None:
    (file,) = write_chart(tables_of(*two_reports()), "map", tmp_path, "column", ["json"])
    known = json.loads(file.read_text("utf-8"))
    assert list(known) == ["name", "title", "caption", "alt", "source", "credit", "date", "size", "rows"]
    assert known["date"] == "2021-05-05" and known["size"] == "column" and known["rows"] == 2
    assert known["source"].startswith("Source: Gazette and Courier, 4 to 5 May 2021; coded by machine")
    assert "Natural Earth" in known["credit"]


def test_nothing_to_show_writes_nothing_and_removes_what_was_there(tmp_path: Path) -> None:
    write_chart(tables_of(*two_reports()), "map", tmp_path, "slide", ["png", "csv"])
    write_chart(tables_of(*two_reports()), "map", tmp_path, "page", ["png"])
    assert write_chart(tables_of(Draft("gazette-1")), "map", tmp_path, "slide", ["png", "csv"]) == []
    assert [file.name for file in tmp_path.iterdir()] == ["map.png"]


@pytest.mark.parametrize(
    ("names", "size", "formats", "words"),
    [
        (["maps"], "page", ["png"], "no chart 'maps'; the charts are timeline, map"),
        (["map"], "poster", ["png"], "no size 'poster'; the sizes are column, page, slide"),
        (["map"], "page", ["gif"], "as 'gif'; the forms are svg, png, csv, json, pdf"),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(
    names: list[str], size: str, formats: list[str], words: str, tmp_path: Path
) -> None:
    with pytest.raises(ChartError, match=words) as caught:
        write_charts(tables_of(), tmp_path, names, size, formats)
    assert "\n" not in str(caught.value) and not list(tmp_path.iterdir())


def test_a_pdf_carries_its_title_and_words_and_no_date(tmp_path: Path) -> None:
    from pypdf import PdfReader

    (file,) = write_chart(tables_of(*two_reports()), "rounds", tmp_path, "page", ["pdf"])
    read = PdfReader(file)
    assert read.metadata is not None and set(read.metadata) == {"/Title", "/Subject"}
    assert "Balad air base" in str(read.metadata["/Title"])
    assert "at least 10" in read.pages[0].extract_text()


def test_every_chart_has_its_functions() -> None:
    import analysis.charts

    assert {f"plot_{name}" for name in CHARTS} <= set(analysis.charts.__all__)
    assert all(chart.name == name for name, chart in CHARTS.items())
