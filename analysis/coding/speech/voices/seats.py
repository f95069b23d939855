"""Seats: the place that stands right behind an office, before the name of its holder ("SP *Delta City* Carl Ode")."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices.naming import printed_words
from analysis.language.actors.persons import Person, parse_person, titles
from analysis.language.gazetteer import Place
from analysis.language.places import find_place

#: the same offices written out: their last word, and what stands before it
_WRITTEN = {
    **dict.fromkeys(("officer", "general"), frozenset({"police", "inspector"})),
    "police": frozenset({"of"}),
    **dict.fromkeys(("commissioner", "superintendent"), frozenset({"deputy", "assistant", "additional", "police"})),
}
#: words of a seat's name behind its first
_MORE = 2


def seat_behind(sentence: SentenceReading, office: int, last: int) -> tuple[int, Place] | None:
    """Return the last token of the seat behind the office at token `office`, by token `last`, and the place, or None.

    Only offices and lands count whose press names them so: elsewhere a place there is a name ("SP *Musa* Ode").
    """
    tokens = sentence.sentence.tokens
    if tokens[office].text == ")" and office > 1 and tokens[office - 1].lower in titles()["seated"]:
        office, bracket = office - 1, 1  # "Inspector General of Police *(IGP)* Delta"
    else:
        bracket = 0
    before = {t.lower for t in tokens[max(office - _MORE, 0) : office]}
    if tokens[office].lower not in titles()["seated"] and before.isdisjoint(_WRITTEN.get(tokens[office].lower, ())):
        return None
    first = office + 1 + bracket
    first += tokens[min(first, last)].text == ","
    for k in range(min(first + _MORE, last), first - 1, -1):
        place = find_place(printed_words(sentence, first, k))
        if place is not None and (place.country is None or place.country in titles()["seated_in"]):
            return k, place
    return None


def seated(sentence: SentenceReading, person: Person, aside: tuple[int, int] | None) -> Person:
    """Return the person without the seat that was read as a name: "SP Delta City *Carl Ode*", "SP Delta, *Carl Ode*,".

    A place that is the first of two words may be a name: "SP *Delta* Ode".
    """
    found = seat_behind(sentence, person.name_first - 1, person.last) if person.name_first else None
    if found is None:
        return person
    seat, tokens = found[0], sentence.sentence.tokens
    title = printed_words(sentence, person.title_first, seat)
    if seat + 1 < person.last:
        name = printed_words(sentence, seat + 1, person.last)
        return Person(name, title, person.title_first, seat + 1, person.last, True)
    named = parse_person(tokens, *aside) if aside is not None and seat == person.last else None
    if named is None or named.title is not None or aside != (named.name_first, named.last):
        return person
    return Person(named.name, title, person.title_first, named.name_first, named.last, True)
