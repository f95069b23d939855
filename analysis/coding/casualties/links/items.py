"""Items of lists: lines with a bullet, and short lines under a colon, which go on from no sentence before their own."""

from __future__ import annotations

from analysis.coding.attacks import AttackMention
from analysis.coding.reading import SentenceReading

_BULLETS = frozenset("•*–-·▪")


def is_other_item(reading: SentenceReading, mention: AttackMention) -> bool:
    """Tell whether a figure stands in an item of a list that begins after the mention."""
    text, start = reading.source.text, reading.sentence.start
    line = text.rfind("\n", 0, start) + 1
    return is_item(reading) and mention.start < line


def is_item(reading: SentenceReading) -> bool:
    """Tell whether a sentence stands in a line that opens with a bullet, or is a short one in a list under a colon."""
    text, start = reading.source.text, reading.sentence.start
    line = text.rfind("\n", 0, start) + 1
    return text[line : line + 1] in _BULLETS or _is_short_line(reading)


def _is_short_line(reading: SentenceReading) -> bool:
    """Tell "Nine guards.", a paragraph without a verb under a line that ends in a colon, or the next such one."""
    here, before = reading, reading.before
    for _ in range(_LINES):
        short = len(here.sentence.tokens) <= _SHORT and not here.phrases.verbs
        if before is None or not short or before.sentence.paragraph == here.sentence.paragraph:
            return False
        if before.sentence.tokens[-1].text == ":":
            return True
        here, before = before, before.before
    return False


#: lines of such a list, and tokens of one
_LINES, _SHORT = 8, 10
