"""Casualties by nouns: "the death of a contractor", "the killing of five men", "three fatalities", "a toll of 40".

Event nouns take their victims after "of", or before with 's; nouns that count victims carry the number themselves; a
toll has its number after "of", "to", "at" or a verb of rising. A superseded number ("up from 12") is a figure too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, noun_outcomes, table
from analysis.coding.casualties.reality import is_event_unreal, is_group_unreal, is_past, is_unreal_verb
from analysis.coding.nations import nation_in
from analysis.coding.people import role_by_words, word_set
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victim_lists import read_list
from analysis.coding.victims import Victims, quantity_in, read_victims
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.tags import Tag

_TOLLS = frozenset({"toll", "tolls", "tally"})


def find_by_nouns(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures that nouns of harm give, in the order of the nouns."""
    events, counting = noun_outcomes(), table("counting")
    for group in reading.phrases.nouns:
        lower = reading.sentence.tokens[group.head].lower
        if lower in _TOLLS or (lower in {"dead", "losses"} and _is_put(reading, group)) or _is_summed(reading, group):
            yield from _toll(reading, group)
            yield from _those_of(reading, group)
        elif lower in {"fate", "fates", "whereabouts"}:
            yield from _unknown(reading, group)
        elif lower in events and _next(reading, group) == "of":
            yield from _of(reading, group, events[lower])
        elif lower in events and _owner(reading, group) is not None:
            yield from _owned(reading, group, events[lower])
        elif lower in events and _next(reading, group) in {"in", "near", "at"}:
            yield from _of_later(reading, group, events[lower])
        elif lower in {"body", "bodies", "corpse", "corpses", "remains"} and _next(reading, group) == "of":
            yield from _bodies(reading, group)
        elif lower in harm_set("hurts") and _next(reading, group) == "to":
            yield from _of(reading, group, Outcome.INJURED)
        elif lower in counting:
            yield from _counted(reading, group, counting[lower])
        elif lower == "number" and _next(reading, group) == "of":
            yield from _number_of(reading, group)


