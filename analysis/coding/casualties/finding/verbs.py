"""Casualties by verbs: "killed five soldiers", "were wounded", "leaving four dead", "died of their wounds".

The object of an active verb, the subject of a passive or intransitive one; participles on their own; verbs whose harm
is in the word after them ("shot dead", "gunned down"); lives that are lost, claimed or taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, table, verb_outcomes
from analysis.coding.casualties.finding.company import antecedent, company, is_his, relative_object
from analysis.coding.casualties.finding.objects import find_by_objects
from analysis.coding.casualties.finding.patients import is_told, named_before, subjects_of
from analysis.coding.casualties.finding.telling import DENIED, FINDING, pronoun_after, told_by
from analysis.coding.casualties.reality import is_either, is_unreal_verb
from analysis.coding.casualties.reality.habits import is_at_large, is_attribute
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Outcome, Role
from analysis.coding.victims import Victims, read_victims, to_pronoun
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier


def find_by_verbs(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures that the verbs of a sentence give, in the order of the verbs."""
    for verb in reading.phrases.verbs:
        told = told_by(reading, verb)
        if told is not None:
            if is_attribute(reading, verb):
                continue
            outcome, last, rule = told
            if not is_unreal_verb(reading, verb) or rule == DENIED:
                yield from _figures(reading, verb, outcome, last, rule)
        else:
            yield from find_by_objects(reading, verb)


def _figures(reading: SentenceReading, verb: VerbGroup, outcome: Outcome, last: int, rule: str) -> Iterator[Figure]:
    combined = _is_combined(reading, verb)
    intransitive = rule in {"intransitive", "fallen", DENIED} or outcome is Outcome.MISSING or verb.lemma in _FALLING
    back = verb.passive or intransitive
    beyond = _object_beyond(reading, verb, last) if verb.passive and not verb.finite else None
    if beyond is not None and read_victims(reading, beyond) is not None:
        back = False  # "gunmen killed on Monday in Thule a councillor"
    near = reading.phrases.at[verb.first - 1] if verb.first else None
    if isinstance(near, NounGroup) and near.first and reading.sentence.tokens[near.first - 1].lower == "whom":
        people = relative_object(reading, verb)
    else:
        people = subjects_of(reading, verb) if back else _taken(reading, verb) or _objects(reading, verb, last)
    if not people and not back:
        people = relative_object(reading, verb)
    if not people and rule == "shot dead" and verb.first == verb.last and not _has_object(reading, verb, last):
        people = subjects_of(reading, verb)  # "workers were kidnapped and their guard shot dead"
    if not people and _may_be_passive(reading, verb, last):
        people = _brought(reading, verb) or subjects_of(reading, verb) or _before_quote(reading, verb)
    if not people and not back and (person := named_before(reading, verb)) is not None:
        people, back = [person], True
    before = max(0, verb.first - 1)
    before -= reading.sentence.tokens[before].lower == "as"  # "were listed *as* wounded"
    if not people and isinstance(near := reading.phrases.at[max(0, before)], VerbGroup):
        people = _of_report(reading, near) if verb.first == verb.last else []
    if rule == DENIED:
        people = [v for i, v in enumerate(people) if all(v.noun != later.noun for later in people[i + 1 :])]
    others = [v for v in company(reading, last) if v.counted or v.name or not v.definite or is_his(reading, v)]
    others = others if people and (back or pronoun_after(reading, verb)) else []
    for victims in [*people, *others]:
        if is_told(reading, verb, victims) and not is_at_large(reading, verb, victims):
            exact = victims.counted and victims.quantity.qualifier is not Qualifier.VAGUE
            if combined and (exact or is_either(reading, verb)):
                continue  # "20 were killed and wounded", "killed or wounded dozens"
            if rule == "verb and particle" and (_may_be_thing(verb, victims) or _is_to_hospital(reading, verb)):
                continue
            if rule in _ARMED_ONLY and (victims.role not in ARMED_ROLES or not victims.counted):
                continue
            if verb.lemma in FINDING and victims.noun in _WANTED:
                continue
            buried = verb.lemma == "bury" and not reading.words.isdisjoint(harm_set("under"))
            if rule == "mourned" and (buried or victims.definite or not (victims.counted or victims.name)):
                continue
            yield Figure(outcome, victims, verb.first, last, rule, subset=_is_of_hurt(reading, victims, outcome))


def _has_object(reading: SentenceReading, verb: VerbGroup, last: int) -> bool:
    """Tell "shot dead *anyone* who moved", "shot *him* dead", "shot dead *a buffalo*", whose subject shoots."""
    tags, i = reading.phrases.tags, last + 1
    thing = reading.phrases.at[i] if i < len(tags) else None
    direct = isinstance(thing, NounGroup) and thing.first == i and not thing.temporal
    return direct or (i < len(tags) and tags[i] is Tag.PRONOUN) or pronoun_after(reading, verb) is not None


