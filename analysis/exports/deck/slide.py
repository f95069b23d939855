"""One slide: its title, text in boxes, a picture, its number, notes, and the words of what cannot be seen.

Text that runs from right to left does so on the slide too. Positions and sizes are inches, letters points.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from analysis.charts.style import INK, MUTED
from analysis.exports.deck.template import HEIGHT, MARGIN, TITLE, WIDTH
from analysis.exports.deck.text import LEADING, clean, cut, fit_text, height_of, runs_left
from analysis.exports.deck.units import Box, inches, rgb

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

#: where the content of a slide stands, between its title and its foot
BODY: Box = (MARGIN, 1.6, WIDTH - 2 * MARGIN, HEIGHT - 1.6 - 0.75)
_FOOT: Box = (MARGIN, HEIGHT - 0.62, WIDTH - 2 * MARGIN - 1.3, 0.4)
_TITLES, _TEXTS = (28, 26, 24, 22, 20), (18, 16, 15, 14)
_SMALL = 10.5
#: letters of an alternative text, and of the notes of one slide; PowerPoint reads more, nobody else does
_LONGEST_ALT, _LONGEST_NOTES = 2000, 20_000


def add_slide(deck: Presentation, title: str, foot: str = "", notes: Iterable[str] = ()) -> Slide:
    """Add a slide with a title, cut where it is too long for the slide (the notes then hold it whole)."""
    from pptx.enum.text import MSO_ANCHOR

    slide: Slide = deck.slides.add_slide(deck.slide_layouts[1])
    whole = clean(title)
    words, size = fit_text(whole, TITLE[2], TITLE[3], _TITLES, bold=True)
    frame = _frame(slide.shapes.title)
    _write(frame.paragraphs[0], words, size, INK, bold=True)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    if foot:
        text = cut(clean(foot), _FOOT[2], 2, _SMALL)
        box = slide.shapes.add_textbox(*inches(_FOOT))
        box.name = "Source"
        _write(_frame(box).paragraphs[0], text, _SMALL, MUTED)
    _add_number(deck, slide)
    add_notes(slide, [whole, *notes] if words != whole else notes)
    return slide


def add_cover(deck: Presentation, title: str, lines: Sequence[str], notes: Iterable[str] = ()) -> Slide:
    """Add the title slide."""
    from pptx.enum.text import MSO_ANCHOR

    slide: Slide = deck.slides.add_slide(deck.slide_layouts[0])
    heading, below = slide.placeholders[0], slide.placeholders[1]
    words, size = fit_text(clean(title), WIDTH - 2 * MARGIN, 1.8, (44, 40, 36, 32, 28, 24, 20), bold=True)
    frame = _frame(heading)
    _write(frame.paragraphs[0], words, size, INK, bold=True)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    _write_all(_frame(below), [cut(clean(line), WIDTH - 2 * MARGIN, 2, 18) for line in lines[:5]], 18, MUTED)
    add_notes(slide, notes)
    return slide


def add_text(slide: Slide, box: Box, lines: Sequence[str]) -> float:
    """Write paragraphs into a box, as large as fits; give the height that they take."""
    kept = [clean(line) for line in lines if clean(line)]
    if not kept:
        return 0.0
    for size in _TEXTS:
        height = _height(kept, box[2], size)
        if height <= box[3]:
            break
    else:
        share = max(1, int(box[3] * 72 / size / LEADING / len(kept)))
        kept = [cut(line, box[2], share, size) for line in kept]
        height = min(_height(kept, box[2], size), box[3])
    shape = slide.shapes.add_textbox(*inches((*box[:3], height)))
    shape.name = "Finding"
    _write_all(_frame(shape), kept, size, INK)
    return height


def add_picture(slide: Slide, box: Box, png: bytes, alt: str) -> None:
    """Set a picture into a box, as large as fits, in the middle."""
    shapes: Any = slide.shapes
    picture = shapes.add_picture(io.BytesIO(png), 0, 0)
    left, top, width, height = inches(box)
    factor = min(width / picture.width, height / picture.height)
    picture.width, picture.height = int(picture.width * factor), int(picture.height * factor)
    picture.left, picture.top = left + (width - picture.width) // 2, top + (height - picture.height) // 2
    describe(picture, "Chart", alt)


def describe(shape: Any, name: str, alt: str) -> None:
    """Give a shape a name and the words that a screen reader says for it."""
    properties = shape._element._nvXxPr.cNvPr
    properties.set("name", name)
    properties.set("descr", clean(alt)[:_LONGEST_ALT])


def add_notes(slide: Slide, lines: Iterable[str]) -> None:
    """Write the speaker's notes, a paragraph per line; the end of very long ones is left out, and that is said."""
    kept, letters = [], 0
    for line in map(clean, lines):
        letters += len(line)
        if letters > _LONGEST_NOTES:
            kept.append("More in the tables of the briefing.")
            break
        kept.append(line)
    frame: Any = slide.notes_slide.notes_text_frame
    for at, line in enumerate(kept):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.text = line
        _turn(paragraph, line)


def _height(lines: Sequence[str], width: float, size: float) -> float:
    return sum(height_of(line, width, size) for line in lines) + (len(lines) - 1) * size * 0.5 / 72 + 0.05


def _frame(shape: Any) -> Any:
    """Give the text of a shape, without margins, broken into lines, never resized."""
    from pptx.enum.text import MSO_AUTO_SIZE

    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _write_all(frame: Any, lines: Sequence[str], size: float, color: str) -> None:
    from pptx.util import Pt

    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _write(paragraph, line, size, color)
        paragraph.space_after = Pt(size * 0.5)


def _write(paragraph: Any, words: str, size: float, color: str, *, bold: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = rgb(color)
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.line_spacing = 1.0
    _turn(paragraph, words)


def _turn(paragraph: Any, words: str) -> None:
    """Let a paragraph run from right to left where its words do."""
    if runs_left(words):
        properties = paragraph._p.get_or_add_pPr()
        properties.set("algn", "r")
        properties.set("rtl", "1")


def _add_number(deck: Presentation, slide: Slide) -> None:
    """Show the number of the slide, as the layout has it."""
    layout: Any = deck.slide_layouts[1]
    for shape in layout.placeholders:
        if shape.placeholder_format.type.name == "SLIDE_NUMBER":
            slide.shapes._spTree.append(copy.deepcopy(shape._element))
