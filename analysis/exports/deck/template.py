"""The empty deck: 16:9, two layouts, the briefing's colours, no date and nobody's name.

python-pptx brings a template of 4:3 with eleven layouts, a picture of its first slide and the settings of a printer.
What is not needed is taken out; what is kept is moved to the wider slide.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from analysis.charts.style import BLUE, GREEN, INK, MUTED, OCHRE, PLUM, RUST
from analysis.exports.deck.text import clean

if TYPE_CHECKING:
    from pptx.presentation import Presentation

#: inches
WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.6
#: left, top, width, height in inches
TITLE = (MARGIN, 0.4, WIDTH - 2 * MARGIN, 1.05)
NUMBER = (WIDTH - MARGIN - 1.2, 6.95, 1.2, 0.3)
COVER_TITLE = (MARGIN, 1.9, WIDTH - 2 * MARGIN, 1.9)
COVER_LINES = (MARGIN, 4.05, WIDTH - 2 * MARGIN, 2.3)
#: of the template's layouts: the title slide and the one with a title only
_KEPT = (0, 5)
FONT = "Arial"
_FIXED = datetime(2000, 1, 1)
_THEME = {
    "1F497D": INK,
    "4F81BD": BLUE,
    "C0504D": RUST,
    "9BBB59": GREEN,
    "8064A2": PLUM,
    "4BACC6": OCHRE,
    "F79646": MUTED,
    "0000FF": BLUE,
    "800080": PLUM,
}
_UNWANTED = ("/thumbnail", "/printerSettings")
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>'
)


def new_deck(title: str) -> Presentation:
    """Make a deck without slides; its layouts are 0, the title slide, and 1, a title only."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for number, layout in enumerate(list(deck.slide_layouts)):
        if number not in _KEPT:
            deck.slide_layouts.remove(layout)
    _place(deck)
    _clean_package(deck)
    _sign(deck, title)
    return deck


def _place(deck: Presentation) -> None:
    """Move the placeholders of the master and its layouts; dates and footers are taken out."""
    cover, plain = deck.slide_layouts
    for holder in (deck.slide_master, cover, plain):
        for shape in list(holder.placeholders):
            kind = shape.placeholder_format.type.name
            if kind in ("DATE", "FOOTER"):
                shape._element.getparent().remove(shape._element)
            elif kind == "SLIDE_NUMBER":
                _move(shape, NUMBER)
            elif kind == "SUBTITLE":
                _move(shape, COVER_LINES)
            elif kind in ("TITLE", "CENTER_TITLE"):
                _move(shape, COVER_TITLE if holder is cover else TITLE)
            else:
                _move(shape, (MARGIN, 1.7, WIDTH - 2 * MARGIN, 5.0))


def _move(shape: Any, box: tuple[float, float, float, float]) -> None:
    from pptx.util import Inches

    shape.left, shape.top, shape.width, shape.height = (Inches(side) for side in box)


def _clean_package(deck: Presentation) -> None:
    """Put the briefing's colours and font into the theme; take out what tells of another deck."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme: Any = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    words = theme.blob.decode()
    for before, after in _THEME.items():
        words = words.replace(f'srgbClr val="{before}"', f'srgbClr val="{after.removeprefix("#").upper()}"')
    theme._blob = words.replace('latin typeface="Calibri"', f'latin typeface="{FONT}"').encode()
    package: Any = deck.part.package
    for owner in (package, deck.part):
        for name, relation in list(owner._rels.items()):
            if relation.reltype.endswith(_UNWANTED):
                owner._rels.pop(name)
            elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = _APP.encode()


def _sign(deck: Presentation, title: str) -> None:
    properties = deck.core_properties
    properties.title = clean(title)[:255]
    properties.language = "en"
    for name in ("author", "last_modified_by", "keywords", "comments", "subject", "category"):
        setattr(properties, name, "")
    properties.created = properties.modified = properties.last_printed = _FIXED
    properties.revision = 1
