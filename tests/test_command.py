"""The command line: what it writes, and one clear line with status 1 for bad input, never a traceback."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analysis import __version__
from analysis.command import main

REPORT = "Two rockets hit Balad air base in Iraq on Monday, wounding three soldiers, the Iraqi military said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "one.txt").write_text(REPORT, "utf-8")
    return sources


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def test_tabulates_a_folder(folder, tmp_path, capsys):
    assert run("tabulate", folder, "--out", tmp_path / "out") == 0
    assert str(tmp_path / "out" / "casualties.csv") in capsys.readouterr().out.splitlines()
    with (tmp_path / "out" / "casualties.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(r["outcome"], r["low"], r["role"]) for r in rows] == [("injured", "3", "military")]
    assert REPORT[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["evidence"]


@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_tabulates_in_other_forms(folder, tmp_path, form):
    assert run("tabulate", folder, "--out", tmp_path / "out", "--format", form) == 0
    assert list((tmp_path / "out").glob(f"*.{form}"))


def test_writes_a_sidecar_once(folder, capsys):
    assert run("sources", folder) == 0
    assert (folder / "sources.csv").read_text("utf-8").startswith("file,source_id")
    assert run("sources", folder) == 1
    assert "sources.csv" in capsys.readouterr().err


def test_warns_of_a_source_without_a_date(folder, tmp_path, capsys):
    run("tabulate", folder, "--out", tmp_path / "out")
    assert "one.txt" in capsys.readouterr().err


def test_names_what_it_could_not_read_and_goes_on(folder, tmp_path, capsys):
    (folder / "two.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    assert run("tabulate", folder, "--out", tmp_path / "out") == 0
    assert "two.txt" in capsys.readouterr().err
    assert run("tabulate", folder, "--out", tmp_path / "strict", "--strict") == 1
    assert not (tmp_path / "strict").exists()


def bad_folders(tmp_path: Path) -> dict[str, Path]:
    """Make a folder for each kind of bad input."""
    made = {name: tmp_path / name for name in ("empty", "unreadable", "sidecar", "double", "day", "gone")}
    for path in made.values():
        path.mkdir()
    (made["unreadable"] / "picture.png").write_bytes(b"\x89PNG")
    for name in ("sidecar", "double", "day", "gone"):
        (made[name] / "one.txt").write_text(REPORT, "utf-8")
    head = "file,source_id,outlet,agencies,published,title,url,language\n"
    (made["sidecar"] / "sources.csv").write_text("file,source,outlet\n", "utf-8")
    (made["day"] / "sources.csv").write_text(head + "one.txt,one,,,31 May,,,\n", "utf-8")
    (made["gone"] / "sources.csv").write_text(head + "two.txt,two,,,,,,\n", "utf-8")
    (made["double"] / "two.txt").write_text(REPORT, "utf-8")
    (made["double"] / "sources.csv").write_text(head + "one.txt,same,,,,,,\ntwo.txt,same,,,,,,\n", "utf-8")
    return made | {"missing": tmp_path / "nowhere"}


@pytest.mark.parametrize("name", ["empty", "unreadable", "sidecar", "double", "day", "gone", "missing"])
def test_bad_input_gets_one_line_and_leaves_what_was_good(name, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "attacks.csv").write_text("good\n", "utf-8")
    assert run("tabulate", bad_folders(tmp_path)[name], "--out", out) == 1
    error = capsys.readouterr().err.strip()
    assert len(error.splitlines()) == 1
    assert "Traceback" not in error
    assert (out / "attacks.csv").read_text("utf-8") == "good\n"


def test_an_output_that_cannot_be_written_gets_one_line(folder, tmp_path, capsys):
    (tmp_path / "file").write_text("", "utf-8")
    assert run("tabulate", folder, "--out", tmp_path / "file" / "out") == 1
    assert len(capsys.readouterr().err.strip().splitlines()) <= 2


@pytest.mark.parametrize(
    "parameters",
    [("since", "yesterday"), ("until", "2019-13-01"), ("countries", "Ruritania"), ("colour", "red")],
)
def test_bad_parameters_get_one_line(folder, tmp_path, parameters, capsys):
    assert run("build", folder, "--out", tmp_path / "out", "-p", *parameters) == 1
    assert len([x for x in capsys.readouterr().err.strip().splitlines() if "briefing:" in x]) >= 1
    assert not (tmp_path / "out" / "briefing.html").exists()


def test_scores_and_refuses_what_is_no_gold(folder, tmp_path, capsys):
    run("tabulate", folder, "--out", tmp_path / "out")
    assert run("score", tmp_path / "out", tmp_path / "nowhere") == 1
    assert len(capsys.readouterr().err.strip().splitlines()) <= 2


@pytest.mark.parametrize("arguments", [[], ["build", "--format"], ["tabulate"], ["sing"]])
def test_a_wrong_call_is_status_two(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_says_its_version(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert __version__ in capsys.readouterr().out
