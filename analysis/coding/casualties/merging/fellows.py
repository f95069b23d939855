"""What more people, and people whom another counts otherwise, are by those told before.

"Two other soldiers were hurt" after "a mine killed four Danish soldiers"; "twelve others"; "the rebels put it at nine".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.merging.people_carried_over import FIGHTERS, NEAR_ROWS, common_kind
from analysis.coding.casualties.merging.same_people import FORCES, meets
from analysis.coding.rows import IRREGULAR_ROLES, Role

#: sentences from soldiers to "two other soldiers"
_FAR = 3


def take_up_fellows(claim: Claim, before: Sequence[Claim]) -> None:
    """Give "another 25 soldiers" the state and the band of the soldiers told right before."""
    people = claim.victims
    if not people.others or people.definite or people.nationality or people.group:
        return
    if people.elliptical and people.role is Role.UNSPECIFIED and people.counted and not claim.subset:
        _take_up_last(claim, before)
    if people.role not in IRREGULAR_ROLES | FORCES:
        return
    for row in reversed(before[-NEAR_ROWS:]):
        reach = _FAR if people.noun == row.victims.noun else 1
        near = claim.sentence - max(row.told) <= reach or (claim.attack is not None and row.attack == claim.attack)
        band = people.noun in FIGHTERS and row.victims.role in IRREGULAR_ROLES and row.victims.group
        if near and not row.subset and (row.victims.role is people.role or band):
            told = [r for r in before if r.told & row.told and r.outcome is row.outcome]
            if claim.sentence not in row.told and row.victims.quantity.low != 1:
                told = [r for r in told if band or r.victims.role is people.role]  # no matter who else was hit
            kind = common_kind(told, row.victims)
            role = kind.role if band else people.role
            claim.victims = replace(people, role=role, nationality=kind.nationality, group=kind.group)
            return


def take_up_other_count(claim: Claim, before: Sequence[Claim]) -> None:
    """Give "a spokesman said only three had died" the kind of those whom another right before counts otherwise."""
    people = claim.victims
    bare = (
        people.elliptical
        and people.counted
        and not (people.others or people.partitive or people.definite or claim.subset)
    )
    if not bare or people.role is not Role.UNSPECIFIED or people.nationality or not people.quantity.low:
        return
    words = set(claim.evidence.text.lower().split())
    voice = claim.voice or claim.speaker
    if voice is None or claim.figure.parts - {Role.UNSPECIFIED} or words & _BODIES:
        return  # "had counted nine bodies" are of any kind
    beside = [row for row in before[-NEAR_ROWS:] if row.sentence == claim.sentence and row.outcome is not claim.outcome]
    if any(not row.victims.elliptical for row in beside):
        return  # "in all 60 people had died, with 140 hurt" are any people
    near = [row for row in before[-NEAR_ROWS:] if _is_counted_again(claim, row)]
    same = [row for row in near if row.outcome is claim.outcome]
    if not same or not all(meets(row.attack, claim.attack) and voice != (row.voice or row.speaker) for row in same):
        return
    kinds = {(row.victims.role, row.victims.nationality, row.victims.group) for row in same}
    kind = same[-1].victims
    if claim.figure.rule == "toll" and not words & _OF_THOSE and people.quantity.low > _MORE * (kind.quantity.low or 0):
        return  # "the army spoke of two dead soldiers; monitors put the toll at 23"
    if len(kinds) == 1 and kind.role is not Role.UNSPECIFIED and (kind.quantity.low or 0) > 1:
        claim.victims = replace(people, role=kind.role, nationality=kind.nationality, group=kind.group)


def _is_counted_again(claim: Claim, row: Claim) -> bool:
    """Tell whether a row of the sentence before, or of the same attack shortly before, may be what another counts."""
    away = claim.sentence - max(row.told)
    near = away < 2 or (away <= _FAR and claim.attack is not None and row.attack == claim.attack)
    return near and not row.subset


#: times by which two counts of the same people differ at most
_MORE = 1.5
_OF_THOSE = frozenset({"number", "figure", "count", "losses"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})


def _take_up_last(claim: Claim, before: Sequence[Claim]) -> None:
    """Give "twelve others" the kind of those whom the sentence before tells, where they are of one kind."""
    near = [row for row in before[-NEAR_ROWS:] if claim.sentence - 1 in row.told and not row.subset]
    kinds = {(row.victims.role, row.victims.nationality, row.victims.group) for row in near}
    here = any(claim.sentence in row.told for row in before[-NEAR_ROWS:])
    if here or len(kinds) != 1 or not (_are_more(claim) or all(meets(row.attack, claim.attack) for row in near)):
        return
    kind = near[-1].victims
    if claim.figure.parts <= {kind.role, Role.UNSPECIFIED} and near[-1].victims.quantity.low != 0:
        claim.victims = replace(claim.victims, role=kind.role, nationality=kind.nationality, group=kind.group)


def _are_more(claim: Claim) -> bool:
    """Tell "four more", who are of the kind of those before wherever it befell them."""
    start = claim.evidence.start
    return "more" in claim.evidence.text[claim.span[0] - start : claim.span[1] - start + len(" more")].lower().split()
