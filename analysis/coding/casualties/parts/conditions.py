"""How badly the wounded are hurt, told after them: "two of them are in critical condition", "of the injured, four are
stated to be critical", "three are seriously hurt". Each is a part of the wounded told of before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.finding.patients import subjects_of
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists_back import read_list_back
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

_HURT = frozenset({"injured", "wounded", "hurt"})
_STATES = frozenset({"condition", "state"})
#: verbs between the people and their condition
_BEING = frozenset({"be", "remain", "lie", "list", "report", "describe", "say", "state", "stay", "find", "arrive"})


def find_by_conditions(reading: SentenceReading) -> Iterator[Figure]:
    """Find the wounded whose condition a sentence says, in the order of the words."""
    tokens = reading.sentence.tokens
    if reading.words.isdisjoint(harm_set("conditions")):
        return
    for i, token in enumerate(tokens):
        start = _start_of_condition(reading, i) if token.lower in harm_set("conditions") else None
        verb = _verb_before(reading, start) if start is not None else None
        if start is not None and (some := _some_of_them(reading, start)) is not None:
            yield Figure(Outcome.INJURED, some, start, i, "condition", subset=True)
        if start is not None:
            yield from _left(reading, start, i)
        if verb is None or start is None:
            continue
        condition = tokens[min(i + 1, len(tokens) - 1)].lower == "condition" and tokens[0].lower != "of"
        for victims in _told_of(reading, _owners(reading, verb) or subjects_of(reading, verb), condition=condition):
            single = tokens[victims.first].lower in {"a", "an", "another"}  # "a third is in a serious condition"
            part = victims.partitive or not single
            yield Figure(Outcome.INJURED, victims, start, i, "condition", subset=part)


def _left(reading: SentenceReading, start: int, i: int) -> Iterator[Figure]:
    """Find "left two guards in critical condition", and of the wounded "included a man in critical condition"."""
    people = reading.noun_at(start - 1) if start else None
    if people is not None and reading.sentence.tokens[people.first].lower in {"his", "her"} and people.preposition:
        people = reading.noun_at(people.preposition - 1)  # "a woman in her 60s"
    if people is None or not people.first:
        return
    verb = reading.phrases.at[people.first - 1]
    left = isinstance(verb, VerbGroup) and verb.lemma == "leave" and not verb.passive
    left = left and isinstance(verb, VerbGroup) and not is_unreal_verb(reading, verb)
    among = not left and "included" in reading.words and not reading.words.isdisjoint(_HURT | {"casualties"})
    told = read_list_back(reading, people) if left else [read_victims(reading, people)] if among else []
    for victims in told:
        if victims is not None and (victims.counted or victims.name):
            yield Figure(Outcome.INJURED, victims, start, i, "condition", subset=among)


def _owners(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read whose condition a verb tells: "the condition of *three people* is critical"."""
    state = subject_of(reading.phrases, verb)
    if state is None or reading.sentence.tokens[state.head].lower not in _STATES:
        return []
    group = reading.phrases.noun_behind(state.last, "of")
    victims = read_victims(reading, group) if group is not None else None
    return [replace(victims, partitive=True)] if victims is not None and victims.counted else []


