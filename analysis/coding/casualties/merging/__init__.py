"""The figures of a source as rows: the same figure twice is one row, a different figure another.

A figure is the same when outcome, bounds and attack agree and nothing that is said of the people differs. Loose words
("several personnel") for people that the same speaker counts are no row of their own; a definite mention ("the
contractor") goes with the figure it points back to. Parts that add up to a total are subsets of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import LISTED
from analysis.coding.casualties.merging.fellows import take_up_fellows, take_up_other_count
from analysis.coding.casualties.merging.people_carried_over import (
    common_kind,
    inherit,
    inherit_whole,
    is_owned,
    take_up_band,
    take_up_master,
    tell_of_others,
)
from analysis.coding.casualties.merging.same_people import (
    FORCES,
    VAGUE_ROLES,
    alike,
    counts_alike,
    exactness,
    identical,
    is_named_apart,
    is_of_groups,
    is_one_name,
    is_shortened,
    is_unknown,
    is_vaguer,
    may_be_closer,
    may_be_part,
    meets,
)
from analysis.coding.casualties.merging.totals import is_of_month, mark_sums
from analysis.coding.casualties.merging.treated import are_only_moved
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.language.quantities import Qualifier

#: a question on two attacks, by id
Apart = Callable[[str, str], bool]


def merge_claims(claims: Sequence[Claim], apart: Apart, days_apart: Apart) -> list[Claim]:
    """Merge the claims of a source, given and returned in the order of the text.

    `apart` tells whether two different attacks cannot be the same one; people who are told alike in every point are
    the same people where their attacks need not be apart. `days_apart` tells whether two lie days apart.
    """
    rows: list[Claim] = []
    by_outcome: dict[Outcome, list[Claim]] = {}
    previous: Claim | None = None
    beside: list[Claim] = []
    for claim in claims:
        if previous is not None and previous.sentence == claim.sentence:
            inherit(claim, previous, common_kind(beside, previous.victims))
        else:
            take_up_master(claim, rows)
        opens = not any(c.sentence == claim.sentence for c in beside)
        beside = [*(c for c in beside if c.sentence == claim.sentence), claim]
        tell_of_others(claim, rows)
        take_up_band(claim, rows)
        take_up_fellows(claim, rows)
        take_up_other_count(claim, rows)
        known = by_outcome.setdefault(claim.outcome, [])
        inherit_whole(claim, known[-_WINDOW:])
        claim.subset = claim.subset or is_of_month(claim, known[-_WINDOW:])
        if are_only_moved(claim, known[-_WINDOW:]):
            continue
        row = _same(known[-_WINDOW:], claim, apart, days_apart, opens=opens)
        if row is None and _is_loose_number(claim) and _is_covered(known[-_WINDOW:], claim):
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
    return _without_names(rows)


def _without_names(rows: Sequence[Claim]) -> list[Claim]:
    """Leave out the names that only say who one of the people is whom an earlier sentence counts."""
    names: Counter[tuple[Outcome, str | None]] = Counter()
    wholes: dict[tuple[Outcome, str | None], list[Claim]] = {}
    for row in rows:
        victims, key = row.victims, (row.outcome, row.attack)
        if victims.name:
            names[key] += 1
        elif victims.counted and (victims.quantity.low or 0) > 1 and not (row.subset or victims.others):
            wholes.setdefault(key, []).append(row)
    kept: list[Claim] = []
    for row in rows:
        key = row.outcome, row.attack
        one = row.victims.name and row.attack is not None and row.victims.quantity.low == 1
        told = wholes.get(key, [])[:_WHOLES] if one and row.figure.rule not in _SOME else []
        if not any(_is_one_of(row, whole, names[key]) for whole in told):
            kept.append(row)
    return kept


#: figures of an attack of which a name may be one
_WHOLES = 8


def _is_one_of(row: Claim, whole: Claim, names: int) -> bool:
    """Tell whether a named person is one of those whom a figure counts; `names`: people of the attack with a name."""
    person, counted = row.victims, whole.victims
    if whole.sentence >= row.sentence or names > (counted.quantity.low or 0) or not alike(counted, person):
        return False
    aged = person.noun == "person" and person.role is Role.UNSPECIFIED  # "the 11-year-old Sami Nasr" of four children
    return counted.role is person.role or aged


#: rules by which people are told as some of others, which is a figure of its own
_SOME = frozenset({"including", "among", "among them", "of them", "part of", LISTED})


#: rows of one outcome that a new claim is compared with, so that time stays linear
_WINDOW = 60


def _same(rows: Sequence[Claim], claim: Claim, apart: Apart, days_apart: Apart, *, opens: bool) -> Claim | None:
    """Return the row that tells the same figure, the last first; `opens`: it is the first figure of its sentence."""
    for row in reversed(rows):
        a, b = row.victims, claim.victims
        if a.name and b.name and is_one_name(a.name, b.name):
            return row
        if _are_pronoun(claim) and a.quantity.low == a.quantity.high == 1 and not row.subset and alike(a, b):
            return row
        if _both_none(row, claim) or (row.long != claim.long and row.attack != claim.attack):
            continue
        shortened = row.line and is_shortened(a, b) and row.subset == claim.subset
        announced = row.headline and row.told == {row.sentence} and (counts_alike(a, b) or _leaves_number_open(row, b))
        announced = announced or (shortened and row.told == {row.sentence})
        foreign = a.quantity.low == 1 and a.nationality != b.nationality  # one man is easily another
        far = foreign and days_apart(row.attack or "", claim.attack or "")
        announced = announced and (meets(row.attack, claim.attack) or not (is_named_apart(a, b) or far))
        if is_owned(claim) and b.definite and a.noun and b.noun and a.noun != b.noun and b.quantity.low == 1:
            continue  # "his wife" and "its rider" are two
        pointing = b.definite and not b.others and (b.quantity.low or 0) > 1 and counts_alike(a, b) and not row.item
        if (
            not announced
            and not (pointing and not claim.subset and alike(a, b))
            and not meets(row.attack, claim.attack)
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
        if _adds(claim) and not a.others and claim.sentence not in row.told and opens:
            continue  # "three were killed on Friday. Three *more* were killed on Saturday"
        if row.subset != claim.subset and not _may_be_part(row, claim):
            continue
        if LISTED in {row.figure.rule, claim.figure.rule} and claim.sentence not in row.told:
            continue  # each item tells of people of its own
        guess = row.headline and a.elliptical and claim.figure.victims.elliptical  # "a clerk dead, six others hurt"
        if _is_other_part(row, claim) or _are_more(row, claim) or (_are_more(claim, row) and not guess):
            continue
        if b.partitive and claim.subset and not row.subset and a.quantity.low == 1:
            continue  # "one of the wounded died" is not the pupil who was killed
        bounds = (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)
        if (bounds or shortened) and (alike(a, b) or (row.line and announced and may_be_closer(a, b))):
            return row
        back = b.definite and not b.name and b.quantity.low == 1
        if back and alike(a, b) and a.quantity.low == 1:
            return row
        own = claim.speaker is None and not b.counted and a.role is b.role  # its own word for those counted
        same = row.speaker == claim.speaker or own or (row.headline and not a.counted)
        if is_vaguer(a, b) and alike(a, b) and same and row.subset == claim.subset and not is_of_groups(row, b, rows):
            return row
    return None


def _adds(claim: Claim) -> bool:
    """Tell people who are "three more", "another three", from "three others", who may be others than the dead."""
    start, text = claim.evidence.start, claim.evidence.text.lower()
    told = text[max(0, claim.span[0] - start) : claim.span[1] - start]
    words = [*told.split(), *text[claim.span[1] - start :].split(None, 1)[:1]]  # "three | more"
    return claim.victims.others and not _ADDING.isdisjoint(words)


_ADDING = frozenset({"more", "another", "additional", "further"})


def _crossed(a: Victims, b: Victims) -> bool:
    """Tell whether of two groups each is told in a way the other is not: "two Americans", "two policemen"."""
    kinds = [(v.nationality is not None, v.role not in VAGUE_ROLES) for v in (a, b)]
    return kinds in ([(True, False), (False, True)], [(False, True), (True, False)])


def _leaves_number_open(headline: Claim, b: Victims) -> bool:
    """Tell whether a headline leaves a number open that the text tells: "Shelling injures villagers"."""
    a = headline.victims
    open_ = not a.counted and a.quantity.qualifier is Qualifier.VAGUE and not headline.subset
    named = a.noun == b.noun or ({a.role, b.role} <= FORCES and b.noun in _STAFF)
    return open_ and (b.quantity.low or 0) > 1 and named and is_vaguer(a, b)


def _are_pronoun(claim: Claim) -> bool:
    """Tell whether people are "him" or "her", whoever was told of last."""
    one = claim.victims
    return one.definite and not (one.counted or one.noun or one.name or one.elliptical)


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


def _both_none(a: Claim, b: Claim) -> bool:
    """Tell whether two figures of zero may be of different attacks, so that neither says the other again."""
    return a.victims.quantity.low == b.victims.quantity.low == 0 and a.attack != b.attack


def _is_loose_number(claim: Claim) -> bool:
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


#: nouns that say less of a force's people than a headline does
_STAFF = frozenset({"personnel", "security personnel", "security force", "member", "staff"})


def _is_as_many(a: Victims, b: Victims) -> bool:
    return not b.elliptical and (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)


def _absorb(row: Claim, claim: Claim) -> None:
    """Put a mention into its row: the more exact number, the more specific people, the first official speaker."""
    a, b = row.victims, claim.victims
    if row.headline and a.elliptical and b.counted and not b.definite:
        a = replace(a, role=b.role, nationality=b.nationality, group=b.group)  # who they are a headline only hints at
    better = row.line and may_be_closer(a, b) and b.noun not in _STAFF  # "ranger", "a paramilitary ranger"
    role = b.role if better or a.role in VAGUE_ROLES or (a.role is Role.PERSONNEL and b.role in FORCES) else a.role
    quantity = a.quantity
    told = exactness(b) > exactness(a) or (is_unknown(a) and not is_unknown(b)) or (row.line and is_shortened(a, b))
    said = row.line and not claim.line and row.speaker is None is not claim.speaker  # a headline, and who says so
    if (not b.definite and told) or (said and _is_as_many(a, b)):
        quantity = b.quantity
        row.evidence, row.span, row.figure = claim.evidence, claim.span, claim.figure
    row.victims = replace(
        a, quantity=quantity, role=role, nationality=a.nationality or b.nationality, group=a.group or b.group,
        name=a.name or b.name, counted=a.counted or b.counted, elliptical=a.elliptical and b.elliptical,
    )  # fmt: skip
    if row.speaker is None and claim.speaker is not None:
        row.speaker = claim.speaker
    later = row.headline and not b.definite and claim.attack is not None  # the text dates what the lead tells
    row.attack = claim.attack if later else row.attack or claim.attack
    row.headline, row.line = row.headline and claim.headline, row.line and claim.line
    row.subset = row.subset or claim.subset
    row.told.add(claim.sentence)
