"""Lists of victims read from their end: the people before a verb or a state, "three soldiers and a boy were killed".

A list grows to the left over commas and "and", as long as the group before counts people and is not closed by a state
of its own; "of the council", "from Basra" and "with the rank of captain" go with the people that they belong to.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.ages import before_ages, before_bracket
from analysis.coding.victims.inclusions import whole_before_inclusion
from analysis.coding.victims.lists import JOINTS, SKIPPED, is_age, is_title, read_list
from analysis.coding.victims.mixed import by_nation
from analysis.coding.victims.people import word_set
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def read_list_back(reading: SentenceReading, group: NounGroup, *, certain: bool = False) -> list[Victims]:
    """Read a list of people from its last group back, and return it left to right."""
    last = read_victims(reading, group, certain=certain)
    if last is None:
        return []
    start = _first_of_list(reading, group)
    if start is group:
        return by_nation(reading, last)
    found = read_list(reading, start, certain=certain, until=last.last)
    return found if found and found[-1].last >= last.last else [last]


def _first_of_list(reading: SentenceReading, group: NounGroup) -> NounGroup:
    """Walk left from the last member of a list to its first."""
    at, tokens = reading.phrases.at, reading.sentence.tokens
    first = outer = group
    while True:
        whole = whole_before_inclusion(reading, first)
        if whole is not None:
            first = outer = with_complement_head(reading, whole)
            continue  # "eight civilians, including six children, and 14 combatants"
        end = _joint_before(reading, first.first - 1)
        if end is None or (first is group and _number_opens_clause(reading, first)):
            return first
        if tokens[end[0].last + 1].lower == ",":
            outer = first
        before_age = at[end[0].first - 2] if is_age(reading, end[0]) else None
        aged = isinstance(before_age, NounGroup)
        if isinstance(before_age, NounGroup):
            end = before_age, True  # "the senator, 45, his wife and a guard"
        end = before_ages(reading, end[0]) or end[0], end[1]  # "two girls, aged three and four, and their aunt"
        before, comma = end
        member = with_complement_head(reading, before)
        member = _before_participle(reading, member) if not comma else member
        if _is_part(reading, member):
            whole = _before_part(reading, member)
            if whole is None or tokens[first.first - 1].lower != "and":
                return first
            member = whole
        victims = read_victims(reading, member) if not member.temporal else None
        if victims is not None and (_has_state(reading, victims) or _is_of_bodies(reading, member)):
            return first
        if member.first > 1 and tokens[member.first - 1].lower == "," and isinstance(at[member.first - 2], VerbGroup):
            return first  # "one man was killed, a watchman, and four wounded"
        if member.preposition is not None and tokens[member.preposition].lower == "including":
            return outer  # "17 people, including a boy and five women, and 55 others"
        if victims is None or (member.preposition is not None and not _is_item_of_list(reading, member)):
            return first
        if comma and victims.name and _is_his_title(reading, first):
            first = member  # "Ali Hassan, head of security in Basra, and a guard"
            continue
        titled = is_title(victims) and _is_named_victim(reading, first)
        owned = tokens[first.first].lower in {"his", "her"} and not victims.name and is_title(victims)
        if comma and (owned or (victims.name and (aged or tokens[first.first].lower in {"his", "her"}))):
            first = member  # "Ali Hassan, his wife and a guard"
            continue
        many = victims is not None and (victims.quantity.low or 0) > 1
        line = many and first is group and reading.sentence.headline  # "three soldiers, rebel slain"
        if comma and not titled and (not victims.counted or not (line or _is_counted(reading, first))):
            return first
        assert at[member.first] is member and tokens
        first = member


def _before_participle(reading: SentenceReading, group: NounGroup) -> NounGroup:
    """Return the people whose doing a group belongs to: "*an engineer* working on the dam" for the dam."""
    at = reading.phrases.at
    i = group.first - 1 if group.preposition is None else group.preposition - 1
    verb = at[i] if i > 0 else None
    if not isinstance(verb, VerbGroup) or verb.finite or verb.passive or not verb.gerund or verb.first == 0:
        return group
    people = at[verb.first - 1]
    if not isinstance(people, NounGroup) or people.preposition is not None:
        return group
    told = read_victims(reading, people)
    return people if told is not None and told.counted else group


def _number_opens_clause(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell a mere number after ", and", of a clause of its own: "two Finns and a Swede, and four were hurt"."""
    tokens = reading.sentence.tokens
    joined = group.first > 1 and [t.lower for t in tokens[group.first - 2 : group.first]] == [",", "and"]
    victims = read_victims(reading, group) if joined else None
    more = group.last + 1 < len(tokens) and tokens[group.last + 1].lower == "more"
    bare = victims is not None and (victims.elliptical or victims.partitive)
    return victims is not None and bare and not (victims.others or more)