def find_fighting_for_life(reading: SentenceReading) -> Iterator[Figure]:
    """Find "left a guard fighting for his life"; "their lives" only in a sentence of wounds or a hospital."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if not {"fighting", "for"} <= reading.words or reading.words.isdisjoint({"life", "lives"}):
        return
    for i in range(1, len(tokens) - 3):
        words = [t.lower for t in tokens[i : i + 4]]
        single = words[2:] in (["his", "life"], ["her", "life"])
        hurt = words[2:] in (["their", "lives"], ["their", "life"]) and _tells_of_hurt(reading)
        if words[:2] != ["fighting", "for"] or not (single or hurt):
            continue
        verb = at[i]
        people = subjects_of(reading, verb) if isinstance(verb, VerbGroup) else []
        if isinstance(verb, NounGroup) and verb.head == i > verb.first:  # "left a guard fighting"
            group = NounGroup(verb.first, i - 1, i - 1, verb.preposition, False, False)
            people = [v for v in [read_victims(reading, group)] if v is not None]
        for victims in people:
            if victims.counted or victims.definite or victims.name:
                yield Figure(Outcome.INJURED, victims, i, i + 3, "condition")


def _tells_of_hurt(reading: SentenceReading) -> bool:
    """Tell whether a sentence, or the one before, tells of wounds, a hospital or the dead."""
    before = reading.before.words if reading.before is not None else frozenset[str]()
    return not (reading.words | before).isdisjoint(_WARDS)


_WARDS = harm_set("words_of_patients")


def _some_of_them(reading: SentenceReading, start: int) -> Victims | None:
    """Read "one of them in critical condition", with no verb."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    closed = start > _OF_THEM and tokens[start - 1].lower in {"them", "whom"} and tokens[start - 2].lower == "of"
    number = at[start - 3] if closed else None
    beside = at[start - 1] if start > 1 and not closed else None
    if isinstance(beside, NounGroup) and beside.bare and tokens[beside.first - 1].lower in {"and", ","}:
        told = read_victims(reading, beside)  # "one was in a serious condition and two in a moderate condition"
        earlier = not _EARLIER.isdisjoint(t.lower for t in tokens[:start])  # "taken to hospital, one in a critical"
        return told if told is not None and told.elliptical and told.counted and earlier else None
    victims = read_victims(reading, number) if isinstance(number, NounGroup) else None
    return victims if victims is not None and victims.partitive else None


_EARLIER = frozenset({"condition", "hospitalised", "hospitalized", "hospital"})
#: tokens of "one of them"
_OF_THEM = 2


def _start_of_condition(reading: SentenceReading, i: int) -> int | None:
    """Return the first token of "in (a) critical condition", "critical", "as critical" that the word at i tells."""
    tokens = reading.sentence.tokens
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    j = i - 1
    if after in _STATES:
        while j > 0 and tokens[j].lower in {"a", "very", "or", "and", "in", *harm_set("conditions")}:
            if tokens[j].lower == "in":
                return j
            j -= 1
        return None
    if isinstance(reading.phrases.at[i + 1] if i + 1 < len(tokens) else None, VerbGroup) or after not in _ENDS:
        return None
    return i - 1 if i and tokens[j].lower in {"as", "very"} else i


_ENDS = frozenset({"", ".", ",", ";", "and", "after", "but", "in", '"', "”", ")", "with"})


def _verb_before(reading: SentenceReading, start: int) -> VerbGroup | None:
    """Return the verb that a condition at token start goes with; of "are said to be" the finite one."""
    at = reading.phrases.at
    verb = at[start - 1] if start else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in _BEING or verb.modal is not None or verb.negated:
        return None
    before = at[verb.first - 1] if verb.first else None
    if verb.infinitive:
        raising = isinstance(before, VerbGroup) and before.passive and not before.negated and before.modal is None
        return before if raising and isinstance(before, VerbGroup) else None
    return None if is_unreal_verb(reading, verb) or (verb.lemma != "remain" and not verb.finite) else verb


def _told_of(reading: SentenceReading, people: Sequence[Victims], *, condition: bool) -> Iterator[Victims]:
    """Leave those who are some of the wounded: by "of them", by "of the injured" at the head, or the first of a text.

    A bare number needs words of the wounded in its sentence, or the word condition itself: "four are critical" alone
    may be of anything.
    """
    hurt = condition or not reading.words.isdisjoint(_HURT | {"patients", "victims", "casualties"})
    tokens = reading.sentence.tokens
    for victims in people:
        after = [t.lower for t in tokens[victims.first + 1 : victims.first + 3]]
        single = condition and victims.counted and not (victims.definite or victims.elliptical)
        some = after in (["of", "the"], ["of", "those"]) or (single and tokens[victims.first].lower in {"a", "an"})
        of_them = some or victims.partitive or (victims.elliptical and victims.counted and hurt)
        if of_them and victims.quantity.low != 0:
            yield victims
