"""What the people of a figure are by those told before or after: "four soldiers were killed and six wounded".

People who are only counted are of the kind of those before them in the sentence, parts of their whole, a toll of the
people it counted so far; other civilians make those before them civilians.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import harm_set
from analysis.coding.casualties.merging.same_people import FORCES, meets
from analysis.coding.casualties.parts.anaphora import ANYBODY
from analysis.coding.casualties.people.context import named_before
from analysis.coding.rows import IRREGULAR_ROLES, Outcome, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.people import word_set


def tell_of_others(claim: Claim, before: Sequence[Claim]) -> None:
    """Give the people before the role of the others: "a man was killed, and three other civilians were hurt"."""
    others = claim.victims
    if not others.others or others.elliptical or others.role is Role.UNSPECIFIED or claim.subset:
        return
    for row in before[-NEAR_ROWS:]:
        near = claim.sentence - max(row.told) < 2 and row.attack == claim.attack and not row.subset
        anybody = row.victims.role is Role.UNSPECIFIED and row.victims.noun in _ANYBODY
        if near and anybody and row.figure.parts <= {others.role}:
            row.victims = replace(row.victims, role=others.role)


def take_up_band(claim: Claim, before: Sequence[Claim]) -> None:
    """Give "his deputy", and fighters of no named group, the band of the fighters told right before."""
    people = claim.victims
    single = people.definite and people.noun in _SECONDS and is_owned(claim)
    plain = people.role in IRREGULAR_ROLES and people.noun in FIGHTERS and not people.others
    if people.group or people.nationality or not (single or plain) or _are_of_people(claim):
        return
    for row in reversed(before[-NEAR_ROWS:]):
        told = row.victims
        near = claim.sentence - max(row.told) <= (_FAR if single else 1) and told.role in IRREGULAR_ROLES
        if near and told.group and (told.quantity.low == 1 or not single):
            claim.victims = replace(people, role=told.role, group=told.group)
            return


def _are_of_people(claim: Claim) -> bool:
    """Tell whether a capital names whose fighters they are: "nine *Kurdish* fighters"."""
    return not claim.victims.name and named_before(claim.victims.noun, _claim_words(claim))


_SECONDS = harm_set("seconds")
FIGHTERS = frozenset({"commander", "fighter", "militant", "leader", "combatant", "operative"})
#: sentences from a leader to "his deputy"
_FAR = 3
#: rows among which those of the same breath are
NEAR_ROWS = 4
#: nouns that say no role, and would not differ from "other civilians"
_ANYBODY = frozenset({"", "person", "man", "individual", "victim"})


def common_kind(beside: Sequence[Claim], last: Victims) -> Victims:
    """Return the last people before with only what is said of all whom one verb befell: "three farmers and a guard"."""
    whole = [c for c in beside if not c.figure.subset]
    same = [c.victims for c in whole if c.figure.first == whole[-1].figure.first and c.outcome is whole[-1].outcome]
    nation = last.nationality if all(v.nationality == last.nationality or v.elliptical for v in same) else None
    if all(v.role is last.role or v.elliptical for v in same):
        return replace(last, nationality=nation)
    return replace(last, role=Role.UNSPECIFIED, nationality=nation, group=None)


def _take_up_owner(claim: Claim, owner: Victims) -> None:
    """Give "three of his men", "his bodyguard" and "their driver" what their owner right before makes of them."""
    people = claim.victims
    if people.noun == "driver" and owner.role is Role.CIVILIAN:
        claim.victims = replace(people, role=owner.role)
    plain = people.noun in _MEN and people.role is Role.UNSPECIFIED and owner.role in IRREGULAR_ROLES | FORCES
    if people.noun in _HEADS and people.role is Role.UNSPECIFIED and owner.role is Role.CIVILIAN:
        claim.victims = replace(people, role=owner.role)  # "villagers and their chief"
    if people.noun in _GUARDS and (owner.role in FORCES or (owner.role is Role.OFFICIAL and people.noun == "guard")):
        claim.victims = replace(people, role=Role.SECURITY_FORCES)  # "the police chief and his bodyguard"
    if people.noun in _HEADS and people.role in IRREGULAR_ROLES and owner.role in IRREGULAR_ROLES and not people.group:
        claim.victims = replace(people, role=owner.role, group=owner.group)  # "96 fighters and their leader"
    if people.noun in _COLLEAGUES and people.role is Role.UNSPECIFIED:
        claim.victims = replace(people, role=owner.role)  # "a rescuer and two of his colleagues"
    if plain or (people.noun in _GUARDS and owner.role in IRREGULAR_ROLES):
        nation = people.nationality or owner.nationality
        claim.victims = replace(people, role=owner.role, nationality=nation, group=people.group or owner.group)


def take_up_master(claim: Claim, before: Sequence[Claim]) -> None:
    """Give "two of their colleagues", "his driver" what those of the sentence before make of them."""
    near = before[-1] if before and claim.sentence - 1 in before[-1].told else None
    if near is None or claim.victims.noun not in _SERVANTS or not meets(near.attack, claim.attack):
        return
    words, one = set(words_of(claim)), near.victims.quantity.high == 1
    if words & ({"his", "her"} if one else {"their"}):
        _take_up_owner(claim, near.victims)


_MEN = harm_set("owned_men")
_HEADS = frozenset({"chief", "leader", "head", "boss", "director", "guide"})
_COLLEAGUES = frozenset({"colleague", "comrade", "counterpart", "classmate", "coworker", "co-worker", "teammate"})
_GUARDS = frozenset({"bodyguard", "guard", "escort", "security guard"})
_SERVANTS = _GUARDS | _COLLEAGUES | {"driver", "companion", "subordinate", "deputy"}


def inherit(claim: Claim, before: Claim, kind: Victims) -> None:
    """Give people who are only counted the kind of those before them in the sentence."""
    if is_owned(claim) or claim.victims.noun == "bodyguard":
        _take_up_owner(claim, kind)
    member = claim.victims.others and claim.victims.noun in _FELLOWS and claim.victims.role is Role.UNSPECIFIED
    the_other = claim.victims.quantity.high == before.victims.quantity.high == 1  # "one gunman fled, the other died"
    apart = claim.victims.others and claim.victims.definite and not the_other
    if not (claim.victims.elliptical or member) or apart:
        return  # "the other two" are not those before
    one = before.victims.quantity.low == before.victims.quantity.high == 1 and (claim.victims.quantity.low or 0) > 1
    if one and kind.role not in IRREGULAR_ROLES | _RANKS and not (claim.victims.others or claim.subset):
        return  # "a foreign engineer was killed and nine wounded", whoever they were
    if claim.subset and claim.victims.partitive and before.outcome is not claim.outcome:
        return  # "most of the dead were women, and two of the wounded are in danger"
    alike = next((roles for roles in (IRREGULAR_ROLES, _SERVING) if kind.role in roles), {kind.role})
    if not claim.figure.parts <= alike | {Role.UNSPECIFIED}:
        return  # "two soldiers died and nine others were hurt, including a child"
    if claim.figure.rule == "toll" and (claim.victims.quantity.low or 0) > (before.victims.quantity.low or 0):
        return  # "a policeman succumbed, which brings the toll to eight"
    if before.evidence == claim.evidence and before.figure.first > claim.figure.last:
        return  # "a gunman injured three others before being shot dead"
    if claim.figure.rule == "active" and before.figure.rule == "passive" and not claim.victims.others:
        return  # "a guard was killed; shelling killed four"
    if claim.victims.quantity.low != 0 and before.victims.quantity.low != 0:
        home = claim.victims.nationality  # "three Danish guards and one from Norway"
        group = None if home else kind.group
        claim.victims = replace(claim.victims, role=kind.role, nationality=home or kind.nationality, group=group)


_RANKS = frozenset({Role.MILITARY, Role.SECURITY_FORCES})
_SERVING = FORCES - {Role.CONTRACTOR}
#: nouns of those who belong with the people before: "three other members were hurt"
_FELLOWS = frozenset({"member", "colleague", "comrade", "companion", "associate"})


def inherit_whole(claim: Claim, known: Sequence[Claim]) -> None:
    """Give a part that only counts ("two of the three") the kind of the people of whom it is a part."""
    victims = claim.victims
    _take_up_those(claim, known)
    nationals = claim.subset and victims.noun in ANYBODY  # "three Danes were among the injured"
    leads = claim.subset and victims.role is Role.UNSPECIFIED and victims.noun in word_set("leaders")
    aged = victims.role in IRREGULAR_ROLES | FORCES and victims.noun in word_set("ages") and not victims.group
    leads = leads or (claim.subset and aged)
    if not (nationals or leads) and not (victims.elliptical and victims.role is Role.UNSPECIFIED):
        return
    if victims.nationality and not nationals:
        return
    if claim.figure.rule == "toll" and not claim.subset:
        _inherit_toll(claim, known)
    if not claim.subset:
        return
    for row in reversed(known):
        whole = row.victims
        large = (whole.quantity.low or 0) > (victims.quantity.low or 0)
        if not row.subset and large and meets(row.attack, claim.attack):
            nation = victims.nationality or whole.nationality
            claim.victims = replace(victims, role=whole.role, nationality=nation, group=whole.group)
            return


def _take_up_those(claim: Claim, known: Sequence[Claim]) -> None:
    """Make "two of the soldiers", "one of the Danes" a part of those told before, of their state and their band."""
    victims, words = claim.victims, words_of(claim)
    anybody = victims.role is Role.UNSPECIFIED and (victims.nationality or victims.noun in _ANYBODY)
    near = {"them"} if known and claim.sentence - max(known[-1].told) < 2 else set()
    those = any(a == "of" and b in _THOSE | near for a, b in pairwise(words)) or _is_severe(claim)
    if not those or victims.group:
        return
    if (victims.nationality or (victims.role is Role.UNSPECIFIED and not victims.elliptical)) and not anybody:
        return
    for row in reversed(known):
        whole = row.victims
        large = (whole.quantity.low or 0) > (victims.quantity.low or 0)
        same = whole.role is victims.role or anybody or (victims.elliptical and victims.role is Role.UNSPECIFIED)
        same = same and victims.nationality in {None, whole.nationality}
        graded = whole.role is Role.UNSPECIFIED and _is_graded(claim)  # "seven of the soldiers were seriously hurt"
        if not row.subset and large and (same or graded) and meets(row.attack, claim.attack):
            if same:
                claim.victims = replace(victims, role=whole.role, nationality=whole.nationality, group=whole.group)
            claim.subset = True
            return


def _is_severe(claim: Claim) -> bool:
    """Tell "One was *seriously* wounded", who is one of the wounded told before."""
    alone = claim.victims.elliptical and claim.victims.counted and not claim.victims.others
    return alone and _is_graded(claim)


def _is_graded(claim: Claim) -> bool:
    """Tell whether the words right after people say how badly they are hurt."""
    after = claim.evidence.text[claim.span[1] - claim.evidence.start :].lower().split()[:3]
    return claim.outcome is Outcome.INJURED and not harm_set("severity").isdisjoint(after)


_THOSE = frozenset({"the", "those", "these"})


def _inherit_toll(claim: Claim, known: Sequence[Claim]) -> None:
    """Give a toll that has risen the kind of the people it was of: where all the dead so far are of one kind, or
    where it is as much larger as the dead just told are many.
    """
    low = claim.victims.quantity.low or 0
    before = [row for row in known if not row.subset and row.attack == claim.attack]
    if claim.voice is not None and any(row.voice != claim.voice for row in before):
        return  # another says how many died, of whatever kind
    smaller = [row for row in before if max(1, low // _FAR_LARGER) < (row.victims.quantity.low or 0) < low]
    if len({(row.victims.role, row.victims.nationality, row.victims.group) for row in before}) > 1:
        smaller = [r for r in smaller if low - (r.victims.quantity.low or 0) == known[-1].victims.quantity.low]
    if smaller:
        kind = smaller[-1].victims
        claim.victims = replace(claim.victims, role=kind.role, nationality=kind.nationality, group=kind.group)


#: times a toll of a war is larger than what one attack killed
_FAR_LARGER = 50


def is_owned(claim: Claim) -> bool:
    """Tell whether people are somebody's: "three of his men"."""
    return not {"his", "her", "their", "its"}.isdisjoint(words_of(claim))


def words_of(claim: Claim) -> list[str]:
    """Return the lower-case words that say the people of a claim."""
    return [word.lower() for word in _claim_words(claim)]


def _claim_words(claim: Claim) -> list[str]:
    start = claim.evidence.start
    return claim.evidence.text[claim.span[0] - start : claim.span[1] - start].split()
