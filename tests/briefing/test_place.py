"""Results take the place of the old ones all together, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analysis.briefing.errors import BriefingError
from analysis.briefing.place import put_in_place, workshop


def tree(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "out" / "tables").mkdir(parents=True)
    (tmp_path / "out" / "tables" / "gone.csv").write_text("old")
    (tmp_path / "out" / "briefing.html").write_text("old")
    (tmp_path / "out" / "mine.txt").write_text("kept")
    return tmp_path / "out"


def make(room: Path) -> None:
    (room / "briefing.html").write_text("new")
    (room / "tables").mkdir()
    (room / "tables" / "attacks.csv").write_text("new")


def test_new_takes_the_place_of_old_and_leaves_other_files(old: Path) -> None:
    with workshop(old) as room:
        make(room)
        put_in_place([(room / name, old / name) for name in ("briefing.html", "tables", "texts")], room / "old")
    assert tree(old) == {"briefing.html": "new", "mine.txt": "kept", "tables/attacks.csv": "new"}


def test_what_is_no_longer_made_goes(old: Path) -> None:
    with workshop(old) as room:
        put_in_place([(room / "tables", old / "tables")], room / "old")
    assert tree(old) == {"briefing.html": "old", "mine.txt": "kept"}


def test_a_failure_leaves_everything_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(old)
    rename = Path.rename

    def fail_late(self: Path, target: Path) -> Path:
        if self.name == "tables" and self.parent.name.startswith(".briefing-"):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_late)
    with workshop(old) as room, pytest.raises(OSError, match="No space"):
        make(room)
        put_in_place([(room / name, old / name) for name in ("briefing.html", "tables")], room / "old")
    assert tree(old) == before


def test_the_workshop_is_gone_after_an_error(old: Path) -> None:
    with pytest.raises(KeyError), workshop(old / "new" / "deep") as room:
        make(room)
        raise KeyError
    assert not [path for path in old.rglob("*") if ".briefing-" in str(path)] and not (old / "new").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_cannot_be_written_is_named(old: Path) -> None:
    old.chmod(0o500)
    try:
        with pytest.raises(BriefingError, match=r"out: cannot be written \(Permission denied\)"), workshop(old):
            pass
    finally:
        old.chmod(0o700)


def test_a_folder_beneath_a_file_is_named(old: Path) -> None:
    target = old / "mine.txt" / "out"
    with pytest.raises(BriefingError, match=r"out: cannot be written \(.+\); choose another"), workshop(target):
        pass
