"""Whose dead people are where other words say so: the bodies that fighters left behind, "its" of a body not named."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.people import role_by_words
from analysis.language.grammar.clauses import subject_of

_BODIES = frozenset({"bodies", "body", "corpses", "corpse"})


def role_of_it(sentence: SentenceReading) -> Role | None:
    """Return the role of the first subject of the sentence before, which "it" points back to: "the army said …"."""
    earlier = sentence.before
    verb = next((v for v in earlier.phrases.verbs if v.finite), None) if earlier is not None else None
    subject = subject_of(earlier.phrases, verb) if earlier is not None and verb is not None else None
    if earlier is None or subject is None:
        return None
    return role_by_words(t.lower for t in earlier.sentence.tokens[subject.first : subject.last + 1])


def of_left_bodies(sentence: SentenceReading, victims: Victims) -> Victims:
    """Give "27 bodies" that fighters left on the ground the role of those."""
    if sentence.sentence.tokens[victims.last].lower not in _BODIES:
        return victims
    for verb in sentence.phrases.verbs:
        if verb.lemma != "leave" or verb.passive or verb.negated or not verb.last < victims.first <= verb.last + 2:
            continue
        subject = subject_of(sentence.phrases, verb)
        people = read_victims(sentence, subject) if subject is not None else None
        if people is not None and people.role in ARMED_ROLES:
            return replace(victims, role=people.role, nationality=people.nationality, group=people.group)
    return victims
