"""Actors by name: what one is, what its people speak for, and all the names that mean it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from analysis.language.text.names import NameIndex
from analysis.vocabulary import read_vocabulary


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    FORCE = "force"
    MINISTRY = "ministry"
    BODY = "body"
    COALITION = "coalition"
    ARMED_GROUP = "armed_group"
    INSURGENT_GROUP = "insurgent_group"
    PARTY = "party"
    UN = "un"
    RESCUE = "rescue"
    NGO = "ngo"
    MONITOR = "monitor"
    OUTLET = "outlet"
    GENERIC = "generic"


class ActorForm(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"


_ARMED = frozenset(
    {
        ActorKind.STATE,
        ActorKind.FORCE,
        ActorKind.MINISTRY,
        ActorKind.BODY,
        ActorKind.COALITION,
        ActorKind.ARMED_GROUP,
        ActorKind.INSURGENT_GROUP,
        ActorKind.GENERIC,
    }
)
_UNOFFICIAL = frozenset({ActorKind.NGO, ActorKind.MONITOR, ActorKind.OUTLET})


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with its canonical name."""

    name: str
    kind: ActorKind
    #: what its spokespeople speak for: an ISO code, "coalition", or a name; None where unknown
    affiliation: str | None
    #: ISO alpha-2 of the state that it belongs to or is at home in
    country: str | None = None
    #: the state that stands behind an armed group, by its name
    side: str | None = None
    #: may use force, itself or through the forces of its state
    is_armed: bool = False

    @property
    def is_official(self) -> bool:
        """Tell whether the codebook takes it for an official source; monitors, aid groups and media are none."""
        return self.kind not in _UNOFFICIAL


class ActorName(NamedTuple):
    """A name of an actor; an acronym counts only as printed in `exact` ("IS", "LeT"), but for its full stops."""

    actor: Actor
    form: ActorForm
    exact: str | None = None


@cache
def state(iso: str) -> Actor:
    """Return the actor that is a state."""
    name = read_vocabulary("countries")[iso]["name"]
    return Actor(name, ActorKind.STATE, iso, iso, is_armed=True)


@cache
def state_body(iso: str, noun: str) -> Actor:
    """Return a state's body by its noun: ("IQ", "military") is the Iraqi military."""
    entry = read_vocabulary("countries")[iso]
    adjective = "US" if iso == "US" else next(iter(entry["adjectives"]), entry["name"])
    kind = ActorKind(read_vocabulary("bodies")["bodies"][noun]["kind"])
    return Actor(f"{adjective} {noun}", kind, iso, iso, is_armed=True)


@cache
def body_nouns() -> NameIndex[str]:
    """Return the nouns of bodies that a state's name or adjective may own."""
    index: NameIndex[str] = NameIndex()
    for noun, entry in read_vocabulary("bodies")["bodies"].items():
        for name in (noun, *entry.get("variants", ())):
            index.add(name, noun)
    return index


@cache
def actor_names() -> NameIndex[ActorName]:
    """Return all names of actors: the vocabulary's, the states' with adjectives and inhabitants, the capitals."""
    index: NameIndex[ActorName] = NameIndex()
    for actor, names in _listed():
        for name in names:
            index.add(name, ActorName(actor, ActorForm.NAME, _exact(name)))
    for iso, entry in read_vocabulary("countries").items():
        for name in (entry["name"], *entry.get("variants", ())):
            index.add(name, ActorName(state(iso), ActorForm.NAME), keep_article=name.startswith("El "))
        for name in _demonyms(entry):
            index.add(name, ActorName(state(iso), ActorForm.DEMONYM))
        if "capital" in entry:
            index.add(entry["capital"], ActorName(state(iso), ActorForm.METONYM))
    for name, iso in read_vocabulary("metonyms").items():
        index.add(name, ActorName(state(iso), ActorForm.METONYM))
    return index


def _exact(name: str) -> str | None:
    plain = name.replace(".", "")
    return plain if len(plain) < 6 and " " not in name and sum(c.isupper() for c in plain) > 1 else None


def _demonyms(entry: Mapping[str, Any]) -> Iterator[str]:
    for word in entry["adjectives"]:
        yield word
        if "people" not in entry:
            yield word + "s"
    yield from entry.get("people", ())


@cache
def _listed() -> tuple[tuple[Actor, tuple[str, ...]], ...]:
    return tuple(
        (_actor(ActorKind(kind), entry), tuple(entry.get("names") or (entry["name"], *entry.get("variants", ()))))
        for kind, entries in read_vocabulary("actors").items()
        for entry in entries
    )


def _actor(kind: ActorKind, entry: Mapping[str, Any]) -> Actor:
    country: str | None = entry.get("country")
    own = country if kind in {ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.BODY} else None
    affiliation: str = entry.get("affiliation") or own or entry["name"]
    armed = kind in _ARMED and entry.get("armed", True) and (kind is not ActorKind.BODY or affiliation == country)
    return Actor(entry["name"], kind, affiliation, country, entry.get("side"), armed)
