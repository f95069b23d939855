"""The PDF: hostile text as typed, tagged and archivable, the same bytes each time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import nbformat
import pypdf
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from analysis.briefing.display import prose, table
from analysis.briefing.document import to_document
from analysis.briefing.html import BriefingHTML
from analysis.briefing.pdf import BriefingPDF
from analysis.briefing.printed import to_json
from tests.briefing.reports_for_tests import HOSTILE, none, two
from tests.briefing.test_page import _cell, hostile, to_notebook


def read(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made))


def words(made: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(made).pages))


def render(notebook: object) -> bytes:
    return bytes(BriefingPDF().from_notebook_node(notebook)[0])


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(to_notebook(two()))


@pytest.mark.parametrize("typed", [one for one in HOSTILE if one.isascii()] + ["🚀", "漢字"])
def test_hostile_words_come_out_as_typed(typed: str) -> None:
    notebook = new_notebook(
        cells=[new_markdown_cell("# A"), _cell(prose("Said: {x}", x=typed)), _cell(prose("**{x}**", x=typed))]
    )
    assert words(render(notebook)).count(typed) == 2


def test_a_briefing_of_hostile_words_can_be_drawn() -> None:
    said = words(render(to_notebook(hostile(), title=HOSTILE[0])))
    for typed in ("<script>alert(1)</script>", "[x](javascript:alert(1))", "=cmd('rm')!A1", '#import "secret.typ"'):
        assert typed in said


def test_arabic_runs_from_right_to_left() -> None:
    notebook = new_notebook(cells=[_cell(prose("{x}", x="قال المتحدث"))])
    (block,) = to_json(to_document(notebook), date(2021, 5, 4))["blocks"]
    assert block["c"][0]["rtl"] is True
    assert {*"المتحدث"} <= {*words(render(notebook))}


def test_no_link_leads_to_a_script() -> None:
    links = [
        annotation.get_object().get("/A", {}).get("/URI", "")
        for page in read(render(to_notebook(hostile()))).pages
        for annotation in page.get("/Annots", [])
    ]
    assert links and not [link for link in links if "javascript" in link]


def test_it_is_tagged_archivable_and_named(made: bytes) -> None:
    pdf = read(made)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en"
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part>1<" in metadata and "pdfaid:part>2<" in metadata and "pdfaid:conformance>A<" in metadata
    assert pdf.metadata is not None and pdf.metadata.title == "Armed attacks in Iraq, as the press reports them"
    assert str(pdf.metadata.creation_date)[:10] == "2021-05-05"


def test_it_has_contents_a_running_head_and_numbered_pages(made: bytes) -> None:
    pages = [page.extract_text() for page in read(made).pages]
    assert "Contents" in pages[1]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    assert all("Armed attacks in Iraq, as the press reports them" in page for page in pages[1:])


def test_rows_lead_to_their_evidence(made: bytes) -> None:
    named = {
        annotation.get_object().get("/Dest") or annotation.get_object().get("/A", {}).get("/D")
        for page in read(made).pages
        for annotation in page.get("/Annots", [])
    }
    assert len(named) >= 9


def test_the_heads_of_a_long_table_are_repeated() -> None:
    import pandas as pd

    frame = pd.DataFrame({"River of the head": [f"River {number}" for number in range(120)]}, dtype=object)
    pdf = read(render(new_notebook(cells=[_cell(table(frame, "rivers", "Rivers"))])))
    assert [page.extract_text().count("River of the head") for page in pdf.pages[2:]] == [1] * (len(pdf.pages) - 2)
    assert len(pdf.pages) > 3


@pytest.mark.parametrize("lines", [34, 36, 38, 40])
def test_a_title_is_not_left_behind_by_its_table(lines: int) -> None:
    import pandas as pd

    frame = pd.DataFrame({"Named": ["word " * 150] * 4}, dtype=object)
    above = [_cell(prose("One line.")) for _ in range(lines)]
    rows = _cell(table(frame, "of-all", "Every row of it"))
    pdf = read(render(new_notebook(cells=[new_markdown_cell("# A"), *above, rows])))
    (titled,) = [page.extract_text() for page in pdf.pages if "Every row of it" in page.extract_text()]
    assert "Named" in titled


@pytest.mark.parametrize("lines", range(35, 40))
def test_a_long_table_does_not_begin_with_a_row_at_the_foot(lines: int) -> None:
    import pandas as pd

    frame = pd.DataFrame({"Named": [f"River {number}" for number in range(30)]}, dtype=object)
    above = [_cell(prose("One line.")) for _ in range(lines)]
    rows = _cell(table(frame, "of-all", "Every row of it"))
    pdf = read(render(new_notebook(cells=[new_markdown_cell("# A"), *above, rows])))
    shown = [page.extract_text().count("River") for page in pdf.pages if "River" in page.extract_text()]
    assert shown[0] >= 4


def test_the_same_notebook_gives_the_same_bytes(made: bytes) -> None:
    assert render(to_notebook(two())) == made


@pytest.mark.parametrize("title", ["x" * 300, "word " * 60, "عنوان طويل جدا", "🚀"])
def test_any_title_can_be_drawn(title: str) -> None:
    notebook = to_notebook(none(), title)
    assert len(read(render(notebook)).pages) > 1
    assert "<h1>" in BriefingHTML().from_notebook_node(notebook)[0]


@pytest.mark.parametrize(
    ("exporter", "ending", "start"),
    [("html.BriefingHTML", ".html", b"<!doctype html>"), ("pdf.BriefingPDF", ".pdf", b"%PDF-")],
)
def test_a_single_notebook_is_rendered_by_nbconvert(tmp_path: Path, exporter: str, ending: str, start: bytes) -> None:
    path = tmp_path / "rivers.ipynb"
    nbformat.write(to_notebook(two(), "Rivers"), path)
    command = [sys.executable, "-m", "nbconvert", "--to", f"analysis.briefing.{exporter}", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert path.with_suffix(ending).read_bytes().startswith(start)
