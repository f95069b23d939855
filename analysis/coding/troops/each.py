"""Numbers of each of several places: "300 soldiers each in Mali and Niger" are two rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.claims import claim_id
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Troops


def per_place(sentence: SentenceReading, row: Troops) -> Iterator[Troops]:
    """Give each place a row of its own where the number is that of each: "300 soldiers each in Mali and Niger"."""
    places = (row.place or "").split(";")
    start = row.quantity.end - sentence.sentence.start
    if len(places) < _PAIR or "each" not in sentence.text[start:].lower().replace(",", " ").split()[:_NEAR]:
        yield row
        return
    span = row.quantity.start, row.quantity.end
    for place in places:
        told = claim_id(row.source_id, "troops", row.evidence, span, label=row.status + place)
        yield replace(row, place=place, claim_id=told)


#: two places, and words from a number to "each"
_PAIR, _NEAR = 2, 5
