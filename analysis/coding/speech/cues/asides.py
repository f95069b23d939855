"""Asides: of which clause a cue between two commas tells, where the sentence has more than one."""

from __future__ import annotations

from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import CLOSING, OPENING
from analysis.language.grammar.phrases import Phrases
from analysis.language.grammar.tags import Tag

#: what opens a clause that a cue may be put into right away: "after, *they said*, he fled"
_OPENERS = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.CONJUNCTION})
_SINCE = frozenset({"after", "before", "since", "until"})


def clause_around(phrases: Phrases, cue: Cue) -> tuple[int | None, int | None]:
    """Return the first token of the clause that a cue is put into and the token before which it ends.

    Each is None where the clause reaches to the edge of the sentence. "He was shot after, they said, *he fled*",
    "*It killed two, the army says*; and from there it spread".
    """
    return _first(phrases, cue), _semicolon(phrases, cue.last + 1)


def _first(phrases: Phrases, cue: Cue) -> int | None:
    tokens, comma = phrases.sentence.tokens, (cue.until or 0) - 1
    if comma < 2 or tokens[comma].text != ",":
        return None
    if phrases.tags[comma - 1] not in _OPENERS and tokens[comma - 1].lower not in _SINCE:
        return None
    closing = (k for k in range(cue.last + 1, len(tokens) - 1) if tokens[k].text == ",")
    return next((k + 1 for k in closing), None)


def _semicolon(phrases: Phrases, i: int) -> int | None:
    """Return the semicolon from token i on, outside quotation marks, behind which "and" opens a clause of its own."""
    quoted = False
    for k in range(i, len(phrases.at) - 1):
        mark = phrases.sentence.tokens[k].text
        if mark in OPENING or mark in CLOSING:
            quoted = not quoted
        elif mark == ";" and not quoted:
            return k if phrases.tags[k + 1] is Tag.CONJUNCTION else None
    return None
