"""The main job on invented reports: what is written where, the same bytes anywhere, nothing touched on failure."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pypdf
import pytest

from analysis.briefing import BriefingError, build, build_briefing, reports, results
from analysis.briefing.project import VARIABLE
from analysis.sources.source import Corpus, Unread
from tests.conftest import PROJECT
from tests.factories import Draft, two_reports

UNREAD = (Unread("broken.pdf", "is no PDF, or is damaged"),)


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every folder hold two invented reports, one of them a web page, and a document that cannot be read."""

    def code_folder(folder: Path, *, strict: bool = False, progress: bool = False) -> Any:
        drafts = two_reports()
        drafts[1].known["file"] = "courier-2.html"
        if strict:
            raise BriefingError(f"{UNREAD[0].file}: {UNREAD[0].reason}")
        corpus = Corpus(folder.name, tuple(draft.source() for draft in drafts), UNREAD)
        return corpus, {draft.source_id: draft.coding() for draft in drafts}

    monkeypatch.setattr(reports, "code_folder", code_folder)
    monkeypatch.setattr(reports, "_coded", {})
    monkeypatch.setattr("analysis.sources.find_warnings", lambda corpus: [])
    monkeypatch.delenv(VARIABLE, raising=False)


def folder_of(path: Path) -> Path:
    """A folder of reports."""
    path.mkdir(parents=True)
    (path / "gazette-1.txt").write_text("Rockets fell.")
    return path


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_project(target: Path) -> Path:
    """A checkout with notebooks, templates and a folder of seeds."""
    shutil.copytree(PROJECT / "notebooks", target / "notebooks", ignore=shutil.ignore_patterns(".*"))
    shutil.copytree(PROJECT / "report" / "templates", target / "report" / "templates")
    folder_of(target / "seeds")
    return target


@pytest.mark.usefixtures("coded")
def test_a_build_writes_page_pdf_tables_figures_and_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    built = build_briefing(folder_of(tmp_path / "reports"), out)
    assert {out / "briefing.html", out / "briefing.pdf", out / "tables", out / "figures"} <= set(built)
    names = set(digests(out))
    assert {"briefing.html", "briefing.pdf", "texts/courier-2.txt", "tables/attacks.csv", "figures/rounds.svg"} <= names
    assert {f"tables/{name}.csv" for name in ("sources", "casualties", "troops", "statements")} <= names
    assert not [name for name in names if name.startswith(".") or "gazette-1.txt" in name]
    assert "broken.pdf: is no PDF" in (out / "briefing.html").read_text(encoding="utf-8")
    assert "briefing: broken.pdf: not read, is no PDF, or is damaged" in capsys.readouterr().err
    assert (out / "texts" / "courier-2.txt").read_text() == two_reports()[1].text


@pytest.mark.usefixtures("coded")
def test_two_builds_in_two_folders_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "a", tmp_path / "another folder é" / "deeper"
    for number, place in enumerate((one, two)):
        monkeypatch.setenv("TZ", ("UTC", "Asia/Kathmandu")[number])
        monkeypatch.setenv("LC_ALL", ("C", "C.UTF-8")[number])
        build_briefing(folder_of(place / "reports"), place / "out")
    assert digests(one / "out") == digests(two / "out")
    page = (one / "out" / "briefing.html").read_text(encoding="utf-8")
    assert str(tmp_path) not in page


@pytest.mark.usefixtures("coded")
def test_the_page_and_the_pdf_have_the_order_of_a_briefing(tmp_path: Path) -> None:
    build_briefing(folder_of(tmp_path / "reports"), tmp_path / "out", parameters={"title": "What fell where"})
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    order = [
        "<h1>What fell where</h1>",
        "Machine-coded; 0 of ",
        'id="key-findings"',
        'id="what-is-at-issue"',
        'id="attacks"',
        'id="casualties"',
        'id="troops"',
        'id="statements"',
        'id="agreement"',
        'id="sources"',
        'id="method-and-limits"',
        'id="annex-minor-findings"',
        'id="evidence"',
    ]
    places = [page.index(mark) for mark in order]
    assert places == sorted(places)
    assert page.count('id="evidence"') == 1
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "out" / "briefing.pdf").pages]
    assert "What fell where" in pages[0] and "Key findings" in pages[0] and "Contents" in pages[1]


