"""Whether two names for a doer can mean the same: one body, a group and the kind of groups it belongs to, a state and
the forces or groups behind which it is said to stand. Names that nothing relates are two doers."""

from __future__ import annotations

from functools import cache

from analysis.language.actors import ActorKind, find_actor
from analysis.language.gazetteer import country_name


@cache
def relate_doers(one: str | None, other: str | None) -> bool | None:
    """Say whether two doers can be the same (True) or not (False); None where one of them is not named."""
    if not one or not other:
        return None
    if one == other:
        return True
    return bool(_sides(one) & _sides(other)) or _is_branch(one, other) or _is_branch(other, one)


def _is_branch(one: str, other: str) -> bool:
    """Tell "Islamic State Khorasan", by its name a branch of "Islamic State"; a state's name opens those of others."""
    whole, part = other.split(), one.split()
    opens = 1 < len(whole) < len(part) and part[: len(whole)] == whole
    actor = find_actor(other) if opens else None
    return actor is not None and actor.kind in {ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP}


@cache
def _sides(name: str) -> frozenset[str]:
    """The doer's own name, the state or group that it speaks for, and the state that stands behind it."""
    sides = {name}
    actor = find_actor(name)
    if actor is not None:
        sides.add(actor.name)
        if actor.side:
            sides.add(country_name(actor.side) or actor.side)
        if actor.affiliation:
            sides.add(country_name(actor.affiliation) or actor.affiliation)
    return frozenset(sides)
