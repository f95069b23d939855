from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analysis.corrections import Action, Corrections, CorrectionsError, read_corrections
from analysis.corrections.reading import parse_corrections
from tests.conftest import read_cases

ATTACK, OTHER = "a3f0c2b19d7e4", "a77c1f2e3d4b5"
WHO = "by: N. Reader, date: 2021-05-09, why: read again"


def filled(text: str) -> str:
    return text.replace("ATTACK", ATTACK).replace("OTHER", OTHER).replace("WHO", WHO)


@pytest.mark.parametrize("case", read_cases("corrections"), ids=lambda case: case["why"])
def test_entries(case: dict[str, Any]) -> None:
    text = filled(case["text"])
    if case["error"] is None:
        parse_corrections(text)
        return
    with pytest.raises(CorrectionsError) as raised:
        parse_corrections(text)
    assert case["error"] in str(raised.value)
    assert "\n" not in str(raised.value)


def test_no_file_is_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path) == Corrections()


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    text = filled("# mine\n\n- set: ATTACK\n  to: {place: K2 base, country: NO}\n  expect: {place: ~, country: ''}\n")
    (tmp_path / "corrections.yaml").write_text(f"{text}  by: N. Reader\n  date: 2021-05-09\n  why: read again\n")
    (entry,) = read_corrections(tmp_path).entries
    assert (entry.action, entry.claim_ids, entry.by, entry.why) == (Action.SET, (ATTACK,), "N. Reader", "read again")
    assert entry.date == date(2021, 5, 9)
    assert entry.values == {"place": "K2 base", "country": "NO"}
    assert entry.expect == {ATTACK: {"place": "", "country": ""}}
    assert entry.where == "corrections.yaml entry 1 (line 3)"


def test_pairs_are_sorted_and_each_once() -> None:
    third = "a0000000000aa"
    told = parse_corrections(
        f"[{{same: [{OTHER}, {ATTACK}], {WHO}}}, {{same: [{ATTACK}, {OTHER}], {WHO}}}, "
        f"{{not_same: [{third}, {ATTACK}], {WHO}}}]"
    )
    assert told.same == ((ATTACK, OTHER),)
    assert told.not_same == ((third, ATTACK),)


@pytest.mark.parametrize(("content", "error"), [(b"\xff\xfe", "not in UTF-8"), (b"\x00", "not readable as YAML")])
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes, error: str) -> None:
    (tmp_path / "corrections.yaml").write_bytes(content)
    with pytest.raises(CorrectionsError, match=error):
        read_corrections(tmp_path)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(CorrectionsError, match="nested too deeply"):
        parse_corrections("[" * 100_000)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corrections.yaml").mkdir()
    with pytest.raises(CorrectionsError, match="cannot be read"):
        read_corrections(tmp_path)
