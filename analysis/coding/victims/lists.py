"""Lists of victims: "three soldiers, two police officers and a civilian" read as three groups of people.

A list grows to the left of a subject and to the right of an object, over commas, "and" and the like, as long as the
next noun group counts people and is not the subject of a verb of its own. "Several US service members and Iraqi
personnel" share the number. Appositions ("the mayor, Ali Hassan,") stay one person.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.inclusions import past_inclusion, past_phrases, past_relative
from analysis.coding.victims.mixed import by_nation, has_same_number, mixed
from analysis.language.actors import find_actor
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier
from analysis.vocabulary import read_vocabulary

JOINTS = tuple(tuple(joint.split()) for joint in read_vocabulary("victims")["joints"])


def read_list(
    reading: SentenceReading, group: NounGroup, *, certain: bool = False, until: int | None = None
) -> list[Victims]:
    """Read a list of people from its first group on, left to right; empty where the first says no people.

    `until`: the last token of the list where that is known; without it a group with a verb of its own ends the list.
    """
    first = read_victims(reading, group, certain=certain)
    if first is None and reading.sentence.tokens[group.first].lower == "both" and group.first < group.last:
        group = replace(group, first=group.first + 1)  # "both Ali Hassan and his driver"
        first = read_victims(reading, group, certain=certain)
    if first is None:
        return []
    found = by_nation(reading, first)
    described = False
    while True:
        found[-1] = _past_origin(reading, found[-1])
        joint = _next_joint(reading, found[-1])
        if joint is None:
            return found
        following, comma = joint
        if _is_some_of(reading, following) or (comma and _says_so(reading, following)):
            return found
        if (found[-1].name or _is_one(found[-1])) and comma and is_age(reading, following):
            found[-1] = replace(found[-1], last=following.last)
            continue
        victims = _next_people(reading, following, comma=comma, certain=certain, until=until)
        if victims is None:
            return found
        going = described and not _comma_at(reading, found[-1].last)  # not "the mayor, and an aide"
        if found[-1].name and is_title(victims) and (comma or going) and not _is_owned(reading, victims):
            found[-1] = _describe(
                reading, found[-1], victims
            )  # "Ali Hassan, the mayor of Basra and a founder of the party"
            described = True
            continue
        if victims.name and is_title(found[-1]) and (comma or not found[-1].counted):  # "the mayor, Ali Hassan"
            found[-1] = _describe(reading, replace(victims, first=found[-1].first), found[-1], victims.last)
            continue
        line = (
            reading.sentence.headline and victims.last == until and (found[-1].quantity.low or 0) > 1
        )  # "three soldiers, rebel slain"
        some = _is_one(victims) or victims.quantity.qualifier is Qualifier.EXACT  # "a doctor, his (two) aides and"
        kin = some and reading.sentence.tokens[victims.first].lower in OWNERS
        going = kin and _joint_after(reading, victims.last + 1) is not None
        open_ = line or going or _list_goes_on(reading, victims.last + 1, until)
        if comma and not (victims.counted or victims.name or open_):
            return found
        if comma and len(found) == 1 and _says_what(reading, found[0], victims):
            return [replace(found[0], last=victims.last)]
        if not comma and has_same_number(found[-1], victims):
            found[-1] = mixed(found[-1], victims)  # "70 guards and staff" are 70
            continue
        found += by_nation(reading, _share(found[-1], victims))


def _next_joint(reading: SentenceReading, last: Victims) -> tuple[NounGroup, bool] | None:
    """Return the group that joins the last people of a list, past what is said of them, and whether by a comma."""
    joint = _joint_after(reading, last.last + 1)
    if joint is None and (beyond := past_inclusion(reading, last) or past_relative(reading, last)) is not None:
        return beyond, False
    return joint or _joint_past_place(reading, last) or _joint_past_participle(reading, last)


def _next_people(
    reading: SentenceReading, group: NounGroup, *, comma: bool, certain: bool, until: int | None
) -> Victims | None:
    """Return the people of the next group of a list, or of the one behind a part of them; None where the list ends."""
    victims = read_victims(reading, group, certain=certain and not comma)
    if victims is None or (victims.last != until and _has_verb(reading, victims.last + 1)):
        return None
    if not victims.partitive:
        return victims
    beyond = _past_part(reading, victims) if comma else None
    after = read_victims(reading, beyond) if beyond is not None else None  # "two engineers, one a Turk, and a guard"
    if after is None or (after.last != until and _has_verb(reading, after.last + 1)):
        return None
    return after


def _says_what(reading: SentenceReading, person: Victims, victims: Victims) -> bool:
    """Tell whether two commas enclose what one person is: "killing a foreign engineer, *a civilian*, and wounding"."""
    tokens, i = reading.sentence.tokens, victims.last + 1
    one = _is_one(person) and victims.noun in _KINDS and tokens[victims.first].lower in {"a", "an"}
    return one and i < len(tokens) and tokens[i].text == "," and _joint_after(reading, i) is None


#: nouns that say of what kind a person is
_KINDS = frozenset({"civilian", "noncombatant", "non-combatant"})


def _joint_past_place(reading: SentenceReading, people: Victims) -> tuple[NounGroup, bool] | None:
    """Return the counted people that "and" adds behind where those before are: "11 men on one side and two guards"."""
    end = past_phrases(reading, people.last + 1)
    if not people.counted or people.quantity.low == 0 or end == people.last + 1:
        return None
    joint = _joint_after(reading, end)
    added = read_victims(reading, joint[0]) if joint is not None and not joint[1] else None
    kin = added is not None and _is_one(added) and reading.sentence.tokens[added.first].lower in OWNERS
    return joint if added is not None and (kin or (added.counted and not added.elliptical)) else None


def _joint_past_participle(reading: SentenceReading, people: Victims) -> tuple[NounGroup, bool] | None:
    """Return the people behind what those before were doing: "an engineer working on the dam and | his driver"."""
    at, tokens = reading.phrases.at, reading.sentence.tokens
    verb = at[people.last + 1] if people.last + 1 < len(at) else None
    if not isinstance(verb, VerbGroup) or verb.finite or verb.passive or not verb.gerund or not people.counted:
        return None
    start = verb.last + 1
    start += start < len(tokens) and tokens[start].lower in {"for", "with", "as", "to"}  # "working for a bank"
    inner = at[start] if start < len(at) else None
    end = past_phrases(reading, inner.last + 1 if isinstance(inner, NounGroup) else start)
    joint = _joint_after(reading, end)
    added = read_victims(reading, joint[0]) if joint is not None and not joint[1] and end > start else None
    owned = added is not None and tokens[added.first].lower in {"his", "her", "their"}
    return joint if added is not None and (owned or (added.counted and not added.elliptical)) else None


def _past_origin(reading: SentenceReading, person: Victims) -> Victims:
    """Take in where a named person is from: "Ali Hassan, 42, from Basra, Omar Said"."""
    tokens, at, i = reading.sentence.tokens, reading.phrases.at, person.last + 1
    if not person.name or i + 2 >= len(tokens) or tokens[i].lower != "," or tokens[i + 1].lower not in {"from", "of"}:
        return person
    place = at[i + 2]
    while isinstance(place, NounGroup) and place.last + 2 < len(at) and tokens[place.last + 1].lower == "of":
        following = at[place.last + 2]
        if not isinstance(following, NounGroup):
            break
        place = following
    return replace(person, last=place.last) if isinstance(place, NounGroup) else person


def _is_some_of(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a number takes up those before: "six passengers, two of whom later died"."""
    words = [token.lower for token in reading.sentence.tokens[group.last + 1 : group.last + 3]]
    return words == ["of", "whom"]


