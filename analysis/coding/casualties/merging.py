"""The figures of a source as rows: the same figure twice is one row, a different figure another.

A figure is the same when outcome, bounds and attack agree and nothing that is said of the people differs. Loose words
("several personnel") for people that the same speaker counts are no row of their own; a definite mention ("the
contractor") goes with the figure it points back to. Parts that add up to a total are subsets of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import LISTED
from analysis.coding.casualties.likeness import (
    ARMED,
    FORCES,
    VAGUE_ROLES,
    alike,
    counts_alike,
    identical,
    is_one_name,
    is_vaguer,
    may_be_part,
)
from analysis.coding.casualties.sums import is_of_month, mark_sums
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.language.quantities import Qualifier

#: whether two attacks, by id, differ in day or place
Apart = Callable[[str, str], bool]


def merge_claims(claims: Sequence[Claim], apart: Apart = lambda a, b: True) -> list[Claim]:
    """Merge the claims of a source, given and returned in the order of the text.

    `apart` tells whether two different attacks cannot be the same one; people who are told alike in every point are
    the same people where their attacks need not be apart.
    """
    rows: list[Claim] = []
    by_outcome: dict[Outcome, list[Claim]] = {}
    previous: Claim | None = None
    beside: list[Claim] = []
    for claim in claims:
        if previous is not None and previous.sentence == claim.sentence:
            _inherit(claim, previous, _common_kind(beside, previous.victims))
        beside = [*(c for c in beside if c.sentence == claim.sentence), claim]
        _tell_of_others(claim, rows[-_NEAR_ROWS:])
        known = by_outcome.setdefault(claim.outcome, [])
        _inherit_whole(claim, known[-_WINDOW:])
        claim.subset = claim.subset or is_of_month(claim, known[-_WINDOW:])
        row = _same(known[-_WINDOW:], claim, apart)
        if row is None and _is_loose(claim) and _is_covered(known[-_WINDOW:], claim):
            continue
        if row is None:
            rows.append(claim)
            known.append(claim)
        else:
            _absorb(row, claim)
        if not claim.figure.subset or previous is None or previous.sentence != claim.sentence:
            whole = row is not None and not row.victims.elliptical
            previous = replace(row, sentence=claim.sentence) if row is not None and whole else claim
    mark_sums(by_outcome)
    return rows


#: rows of one outcome that a new claim is compared with, so that time stays linear
_WINDOW = 60


def _tell_of_others(claim: Claim, before: Sequence[Claim]) -> None:
    """Give the people before the role of the others: "a man was killed, and three other civilians were hurt"."""
    others = claim.victims
    if not others.others or others.elliptical or others.role is Role.UNSPECIFIED or claim.subset:
        return
    for row in before:
        near = claim.sentence - max(row.told) < 2 and row.attack == claim.attack and not row.subset
        anybody = row.victims.role is Role.UNSPECIFIED and row.victims.noun in _ANYBODY
        if near and anybody and row.figure.parts <= {others.role}:
            row.victims = replace(row.victims, role=others.role)


#: rows among which those of the same breath are
_NEAR_ROWS = 4
#: nouns that say no role, and would not differ from "other civilians"
_ANYBODY = frozenset({"", "person", "man", "individual", "victim"})


def _common_kind(beside: Sequence[Claim], last: Victims) -> Victims:
    """Return the last people before with only what is said of all whom one verb befell: "three farmers and a guard"."""
    whole = [c for c in beside if not c.figure.subset]
    same = [c.victims for c in whole if c.figure.first == whole[-1].figure.first and c.outcome is whole[-1].outcome]
    if all(v.role is last.role or v.elliptical for v in same):
        return last
    nation = last.nationality if all(v.nationality == last.nationality for v in same) else None
    return replace(last, role=Role.UNSPECIFIED, nationality=nation, group=None)


def _inherit(claim: Claim, before: Claim, kind: Victims) -> None:
    """Give people who are only counted the kind of those before them in the sentence."""
    if claim.subset and claim.victims.noun == "officer" and kind.role is Role.SECURITY_FORCES:
        claim.victims = replace(claim.victims, role=kind.role)
    if claim.victims.noun == "man" and kind.role in ARMED | FORCES and _is_owned(claim):
        claim.victims = replace(claim.victims, role=kind.role)  # "the commander and three of his men"
    member = claim.victims.others and claim.victims.noun in _FELLOWS and claim.victims.role is Role.UNSPECIFIED
    if not (claim.victims.elliptical or member) or (claim.victims.others and claim.victims.definite):
        return  # "the other two" are not those before
    if claim.figure.rule == "toll" and (claim.victims.quantity.low or 0) > (before.victims.quantity.low or 0):
        return  # "a policeman succumbed, which brings the toll to eight"
    if before.evidence == claim.evidence and before.figure.first > claim.figure.last:
        return  # "a gunman injured three others before being shot dead"
    if claim.figure.rule == "active" and before.figure.rule == "passive" and not claim.victims.others:
        return  # "a guard was killed; shelling killed four"
    if claim.victims.quantity.low != 0 and before.victims.quantity.low != 0:
        claim.victims = replace(claim.victims, role=kind.role, nationality=kind.nationality, group=kind.group)


#: nouns of those who belong with the people before: "three other members were hurt"
_FELLOWS = frozenset({"member", "colleague", "comrade", "companion", "person", "individual", "associate"})


def _inherit_whole(claim: Claim, known: Sequence[Claim]) -> None:
    """Give a part that only counts ("two of the three") the kind of the people of whom it is a part."""
    victims = claim.victims
    nationals = claim.subset and victims.noun == "national"  # "three Danes were among the injured"
    if not (victims.elliptical or nationals) or victims.role is not Role.UNSPECIFIED:
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
        if not row.subset and large and _meets(row.attack, claim.attack):
            nation = victims.nationality or whole.nationality
            claim.victims = replace(victims, role=whole.role, nationality=nation, group=whole.group)
            return


def _inherit_toll(claim: Claim, known: Sequence[Claim]) -> None:
    """Give a toll that has risen the kind of the people it was of: where all the dead so far are of one kind, or
    where it is as much larger as the dead just told are many.
    """
    low = claim.victims.quantity.low or 0
    before = [row for row in known if not row.subset and row.attack == claim.attack]
    if claim.voice is not None and any(row.voice != claim.voice for row in before):
        return  # another says how many died, of whatever kind
    smaller = [row for row in before if 1 < (row.victims.quantity.low or 0) < low]
    if len({(row.victims.role, row.victims.nationality, row.victims.group) for row in before}) > 1:
        smaller = [r for r in smaller if low - (r.victims.quantity.low or 0) == known[-1].victims.quantity.low]
    if smaller:
        kind = smaller[-1].victims
        claim.victims = replace(claim.victims, role=kind.role, nationality=kind.nationality, group=kind.group)


def _is_owned(claim: Claim) -> bool:
    """Tell whether people are somebody's: "three of his men"."""
    words = claim.evidence.text[claim.span[0] - claim.evidence.start : claim.span[1] - claim.evidence.start]
    return not {"his", "her", "their", "its"}.isdisjoint(words.lower().split())


