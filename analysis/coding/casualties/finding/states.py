"""Casualties by states: "four dead", "12 wounded", "were found dead", "five soldiers are missing".

A state says what became of people without a verb of harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.casualties.figures import Figure, harm_set, in_name, table
from analysis.coding.casualties.finding.patients import subjects_of
from analysis.coding.casualties.reality import is_group_unreal, is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

_STATED = frozenset(
    {"be", "find", "leave", "go", "pronounce", "declare", "confirm", "report", "record", "register", "list", "remain"}
    | {"become", "get", "lie", "lay"}
)


def find_by_states(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures that words of state give, in the order of the words."""
    states = table("states")
    for i in reading.sentence.where(states.keys()):
        if not isinstance(reading.phrases.at[i], VerbGroup) and not in_name(reading, i):
            yield from _at_state(reading, i, states[reading.sentence.lowers[i]])
    yield from _who_they_are(reading)
    yield from _left(reading)
    yield from _inverted(reading)


def _at_state(reading: SentenceReading, i: int, outcome: Outcome) -> Iterator[Figure]:
    group = reading.phrases.at[i]
    if isinstance(group, NounGroup):
        yield from _in_group(reading, group, i, outcome)
        return
    verb = _verb_before(reading, i)
    if verb is None:
        yield from _left_behind(reading, i, outcome)
        yield from _still_missing(reading, i, outcome)
        return
    if is_unreal_verb(reading, verb):
        return
    group = subject_of(reading.phrases, verb) if verb.lemma in {"be", "remain", "lie", "lay"} or verb.passive else None
    if group is not None:
        missing = _missing_before(reading, group) if verb.lemma == "find" else None
        people = read_list_back(reading, missing or with_complement_head(reading, group))
        before = reading.phrases.at[people[0].first - 1] if len(people) > 1 and people[0].first else None
        if isinstance(before, VerbGroup) and not before.passive:
            people = people[-1:]  # "we lost 11 soldiers, and others are missing"
        if not any(victims.counted for victims in people):
            people = subjects_of(reading, verb) or people  # past ", among them a boy,"
        for victims in people:
            if victims.counted or (victims.name and outcome is Outcome.MISSING):
                yield Figure(outcome, victims, verb.first, i, "state")