def _is_put(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a side gives the number of its dead: "put its dead at nine"."""
    verb = reading.phrases.at[group.first - 1] if group.first else None
    return isinstance(verb, VerbGroup) and verb.lemma in {"put", "place", "set"} and not verb.negated


def _those_of(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find "and those of the rebels at four" after "put its dead at nine"."""
    for inner in reading.phrases.nouns:
        i = inner.preposition
        if inner.first <= group.last or i is None or i < 2 or reading.sentence.tokens[i - 1].lower != "those":
            continue
        people = read_victims(reading, inner)
        number = _group_at(reading, inner.last + 2) if _next(reading, inner) == "at" else None
        quantity = quantity_in(reading, number.first, number.last) if number is not None else None
        if people is not None and quantity is not None and number is not None:
            told = replace(people, quantity=quantity, first=number.first, last=number.last, counted=True)
            yield Figure(Outcome.KILLED, replace(told, definite=False), group.head, group.head, "toll")


def _is_summed(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether the dead or wounded are summed up by a verb: "the dead numbered at least 17"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    verb = at[group.last + 1] if group.last + 1 < len(at) else None
    counted = tokens[group.head].lower in {"dead", "injured", "wounded", "fatalities", "deaths", "losses"}
    return counted and isinstance(verb, VerbGroup) and verb.lemma in {"number", "total", "totalled", "stand", "reach"}


def _unknown(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find "the fate of five sailors is unknown", "no word on the whereabouts of two pilots"."""
    inner = _group_at(reading, group.last + 2) if _next(reading, group) == "of" else None
    if inner is None or reading.words.isdisjoint(_UNKNOWN):
        return
    for victims in read_list(reading, inner):
        if victims.counted and victims.quantity.low != 0:
            yield Figure(Outcome.MISSING, victims, group.first, group.last, "fate")


_UNKNOWN = frozenset({"unknown", "unclear", "no", "not", "uncertain", "unresolved"})


def _next(reading: SentenceReading, group: NounGroup) -> str:
    tokens = reading.sentence.tokens
    return tokens[group.last + 1].lower if group.last + 1 < len(tokens) else ""


def _group_at(reading: SentenceReading, i: int) -> NounGroup | None:
    at = reading.phrases.at
    group = at[i] if i < len(at) else None
    return group if isinstance(group, NounGroup) else None


def _of(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> Iterator[Figure]:
    """Find the victims of "the killing of"."""
    inner = _group_at(reading, group.last + 2)
    if inner is None or is_event_unreal(reading, group):
        return
    for victims in read_list(reading, inner, certain=outcome is Outcome.KILLED):
        plural = victims.quantity.qualifier is Qualifier.VAGUE and not victims.counted
        if not plural and victims.quantity.low != 0:
            yield Figure(outcome, victims, group.first, group.last, "event noun")


def _of_later(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> Iterator[Figure]:
    """Find the victims after a place: "the murder in Basra of two judges"."""
    place = _group_at(reading, group.last + 2)
    if place is not None and _next(reading, place) == "of" and not place.temporal:
        inner = _group_at(reading, place.last + 2)
        people = read_list(reading, inner) if inner is not None else []
        if people and (people[0].counted or people[0].name) and not is_event_unreal(reading, group):
            yield from (Figure(outcome, victims, group.first, group.last, "event noun") for victims in people)


def _owner(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the words before the 's of a group as a group of their own: "General Ali Hassan" of "'s assassination"."""
    tags = reading.phrases.tags
    for i in range(group.head - 1, group.first, -1):
        if tags[i] is Tag.POSSESSIVE:
            return (
                NounGroup(group.first, i - 1, i - 1, group.preposition, False, False) if i == group.head - 1 else None
            )
    return None


def find_by_plural_owners(reading: SentenceReading) -> Iterator[Figure]:
    """Find "the six monks' murder": an apostrophe alone ends the owners."""
    tokens, at, events = reading.sentence.tokens, reading.phrases.at, noun_outcomes()
    for i in range(1, len(tokens) - 1):
        outcome = events.get(tokens[i + 1].lower) if tokens[i].lower == "'" else None
        group = at[i - 1]
        if outcome is None or not isinstance(group, NounGroup) or not tokens[i - 1].lower.endswith("s"):
            continue
        victims = read_victims(reading, group)
        if victims is not None and victims.quantity.qualifier is not Qualifier.VAGUE:
            yield Figure(outcome, victims, i + 1, i + 1, "event noun")


def _owned(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> Iterator[Figure]:
    """Find the victim that owns the event: "General Ali Hassan's assassination"."""
    owner = _owner(reading, group)
    victims = read_victims(reading, owner, certain=outcome is Outcome.KILLED) if owner is not None else None
    if victims is None or outcome is not Outcome.KILLED or is_event_unreal(reading, group):
        return
    if victims.name or (victims.counted and victims.quantity.low):
        yield Figure(outcome, victims, group.head, group.head, "event noun")


def _counted(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> Iterator[Figure]:
    """Find "12 deaths", "nine civilian fatalities"; with "of", the people after it ("12 deaths of civilians")."""
    tokens = reading.sentence.tokens
    quantity = quantity_in(reading, group.first, group.head) or _dozens_of(reading, group) or _brought(reading, group)
    if quantity is None or (quantity.low in {0, None} and quantity.high is None):
        return
    bare = quantity.start == tokens[group.head].start
    inner = _group_at(reading, group.last + 2) if _next(reading, group) in {"of", "among"} else None
    people = read_victims(reading, inner) if inner is not None else None
    wounds = tokens[group.head].lower in harm_set("hurts") and people is None
    if not bare and quantity.qualifier is Qualifier.VAGUE and outcome is Outcome.INJURED and wounds:
        return  # "various injuries" are not so many people
    first = tokens[group.first].lower
    if quantity.low == 0 or (first in {"a", "the", "his", "their", "another"} and quantity.text.lower() == first):
        return
    others = not word_set("others").isdisjoint(t.lower for t in tokens[group.first : group.head])
    if is_group_unreal(reading, group.first) and not (others and first == "the"):
        return
    words = [t.lower for t in tokens[group.first : group.head]]
    role = role_by_words(words) or Role.UNSPECIFIED
    plain = role is Role.UNSPECIFIED
    victims = Victims(
        quantity, None, role, None, group.first, group.last, elliptical=plain, others=others, definite=first == "the"
    )
    if people is not None and not people.counted:
        known = people.role is not Role.UNSPECIFIED
        victims = replace(victims, role=people.role, nationality=people.nationality, group=people.group)
        victims = replace(victims, elliptical=victims.elliptical and not known)
    yield Figure(outcome, victims, group.head, group.head, "counted noun", subset=others and first == "the")


def _dozens_of(reading: SentenceReading, group: NounGroup) -> Quantity | None:
    """Return the number before "of" in "dozens of deaths", or None."""
    i = group.preposition
    before = _group_at(reading, i - 1) if i and reading.sentence.tokens[i].lower == "of" else None
    bare = before is not None and before.bare and reading.sentence.tokens[group.first].lower not in _DEFINITES
    return quantity_in(reading, before.first, before.last) if bare and before is not None else None


def _brought(reading: SentenceReading, group: NounGroup) -> Quantity | None:
    """Return two and more for "resulted in injuries", "causing deaths": a bare plural that a verb brings about."""
    tokens = reading.sentence.tokens
    token = tokens[group.head]
    if token.lower not in {"injuries", "deaths", "fatalities"} or tokens[group.first].lower in _DEFINITES:
        return None
    i = group.preposition if group.preposition is not None else group.first
    verb = reading.phrases.at[i - 1] if i else None
    brought = isinstance(verb, VerbGroup) and verb.lemma in {"cause", "result", "lead", "inflict"}
    if not brought or not isinstance(verb, VerbGroup) or is_unreal_verb(reading, verb) or not is_past(reading, verb):
        return None
    return Quantity(2, None, Qualifier.VAGUE, token.text, token.start, token.end)


_DEFINITES = frozenset({"the", "these", "those", "his", "her", "their", "its"})


def _bodies(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    people = read_list(reading, group)
    if (
        people
        and (people[0].counted or people[0].name or _is_numbered(people[0]))
        and not is_group_unreal(reading, group.first)
    ):
        for victims in people:
            yield Figure(Outcome.KILLED, victims, group.head, group.head, "bodies")


def _is_numbered(victims: Victims) -> bool:
    """Tell whether definite people have a number: "the bodies of the three peasants"."""
    return victims.quantity.qualifier is not Qualifier.VAGUE and (victims.quantity.low or 0) > 1


# ---- tolls


def _toll(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    tokens = reading.sentence.tokens
    words = [t.lower for t in tokens[group.first : group.head]]
    outcome = Outcome.INJURED if not {"injury", "injured", "wounded"}.isdisjoint(words) else Outcome.KILLED
    nation = nation_in(tokens, group.first, group.head)
    role = role_by_words(words) or Role.UNSPECIFIED
    for figure in _numbers_after(reading, group.last + 1, outcome, role, group):
        victims = figure.victims
        yield replace(figure, victims=replace(victims, nationality=victims.nationality or nation))


def _number_of(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find "the number of dead rose to 40", "the number of people killed stood at 12"."""
    tokens, states = reading.sentence.tokens, {**table("states"), **table("counting"), "victims": Outcome.KILLED}
    for i in range(group.last + 2, min(group.last + 7, len(tokens))):
        outcome = states.get(tokens[i].lower)
        if outcome is not None:
            inner = _group_at(reading, group.last + 2)
            people = read_victims(reading, inner) if inner is not None else None
            told = people.role if people is not None else Role.UNSPECIFIED
            words = [t.lower for t in tokens[group.last + 2 : i]]
            role = told if told is not Role.UNSPECIFIED else role_by_words(words) or told
            yield from _numbers_after(reading, i + 1, outcome, role, group)
            return


def _numbers_after(
    reading: SentenceReading, i: int, outcome: Outcome, role: Role, group: NounGroup
) -> Iterator[Figure]:
    """Find the number of a toll, and the one it replaces, among the words that follow."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    reach = min(i + _REACH, len(tokens))
    told = True
    while i < reach:
        word, found = tokens[i].lower, at[i]
        if isinstance(found, VerbGroup):
            told = found.lemma in harm_set("rises")
            if told and (found.modal is not None or found.negated):
                return
            i = found.last + 1
            continue
        if word in {";", ".", ":", "and", "including", "among", "after", "as"} or (
            reading.phrases.tags[i] is Tag.SUBORDINATOR and word != "since"
        ):
            return
        if isinstance(found, NounGroup) and told:
            yield from _number_in(reading, found, outcome, role, group)
        i = found.last + 1 if found is not None else i + 1


#: tokens after a toll in which its numbers stand
_REACH = 30


def _number_in(
    reading: SentenceReading, found: NounGroup, outcome: Outcome, role: Role, group: NounGroup
) -> Iterator[Figure]:
    quantity = quantity_in(reading, found.first, found.last)
    victims = read_victims(reading, found) if quantity is not None else None
    if quantity is None or quantity.low in {0, 1} or victims is None:
        return
    if victims.elliptical and victims.role is Role.UNSPECIFIED:
        victims = replace(victims, role=role)
    yield Figure(outcome, victims, group.head, group.head, "toll")
