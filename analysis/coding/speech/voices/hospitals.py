"""Hospitals: the name of the one that speaks, or for which a doctor speaks, as far as the text tells it."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices.naming import named_body, printed_words
from analysis.language.actors.persons import titles
from analysis.language.gazetteer import PlaceKind

#: sentences before in which a name is looked for
_BACK = 4
_WARDS = frozenset({"hospital", "clinic"})
_TOWNS = frozenset({"town", "city", "village", "district", "province", "area"})


def hospital_before(reading: Reading, sentence: SentenceReading, i: int) -> str | None:
    """Return the hospital that a text names last before token i, a few sentences back at the most, or None."""
    for number in range(sentence.number, max(sentence.number - _BACK, -1), -1):
        other = reading.sentences[number]
        if number < sentence.number and other.words.isdisjoint(_WARDS):
            continue
        last = i - 1 if number == sentence.number else len(other.sentence.tokens) - 1
        name = named_body(other, 0, last)
        if name is not None:
            return name
    return None


def hospital_in(reading: Reading, sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the name of the hospital that tokens first to last name, by its town where it has no name, or None.

    "the Aleria National Hospital", "the regional hospital in Aleria", "the town's general hospital" of the town before.
    """
    tokens = sentence.sentence.tokens
    end = next((k for k in range(first, last + 1) if tokens[k].lower in _WARDS), None)
    if end is None:
        return None
    named = named_body(sentence, first, last)
    if named is not None:
        return named
    start = end
    while start > first and tokens[start - 1].lower in titles()["hospital_kinds"] - {"'s"}:
        start -= 1
    kind = printed_words(sentence, start, end)
    after = next((m for m in sentence.places if end < m.first <= min(end + 4, last)), None)
    if after is not None and tokens[end + 1].lower in {"in", "of", "at"}:
        return f"{printed_words(sentence, after.first, after.last)} {kind}"
    owned = start - 2 >= first and tokens[start - 1].lower == "'s" and tokens[start - 2].lower in _TOWNS
    town = _town_before(reading, sentence, first) if owned else None
    if owned:
        return kind if town is None else f"{town} {kind}"
    return None if start < end else hospital_before(reading, sentence, end)


def _town_before(reading: Reading, sentence: SentenceReading, i: int) -> str | None:
    """Return the town that a text names last before token i, a few sentences back at the most, or None."""
    for number in range(sentence.number, max(sentence.number - _BACK, -1), -1):
        for mention in reversed(reading.sentences[number].places):
            small = mention.place.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION}
            if small and (number < sentence.number or mention.last < i):
                return printed_words(reading.sentences[number], mention.first, mention.last)
    return None
