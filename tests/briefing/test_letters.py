"""Fonts of the PDF: every character has a shape, and one that no font has gets a box of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from analysis.briefing.letters import BOXES, find_missing, font_folder, make_boxes


@pytest.mark.parametrize(
    "words", ["Kirkuk – “several”, 7 °C…", "Šiauliai Türkiye İzmir", "кириллица ελληνικά", "مرحبا", "שלום", ""]
)
def test_usual_scripts_need_no_box(words: str) -> None:
    assert find_missing([words]) == []


def test_missing_characters_are_found_once_and_in_order() -> None:
    assert find_missing(["漢字🚀", "字 and words"]) == [ord("字"), ord("漢"), ord("🚀")]


def test_every_box_is_its_own_and_marks_have_no_width(tmp_path: Path) -> None:
    make_boxes([ord("漢"), ord("字"), 0xE0001], tmp_path / "boxes.ttf")
    font = TTFont(tmp_path / "boxes.ttf")
    names = font.getBestCmap()
    assert len(set(names.values())) == 3
    assert font["hmtx"][names[ord("漢")]][0] > 0 and font["hmtx"][names[0xE0001]][0] == 0
    assert font["name"].getDebugName(1) == BOXES


def test_the_same_letters_give_the_same_font(tmp_path: Path) -> None:
    for name in ("a", "b"):
        make_boxes([ord("漢")], tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_folder_is_gone_afterwards_and_has_boxes_only_where_needed() -> None:
    with font_folder(["plain"]) as folder:
        names = {path.name for path in folder.iterdir()}
    assert not folder.exists()
    assert "boxes.ttf" not in names and {"Inter-Regular.ttf", "DejaVuSans.ttf"} <= names
