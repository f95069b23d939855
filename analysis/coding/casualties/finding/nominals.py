"""Casualties by nouns: "the death of a contractor", "the killing of five men", "three fatalities", "a toll of 40".

Event nouns take their victims after "of", or before with 's; nouns that count victims carry the number themselves; a
toll has its number after "of", "to", "at" or a verb of rising. A superseded number ("up from 12") is a figure too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, in_name, noun_outcomes, table
from analysis.coding.casualties.finding.losses import lost_people
from analysis.coding.casualties.finding.states import SUPPOSED
from analysis.coding.casualties.finding.toll_nouns import is_toll, word_after
from analysis.coding.casualties.finding.tolls import find_number_of, find_toll
from analysis.coding.casualties.reality import is_event_unreal, is_group_unreal, is_past, is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims, quantity_in, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import noun_of_people, role_by_words, word_set
from analysis.language.grammar.free_relatives import find_named
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier, Quantity


def find_by_nouns(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures that nouns of harm give, in the order of the nouns."""
    events, counting = noun_outcomes(), table("counting")
    tokens = reading.sentence.tokens
    for group in reading.phrases.nouns:
        lower = tokens[group.head].lower
        if lower in events and (second := _second_event(reading, group)) is not None:
            yield from _of(reading, second, events[lower], both=True)
            yield from _of(reading, second, events[tokens[second.head].lower], both=True)
            continue
        if is_toll(reading, group):
            yield from find_toll(reading, group)
        elif lower == "losses" and (lost := lost_people(reading, group)) is not None:
            yield lost
        elif lower in {"fate", "fates", "whereabouts"}:
            yield from _unknown(reading, group)
        elif lower == "life" and _is_lost(reading, group) and _owner(reading, group) is not None:
            yield from _owned(reading, group, Outcome.KILLED)
        elif lower in events and word_after(reading, group) == "of":
            yield from _of(reading, group, events[lower])
        elif lower in events and _owner(reading, group) is not None:
            yield from _owned(reading, group, events[lower])
        elif lower in events and word_after(reading, group) in {"in", "near", "at", "on"}:
            later = list(_of_later(reading, group, events[lower]))
            yield from later or (_counted_deaths(reading, group, counting[lower]) if lower in counting else ())
        elif lower in {"body", "bodies", "corpse", "corpses", "remains"} and word_after(reading, group) == "of":
            yield from _bodies(reading, group)
        elif lower in harm_set("hurts") and word_after(reading, group) == "to" and not _is_of_body(reading, group):
            yield from _of(reading, group, Outcome.INJURED)
        elif lower in counting and not in_name(reading, group.head):
            yield from _counted_deaths(reading, group, counting[lower])
        elif lower in {"number", "count"} or (group.head > group.first and tokens[group.head - 1].lower == "number"):
            yield from find_number_of(reading, group)


