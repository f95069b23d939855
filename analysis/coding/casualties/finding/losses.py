"""Losses that a verb counts in people: "the losses of the rebels amounted to 60 men", "Ghana lost 300 personnel".

Losses of arms, ships and money are none; the people lost are of the force whose losses they are.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Outcome, Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import role_by_words
from analysis.language.grammar.phrases import NounGroup

_COUNTING = frozenset({"amount", "total", "come", "reach", "number", "exceed", "stand", "rise", "be"})
#: tokens between the losses and their verb: "Russian losses over the past day in the east"
_REACH = 12
_PLAIN = frozenset({Role.UNSPECIFIED, Role.PERSONNEL, Role.CIVILIAN})
_STAFF = frozenset({"personnel", "men", "people", "serviceman", "man", "person", "member"})


def lost_people(reading: SentenceReading, group: NounGroup) -> Figure | None:
    """Return the people to whom the losses of a force amount."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    later = (v for v in reading.phrases.verbs if v.first > group.last and (v.finite or v.lemma == "amount"))
    verb = next(later, None)
    if verb is None or verb.first - group.last > _REACH or verb.lemma not in _COUNTING:
        return None
    i = verb.last + 1
    number = at[i + 1] if i + 1 < len(at) and tokens[i].lower in {"to", "at"} else at[i] if i < len(at) else None
    people = read_victims(reading, number) if isinstance(number, NounGroup) and not verb.negated else None
    if people is None or verb.modal is not None or people.elliptical or not people.counted or not people.quantity.low:
        return None
    inner = at[group.last + 2] if tokens[group.last + 1].lower == "of" else None
    told = of_loser(reading, inner if isinstance(inner, NounGroup) and inner.last < verb.first else group, people)
    return Figure(Outcome.KILLED, told, group.head, group.head, "losses") if told is not None else None


def of_loser(reading: SentenceReading, owner: NounGroup, people: Victims) -> Victims | None:
    """Give people the force that lost them; None for staff of nobody's and for those that no force has."""
    tokens = reading.sentence.tokens
    body = membership_in(reading, owner.first, owner.last)
    nation = nation_in(tokens, owner.first, owner.last) or (body.country if body is not None else None)
    words = [t.lower for t in tokens[owner.first : owner.last + 1]]
    enemy = not _ENEMIES.isdisjoint(words)
    role = (body.role if body is not None else None) or role_by_words(words) or (Role.MILITARY if enemy else None)
    plain = people.role in _PLAIN and (people.noun in _STAFF or people.role is Role.PERSONNEL)
    if (plain and role is None and nation is None) or not (plain or people.role in ARMED_ROLES):
        return None
    role = (role if role in ARMED_ROLES and role else Role.MILITARY) if plain else people.role
    group_name = body.name if body is not None and body.named and role is body.role else None
    return replace(people, role=role, nationality=people.nationality or nation, group=people.group or group_name)


_ENEMIES = frozenset({"enemy", "occupiers", "invaders", "occupier", "invader", "occupation"})
