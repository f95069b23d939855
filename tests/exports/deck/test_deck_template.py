from __future__ import annotations

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from analysis.exports.deck.template import FONT, HEIGHT, WIDTH, new_deck


def test_two_layouts_within_the_wide_slide() -> None:
    deck = new_deck("Strikes")
    assert (deck.slide_width, deck.slide_height) == (Inches(WIDTH), Inches(HEIGHT))
    assert [layout.name for layout in deck.slide_layouts] == ["Title Slide", "Title Only"]
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            assert shape.left + shape.width <= deck.slide_width and shape.top + shape.height <= deck.slide_height
            assert shape.placeholder_format.type.name not in ("DATE", "FOOTER")


def test_colours_and_font_are_those_of_the_briefing() -> None:
    theme = new_deck("Strikes").slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    assert '<a:accent1><a:srgbClr val="1F5A92"/>' in theme and theme.count(f'latin typeface="{FONT}"') == 2


def test_a_long_title_of_any_letters_is_a_property() -> None:
    assert len(new_deck("ش\x0b🚀" * 300).core_properties.title) <= 255
