"""Shares of the dead, wounded or taken: "among the dead were", "the dead included", "17 of those killed were women".

Each is a part of people whom the sentence or another one counts; the word for the whole says what befell them, and who
they were where a name says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, table
from analysis.coding.casualties.finding.patients import subjects_of
from analysis.coding.casualties.parts.anaphora import ANYBODY, after_being
from analysis.coding.casualties.parts.members import belonging
from analysis.coding.casualties.parts.nations import nationals_at
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Outcome, Role
from analysis.coding.victims import Victims, quantity_in, read_victims
from analysis.coding.victims.inclusions import parts_after, past_phrases
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.coding.victims.people import word_set
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Quantity, QuantityMention

#: the rule of "17 of those killed were women"
PART = "part of"


_AMONG = frozenset({"among", "amongst"})
_INCLUDING = frozenset({"include", "included", "includes", "comprise", "comprised"})


def find_shares(reading: SentenceReading) -> Iterator[Figure]:
    """Find the people who are told as some of the dead, wounded or taken, in the order of the words."""
    for i in reading.sentence.where(_AMONG | _INCLUDING):
        yield from (_among if reading.sentence.lowers[i] in _AMONG else _included)(reading, i)
    yield from _parts_of(reading)
    yield from _fronted(reading)


def _parts_of(reading: SentenceReading) -> Iterator[Figure]:
    """Find "17 of those killed were women", "most of the dead were soldiers"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    wholes = _wholes(reading)
    for mention in reading.quantities if wholes else ():
        told = wholes.get(mention.last if tokens[mention.last].lower == "of" else mention.last + 1)
        end = _end_of_whole(reading, told[1]) if told is not None else 0
        beyond = past_phrases(reading, end + 1) if told is not None else 0  # "the victims of the raid were"
        verb = at[beyond] if told is not None and beyond < len(tokens) else None
        if told is None or not isinstance(verb, VerbGroup) or verb.negated or verb.modal:
            continue
        kind = read_victims(reading, at[end]) if isinstance(at[end], NounGroup) and end > told[1] else None  # type: ignore[arg-type]
        yield from _said_to_be(reading, told, mention, verb, kind)


def _fronted(reading: SentenceReading) -> Iterator[Figure]:
    """Find "Of the dead in the raid, nine were civilians and three were guards"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    told = _outcome_after(reading, 1) if tokens[0].lower == "of" else None
    i = past_phrases(reading, told[1] + 1) if told is not None else len(tokens)
    if told is None or i + 2 >= len(tokens) or tokens[i].text != ",":
        return
    while i + 2 < len(tokens) and tokens[i].lower in {",", "at", "least", "about", "some"}:
        i += 1
    mention = next((m for m in reading.quantities if m.first <= i <= m.last), None)
    verb = at[mention.last + 1] if mention is not None and mention.last + 1 < len(tokens) else None
    if mention is not None and isinstance(verb, VerbGroup) and not verb.negated and verb.modal is None:
        yield from _said_to_be(reading, told, mention, verb, None)


def _said_to_be(
    reading: SentenceReading, told: tuple[Outcome, int], mention: QuantityMention, verb: VerbGroup, kind: Victims | None
) -> Iterator[Figure]:
    """Find the parts of a number and who they were, "17 … were women and four were soldiers"."""
    at = reading.phrases.at
    if verb.lemma == "belong" and (members := belonging(reading, verb)) is not None:
        part = replace(members, quantity=_number_of(reading, mention), first=mention.first, counted=True)
        yield Figure(told[0], part, mention.first, told[1], PART, subset=True)  # "five of the dead belonged to X"
        return
    i = after_being(reading, verb)
    following = at[i] if i is not None and i < len(at) else None
    people = _kind_at(reading, following, i)
    while people is not None and not people.definite and (not people.counted or _is_single(people)):
        role = Role.UNSPECIFIED if people.noun in ANYBODY else people.role
        aged = kind is not None and kind.role in ARMED_ROLES and people.noun in word_set("ages")
        role = kind.role if kind is not None and (aged or role is Role.UNSPECIFIED) else role  # "of the slain rebels"
        number = _number_of(reading, mention)
        part = replace(people, quantity=number, first=mention.first, counted=True, role=role)
        yield Figure(told[0], part, mention.first, told[1], PART, subset=True)
        further = _further_part(reading, people.last + 1)
        if further is None:
            break
        mention, people = further


def _number_of(reading: SentenceReading, mention: QuantityMention) -> Quantity:
    """Return the number of a part; "One" at the head of a sentence is no pronoun before "of those killed"."""
    one = reading.sentence.tokens[mention.first].lower == "one" and mention.first == mention.last
    return replace(mention.quantity, low=1, high=1) if one else mention.quantity


def _end_of_whole(reading: SentenceReading, i: int) -> int:
    """Return the last token of "the slain militants" for its "slain", or the token itself."""
    group = reading.phrases.at[i]
    return group.last if isinstance(group, NounGroup) else i


def _is_single(people: Victims) -> bool:
    return people.quantity.low == people.quantity.high == 1


def _further_part(reading: SentenceReading, i: int) -> tuple[QuantityMention, Victims] | None:
    """Return the number and the people of "and one was a medic" from token i on, or None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    while i < len(tokens) and tokens[i].lower in {"and", ",", "while", "but"}:
        i += 1
    number = at[i] if i < len(tokens) else None
    mention = next((m for m in reading.quantities if m.first == i), None)
    verb = at[i + 1] if isinstance(number, NounGroup) and number.bare and i + 2 < len(tokens) else None
    if mention is None or not isinstance(verb, VerbGroup) or verb.lemma != "be" or verb.negated or verb.modal:
        return None
    following = at[verb.last + 1] if verb.head == verb.last and verb.last + 1 < len(tokens) else None
    people = _kind_at(reading, following, verb.last + 1)
    return (mention, people) if people is not None else None