def _same(rows: Sequence[Claim], claim: Claim, apart: Apart) -> Claim | None:
    """Return the row that tells the same figure, the last first."""
    for row in reversed(rows):
        a, b = row.victims, claim.victims
        if a.name and b.name and is_one_name(a.name, b.name):
            return row
        if _both_none(row, claim):
            continue
        announced = row.headline and row.told == {row.sentence} and counts_alike(a, b)
        if _is_owned(claim) and b.definite and a.noun and b.noun and a.noun != b.noun and b.quantity.low == 1:
            continue  # "his wife" and "its rider" are two
        if (
            not announced
            and not _meets(row.attack, claim.attack)
            and not (
                identical(a, b) and not (row.item or claim.item) and not apart(row.attack or "", claim.attack or "")
            )
        ):
            continue
        if _crossed(a, b) and not b.definite and row.voice != claim.voice:
            continue
        if (a.name and b.name) or (a.others and a.definite) != (b.others and b.definite):
            continue
        if claim.sentence in row.told and a.first != b.first:
            continue
        if b.others and not b.definite and not a.others and a.quantity.low == b.quantity.low == 1:
            continue  # "a rebel was captured"; "a third man was captured too"
        if row.subset != claim.subset and not _may_be_part(row, claim):
            continue
        if LISTED in {row.figure.rule, claim.figure.rule} and claim.sentence not in row.told:
            continue  # each item tells of people of its own
        if _is_other_part(row, claim) or _are_more(row, claim) or _are_more(claim, row):
            continue
        if b.partitive and claim.subset and not row.subset and a.quantity.low == 1:
            continue  # "one of the wounded died" is not the pupil who was killed
        bounds = (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)
        if bounds and alike(a, b):
            return row
        back = b.definite and not b.name and b.quantity.low == 1
        if back and alike(a, b) and a.quantity.low == 1:
            return row
        same = row.speaker == claim.speaker or (row.headline and not a.counted)
        if is_vaguer(a, b) and alike(a, b) and same and row.subset == claim.subset:
            return row
    return None


