"""Finds words of a source by their letters: exactly, else with any white space where the words have some."""

from __future__ import annotations

import re

from analysis.coding.rows import Evidence


def find_spans(text: str, words: str, start: int = 0, end: int | None = None) -> list[Evidence]:
    """Find every place of `words` in `text[start:end]`, overlapping ones too, with the letters of the text."""
    stop = len(text) if end is None else end
    found = _exact(text, words, start, stop) if words.strip() else []
    if found or not words.split():
        return found
    loose = re.compile(r"\s+".join(map(re.escape, words.split())))
    return [Evidence(m.group(), m.start(), m.end()) for m in loose.finditer(text, start, stop)]


def parse_span(text: str, words: str, start: int | None = None, near: Evidence | None = None) -> Evidence:
    """Find the one place of `words` in a text: the one at `start`, else the only one in `near`, else the only one.

    Raises ValueError, with what is wrong and the mend, where there is none or more than one.

    >>> parse_span("Two rockets. Two died.", "Two", start=13)
    Evidence(text='Two', start=13, end=16)
    """
    places = find_spans(text, words)
    if start is not None:
        places = [place for place in places if place.start == start]
        if not places:
            raise ValueError(f"does not stand at character {start} of the source; correct the start or leave it out")
    elif near is not None:
        places = [place for place in places if near.start <= place.start and place.end <= near.end] or places
    if not places:
        raise ValueError("does not occur in the source; copy it letter for letter")
    if len(places) > 1:
        starts = ", ".join(str(place.start) for place in places[:5])
        raise ValueError(f"occurs {len(places)} times in the source; say which with its start ({starts})")
    return places[0]


def _exact(text: str, words: str, start: int, end: int) -> list[Evidence]:
    found: list[Evidence] = []
    at = text.find(words, start, end)
    while at >= 0:
        found.append(Evidence(words, at, at + len(words)))
        at = text.find(words, at + 1, end)
    return found
