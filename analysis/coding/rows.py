"""The rows of the four tables, as the coder makes them.

One row is one claim: one thing that one source says. Every row carries the sentence it was read from (`evidence`, with
`text[start:end] == evidence`), the name of the rule that found it, and a claim_id. Absence is None. The meaning of each
column is in the README's table of columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.language.quantities import Quantity


class Scope(StrEnum):
    SINGLE = "single"
    SERIES = "series"


class AttackType(StrEnum):
    ROCKET = "rocket"
    MISSILE = "missile"
    DRONE = "drone"
    AIR_STRIKE = "air_strike"
    ARTILLERY = "artillery"
    MORTAR = "mortar"
    BOMBING = "bombing"
    SHOOTING = "shooting"
    ASSASSINATION = "assassination"
    ASSAULT = "assault"
    OTHER = "other"


class Attribution(StrEnum):
    CLAIMED = "claimed"
    STATED = "stated"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    UNCLAIMED = "unclaimed"


class Outcome(StrEnum):
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"


class Role(StrEnum):
    MILITARY = "military"
    CONTRACTOR = "contractor"
    SECURITY_FORCES = "security_forces"
    MILITIA = "militia"
    MILITANT = "militant"
    CIVILIAN = "civilian"
    OFFICIAL = "official"
    PERSONNEL = "personnel"
    UNSPECIFIED = "unspecified"


#: those in arms for no state, and all in arms
IRREGULAR_ROLES = frozenset({Role.MILITIA, Role.MILITANT})
ARMED_ROLES = IRREGULAR_ROLES | {Role.MILITARY, Role.SECURITY_FORCES}


class Status(StrEnum):
    PRESENT = "present"
    DEPLOYED = "deployed"
    WITHDRAWN = "withdrawn"
    PLANNED = "planned"


class Kind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    REPORTS = "reports"
    BLAMES = "blames"
    DENIES = "denies"
    CLAIMS = "claims"
    CONDEMNS = "condemns"
    WARNS = "warns"
    JUSTIFIES = "justifies"
    APPEALS = "appeals"
    ANNOUNCES = "announces"
    COMMENTS = "comments"


class Review(StrEnum):
    AUTO = "auto"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a row was read: `source.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack, or series of attacks, that a source reports."""

    source_id: str
    claim_id: str
    id: str
    scope: Scope
    date_from: date | None
    date_to: date | None
    date_text: str | None
    place: str | None
    country: str | None
    type: AttackType
    munitions: Quantity | None
    count: Quantity
    target: str | None
    attacker: str | None
    attribution: Attribution | None
    attributed_by: str | None
    evidence: Evidence
    rule: str
    review: Review = Review.AUTO


@dataclass(frozen=True, slots=True)
class Casualty:
    """One figure: an attack, a victim group, an outcome and a quantity."""

    source_id: str
    claim_id: str
    outcome: Outcome
    quantity: Quantity
    nationality: str | None
    role: Role
    group: str | None
    subset: bool
    attack: str | None
    attributed_to: str | None
    evidence: Evidence
    rule: str
    review: Review = Review.AUTO


@dataclass(frozen=True, slots=True)
class Troops:
    """One force, place and number."""

    source_id: str
    claim_id: str
    force: str
    place: str | None
    quantity: Quantity
    status: Status
    as_of: str | None
    attributed_to: str | None
    evidence: Evidence
    rule: str
    review: Review = Review.AUTO


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an official source is said to say."""

    source_id: str
    claim_id: str
    speaker: str
    role: str | None
    affiliation: str | None
    anonymous: bool
    kind: Kind
    cue: str
    act: Act
    date: date | None
    content: Evidence
    evidence: Evidence
    rule: str
    review: Review = Review.AUTO


@dataclass(frozen=True, slots=True)
class Coding:
    """What one source says: the rows of the four tables, each in the order of the source."""

    attacks: tuple[Attack, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    troops: tuple[Troops, ...] = ()
    statements: tuple[Statement, ...] = ()