def _crossed(a: Victims, b: Victims) -> bool:
    """Tell whether of two groups each is told in a way the other is not: "two Americans", "two policemen"."""
    kinds = [(v.nationality is not None, v.role not in VAGUE_ROLES) for v in (a, b)]
    return kinds in ([(True, False), (False, True)], [(False, True), (True, False)])


def _may_be_part(a: Claim, b: Claim) -> bool:
    """Tell whether of two claims the one that is told as a part may be the other: of one attack, of one sort."""
    part, whole = (a, b) if a.subset else (b, a)
    return a.attack == b.attack and may_be_part(part.victims, whole.victims)


def _is_other_part(a: Claim, b: Claim) -> bool:
    """Tell whether two parts whose number is left open are of two wholes: "some seriously", "including children"."""
    loose = a.victims.quantity.qualifier is Qualifier.VAGUE is b.victims.quantity.qualifier
    return loose and a.subset and b.subset and not may_be_part(a.victims, b.victims)


def _are_more(a: Claim, b: Claim) -> bool:
    """Tell whether people of whom some are of a role are more than those: "three people, among them an officer"."""
    roles = a.figure.parts
    mixed = roles and a.victims.role is Role.UNSPECIFIED is not b.victims.role
    return bool(mixed) and (b.victims.role is not Role.CIVILIAN or roles != {Role.CIVILIAN})


def _meets(a: str | None, b: str | None) -> bool:
    return a == b or a is None or b is None


def _both_none(a: Claim, b: Claim) -> bool:
    """Tell whether two figures of zero may be of different attacks, so that neither says the other again."""
    return a.victims.quantity.low == b.victims.quantity.low == 0 and a.attack != b.attack


def _is_loose(claim: Claim) -> bool:
    quantity = claim.victims.quantity
    return (
        quantity.qualifier is Qualifier.VAGUE
        and not claim.subset
        and (not claim.victims.counted or quantity.low in {2, 3})
    )


def _is_covered(rows: Sequence[Claim], claim: Claim) -> bool:
    """Tell whether the same speaker gives the same people by two or more rows ("personnel" beside the split)."""
    same = [
        row for row in rows
        if row.attack == claim.attack and row.speaker == claim.speaker and alike(row.victims, claim.victims)
    ]  # fmt: skip
    return bool(same) and claim.sentence not in {s for row in same for s in row.told}


def _absorb(row: Claim, claim: Claim) -> None:
    """Put a mention into its row: the more exact number, the more specific people, the first official speaker."""
    a, b = row.victims, claim.victims
    role = b.role if a.role in VAGUE_ROLES or (a.role is Role.PERSONNEL and b.role in FORCES) else a.role
    quantity = a.quantity
    if not b.definite and _exactness(b) > _exactness(a):
        quantity = b.quantity
        row.evidence, row.span, row.figure = claim.evidence, claim.span, claim.figure
    row.victims = replace(
        a, quantity=quantity, role=role, nationality=a.nationality or b.nationality, group=a.group or b.group,
        name=a.name or b.name, counted=a.counted or b.counted, elliptical=a.elliptical and b.elliptical,
    )  # fmt: skip
    if row.speaker is None and claim.speaker is not None:
        row.speaker = claim.speaker
    row.attack = (claim.attack or row.attack) if row.headline else (row.attack or claim.attack)
    row.headline = False
    row.subset = row.subset or claim.subset
    row.told.add(claim.sentence)


def _exactness(victims: Victims) -> int:
    quantity = victims.quantity
    if quantity.qualifier is not Qualifier.VAGUE:
        return 3
    return 1 + (victims.counted and (quantity.low or 0) > 2)
