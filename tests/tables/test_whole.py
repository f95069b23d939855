from __future__ import annotations

from pathlib import Path

import pytest

from analysis.tables.whole import written_whole


def test_files_appear_when_all_are_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with written_whole(tmp_path) as new:
        (new / "a.txt").write_text("new")
        (new / "b.txt").write_text("new")
        assert (tmp_path / "a.txt").read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    assert (tmp_path / "a.txt").read_text() == "new"


def test_nothing_changes_when_making_them_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(RuntimeError), written_whole(tmp_path) as new:
        (new / "a.txt").write_text("half")
        raise RuntimeError
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_the_folder_is_made(tmp_path: Path) -> None:
    with written_whole(tmp_path / "x" / "y") as new:
        (new / "a.txt").write_text("new")
    assert (tmp_path / "x" / "y" / "a.txt").read_text() == "new"