def _is_part(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group says who some of the people before are: "one of them a woman, and another person"."""
    tokens = reading.sentence.tokens
    return group.first > 1 and tokens[group.first - 1].lower in {"them", "whom"}


def _before_part(reading: SentenceReading, part: NounGroup) -> NounGroup | None:
    """Return the group whose part stands inserted after it: "two engineers" before ", one of them a Turk"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = part.first - 3  # "one" of "one of them"
    group = at[i] if i > 1 else None
    if not isinstance(group, NounGroup) or tokens[group.first - 1].lower != ",":
        return None
    before = at[group.first - 2]
    return with_complement_head(reading, before) if isinstance(before, NounGroup) else None


def _has_state(reading: SentenceReading, victims: Victims) -> bool:
    """Tell whether a state of their own closes a group ("1,000 persons dead"), so that no list goes over it."""
    return any(reading.sentence.tokens[i].lower in word_set("states") for i in range(victims.first, victims.last + 1))


def _is_of_bodies(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group counts dead bodies, which no list of the living joins: "the bodies of six, and 15 hurt"."""
    return reading.sentence.tokens[group.head].lower in _DEAD


_DEAD = frozenset({"body", "bodies", "corpse", "corpses", "remains", "martyrs", "fatalities", "deaths"})


def _is_named_victim(reading: SentenceReading, group: NounGroup) -> bool:
    victims = read_victims(reading, group)
    return victims is not None and bool(victims.name) and not victims.noun


def _is_his_title(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell a title without an owner or a number, which says who the person before it is."""
    title = read_victims(reading, group)
    bare = title is not None and not title.counted and reading.sentence.tokens[group.first].lower not in {"his", "her"}
    return title is not None and bare and is_title(title)


def _is_counted(reading: SentenceReading, group: NounGroup) -> bool:
    victims = read_victims(reading, group)
    return victims is not None and victims.counted


#: words before a first member that leave it a subject
_LISTED = frozenset({"with", "as", "plus", "to", "after", "before", "since", "until", "because"})


def _is_item_of_list(reading: SentenceReading, group: NounGroup) -> bool:
    i = group.preposition
    if i is None or reading.sentence.tokens[i].lower not in _LISTED:
        return False
    verb = reading.phrases.at[i - 1] if i else None
    rises = isinstance(verb, VerbGroup) and reading.sentence.tokens[i].lower in {"to", "as"}
    return not rises  # "the toll has risen to 17, and more than 50 wounded", "fell as martyrs and six were wounded"


def _joint_before(reading: SentenceReading, i: int) -> tuple[NounGroup, bool] | None:
    """Return the noun group that ends before the joint that ends at token i, and whether the joint is a bare comma."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    while i > 0 and at[i] is None and tokens[i].lower in SKIPPED:
        i -= 1
    for joint in JOINTS:
        start = i - len(joint) + 1
        if start > 0 and all(tokens[start + k].lower == joint[k] for k in range(len(joint))):
            group = at[before_bracket(reading, start - 1)]
            return (group, joint == (",",)) if isinstance(group, NounGroup) else None
    return None


def with_complement_head(reading: SentenceReading, group: NounGroup) -> NounGroup:
    """Return the group that a complement ("members *of the council*") belongs to, or the group itself."""
    at, tokens = reading.phrases.at, reading.sentence.tokens
    for _ in range(3):
        i = group.preposition
        if (
            i is None
            or i == 0
            or tokens[i].lower not in {"of", "from", "in", "with"}
            or not isinstance(at[i - 1], NounGroup)
        ):
            return group
        group = at[i - 1]  # type: ignore[assignment]
    return group
