"""Hospitals: the name of the one that speaks, or for which a doctor speaks, as far as the text tells it."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices.naming import WARDS, named_body, printed_words
from analysis.language.actors.persons import is_name_like, titles
from analysis.language.gazetteer import PlaceKind

#: sentences before in which a name is looked for, and in which the one meant by "a doctor" is
_BACK = 4
_NEAR = 1
_TOWNS = frozenset({"town", "city", "village", "district", "province", "area"})
_WITHIN = frozenset({"in", "of", "at"})
#: tokens of a place's name
_NAME = 4


def hospital_before(reading: Reading, sentence: SentenceReading, i: int, back: int = _BACK) -> str | None:
    """Return the hospital that a text names last before token i, a few sentences back at the most, or None."""
    for number in range(sentence.number, max(sentence.number - back - 1, -1), -1):
        other = reading.sentences[number]
        if number < sentence.number and other.words.isdisjoint(WARDS):
            continue
        last = i - 1 if number == sentence.number else len(other.sentence.tokens) - 1
        name = named_body(other, 0, last) or _placed_in(other, last)
        if name is not None:
            return name
    return None


def hospital_of_medic(reading: Reading, sentence: SentenceReading, end: int, last: int) -> str | None:
    """Return the hospital of "a *hospital nurse* in Aleria", "a *doctor*" beside one that is named, or None.

    The words for the medic end at token `end`, what stands behind them at token `last`.
    """
    tokens = sentence.sentence.tokens
    medic = tokens[end].lower.removesuffix("s") in _MEDICS
    ward = end > 0 and tokens[end - 1].lower in WARDS
    place = _place_behind(sentence, end, last) if ward else None
    if (medic or tokens[end].lower in _STAFF) and last == end and place is None:
        return hospital_before(reading, sentence, end, _BACK if ward else _NEAR if medic else 0)
    return None if place is None else f"{place} {tokens[end - 1].lower}"


_MEDICS = frozenset({"doctor", "nurse", "medic", "surgeon", "paramedic", "physician", "orderly"})
#: those who are of a hospital that their own sentence names before them: "at the X Hospital, *staff* said"
_STAFF = frozenset({"staff", "staffers", "workers"})


def hospital_in(reading: Reading, sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the name of the hospital that tokens first to last name, by its town where it has no name, or None.

    "the Aleria National Hospital", "the regional hospital in Aleria", "the town's general hospital" of the town before.
    """
    tokens = sentence.sentence.tokens
    end = next((k for k in range(first, last + 1) if tokens[k].lower in WARDS), None)
    if end is None:
        return None
    named = named_body(sentence, first, last)
    if named is not None:
        return named
    start = _kind_start(sentence, first, end)
    kind = printed_words(sentence, start, end)
    after = _place_behind(sentence, end, last)
    if after is not None:
        return f"{after} {kind}"
    if start > first and is_name_like(tokens[start - 1]) and tokens[start - 1].lower not in _TOWNS:
        name = start - 1  # "the *Aleria* teaching hospital"
        while name > first and is_name_like(tokens[name - 1]):
            name -= 1
        return printed_words(sentence, name, end)
    owned = start - 2 >= first and tokens[start - 1].lower == "'s" and tokens[start - 2].lower in _TOWNS
    town = _town_before(reading, sentence, first) if owned else None
    if owned:
        return kind if town is None else f"{town} {kind}"
    return None if start < end else hospital_before(reading, sentence, end)


def _kind_start(sentence: SentenceReading, first: int, end: int) -> int:
    start = end
    while start > first and sentence.sentence.tokens[start - 1].lower in titles()["hospital_kinds"] - {"'s"}:
        start -= 1
    return start


def _placed_in(sentence: SentenceReading, last: int) -> str | None:
    """Return the last hospital up to token `last` that its town tells ("the *hospital in Aleria*"), or None."""
    tokens = sentence.sentence.tokens
    for end in range(last, -1, -1):
        if tokens[end].lower in WARDS and (place := _place_behind(sentence, end, last)) is not None:
            return f"{place} {printed_words(sentence, _kind_start(sentence, 0, end), end)}"
    return None


def _place_behind(sentence: SentenceReading, end: int, last: int) -> str | None:
    """Return the place behind a word that ends at token `end`: "hospital *in Aleria*", known or not, or None."""
    tokens = sentence.sentence.tokens
    if end + 2 > last or tokens[end + 1].lower not in _WITHIN:
        return None
    listed = next((m for m in sentence.places if end < m.first <= min(end + _NAME, last)), None)
    if listed is not None:
        return printed_words(sentence, listed.first, listed.last)
    stop = end + 2
    while stop <= min(end + _NAME, last) and is_name_like(tokens[stop]):
        stop += 1
    return printed_words(sentence, end + 2, stop - 1) if stop > end + 2 else None


def _town_before(reading: Reading, sentence: SentenceReading, i: int) -> str | None:
    """Return the town that a text names last before token i, a few sentences back at the most, or None."""
    for number in range(sentence.number, max(sentence.number - _BACK, -1), -1):
        for mention in reversed(reading.sentences[number].places):
            small = mention.place.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION}
            if small and (number < sentence.number or mention.last < i):
                return printed_words(reading.sentences[number], mention.first, mention.last)
    return None
