"""Labels: the place that opens an item of a list ("Saraqib, Idlib: two shells fell …"), and the day over the list.

A dateline is no label: it opens the first sentence of a report, in capitals ("KABUL: …").
"""

from __future__ import annotations

from analysis.coding.attacks.naming_again import find_capital
from analysis.coding.reading import SentenceReading
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.places import Place

#: tokens of a label, and sentences from an item back to the line over the list
_LONGEST, _REACH = 9, 40


def find_label(sentence: SentenceReading) -> Place | None:
    """Return the place before the colon that opens an item, the first where there are several, or None."""
    tokens = sentence.sentence.tokens
    colon = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.text == ":"), None)
    if not colon or sentence.before is None:
        return None
    places = [p for p in sentence.places if p.last < colon]
    held = {i for p in places for i in range(p.first, p.last + 1)}
    if (
        len(places) == 1
        and sentence.before.sentence.headline
        and find_capital(places[0].place.country) == places[0].place
    ):
        return None  # "Beirut: …" under a headline is a dateline
    if not places or any(i not in held and tokens[i].text[0].isalnum() for i in range(colon)):
        return None
    name = tokens[places[0].first].text
    return None if name.isupper() and len(name) > 3 else places[0].place


def find_day_over(sentence: SentenceReading) -> DateMention | None:
    """Return the day of the line that ends in a colon and opens the list that an item stands in, or None."""
    here, reach = sentence.before, _REACH
    while here is not None and reach > 0:
        if here.sentence.tokens[-1].text == ":":
            days = [d for d in here.dates if d.precision is Precision.DAY and d.relation is Relation.ON]
            return days[-1] if days else None
        here, reach = here.before, reach - 1
    return None
