"""What the notebooks work on: read and coded once, again when a file has changed, paths from the project's root."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import papermill
import pytest

from analysis.briefing import BriefingError, reports
from analysis.briefing.project import VARIABLE, from_project, project_folder
from analysis.briefing.reports import read_reports
from analysis.briefing.saving import save
from tests.briefing.reports_for_tests import two
from tests.conftest import PROJECT

TEXT = "date 2021-05-04\n\nBAGHDAD - Six rockets hit Balad air base on Monday, killing two soldiers, the army said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gazette.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_folder_is_coded_once_and_again_when_a_file_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coded: list[Path] = []
    code_folder = reports.code_folder
    monkeypatch.setattr(reports, "code_folder", lambda path: coded.append(path) or code_folder(path))
    first, second = read_reports(folder), read_reports(folder)
    assert first.tables is second.tables and coded == [folder]
    (folder / "gazette.txt").write_text(TEXT.replace("Six", "Seven"), encoding="utf-8")
    assert read_reports(folder).attacks["munitions_low"].tolist() == [7]
    (folder / "courier.txt").write_text(TEXT, encoding="utf-8")
    assert len(read_reports(folder).sources) == 2 and len(coded) == 3


def test_a_selection_does_not_touch_what_is_kept(folder: Path) -> None:
    assert len(read_reports(folder, since="2022-01-01").attacks) == 0
    assert len(read_reports(folder).attacks) == 1


def test_relative_paths_count_from_the_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    for place in (PROJECT / "notebooks", tmp_path):
        monkeypatch.chdir(place)
        assert project_folder() == PROJECT and from_project("seeds") == PROJECT / "seeds"
    assert from_project(tmp_path / "x") == tmp_path / "x"
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert from_project("seeds") == tmp_path / "seeds"


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda folder: folder / "gone", "gone"),
        (lambda folder: (folder / "gazette.txt").unlink() or folder, "is empty; give a folder"),
        (lambda folder: (folder / "sources.csv").write_text("file,place\ngazette.txt,x\n") and folder, "sources.csv"),
        (lambda folder: (folder / "corrections.yaml").write_text("- {drop: [") and folder, "corrections.yaml"),
    ],
)
def test_a_folder_that_cannot_be_used_is_one_line(folder: Path, make: object, line: str) -> None:
    with pytest.raises(BriefingError, match=line) as caught:
        read_reports(make(folder))  # type: ignore[operator]
    assert "\n" not in str(caught.value)


def test_a_notebook_that_runs_alone_writes_nothing_unless_out_is_set(tmp_path: Path) -> None:
    assert save(two(), None, ["attacks"], ["rounds"]) is None
    assert list(tmp_path.iterdir()) == []
    save(two(), tmp_path, ["attacks"], ["rounds"])
    names = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert names == [*(f"figures/rounds.{form}" for form in ("csv", "json", "png", "svg")), "tables/attacks.csv"]
    assert len(pd.read_csv(tmp_path / "tables" / "attacks.csv")) == 3


def test_an_out_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BriefingError, match=r"out: cannot be written"):
        save(two(), tmp_path / "file" / "out", ["attacks"])


def test_a_notebook_runs_by_papermill_on_its_own(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "out"
    parameters = {"sources": str(folder), "since": "2021-05-01", "countries": "IQ", "out": str(out)}
    executed = papermill.execute_notebook(
        PROJECT / "notebooks" / "1-attacks.ipynb", None, parameters=parameters, progress_bar=False
    )
    said = " ".join(str(output) for cell in executed.cells for output in cell.get("outputs", []))
    assert "One attack or series of attacks is reported" in said
    assert (out / "tables" / "attacks.csv").is_file()
    assert (out / "figures").is_dir() and not (PROJECT / "out").exists()