def _second_event(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return "killing" of "the abduction and killing of two soldiers", whom both befell, or None."""
    tokens, i = reading.sentence.tokens, group.last + 2
    joined = i + 1 < len(tokens) and tokens[i - 1].lower == "and" and tokens[i + 1].lower == "of"
    same = noun_outcomes().get(tokens[group.head].lower)
    other = noun_outcomes().get(tokens[i].lower) if joined else None
    inner = reading.noun_at(i + 2) if other is not None and other is not same else None
    if inner is None or is_event_unreal(reading, group):
        return None
    return NounGroup(i, i, i, group.preposition, False, False)


def _is_of_body(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a part of the body follows "wounds to": "serious wounds to her head"."""
    inner = reading.noun_at(group.last + 2)
    lower = reading.sentence.tokens[inner.head].lower if inner is not None else ""
    return lower in harm_set("body_parts") or lower in harm_set("limbs") or lower in _HEAD


_HEAD = harm_set("upper_body")


def _unknown(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find "the fate of five sailors is unknown", "no word on the whereabouts of two pilots"."""
    inner = reading.noun_at(group.last + 2) if word_after(reading, group) == "of" else None
    if inner is None or reading.words.isdisjoint(_UNKNOWN):
        return
    for victims in read_list(reading, inner):
        if victims.counted and victims.quantity.low != 0:
            yield Figure(Outcome.MISSING, victims, group.first, group.last, "fate")


_UNKNOWN = frozenset({"unknown", "unclear", "no", "not", "uncertain", "unresolved"})


def _of(reading: SentenceReading, group: NounGroup, outcome: Outcome, *, both: bool = False) -> Iterator[Figure]:
    """Find the victims of "the killing of"; `both`: of "the abduction and killing of", if they are counted."""
    inner = find_named(reading.phrases, group.last + 2) or reading.noun_at(group.last + 2)
    if inner is None or is_event_unreal(reading, group) or (_is_either(reading, group, outcome) and not both):
        return
    for victims in read_list(reading, inner, certain=outcome is Outcome.KILLED):
        plural = victims.quantity.qualifier is Qualifier.VAGUE and (both or not victims.counted)
        if not plural and victims.quantity.low != 0:
            yield Figure(outcome, victims, group.first, group.last, "event noun")


def _is_lost(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "the loss of a soldier's life" from a life that is lived."""
    i = group.preposition
    return i is not None and i > 0 and [t.lower for t in reading.sentence.tokens[i - 1 : i + 1]] == ["loss", "of"]


def _is_either(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> bool:
    """Tell whether one number is of two outcomes: "the killing or capture of several people"."""
    tokens = reading.sentence.tokens
    before = reading.noun_at(group.first - 2) if group.first > 1 else None
    joined = before is not None and before.last == group.first - 2 and tokens[group.first - 1].lower in {"or", "and"}
    other = noun_outcomes().get(tokens[before.head].lower) if joined and before is not None else None
    return other is not None and other is not outcome


def _of_later(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> Iterator[Figure]:
    """Find the victims after a place: "the murder in Basra of two judges", "the death on Sunday of a guard"."""
    place = reading.noun_at(group.last + 2)
    if place is not None and word_after(reading, place) == "of":
        inner = reading.noun_at(place.last + 2)
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
    for i in reading.sentence.where(frozenset({"'"})):
        outcome = events.get(tokens[i + 1].lower) if 0 < i < len(tokens) - 1 else None
        group = at[i - 1]
        if outcome is None or not isinstance(group, NounGroup) or not tokens[i - 1].lower.endswith("s"):
            continue
        victims = read_victims(reading, _owner(reading, group) or group)
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


def _counted_deaths(reading: SentenceReading, group: NounGroup, outcome: Outcome) -> Iterator[Figure]:
    """Find "12 deaths", "nine civilian fatalities"; with "of", the people after it ("12 deaths of civilians")."""
    tokens = reading.sentence.tokens
    quantity = quantity_in(reading, group.first, group.head) or _dozens_of(reading, group) or _brought(reading, group)
    if quantity is None or (quantity.low in {0, None} and quantity.high is None):
        return
    bare = quantity.start == tokens[group.head].start
    end = (_joined(reading, group) or group).last if bare else group.last  # "deaths and injuries among civilians"
    after = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    inner = reading.noun_at(end + 2) if after in {"of", "among"} else None
    inner = inner or (_among_both(reading, end) if outcome is not Outcome.CAPTURED else None)
    people = read_victims(reading, inner) if inner is not None else None
    wounds = tokens[group.head].lower in harm_set("hurts") and people is None
    if not bare and quantity.qualifier is Qualifier.VAGUE and outcome is Outcome.INJURED and wounds:
        return  # "various injuries" are not so many people
    first = tokens[group.first].lower
    if quantity.low == 0 or (first in {"a", "the", "his", "their", "another"} and quantity.text.lower() == first):
        return
    before = {t.lower for t in tokens[group.first : group.head]}
    others = not word_set("others").isdisjoint(before) and "than" not in before  # not "more than 6,000 deaths"
    if (is_group_unreal(reading, group.first) and not (others and first == "the")) or before & SUPPOSED:
        return
    words = [t.lower for t in tokens[group.first : group.head]]
    role = role_by_words(words) or Role.UNSPECIFIED
    plain = role is Role.UNSPECIFIED
    victims = Victims(
        quantity, None, role, None, group.first, group.last, elliptical=plain, others=others, definite=first == "the"
    )
    whose = _whose_bodies(reading, group, victims) if plain and people is None else None
    if whose is not None:
        victims = whose
    if people is not None and not people.counted:
        known = people.role is not Role.UNSPECIFIED
        victims = replace(victims, role=people.role, nationality=people.nationality, group=people.group)
        victims = replace(victims, elliptical=victims.elliptical and not known)
    yield Figure(outcome, victims, group.head, group.head, "counted noun", subset=others and first == "the")


def _among_both(reading: SentenceReading, end: int) -> NounGroup | None:
    """Return the people of "14 deaths and 30 injuries among the pilgrims" for its first number, or None."""
    tokens = reading.sentence.tokens
    beside = reading.noun_at(end + 2) if end + 2 < len(tokens) and tokens[end + 1].lower == "and" else None
    if beside is None or tokens[beside.head].lower not in table("counting") | table("states"):
        return None
    return reading.noun_at(beside.last + 2) if word_after(reading, beside) == "among" else None


def _dozens_of(reading: SentenceReading, group: NounGroup) -> Quantity | None:
    """Return the number before "of" in "dozens of deaths", or None."""
    i = group.preposition
    before = reading.noun_at(i - 1) if i and reading.sentence.tokens[i].lower == "of" else None
    bare = before is not None and before.bare and reading.sentence.tokens[group.first].lower not in _DEFINITES
    return quantity_in(reading, before.first, before.last) if bare and before is not None else None


def _joined(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the second of "deaths and injuries", or None."""
    tokens, i = reading.sentence.tokens, group.last + 1
    after = reading.noun_at(i + 1) if i < len(tokens) and tokens[i].lower in {"and", "or"} else None
    return after if after is not None and after.first == after.last and tokens[after.head].lower in _TOLD else None


_TOLD = frozenset({"injuries", "deaths", "fatalities"})


def _brought(reading: SentenceReading, group: NounGroup) -> Quantity | None:
    """Return two and more for "resulted in injuries", "causing deaths": a bare plural that a verb brings about."""
    tokens = reading.sentence.tokens
    token = tokens[group.head]
    before = reading.noun_at(group.first - 2) if group.first > 1 and group.first == group.last else None
    if before is not None and _joined(reading, before) is group and _brought(reading, before) is not None:
        return Quantity(2, None, Qualifier.VAGUE, token.text, token.start, token.end)
    if token.lower not in _TOLD or tokens[group.first].lower in _DEFINITES | {"no"}:
        return None
    i = group.preposition if group.preposition is not None else group.first
    verb = reading.phrases.at[i - 1] if i else None
    brought = isinstance(verb, VerbGroup) and verb.lemma in {"cause", "result", "lead", "inflict"}
    brought = brought and verb is not None and tokens[max(0, verb.first - 1)].lower != "without"
    if not brought or not isinstance(verb, VerbGroup) or is_unreal_verb(reading, verb) or not is_past(reading, verb):
        return None
    return Quantity(2, None, Qualifier.VAGUE, token.text, token.start, token.end)


_DEFINITES = frozenset({"the", "these", "those", "his", "her", "their", "its"})


def _bodies(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    inner = reading.phrases.noun_behind(group.last, "of")
    some = inner is not None and inner.bare and "them" not in reading.sentence.lowers[inner.last : inner.last + 3]
    people = read_list(reading, inner if some and inner is not None else group)  # "five of the miners"
    if (
        people
        and (people[0].counted or people[0].name or _is_numbered(people[0]))
        and not is_group_unreal(reading, group.first)
    ):
        for victims in people:
            yield Figure(Outcome.KILLED, victims, group.head, group.head, "bodies")


def _whose_bodies(reading: SentenceReading, group: NounGroup, victims: Victims) -> Victims | None:
    """Read "four *miners'* bodies", "the bodies" of people named before the noun, or None."""
    tokens = reading.sentence.tokens
    if tokens[group.head].lower not in {"bodies", "corpses", "remains"}:
        return None
    for i in range(group.head - 1, group.first, -1):
        noun = noun_of_people(tokens, i, i) if tokens[i].lower.endswith("s") else None
        if noun is not None:
            nation = nation_in(tokens, group.first, i)
            role = noun[1] or Role.UNSPECIFIED
            return replace(victims, role=role, noun=noun[0], nationality=nation, elliptical=False)
    return None


def _is_numbered(victims: Victims) -> bool:
    """Tell whether definite people have a number: "the bodies of the three peasants"."""
    return victims.quantity.qualifier is not Qualifier.VAGUE and (victims.quantity.low or 0) > 1