def _says_so(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group opens the list of those who say so: "wounding a boy, *an official* and the army said"."""
    tokens, at, tags = reading.sentence.tokens, reading.phrases.at, reading.phrases.tags
    for i in range(group.last + 1, min(group.last + _FAR, len(tokens))):
        found = at[i]
        if isinstance(found, VerbGroup):
            return found.finite and not found.passive and found.lemma in _SAYING
        if tokens[i].lower in {",", ";", ":"} or tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR}:
            return False
    return False


_SAYING = frozenset({"say", "report", "add", "tell", "confirm", "state", "announce"})
#: tokens from the first of those who say so to what they do
_FAR = 20


def _is_one(victims: Victims) -> bool:
    """Tell whether a noun says one person, who may have an age: "her grandson, 8,"."""
    return victims.quantity.low == victims.quantity.high == 1 and not victims.elliptical


def _past_part(reading: SentenceReading, part: Victims) -> NounGroup | None:
    """Return the member of a list after an inserted part, "one of them a Turk, and | a guard", or None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    inner = at[part.last + 1] if part.last + 1 < len(at) else None
    end = inner.last + 1 if isinstance(inner, NounGroup) else part.last + 1
    if end + 2 >= len(tokens) or tokens[end].lower != "," or tokens[end + 1].lower not in {"and", "as", "plus"}:
        return None
    group = at[end + 2]
    return group if isinstance(group, NounGroup) and not group.temporal else None


def is_age(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a bare number of one or two digits after a comma is an age: "Ali Hassan, 42, was killed"."""
    tokens = reading.sentence.tokens
    lower = tokens[group.head].lower
    i = group.last + 1
    closed = i >= len(tokens) or tokens[i].lower in {",", "and", ".", ";", ")"}
    before = tokens[group.first - 1].lower if group.first else ""
    return before == "," and closed and lower.isdigit() and len(lower) < 3 and group.first == group.last


def _joint_after(reading: SentenceReading, i: int) -> tuple[NounGroup, bool] | None:
    """Return the noun group that a joint at token i adds, and whether the joint is a bare comma."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for joint in JOINTS:
        stop = i + len(joint)
        if stop < len(tokens) and all(tokens[i + k].lower == joint[k] for k in range(len(joint))):
            while stop < len(tokens) - 1 and at[stop] is None and tokens[stop].lower in SKIPPED:
                if tokens[stop].text == '"' and sum(t.text == '"' for t in tokens[:stop]) % 2:
                    return None  # the quotation ends: '… killed my wife," a herder said'
                stop += 1
            group = at[stop]
            if isinstance(group, NounGroup) and not group.temporal and i < group.first <= stop:
                return group, joint == (",",)
            return None
    return None


OWNERS = frozenset({"his", "her", "their"})
SKIPPED = frozenset({"also", "at", "least", "about", "another", "(", '"', "“", "possibly", "then"})


def _has_verb(reading: SentenceReading, i: int) -> bool:
    """Tell whether a finite verb, or a passive one, stands right after: the group before is its subject."""
    at = reading.phrases.at
    while i < len(at) and reading.phrases.tags[i] is Tag.ADVERB:
        i += 1
    return i < len(at) and isinstance(at[i], VerbGroup) and (at[i].finite or at[i].passive)  # type: ignore[union-attr]


def _list_goes_on(reading: SentenceReading, i: int, until: int | None) -> bool:
    """Tell whether the list goes on to an "and" after an uncounted member ("soldiers, police and civilians")."""
    joint = _joint_after(reading, i)
    victims = read_victims(reading, joint[0]) if joint is not None else None
    return victims is not None and (victims.last == until or not _has_verb(reading, victims.last + 1))


def _is_owned(reading: SentenceReading, victims: Victims) -> bool:
    """Tell whether somebody's own people are meant ("his driver"), who are no apposition."""
    return reading.sentence.tokens[victims.first].lower in {"his", "her", "their"}


def is_title(victims: Victims) -> bool:
    """Tell whether a group says what one person is, without a name or a number: "the mayor", "founder of the party"."""
    single = victims.quantity.low == 1 and victims.quantity.high == 1
    return single and not victims.name and not victims.others and victims.quantity.text.lower() != "one"


def _describe(reading: SentenceReading, person: Victims, title: Victims, last: int | None = None) -> Victims:
    """Give a named person what an apposition says of them."""
    if last is None:
        end = past_phrases(reading, title.last + 1)  # "the leader of the group in the north, and"
        last = end if _comma_at(reading, end) else title.last
    ranked = person.role in ARMED_ROLES and title.role is Role.CIVILIAN  # "Sergeant Ali Hassan, a father of two"
    ranked = ranked or (person.role is Role.MILITARY and title.role is Role.MILITIA and not _is_of_group(title))
    role = person.role if title.role is Role.UNSPECIFIED or ranked else title.role
    return replace(
        title, quantity=person.quantity, role=role, nationality=title.nationality or person.nationality,
        group=title.group or person.group, first=person.first, last=last, name=person.name, counted=person.counted,
    )  # fmt: skip


def _is_of_group(title: Victims) -> bool:
    """Tell whether a title is one in a known armed group, not that of a bare "commander of the Third Brigade"."""
    return title.group is not None and find_actor(title.group) is not None


def _comma_at(reading: SentenceReading, i: int) -> bool:
    tokens = reading.sentence.tokens
    return i + 1 < len(tokens) and tokens[i].lower == "," and tokens[i + 1].lower in {"and", "as"}


def _share(before: Victims, victims: Victims) -> Victims:
    """Give a bare plural the vague number of the group before it: "several soldiers and police"."""
    vague = before.quantity.qualifier is Qualifier.VAGUE and before.counted
    if vague and not victims.counted and victims.quantity.qualifier is Qualifier.VAGUE and not victims.definite:
        return replace(victims, quantity=before.quantity, counted=True)
    return victims