def _missing_before(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the people of "soldiers missing since the raid were found", whose verb stands after a time or a place."""
    before = reading.phrases.at[group.preposition - 1] if group.preposition else None
    absent = isinstance(before, NounGroup) and reading.sentence.tokens[before.last].lower == "missing"
    return before if absent and isinstance(before, NounGroup) else None


def without_former(reading: SentenceReading, figures: Sequence[Figure]) -> list[Figure]:
    """Leave out the missing who were found, dead or alive, and the wounded of whom the sentence says that they died."""
    dead = {f.victims.first for f in figures if f.outcome is Outcome.KILLED and f.victims.quantity.low}
    died = {f.victims.first for f in figures if f.outcome is Outcome.KILLED and f.rule == "intransitive"}
    alive = not (reading.words.isdisjoint(_SAFE) or reading.words.isdisjoint(_FINDING))
    gone = {Outcome.MISSING: dead, Outcome.INJURED: died}
    told = [f for f in figures if f.outcome not in gone or f.victims.first not in gone[f.outcome]]
    hit = {f.victims.first for f in figures if f.outcome is Outcome.KILLED and f.rule in _STRUCK}
    told = [f for f in told if f.outcome is not Outcome.INJURED or f.rule != "state" or f.victims.first not in hit]
    return [f for f in told if f.outcome is not Outcome.MISSING or not alive]


#: rules of those who are killed, wounded before or not: "found a wounded rebel and shot him dead"
_STRUCK = frozenset({"shot dead", "active"})
_SAFE = frozenset({"alive", "safe", "safely", "unharmed", "unhurt"})
_FINDING = frozenset({"found", "rescued", "located", "returned", "reappeared"})


def _left(reading: SentenceReading) -> Iterator[Figure]:
    """Find "left five of the guards injured", "others were left wounded": the state is told by a verb form."""
    tokens, at, states = reading.sentence.tokens, reading.phrases.at, table("states")
    for verb in reading.phrases.verbs:
        if verb.lemma not in {"leave", "find", "become"} or is_unreal_verb(reading, verb):
            continue
        group = object_of(reading.phrases, verb)
        people = read_list(reading, group) if group is not None else []
        end = people[-1].last if people else verb.last
        if end + 1 >= len(tokens) or tokens[end + 1].lower not in states or not isinstance(at[end + 1], VerbGroup):
            continue
        for victims in people or subjects_of(reading, verb):
            if victims.counted and victims.quantity.low != 0:  # "left no one hurt" is read with the zeros
                yield Figure(states[tokens[end + 1].lower], victims, verb.first, end + 1, "left")


def _inverted(reading: SentenceReading) -> Iterator[Figure]:
    """Find "dead was a contractor", "wounded in the raid, he said, were two guards": the state opens the clause."""
    tokens, at, states = reading.sentence.tokens, reading.phrases.at, table("states")
    for i in reading.sentence.where(states.keys()):
        opens = i == 0 or tokens[i - 1].lower in {",", "and", '"', "“", ";", "also"}
        if not opens or isinstance(at[i], NounGroup):
            continue
        if i > 1 and tokens[i - 1].lower == "and" and tokens[i - 2].lower in states:
            continue  # "the number of dead and wounded is 60"
        be = next((v for v in reading.phrases.verbs if v.first > i and v.lemma == "be" and v.head == v.last), None)
        if be is None or be.negated or be.modal or not _state_opens(reading, i, be):
            continue
        j = be.last + 1
        while j < len(tokens) and tokens[j].lower in {'"', "“", "also", "``"}:
            j += 1
        group = at[j] if j < len(at) else None
        for victims in read_list(reading, group) if isinstance(group, NounGroup) else ():
            if victims.counted or victims.name:
                yield Figure(states[tokens[i].lower], victims, i, be.last, "inverted")


def _state_opens(reading: SentenceReading, i: int, be: VerbGroup) -> bool:
    """Tell whether a state at token i goes with a verb: at once, past an insertion, or past "in the raid"."""
    tokens, tags = reading.sentence.tokens, reading.phrases.tags
    if be.first == i + 1 or tokens[be.first - 1].lower == ",":
        return True
    inner = range(i + 1, be.first)
    return (
        len(inner) < _WITH_PLACE
        and tags[i + 1] is Tag.PREPOSITION
        and not any(isinstance(reading.phrases.at[j], VerbGroup) or tokens[j].lower == "," for j in inner)
    )


#: tokens of "in the raid on the port" between a state and its verb
_WITH_PLACE = 8


def _left_behind(reading: SentenceReading, i: int, outcome: Outcome) -> Iterator[Figure]:
    """Find "left 22 people, most of them women, dead": an insertion stands before the state."""
    left = [v for v in reading.phrases.verbs if v.last < i and v.lemma == "leave"]
    group = object_of(reading.phrases, left[-1]) if left else None
    if group is None or is_unreal_verb(reading, left[-1]):
        return
    comma = reading.sentence.tokens[i - 1].lower in {",", "–", "—", "-", "--"}
    for victims in read_list(reading, group):
        if victims.counted and (comma or victims.last == i - 1):  # "left seven of them dead"
            yield Figure(outcome, victims, i, i, "state")


def _still_missing(reading: SentenceReading, i: int, outcome: Outcome) -> Iterator[Figure]:
    """Find "with dozens of guards *still* missing", which has no verb."""
    tokens = reading.sentence.tokens
    group = reading.noun_at(i - 2) if i > 1 and tokens[i - 1].lower == "still" else None
    outer = with_complement_head(reading, group) if group is not None else None
    if outer is None or outer.preposition is None or tokens[outer.preposition].lower != "with":
        return
    for victims in read_list_back(reading, outer):
        if victims.counted and victims.quantity.low != 0:
            yield Figure(outcome, victims, i - 1, i, "state")


def _verb_before(reading: SentenceReading, i: int) -> VerbGroup | None:
    """Return the verb of being or finding right before a state, adverbs and "reported" apart."""
    at, tokens = reading.phrases.at, reading.sentence.tokens
    j = i - 1
    while j > 0 and at[j] is None and tokens[j].lower in {"still", "also", "now", "reported", "believed", "as"}:
        j -= 1
    verb = at[j] if j >= 0 else None
    return verb if isinstance(verb, VerbGroup) and verb.lemma in _STATED else None


def _in_group(reading: SentenceReading, group: NounGroup, i: int, outcome: Outcome) -> Iterator[Figure]:
    """Find "four dead", "ten people dead", "three wounded soldiers"."""
    tokens = reading.sentence.tokens
    counting = tokens[group.head].lower in harm_set("counting")
    if any(tokens[j].lower in SUPPOSED for j in range(max(0, group.first - 1), i)):
        return
    if i < group.head and (counting or tokens[group.first].lower in {"the", "its", "their"}):
        return
    if outcome is Outcome.INJURED and _is_of_death(reading, group):
        return
    if is_group_unreal(reading, group.first) or _has_other_state(reading, group, i):
        return
    whole = _whole_of(reading, group) if i > group.head else []
    if whole:
        yield from (Figure(outcome, person, i, i, "state") for person in whole)
        return
    victims = read_victims(reading, group)
    if victims is None or victims.quantity.low == 0:
        return
    if victims.definite and _is_one(victims) and (listed := _listed_with(reading, group)):
        yield from (Figure(outcome, person, i, i, "state") for person in listed)
        return
    left = i == group.last and _is_one(victims) and _is_left(reading, group)
    if (not victims.counted or victims.definite) and not left:
        return
    people = read_list_back(reading, group) if i >= group.head else []  # not over "14 bodies and 35 wounded people"
    for person in people if people and people[-1].quantity == victims.quantity else [victims]:
        if person.counted or left:
            yield Figure(outcome, person, i, i, "state")


def _is_left(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell people whom a blow left dead or hurt from those who are so already."""
    verb = reading.phrases.at[group.first - 1] if group.first else None
    return isinstance(verb, VerbGroup) and verb.lemma == "leave"


def _is_one(victims: Victims) -> bool:
    return victims.quantity.low == victims.quantity.high == 1


def _listed_with(reading: SentenceReading, group: NounGroup) -> list[Victims]:
    """Return the people of "six trainees and the driver dead", whose last member alone is nobody new; else none."""
    people = read_list_back(reading, group)
    return people if len(people) > 1 and people[0].counted and not people[0].definite else []


def _is_of_death(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "the death on Sunday of a wounded guard", who is dead now."""
    tokens, i = reading.sentence.tokens, group.preposition
    near = tokens[max(0, i - _BEFORE) : i] if i and tokens[i].lower == "of" else ()
    return any(token.lower in {"death", "deaths"} for token in near)


#: tokens of "death on Sunday" before its "of"
_BEFORE = 4


def _whole_of(reading: SentenceReading, group: NounGroup) -> list[Victims]:
    """Return the people whose complement or second noun a state stands behind: "three members of one family dead",
    "487 combatants and civilians dead"; empty for others.
    """
    outer = _left_there(reading, group) or with_complement_head(reading, group)
    if outer is group and reading.sentence.tokens[group.first - 1 if group.first else 0].lower != "and":
        return []
    people = read_list_back(reading, outer)
    shared = len(people) == 1 and people[0].first < group.first
    told = people[0] if shared else None
    counted = told is not None and told.counted and not told.definite
    counted = counted or (told is not None and _is_one(told) and _is_left(reading, outer))
    return people if told is not None and counted and (told.quantity.low or told.quantity.high) else []


def _left_there(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the people of "left a nurse at the clinic dead", whose place stands before the state, or None."""
    i = group.preposition
    people = reading.noun_at(i - 1) if i else None
    return people if people is not None and _is_left(reading, people) else None


#: what leaves it open whether somebody is dead
SUPPOSED = frozenset({"presumed", "feared", "believed", "thought"})


def _has_other_state(reading: SentenceReading, group: NounGroup, i: int) -> bool:
    """Tell whether a group has two states: "20 dead and wounded" is no number of either."""
    tokens = reading.sentence.tokens
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    following = tokens[i + 2].lower if i + 2 < len(tokens) else ""
    verb = reading.phrases.at[i + 2] if i + 2 < len(tokens) else None
    if isinstance(verb, VerbGroup) and object_of(reading.phrases, verb) is not None:
        return False  # "left 15 dead and injured 20"
    return after in {"and", "or", "/"} and following in table("states")


def _who_they_are(reading: SentenceReading) -> Iterator[Figure]:
    """Find "the dead were a couple and their granddaughter": counted people after a verb of being."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    states = table("states")
    for group in reading.phrases.nouns:
        head = tokens[group.head].lower
        outcome = Outcome.KILLED if head in {"victims", "fatalities"} else states.get(head)
        if outcome is None or group.preposition is not None or tokens[group.first].lower != "the":
            continue
        verb = at[group.last + 1] if group.last + 1 < len(at) else None
        if (
            not isinstance(verb, VerbGroup)
            or verb.lemma != "be"
            or verb.head != verb.last
            or is_unreal_verb(reading, verb)
        ):
            continue
        following = at[verb.last + 1] if verb.last + 1 < len(at) else None
        people = read_list(reading, following) if isinstance(following, NounGroup) and not following.bare else []
        if people and people[0].counted and not people[0].elliptical:
            yield from (Figure(outcome, v, group.first, verb.last, "the dead are") for v in people)
