"""Bare numbers of a force that stay or are left: "today there are 2,500", "several hundred remain", "leaving 40"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.places import Before, place_after, place_where
from analysis.coding.troops.towns import place_in
from analysis.coding.victims import quantity_in
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Quantity

#: the rule of those who are left of the figure before
REMAIN = "remain"
#: the rule of those who were there before: "down from 5,200"
FORMER = "former"


@dataclass(frozen=True, slots=True)
class Count:
    """A number with whose troops it counts, where, and what says so; tokens first to last (inclusive)."""

    quantity: Quantity
    first: int
    last: int
    force: str
    place: str | None
    cue: Cue


def find_there(reading: Reading, sentence: SentenceReading, before: Before) -> Iterator[Count]:
    """Find "today there are roughly 2,500", "where 1,100 served a year ago": a bare number of the force before."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for verb in sentence.phrases.verbs:
        if not verb.finite or verb.negated or verb.modal is not None or not verb.first:
            continue
        yield from _where(sentence, verb, before)
        if verb.passive:
            continue
        there = verb.lemma == "be" and tokens[verb.first - 1].lower == "there"
        j = verb.last + 1
        while there and j < len(at) - 1 and at[j] is None and tokens[j].lower in _LOOSELY:
            j += 1
        group = at[j] if there and j < len(at) else at[verb.first - 1] if verb.lemma == "serve" else None
        if not isinstance(group, NounGroup) or not group.bare or group.preposition is not None:
            continue
        after = tokens[group.last + 1].lower if there and group.last + 1 < len(tokens) else ""
        if after == "of" and tokens[min(group.last + 2, len(tokens) - 1)].lower == "them":
            after = ""  # "there are 70 of them"
        quantity = quantity_in(sentence, group.first, group.last)
        if quantity is not None and max(quantity.low or 0, quantity.high or 0) > 1 and after != "of":
            start = max(group.last, verb.last)
            closed = start + 1 >= len(tokens) or tokens[start + 1].lower in {",", "and", ".", ";", "but"}
            where = None if closed else place_after(reading, sentence, start, before.force, before)
            where = where or before.place
            yield Count(quantity, group.first, group.last, before.force, where, Cue(Status.PRESENT, verb, REMAIN))


def _where(sentence: SentenceReading, verb: VerbGroup, before: Before) -> Iterator[Count]:
    """Find "to Thule, where 3,000 were already stationed", "another 600 are in Ruritania": a number that is there."""
    tokens = sentence.sentence.tokens
    group = subject_of(sentence.phrases, verb)
    left = verb.lemma == "leave" and verb.passive and before.place is not None
    who = verb.first > 1 and tokens[verb.first - 1].lower == "who"  # "of the roughly 700 who had been stationed there"
    standing = verb.passive and verb.lemma in force_words("standing")
    if group is None or not group.bare or (group.preposition is not None and not who) or group.last >= verb.first:
        return
    if left and (verb.last + 1 >= len(tokens) or not tokens[verb.last + 1].text[0].isalpha()):
        quantity = quantity_in(sentence, group.first, group.last)
        cue = Cue(Status.PRESENT, verb, REMAIN)  # "now just 200 are left"
        if quantity is not None and (quantity.low or 0) >= _SEVERAL:
            yield Count(quantity, group.first, group.last, before.force, before.place, cue)
        return
    if not standing and (verb.lemma != "be" or verb.last != verb.head):
        return
    quantity = quantity_in(sentence, group.first, group.last)
    if quantity is None or max(quantity.low or 0, quantity.high or 0) < _SEVERAL:
        return
    after = tokens[verb.last + 1].lower if verb.last + 1 < len(tokens) else ""
    inner = sentence.phrases.at[verb.last + 2] if after in {"in", "at", "on"} and verb.last + 2 < len(tokens) else None
    place = place_in(sentence, inner) if isinstance(inner, NounGroup) else None
    place = place or (place_where(sentence, verb.first) if standing else None)
    place = place or (before.place if who and after == "there" else None)
    if place is not None:
        yield Count(quantity, group.first, group.last, before.force, place, Cue(Status.PRESENT, verb, REMAIN))


#: the fewest that are a force
_SEVERAL = 2

_LOOSELY = frozenset(
    {"about", "some", "around", "only", "now", "just", "still", "at", "least", "more", "fewer", "than"}
)


def is_left_there(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a number is left where it was: "pulled 3,000 out, leaving some 4,000 there"."""
    number = object_of(sentence.phrases, verb)
    after = sentence.sentence.tokens[number.last + 1 : number.last + 2] if number is not None and number.bare else []
    return any(token.lower in {"there", "behind", "in"} for token in after)


def is_bare_subject(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a number alone opens the clause of a verb: "; several hundred remain"."""
    subject = subject_of(sentence.phrases, verb)
    if subject is None or not subject.bare or subject.preposition is not None:
        return False
    when = sentence.phrases.at[subject.first - 1] if subject.first else None
    if isinstance(when, NounGroup) and when.temporal:
        return True  # "By last week 300 had left"
    before = sentence.sentence.tokens[subject.first - 1].lower if subject.first else ";"
    return before in {";", "and", "but", "—", "–", "about", "some", "only"} or not before[0].isalnum()
