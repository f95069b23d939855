"""Membership: the state, force or armed group that the words of a noun group name, and the role of its people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims.nations import nation_at, nation_in
from analysis.coding.victims.people import role_by_words, word_set
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.text.tokens import find_tokens


@dataclass(frozen=True, slots=True)
class Membership:
    """The body that people belong to; tokens first to last (inclusive)."""

    #: canonical name
    name: str
    #: ISO alpha-2 of the state that it belongs to, None for armed groups
    country: str | None
    #: role of its members
    role: Role | None
    #: an armed group that belongs to no state
    armed_group: bool
    #: a name of its own ("Kataib Hezbollah"), not a generic wording ("militias") or a state
    named: bool
    first: int
    last: int


_ROLES = {
    ActorKind.ARMED_GROUP: Role.MILITIA,
    ActorKind.INSURGENT_GROUP: Role.MILITANT,
    ActorKind.COALITION: Role.PERSONNEL,
    ActorKind.MINISTRY: Role.OFFICIAL,
    ActorKind.PARTY: Role.OFFICIAL,
    ActorKind.RESCUE: Role.CIVILIAN,
    ActorKind.NGO: Role.CIVILIAN,
    ActorKind.OUTLET: Role.CIVILIAN,
    ActorKind.MONITOR: Role.CIVILIAN,
}
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
_UNNAMED = frozenset({ActorKind.STATE, ActorKind.OUTLET, ActorKind.MONITOR})


def membership_in(reading: SentenceReading, first: int, last: int) -> Membership | None:
    """Return the most telling body that tokens first to last (inclusive) name: an organisation before a state."""
    best: ActorMention | None = None
    for mention in reading.actors:
        if mention.first > last:
            break
        over = mention.last > last and mention.actor.kind not in _GROUPS  # "the Workers' Party" goes on past its noun
        if mention.first < first or over:
            continue
        if best is None or (best.actor.kind is ActorKind.STATE and mention.actor.kind is not ActorKind.STATE):
            best = mention
    return None if best is None else _to_membership(reading, best)


def _to_membership(reading: SentenceReading, mention: ActorMention) -> Membership:
    actor = mention.actor
    words = [t.lower for t in reading.sentence.tokens[mention.first : mention.last + 1]]
    role = _ROLES.get(actor.kind)
    if actor.kind in {ActorKind.FORCE, ActorKind.BODY}:
        told = role_by_words([*actor.name.lower().split(), *words])
        told = Role.SECURITY_FORCES if actor.name in word_set("interior") else told
        role = told or (Role.MILITARY if actor.kind is ActorKind.FORCE else Role.OFFICIAL)
    group = actor.kind in _GROUPS
    role = Role.MILITIA if actor.name in word_set("factions") else role
    if group and role_by_words(words) is Role.SECURITY_FORCES:
        role = Role.SECURITY_FORCES  # the police of those who hold a region
    named = actor.kind not in _UNNAMED and mention.form is not ActorForm.METONYM and not _is_generic(actor.name)
    stateless = group or actor.kind in {ActorKind.COALITION, ActorKind.UN}
    regional = actor.kind in {ActorKind.FORCE, ActorKind.BODY} and len(actor.affiliation or "") > len("IQ")
    silent = actor.kind is ActorKind.FORCE and not (_names_state(actor.name) or actor.name in word_set("of_state"))
    silent = silent and not _is_owned(reading, mention)
    country = None if stateless or regional or silent else actor.country
    return Membership(actor.name, country, role, group, named, mention.first, mention.last)


def _is_owned(reading: SentenceReading, mention: ActorMention) -> bool:
    """Tell whether a force is said to be its state's: "Iran's Guards", "Iran said that a general of its Guards"."""
    tokens, first = reading.sentence.tokens, mention.first
    if first and tokens[first - 1].lower in {"its", "their"}:
        told = (m for m in reading.actors if m.last < first and m.actor.kind is ActorKind.STATE)
        return any(m.actor.country == mention.actor.country for m in told)
    return nation_in(tokens, max(0, first - 2), mention.last) == mention.actor.country


@cache
def _names_state(name: str) -> bool:
    """Tell whether the name of a force names its state: only there a source says of what nation its people are."""
    tokens = find_tokens(name)
    return any(nation_at(tokens, i) is not None for i in range(len(tokens)))


def _is_generic(name: str) -> bool:
    """Tell whether a canonical name is a class of groups, or a state's body ("Iran-aligned militias", "Iraqi army")."""
    return name.split()[-1].islower() and not name.islower()