_WANTED = harm_set("wanted")
#: rules that tell of the death of fighters, and of others nothing: "destroyed 40 soldiers and ten houses"
_ARMED_ONLY = frozenset({"fallen", "destroyed"})
#: verbs of dying as a martyr or in battle
_FALLING = frozenset({"fall", "ascend", "pass"})


def _may_be_thing(verb: VerbGroup, victims: Victims) -> bool:
    """Tell whether no person need be meant: "one of the two was shot down", "an office was blown up"."""
    if verb.lemma == "shoot":
        return victims.elliptical
    return verb.lemma == "blow" and victims.role is Role.UNSPECIFIED and not victims.name


def _is_to_hospital(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether people are taken away as patients: "taken away by ambulance", "taken away with shock"."""
    after = {token.lower for token in reading.sentence.tokens[verb.last + 1 : verb.last + 8]}
    return verb.lemma == "take" and not after.isdisjoint(harm_set("hurts") | _PATIENTS)


_PATIENTS = harm_set("words_of_care")


def _is_of_hurt(reading: SentenceReading, victims: Victims, outcome: Outcome) -> bool:
    """Tell whether the dead are some of the wounded: "two of the wounded died", "one of the injured guards"."""
    words = {t.lower for t in reading.sentence.tokens[victims.first : victims.last + 2]}  # "of the guards hurt"
    return outcome is Outcome.KILLED and "of" in words and not words.isdisjoint(_HURT)


_HURT = frozenset({"wounded", "injured", "hurt", "victims", "casualties"})


def _may_be_passive(reading: SentenceReading, verb: VerbGroup, last: int) -> bool:
    """Tell whether a past form without an object may be a headline's passive: "Two killed and three wounded"."""
    tokens = reading.sentence.tokens
    subject = subject_of(reading.phrases, verb)
    if subject is not None and subject.first and tokens[subject.first - 1].lower in {"whom", "that", "who", "which"}:
        return False
    if verb.first != verb.last or last != verb.last or verb.gerund:
        return False
    if not tokens[verb.head].lower.endswith(("ed", "hurt")):
        return False
    after = verb.last + 1
    if after < len(tokens) and tokens[after].text in _QUOTES:
        after += 1
    when = reading.noun_at(after)
    if when is not None and when.temporal and when.first == when.last:
        after = when.last + 1  # "and three injured Monday in a raid"
    return after >= len(tokens) or tokens[after].lower in _CLOSING


_CLOSING = frozenset({"and", ",", ".", "as", "when", "after", "in", "-", "–", "—", ";"})
_QUOTES = frozenset({'"', "”", "“", "’", "'", "''", "``", "‘"})


def _taken(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people of a participle that is no past tense: "killed nine people, and 12 taken hostage"."""
    i = verb.first - 1
    i -= i > 0 and reading.sentence.tokens[i].lower == "more" and reading.phrases.at[i] is None  # "12 more taken"
    near = reading.phrases.at[i] if i >= 0 else None
    alone = verb.first == verb.last and reading.sentence.tokens[verb.head].lower == "taken"
    return read_list_back(reading, near) if alone and isinstance(near, NounGroup) else []


def _brought(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people of "resulted in nine farmers killed", "with nine killed": a number after a preposition."""
    near = reading.phrases.at[verb.first - 1] if verb.first else None
    if not isinstance(near, NounGroup) or near.preposition is None:
        return []
    if reading.sentence.tokens[near.preposition].lower not in {"in", "with", "to"}:
        return []
    return [victims for victims in read_list_back(reading, near) if victims.counted]


def _of_report(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people of "were reported", "were confirmed", "remain" right before a participle of harm."""
    reported = (verb.passive and verb.lemma in _REPORTING) or verb.lemma == "remain"
    return subjects_of(reading, verb) if reported and not is_unreal_verb(reading, verb) else []


_REPORTING = frozenset({"report", "confirm", "declare", "record", "register", "list"})


def _before_quote(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people before a participle in quotation marks of its own: nine rebels "liquidated"."""
    i = verb.first - 2
    near = reading.phrases.at[i] if i >= 0 and reading.sentence.tokens[i + 1].text in _QUOTES else None
    found = read_list_back(reading, near) if isinstance(near, NounGroup) else []
    return [victims for victims in found if victims.counted]


def _is_combined(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether one number is of two outcomes: "20 were killed and wounded", "killed or injured 12"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for joint, other in ((verb.last + 1, verb.last + 2), (verb.first - 1, verb.first - 2)):
        if 0 < other < len(at) and tokens[joint].lower in {"and", "or", "and/or", "/"}:
            group = at[other]
            if isinstance(group, VerbGroup) and group.lemma in verb_outcomes():
                outcomes = [verb_outcomes().get(v.lemma) for v in sorted((verb, group), key=lambda v: v.first)]
                in_turn = outcomes == [Outcome.CAPTURED, Outcome.KILLED] and tokens[joint].lower == "and"
                differ = outcomes[0] is not outcomes[1] and not in_turn  # "were kidnapped and killed"
                return differ and (verb.passive or group.passive or tokens[joint].lower != "and")
            state = table("states").get(tokens[other].lower) if other < joint else None
            if state is not None and state is not verb_outcomes().get(verb.lemma):
                return object_of(reading.phrases, verb) is None  # "left a dozen people dead or wounded"
    return False


def _objects(reading: SentenceReading, verb: VerbGroup, last: int) -> list[Victims]:
    at = reading.phrases.at
    pronoun = pronoun_after(reading, verb)
    whom = antecedent(reading, verb, pronoun) if pronoun is not None else None
    end = verb.last + 1
    if reading.phrases.words(end, end + 2) in _ALL_OF_THEM:
        whom, end = antecedent(reading, verb, "them"), end + 2
    group = at[verb.last + 1] if pronoun in {"him", "her"} else None
    if whom is None and isinstance(group, NounGroup) and group.first == group.last:
        whom = to_pronoun(reading, group) if verb.lemma in harm_set("sure") else None
    if whom is not None:
        more = reading.phrases.words(end + 1, end + 1) == "and" and end + 2 < len(at)
        joined = at[end + 2] if more else None
        return [whom, *(read_list(reading, joined) if isinstance(joined, NounGroup) else [])]
    group = None
    if last == verb.last:
        group = object_of(reading.phrases, verb)
        if group is not None and _is_attribute(reading, verb, group):
            return []
        if group is None:
            group = _object_of_second(reading, verb) or _object_beyond(reading, verb, last)
    elif last + 1 < len(at):
        following = at[last + 1]
        near = isinstance(following, NounGroup) and following.first == last + 1
        if isinstance(following, NounGroup) and following.first == last < following.last:  # "shot dead four men"
            following, near = replace(following, first=last + 1, preposition=None), True
        group = following if isinstance(following, NounGroup) and near else _object_beyond(reading, verb, last)
    if group is None:
        return []
    if reading.sentence.tokens[group.head].lower in _SELF and verb.lemma in harm_set("sure"):
        following = reading.phrases.noun_behind(group.last, "and", "along", ",")
        return [] if following is None else read_list(reading, following)
    return read_list(reading, group, certain=verb.lemma in harm_set("sure"))


_ALL_OF_THEM = frozenset({"all of them", "both of them"})


def _is_attribute(reading: SentenceReading, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell a participle before a noun from a verb: "a house where *wounded* fighters were being treated"."""
    tags, at, i = reading.phrases.tags, reading.phrases.at, group.last + 1
    after = at[i] if i < len(at) else None
    opens = verb.first == 0 or tags[verb.first - 1] in {Tag.SUBORDINATOR, Tag.MARK}
    own = isinstance(after, VerbGroup) and after.finite and group.first == verb.last + 1
    return opens and own and verb.first == verb.last and tags[verb.head] is Tag.PARTICIPLE


_SELF = frozenset({"himself", "herself", "themselves", "itself"})


def _object_beyond(reading: SentenceReading, verb: VerbGroup, last: int) -> NounGroup | None:
    """Return the object after where or when: "assassinated in Thule the councillor", as translators write."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = last + 1
    while i + 1 < len(at) and tokens[i].lower in _WHERE and isinstance(inner := at[i + 1], NounGroup):
        i = inner.last + 1
    group = at[i] if i < len(at) and i > last + 1 else None
    if not isinstance(group, NounGroup) or group.temporal or tokens[group.first].lower not in _NEW:
        return None
    subject = subject_of(reading.phrases, verb)
    alone = verb.finite or not any(v.finite for v in reading.phrases.verbs)
    return group if subject is not None and alone and verb.first == verb.last else None


_WHERE = frozenset({"in", "on", "at", "near"})
#: words that open an object
_NEW = frozenset({"a", "an", "the", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def _object_of_second(reading: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the object that two verbs share: "killed and wounded dozens"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = verb.last + 2
    if i < len(at) and tokens[i - 1].lower == "and":
        other = at[i]
        if isinstance(other, VerbGroup) and other.lemma in verb_outcomes() and not other.passive:
            return object_of(reading.phrases, other)
    return None
