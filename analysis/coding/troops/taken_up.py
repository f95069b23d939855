"""Troops taken up again: some of the figure before ("about 900 of them will leave"), the men of a unit named before.

A bare number goes on from the last thing that was counted, troops or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.places import Before, place_after
from analysis.coding.troops.statuses import status_of
from analysis.coding.troops.staying import Count
from analysis.coding.victims import quantity_in
from analysis.coding.victims.people import word_set
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

#: sentences back to which "the division" may point
_FAR = 12
#: letters of a state's code
_CODE = 2
#: the fewest that are a force
_SEVERAL = 2


def find_of_them(reading: Reading, sentence: SentenceReading, before: Before) -> Iterator[Count]:
    """Find "about 900 *of them* will leave by May": some of the figure before, who go or stay."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    for group in phrases.nouns:
        them = [t.lower for t in tokens[group.last + 1 : group.last + 3]]
        if not group.bare or group.preposition is not None or them not in (["of", "them"], ["of", "these"]):
            continue
        i = group.last + 3
        while i < len(tokens) and phrases.tags[i] is Tag.ADVERB:
            i += 1
        verb = phrases.at[i] if i < len(tokens) else None
        status = status_of(sentence, verb, True) if isinstance(verb, VerbGroup) else None
        quantity = quantity_in(sentence, group.first, group.last)
        if not isinstance(verb, VerbGroup) or status is None or quantity is None or (quantity.low or 0) < _SEVERAL:
            continue
        place = place_after(reading, sentence, verb.last, before.force, before, origin=status is not Status.DEPLOYED)
        yield Count(
            quantity, group.first, group.last, before.force, place or before.place, Cue(status, verb, "goes on")
        )


def is_more(sentence: SentenceReading, people: People) -> bool:
    """Tell whether people are told to be more of those before: "another 80 soldiers", "300 more troops"."""
    words = {t.lower for t in sentence.sentence.tokens[max(0, people.first - 1) : people.last + 1]}
    first = [t.lower for t in sentence.sentence.tokens[people.first : people.first + 2]]
    return not words.isdisjoint(word_set("others")) or first in (["the", "first"], ["the", "last"])


def goes_on(sentence: SentenceReading, cue: Cue, before: Before) -> bool:
    """Tell soldiers whom nothing names, told right after those of a state abroad: "*There are 900 troops* in Syria"."""
    tokens, verb = sentence.sentence.tokens, cue.verb
    there = verb is not None and verb.lemma == "be" and verb.first > 0 and tokens[verb.first - 1].lower == "there"
    abroad = len(before.force) == _CODE and before.force != sentence.country and before.place != before.force
    return there and abroad


def counts_things(sentence: SentenceReading, bare: NounGroup) -> bool:
    """Tell a number that goes on from one of things before it: "11 missiles were fired, but *two* came down"."""
    for group in reversed(sentence.phrases.nouns):
        if group.last >= bare.first or group.bare or group.temporal:
            continue
        if quantity_in(sentence, group.first, group.last) is not None:
            words = {t.lower for t in sentence.sentence.tokens[group.first : group.last + 1]}
            return words.isdisjoint(force_words("people") | force_words("units"))
    return False


def force_of_unit(reading: Reading, sentence: SentenceReading, people: People) -> str | None:
    """Return whose the unit is that people are of, where it was named before: "3,000 soldiers *of the division*"."""
    tokens, i = sentence.sentence.tokens, people.last + 1
    unit = sentence.noun_at(i + 1) if i + 1 < len(tokens) and tokens[i].lower == "of" else None
    if unit is None or tokens[unit.first].lower not in {"the", "that", "this"}:
        return None
    words = {t.lower for t in tokens[unit.first : unit.last + 1]} & force_words("units")
    for number in range(sentence.number, max(-1, sentence.number - _FAR), -1) if words else ():
        earlier = reading.sentences[number]
        for group in reversed(earlier.phrases.nouns):
            if number == sentence.number and group.last >= people.first:
                continue
            if not words.isdisjoint(t.lower for t in earlier.sentence.tokens[group.first : group.last + 1]):
                return _force_around(earlier, group)
    return None


def _force_around(sentence: SentenceReading, unit: NounGroup) -> str | None:
    """Return the force that a unit's own words name, or those of the people who are of it."""
    apart = sentence.noun_at(unit.first - 1) if unit.first else None  # "the US | 25th Infantry Division"
    start = unit.first if apart is None or apart.last != unit.first - 1 else apart.first
    own = force_in(sentence, start, unit.last)
    if own is None and unit.first > 1 and sentence.sentence.tokens[unit.first - 1].text == ",":
        whole = sentence.noun_at(unit.first - 2)  # "Danish men of the 1st Battalion, 9th Hill Regiment"
        return _force_around(sentence, whole) if whole is not None else None
    whole = sentence.noun_at(unit.preposition - 1) if own is None and unit.preposition else None
    return force_in(sentence, whole.first, whole.last) if whole is not None else own