@pytest.mark.usefixtures("coded")
def test_seeds_go_to_report_figures_and_the_notebooks(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "p")
    templates = digests(project / "report" / "templates")
    build_briefing(project=project)
    assert (project / "report" / "briefing.pdf").is_file() and (project / "figures" / "rounds.png").is_file()
    assert digests(project / "report" / "templates") == templates
    assert (project / "report" / "preview.png").read_bytes().startswith(b"\x89PNG")
    stored = (project / "notebooks" / "1-attacks.ipynb").read_text(encoding="utf-8")
    cells = json.loads(stored)["cells"]
    assert any(cell.get("outputs") for cell in cells)
    assert not any("injected-parameters" in cell["metadata"].get("tags", []) for cell in cells)
    assert str(tmp_path) not in stored
    before = digests(project)
    build_briefing(project=project)
    assert digests(project) == before


@pytest.mark.usefixtures("coded")
def test_another_folder_leaves_the_project_as_it_was(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "p")
    before = digests(project)
    build_briefing(folder_of(tmp_path / "reports"), project=project)
    after = digests(project)
    assert before.items() <= after.items()
    assert {name.split("/")[0] for name in set(after) - set(before)} == {"build"}
    assert (project / "build" / "reports" / "briefing.html").is_file()


@pytest.mark.usefixtures("coded")
@pytest.mark.parametrize("fails", ["a notebook", "the pdf", "the charts", "the last move"])
def test_a_failure_leaves_the_last_report_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    project = copy_project(tmp_path / "p")
    build_briefing(project=project)
    before = digests(project)
    if fails == "a notebook":
        path = project / "notebooks" / "3-troops.ipynb"
        path.write_text(path.read_text().replace("brief.chart(", "brief.no_chart("))
        before = digests(project)
    elif fails == "the last move":
        rename = Path.rename
        late = "5-agreement.ipynb"
        monkeypatch.setattr(
            Path,
            "rename",
            lambda self, to: _fail() if self.name == late and ".briefing-" in str(self) else rename(self, to),
        )
    else:
        monkeypatch.setattr(build, {"the pdf": "write_pdf", "the charts": "to_chart_works"}[fails], _fail)
    with pytest.raises(BriefingError) as caught:
        build_briefing(project=project)
    assert digests(project) == before
    assert "\n" not in str(caught.value)
    if fails == "a notebook":
        assert str(caught.value).startswith("notebooks/3-troops.ipynb, cell ") and "no_chart" in str(caught.value)


def _fail(*arguments: object) -> Any:
    raise OSError(28, "No space left on device")


@pytest.mark.usefixtures("coded")
def test_strict_stops_at_a_document_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"broken\.pdf: is no PDF"):
        build_briefing(folder_of(tmp_path / "reports"), tmp_path / "out", strict=True)
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("coded")
def test_an_output_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BriefingError, match=r"out: cannot be written .+ choose another folder with --out"):
        build_briefing(folder_of(tmp_path / "reports"), tmp_path / "file" / "out")


@pytest.mark.usefixtures("coded")
def test_a_parameter_of_the_wrong_form_is_named_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="parameter since: 'soon'"):
        build_briefing(folder_of(tmp_path / "reports"), tmp_path / "out", parameters={"since": "soon"})
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("coded")
def test_parameters_reach_the_notebooks(tmp_path: Path) -> None:
    build_briefing(folder_of(tmp_path / "reports"), tmp_path / "out", parameters={"since": "2021-05-04"})
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    assert "Only what is reported from 4 May 2021." in page
    assert len((tmp_path / "out" / "tables" / "attacks.csv").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("source_id", "name"),
    [("a-1", "a-1"), ("../../etc", "_.._etc"), ("a/b\\c", "a_b_c"), ("مصدر", "مصدر"), ("...", "_"), ("", "_")],
)
def test_a_source_is_never_a_path(source_id: str, name: str) -> None:
    assert results.to_file_name(source_id) == name


@pytest.mark.usefixtures("coded")
def test_a_report_of_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = Draft("quiet", None)
    quiet.sentence("The ferry was late.")
    empty = (Corpus("reports", (quiet.source(),)), {"quiet": quiet.coding()})
    monkeypatch.setattr(reports, "code_folder", lambda folder, **asked: empty)
    build_briefing(folder_of(tmp_path / "reports"), tmp_path / "out")
    page = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    assert "One report tells of no attack." in page and "No attack was found." in page
    assert (tmp_path / "out" / "briefing.pdf").stat().st_size > 10_000