def _kind_at(reading: SentenceReading, following: NounGroup | VerbGroup | None, i: int | None) -> Victims | None:
    """Read who people are behind a verb of being: the noun group that follows, or at token i "from Ghana"."""
    people = read_victims(reading, following) if isinstance(following, NounGroup) else None
    return people or (nationals_at(reading, i) if i is not None else None)


def _wholes(reading: SentenceReading) -> dict[int, tuple[Outcome, int]]:
    """Return, by the token of its "of", what befell the people of "of the dead", "of those killed"."""
    tokens = reading.sentence.tokens
    found: dict[int, tuple[Outcome, int]] = {}
    for i in reading.sentence.where(frozenset({"of"})):
        if i + 3 < len(tokens) and tokens[i + 1].lower in {"the", "those", "its", "all"}:
            told = _outcome_after(reading, i + 1)
            if told is not None:
                found[i] = told
    return found


def _outcome_after(reading: SentenceReading, i: int) -> tuple[Outcome, int] | None:
    """Return the outcome of "the dead", "those killed", "four people killed", "the victims" from token i on."""
    tokens = reading.sentence.tokens
    states = table("states")
    for j in range(i, min(i + 7, len(tokens))):
        lower = tokens[j].lower
        if lower in {",", ".", ";"}:
            return None
        if lower in states:
            return states[lower], j
        if lower in {"victims", "fatalities", "martyrs", "toll"}:
            return Outcome.KILLED, j
        verb = reading.phrases.at[j]
        if isinstance(verb, VerbGroup) and verb.lemma in table("intransitive") and not is_unreal_verb(reading, verb):
            return table("intransitive")[verb.lemma], j  # "the three civilians who died"
    return None


