"""Tolls: "the toll rose to 40", "put its dead at nine and its wounded at 30", "the injured are 25", "raised it to 12".

A toll has its number after "of", "to", "at" or a verb of rising. A superseded number ("up from 12") is a figure too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, table
from analysis.coding.casualties.finding.toll_nouns import outcome_of_tally, verb_of_putting, word_after
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims, quantity_in, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import role_by_words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.wording import lower_at


def find_toll(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find the numbers of a toll."""
    yield from _toll(reading, group)
    yield from _those_of(reading, group)


def _those_of(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find "and those of the rebels at four" after "put its dead at nine"."""
    for inner in reading.phrases.nouns:
        i = inner.preposition
        if inner.first <= group.last or i is None or i < 2 or reading.sentence.tokens[i - 1].lower != "those":
            continue
        people = read_victims(reading, inner)
        number = reading.noun_at(inner.last + 2) if word_after(reading, inner) == "at" else None
        quantity = quantity_in(reading, number.first, number.last) if number is not None else None
        if people is not None and quantity is not None and number is not None:
            told = replace(people, quantity=quantity, first=number.first, last=number.last, counted=True)
            yield Figure(Outcome.KILLED, replace(told, definite=False), group.head, group.head, "toll")


def _toll(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    tokens = reading.sentence.tokens
    words = [t.lower for t in tokens[group.first : group.last + 1]]
    outcome = Outcome.INJURED if not _HURT.isdisjoint(words) else outcome_of_tally(reading, group)
    outcome = Outcome.MISSING if "missing" in words else outcome
    nation = nation_in(tokens, group.first, group.head)
    role = role_by_words(words) or _role_of_owner(reading, group) or Role.UNSPECIFIED
    role = Role.UNSPECIFIED if role is Role.OFFICIAL else role  # "the ministry's toll" is not of its officials
    behind = reading.phrases.noun_behind(group.last, "for", "among")
    people = read_victims(reading, behind) if behind is not None else None
    if people is not None and not people.counted and people.noun:
        role = people.role  # "the death toll for the peacekeepers"
    brought = _brought_to(reading, group, outcome, role)
    for figure in brought or _numbers_after(reading, (behind or group).last + 1, outcome, role, group):
        victims = figure.victims
        figure = replace(figure, victims=replace(victims, nationality=victims.nationality or nation))
        yield _of_kind(figure, people if people is not None and not people.counted else None)


_HURT = frozenset({"injury", "injured", "wounded", "injuries", "hurt"})


def _role_of_owner(reading: SentenceReading, group: NounGroup) -> Role | None:
    """Return the role of those whose dead are "his", "its" or "their" dead: the subject's."""
    verb = verb_of_putting(reading, group)
    if verb is None or reading.sentence.tokens[group.first].lower not in {"his", "its", "their", "her"}:
        return None
    subject = subject_of(reading.phrases, verb)
    if subject is None:
        return None
    words = [t.lower for t in reading.sentence.tokens[subject.first : subject.last + 1]]
    if not {"defence", "defense"}.isdisjoint(words):
        return Role.MILITARY  # "the defence ministry put its losses at four"
    body = membership_in(reading, subject.first, subject.last)
    role = body.role if body is not None else None
    role = role or role_by_words(words)
    return None if role is Role.OFFICIAL else role


def find_number_of(reading: SentenceReading, group: NounGroup) -> Iterator[Figure]:
    """Find "the number of dead rose to 40", "the number of people killed stood at 12", "the number killed is 12"."""
    tokens, states = reading.sentence.tokens, {**table("states"), **table("counting"), **_ENDED}
    after = word_after(reading, group)
    stated = tokens[group.last].lower in table("states")
    if after != "of" or stated:
        i = group.last if stated else group.last + 1
        outcome = table("states").get(tokens[i].lower) if i < len(tokens) else None
        if outcome is not None:
            brought = _brought_to(reading, group, outcome, Role.UNSPECIFIED)
            yield from brought or _numbers_after(reading, i + 1, outcome, Role.UNSPECIFIED, group)
        return
    for i in range(group.last + 2, min(group.last + 8, len(tokens))):
        lower = tokens[i].lower
        outcome = Outcome.INJURED if lower in harm_set("hurts") else states.get(lower)
        if outcome is not None:
            inner = reading.noun_at(group.last + 2) or reading.noun_at(group.last + 3)  # "of wounded soldiers"
            people = read_victims(reading, inner) if inner is not None else None
            if lower == "taken" and people is None and tokens[i - 1].lower != "those":
                return  # "the number of steps taken"
            told = people.role if people is not None else Role.UNSPECIFIED
            words = [t.lower for t in tokens[group.last + 2 : i]]
            role = told if told is not Role.UNSPECIFIED else role_by_words(words) or told
            brought = _brought_to(reading, group, outcome, role)
            for figure in brought or _numbers_after(reading, i + 1, outcome, role, group):
                yield _of_kind(figure, people)
            return


_ENDED = dict.fromkeys(("victims", "died", "perished"), Outcome.KILLED)
_ENDED |= dict.fromkeys(("taken", "hostages", "captives"), Outcome.CAPTURED)


def _brought_to(reading: SentenceReading, group: NounGroup, outcome: Outcome, role: Role) -> list[Figure]:
    """Find the number of "bring to 176 the number of soldiers killed"."""
    number = reading.noun_at(group.first - 1) if group.first else None
    i = number.preposition if number is not None else None
    verb = reading.phrases.at[i - 1] if i else None
    if number is None or not i or reading.sentence.tokens[i].lower != "to" or not isinstance(verb, VerbGroup):
        return []
    known = verb.lemma in harm_set("rises") and not verb.negated and verb.modal is None
    return list(_number_in(reading, number, outcome, role, group)) if known else []


def _put_first(reading: SentenceReading) -> Iterator[Figure]:
    """Find "put at nine the number of soldiers killed", "put at nine the number of dead": the number comes first."""
    tokens = reading.sentence.tokens
    for verb in reading.phrases.verbs if "number" in reading.words else ():
        plain = verb.first == verb.last and not verb.negated  # "put", which order alone takes for a participle
        known = plain and verb.lemma in harm_set("putting")
        number = reading.noun_at(verb.last + 2) if known and lower_at(tokens, verb.last + 1) == "at" else None
        counted = reading.noun_at(number.last + 1) if number is not None else None
        if number is None or counted is None or tokens[counted.head].lower != "number":
            continue
        people = reading.phrases.noun_behind(counted.last, "of")
        last = counted.last if people is None else people.last
        states = [tokens[i].lower for i in range(counted.last + 1, min(last + 3, len(tokens)))]
        outcome = next((table("states")[w] for w in states if w in table("states")), None)
        quantity, bare = quantity_in(reading, verb.last + 2, number.last), read_victims(reading, number)
        told = (read_victims(reading, people) if people is not None else None) or bare
        if outcome is not None and quantity is not None and told is not None and number.bare:
            told = replace(told, quantity=quantity, first=number.first, last=last, counted=True, definite=False)
            yield Figure(outcome, told, verb.first, verb.last, "toll")


def find_numbered(reading: SentenceReading) -> Iterator[Figure]:
    """Find "militants killed in the clash numbered 14", "those wounded number 30"."""
    yield from _put_first(reading)
    for verb in reading.phrases.verbs:
        subject = subject_of(reading.phrases, verb) if verb.lemma in {"number", "total"} and not verb.passive else None
        number = reading.noun_at(verb.last + 1)
        outcome = table("states").get(word_after(reading, subject)) if subject is not None else None
        if subject is None or number is None or outcome is None or verb.modal is not None or verb.negated:
            continue
        quantity, counted = quantity_in(reading, number.first, number.last), read_victims(reading, number)
        people = read_victims(reading, subject) or counted
        if quantity is None or people is None or not number.bare:
            continue
        told = replace(people, quantity=quantity, first=subject.first, last=number.last, counted=True, definite=False)
        yield Figure(outcome, told, subject.first, verb.last, "toll")


def _of_kind(figure: Figure, people: Victims | None) -> Figure:
    """Give a bare number the nationality and the group of those whose number it is."""
    victims = figure.victims
    if people is None or not victims.elliptical or victims.nationality or victims.group:
        return figure
    return replace(figure, victims=replace(victims, nationality=people.nationality, group=people.group))


def _numbers_after(
    reading: SentenceReading, i: int, outcome: Outcome, role: Role, group: NounGroup
) -> Iterator[Figure]:
    """Find the number of a toll, and the one it replaces, among the words that follow."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    risen = [v for v in reading.phrases.verbs if v.first >= i and v.finite and v.lemma in harm_set("rises")]
    own = next(
        (v for v in risen if subject_of(reading.phrases, v) is group or _is_past_clause(reading, group, v)), None
    )
    i = own.first if own is not None else i  # "the toll of a strike, carried out with two drones, rose to nine"
    reach = min(i + _REACH, len(tokens))
    i += i < reach and tokens[i].lower == "as"
    told, start = True, -1
    while i < reach:
        word, found = tokens[i].lower, at[i]
        if isinstance(found, VerbGroup):
            told = found.lemma in harm_set("rises")
            if told and (found.modal is not None or found.negated):
                return
            i = found.last + 1
            continue
        if word in {";", ".", ":", "and", "with", "including", "among", "after", "as", "whom"} or (
            reading.phrases.tags[i] is Tag.SUBORDINATOR and word != "since"
        ):
            return
        if isinstance(found, NounGroup) and told:
            figures = [f for f in _number_in(reading, found, outcome, role, group) if f.victims.quantity.start != start]
            start = figures[0].victims.quantity.start if figures else start  # not "40 to 50" twice
            yield from figures
        i = found.last + 1 if found is not None else i + 1


def _is_past_clause(reading: SentenceReading, group: NounGroup, verb: VerbGroup) -> bool:
    """Tell the verb of a toll past a clause: "the number killed *after gunmen stormed a school* has risen to nine"."""
    tokens, between = reading.sentence.tokens, range(group.last + 1, verb.first)
    opening = next((i for i in between if tokens[i].lower in {"after", "when", "since"}), None)
    if opening is None or group.preposition is not None or any(tokens[i].text in {",", ";"} for i in between):
        return False
    return sum(v.finite for v in reading.phrases.verbs if opening < v.first < verb.first) == 1


#: tokens after a toll in which its numbers stand
_REACH = 30


def _number_in(
    reading: SentenceReading, found: NounGroup, outcome: Outcome, role: Role, group: NounGroup
) -> Iterator[Figure]:
    quantity = quantity_in(reading, found.first, found.last)
    victims = read_victims(reading, found) if quantity is not None else None
    if quantity is None or quantity.low in {0, 1} or victims is None or quantity.low is quantity.high is None:
        return
    if victims.elliptical and victims.role is Role.UNSPECIFIED:
        victims = replace(victims, role=role)
    further = read_list(reading, found)[1:] if victims.noun and victims.counted else []
    for people in (victims, *(v for v in further if v.counted and v.noun and not v.elliptical)):
        yield Figure(outcome, people, group.head, group.head, "toll")
