from __future__ import annotations

import io

from PIL import Image
from pptx.util import Inches

from analysis.exports.deck.slide import BODY, add_cover, add_notes, add_picture, add_slide, add_text
from analysis.exports.deck.template import new_deck


def test_a_title_too_long_is_cut_and_whole_in_the_notes() -> None:
    long = "Rockets fell on the base " * 30
    slide = add_slide(new_deck("Strikes"), long, notes=["Note."])
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert slide.notes_slide.notes_text_frame.text == f"{long.strip()}\nNote."
    assert add_slide(new_deck("Strikes"), "Short").notes_slide.notes_text_frame.text == ""


def test_text_is_as_large_as_fits_and_no_higher_than_its_box() -> None:
    slide = add_slide(new_deck("Strikes"), "Title")
    assert add_text(slide, BODY, ["", "\n"]) == 0
    assert add_text(slide, BODY, ["One line."]) < 0.5
    assert add_text(slide, BODY, ["words " * 400] * 9) <= BODY[3]


def test_a_picture_keeps_its_shape_and_has_words() -> None:
    png = io.BytesIO()
    Image.new("RGB", (400, 100)).save(png, "PNG")
    slide = add_slide(new_deck("Strikes"), "Title")
    add_picture(slide, (1, 2, 4, 4), png.getvalue(), "A map.\x00")
    picture = slide.shapes[-1]
    assert (picture.width, picture.height) == (Inches(4), Inches(1))
    assert picture.top == Inches(3.5)
    assert picture._element._nvXxPr.cNvPr.get("descr") == "A map.\N{REPLACEMENT CHARACTER}"


def test_notes_without_end_have_one() -> None:
    slide = add_cover(new_deck("Strikes"), "Strikes", ["One line."])
    add_notes(slide, ["word " * 1000] * 10)
    assert slide.notes_slide.notes_text_frame.text.endswith("More in the tables of the briefing.")


def test_a_cover_holds_five_lines_at_most() -> None:
    slide = add_cover(new_deck("Strikes"), "Strikes", [f"Line {number}." for number in range(9)])
    assert slide.placeholders[1].text_frame.text.splitlines() == [f"Line {number}." for number in range(5)]