def _among(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "four commanders were among the dead" and "among the dead were four commanders"."""
    told = _outcome_after(reading, i + 1)
    if told is None:
        return
    outcome, last = told
    at = reading.phrases.at
    j = i - 1
    while j > 0 and reading.phrases.tags[j] is Tag.ADVERB and at[j] is None:
        j -= 1
    verb = at[j] if j >= 0 else None
    is_ = isinstance(verb, VerbGroup) and (verb.lemma == "be" or (verb.passive and verb.lemma in _FINDING))
    if isinstance(verb, VerbGroup) and is_ and not verb.negated and verb.modal is None:
        group = subject_of(reading.phrases, verb)
        people = read_list_back(reading, with_complement_head(reading, group)) if group is not None else []
        if not people or (len(people) == 1 and people[0].name and people[0].role is Role.UNSPECIFIED):
            people = subjects_of(reading, verb) or people  # past ", aged four and nine,", "a cook, Ali Hassan,"
            bare = len(people) == 1 and people[0].name and people[0].nationality is None
            if group is not None and bare and people[0].role is Role.UNSPECIFIED:
                people = read_list(reading, group)[:1] or people  # "Ali Hassan, its commander, was among the dead"
    else:
        people = _found_before(reading, i) or _after_verb(reading, last + 1)
    whole = at[i + 1] if i + 1 < len(at) else None
    if people and isinstance(whole, NounGroup) and (all_of_them := _counted_whole(reading, whole, last)) is not None:
        yield Figure(outcome, all_of_them, i, last, "among")
    kind = read_victims(reading, whole) if isinstance(whole, NounGroup) else None
    for victims in people:
        if kind is not None and victims.name and victims.role is Role.UNSPECIFIED:
            victims = replace(victims, role=kind.role)  # "Ali Hassan was among the civilians hurt"
        yield Figure(outcome, victims, i, last, "among", subset=True)
        for part in parts_after(reading, victims) if verb is not None and victims.last < i else ():
            yield Figure(outcome, part, i, last, "among", subset=True)


def _found_before(reading: SentenceReading, i: int) -> list[Victims]:
    """Read the people of "found three girls among the dead", the object of a verb of finding or naming."""
    near = reading.phrases.at[i - 1] if i else None
    people = read_list_back(reading, with_complement_head(reading, near)) if isinstance(near, NounGroup) else []
    verb = reading.phrases.at[people[0].first - 1] if people and people[0].first else None
    found = isinstance(verb, VerbGroup) and not verb.passive and verb.lemma in _FINDING and not verb.negated
    return people if found and isinstance(verb, VerbGroup) and verb.modal is None else []


_FINDING = frozenset(
    {"find", "identify", "count", "name", "list", "report", "recognise", "recognize", "have", "confirm"}
)


def _counted_whole(reading: SentenceReading, group: NounGroup, last: int) -> Victims | None:
    """Return the people of "among the 12 killed", who are counted, or None."""
    quantity = quantity_in(reading, group.first, min(group.last, last))
    told = reading.sentence.tokens[group.first].lower == "the"
    if not told or quantity is None or not quantity.low or quantity.low < _SEVERAL:
        return None
    people = read_victims(reading, group)
    if people is not None and not people.partitive:
        return replace(people, quantity=quantity, counted=True, elliptical=False)
    start, end = group.first, group.last
    return Victims(quantity, None, Role.UNSPECIFIED, None, start, end, definite=True)


_SEVERAL = 2
#: tokens between "among those killed" and its verb, insertions included
_FAR = 25


def _after_verb(reading: SentenceReading, i: int) -> list[Victims]:
    """Read the list after the verb of being that stands at token i or a few groups on ("among the dead were two")."""
    at = reading.phrases.at
    for j in range(i, min(i + _FAR, len(at))):
        verb = at[j]
        if isinstance(verb, VerbGroup):
            following = at[verb.last + 1] if verb.last + 1 < len(at) else None
            fact = verb.lemma == "be" and verb.head == verb.last and not verb.negated and verb.modal is None
            right = fact and isinstance(following, NounGroup)
            return read_list(reading, following, certain=True) if right and isinstance(following, NounGroup) else []
    return []


def _included(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "the dead included two children"."""
    verb = reading.phrases.at[i]
    if not isinstance(verb, VerbGroup) or verb.last + 1 >= len(reading.phrases.at):
        return
    those = reading.noun_at(i - 2) if i > 1 and _is_fate(reading, i - 1) else None
    group = those or subject_of(reading.phrases, verb)  # "those killed included"
    if group is None:
        return
    told = _outcome_after(reading, group.first)
    following = reading.phrases.at[verb.last + 1]
    if told is not None and told[1] < i and isinstance(following, NounGroup):
        for victims in read_list(reading, following):
            yield Figure(told[0], victims, group.first, i, "included", subset=True)


def _is_fate(reading: SentenceReading, i: int) -> bool:
    """Tell the participle or state of people right behind them: "those *killed*", "the foreigners *hurt*"."""
    verb = reading.phrases.at[i]
    participle = isinstance(verb, VerbGroup) and verb.first == verb.last and not verb.gerund
    return participle or reading.sentence.lowers[i] in table("states")
