"""Whether what is said of two groups of people may be said of the same: names, numbers, roles, states, groups."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import harm_set
from analysis.coding.rows import IRREGULAR_ROLES, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.people import word_set
from analysis.language.quantities import Qualifier
from analysis.vocabulary import read_vocabulary


def is_one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names may be one person's: the shorter is part of the longer, "Abu", "al" and the like apart."""
    first, second = (frozenset(w.removeprefix("al-") for w in words if w not in _PARTICLES) for words in (a, b))
    if not first or not second:
        return tuple(a) == tuple(b)
    return first <= second or second <= first or len(first & second) > 1


_PARTICLES = frozenset(
    {"abu", "al", "el", "bin", "ibn", "umm", "de", "del", "la", "van", "von", "da", "dos", "jr", "haji"}
)


def is_vaguer(a: Victims, b: Victims) -> bool:
    """Tell whether one of two quantities only loosely says what the other may say exactly."""
    if is_unknown(a) or is_unknown(b):
        return a.quantity.qualifier is b.quantity.qualifier
    loose, other = (a, b) if not a.counted else (b, a)
    if loose.counted and loose.quantity.text.lower() not in {"some", "others", "several", "many", "a number of"}:
        return False
    return loose.quantity.qualifier is Qualifier.VAGUE and (other.quantity.low or 0) >= (loose.quantity.low or 0)


def is_unknown(people: Victims) -> bool:
    """Tell whether a number is left wholly open: "an unknown number of civilians"."""
    return people.quantity.low is None and people.quantity.high is None and people.quantity.qualifier is Qualifier.VAGUE


def counts_alike(a: Victims, b: Victims) -> bool:
    """Tell whether two groups of people have the same exact or bounded number."""
    same = (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)
    return same and a.quantity.low != 0 and a.quantity.qualifier is not Qualifier.VAGUE


def is_shortened(headline: Victims, told: Victims) -> bool:
    """Tell whether a headline has the bare number of what the text tells: "kills 11" for "at least 11"."""
    a, b = headline.quantity, told.quantity
    if a.qualifier is Qualifier.VAGUE:
        many = headline.counted and headline.noun == told.noun and b.qualifier is not Qualifier.VAGUE
        return many and max(b.low or 0, b.high or 0) >= (a.low or 0) > 1
    bounded = {Qualifier.AT_LEAST: b.low, Qualifier.MORE_THAN: (b.low or 1) - 1, Qualifier.ABOUT: b.low,
               Qualifier.AT_MOST: b.high, Qualifier.LESS_THAN: (b.high or 0) + 1}  # fmt: skip
    return a.qualifier is Qualifier.EXACT and (a.low or 0) > 0 and bounded.get(b.qualifier) == a.low


def identical(a: Victims, b: Victims) -> bool:
    """Tell whether two groups of three and more are told alike, and so are the same if their attacks can be."""
    same = (a.quantity.low, a.quantity.high) == (b.quantity.low, b.quantity.high)
    return same and (a.quantity.low or 0) > 2 and alike(a, b)


def meets(a: str | None, b: str | None) -> bool:
    """Tell whether two attacks, by id, are one or one of them is not known."""
    return a == b or a is None or b is None


def alike(a: Victims, b: Victims) -> bool:
    """Tell whether nothing that is said of two groups of people differs."""
    crew = _is_crew_apart(a, b) or _is_crew_apart(b, a)
    held = any(x.noun in _HELD and y.role in FORCES for x, y in ((a, b), (b, a)))  # "two officers", "two prisoners"
    return not (crew or held or _offices_differ(a, b) or _is_driver_apart(a, b) or _sexes_differ(a.noun, b.noun)) and (
        (a.nationality == b.nationality or a.nationality is None or b.nationality is None)
        and (a.group == b.group or a.group is None or b.group is None)
        and _roles_meet(a.role, b.role)
    )


def _is_crew_apart(crew: Victims, others: Victims) -> bool:
    """Tell whether one of two groups is a crew and the other is said to be civilians of another sort."""
    return crew.noun in _CREW and others.role is Role.CIVILIAN and others.noun not in _SEAMEN


def _offices_differ(a: Victims, b: Victims) -> bool:
    """Tell whether two people hold different offices: "the councillor", "the deputy mayor"."""
    if not (a.role is b.role is Role.OFFICIAL and a.noun and b.noun and a.noun != b.noun):
        return False
    return a.quantity.low == b.quantity.low == 1 and {a.noun, b.noun}.isdisjoint(_ANY_OFFICE)


_ANY_OFFICE = harm_set("any_office")


def _is_driver_apart(a: Victims, b: Victims) -> bool:
    """Tell whether one of two people is a driver and the other something else: "a commander and his driver"."""
    driver, other = (a, b) if a.noun == "driver" else (b, a)
    single = driver.quantity.low == driver.quantity.high == 1
    return driver.noun == "driver" and single and bool(other.noun) and other.noun not in _MAY_DRIVE


_MAY_DRIVE = harm_set("may_drive")


def may_be_closer(headline: Victims, told: Victims) -> bool:
    """Tell whether a text may say more closely of what force people are: "a medic", then "an army medic"."""
    serves = headline.role is Role.CIVILIAN and told.role in FORCES and headline.noun == told.noun != ""
    return serves or {headline.role, told.role} <= FORCES


def may_be_part(part: Victims, whole: Victims) -> bool:
    """Tell whether people told as some of others may be those told on their own: "a boy", "including a child"."""
    return whole.elliptical or part.elliptical or _sort(part.noun) == _sort(whole.noun)


def _sort(noun: str) -> str:
    """Return the sort that a noun for people is of: a boy is a child."""
    return next((sort for sort, nouns in _SORTS.items() if noun in nouns), noun)


def _sexes_differ(a: str, b: str) -> bool:
    """Tell whether two nouns say different people by age or sex: "a woman", "a child"."""
    first, second = _sort(a), _sort(b)
    female, male = word_set("female"), word_set("male")
    sexes = (a in female and b in male) or (a in male and b in female)
    return sexes or (first != second and first in _SORTS and second in _SORTS)


_SORTS = {name: frozenset(words) for name, words in read_vocabulary("victims")["sorts"].items()}


#: a seaman is no villager and no child, though the codebook has no role for him
_CREW = frozenset({"crew", "crew member", "member of the crew", "shipmate", "crewmate"})
_SEAMEN = _CREW | {"", "sailor", "seaman", "seafarer", "mariner", "merchant seaman", "worker", "person", "man"}
_HELD = frozenset({"prisoner", "inmate", "detainee", "captive", "hostage", "suspect"})
VAGUE_ROLES = frozenset({Role.UNSPECIFIED})
FORCES = frozenset({Role.MILITARY, Role.SECURITY_FORCES, Role.PERSONNEL, Role.CONTRACTOR})


def _roles_meet(a: Role, b: Role) -> bool:
    if a is b or a in VAGUE_ROLES or b in VAGUE_ROLES:
        return True
    if {a, b} <= IRREGULAR_ROLES:
        return True
    return Role.PERSONNEL in {a, b} and {a, b} <= FORCES


def is_of_groups(headline: Claim, b: Victims, rows: Sequence[Claim]) -> bool:
    """Tell whether people of no kind may be of all groups of a headline: "Raid kills guards and clerks", "six died"."""
    groups = sum(row.headline and row.sentence == headline.sentence and row.line for row in rows)
    return headline.headline and groups > 1 and b.role is Role.UNSPECIFIED and (b.quantity.low or 0) > _PAIR


#: the fewest of two groups
_PAIR = 2


def exactness(victims: Victims) -> int:
    """Return how exactly people are counted, from a bare plural to a number, to compare with others."""
    quantity = victims.quantity
    if quantity.qualifier is not Qualifier.VAGUE:
        return 3
    return 1 + (victims.counted and (quantity.low or 0) > 2)


def is_named_apart(a: Victims, b: Victims) -> bool:
    """Tell whether somebody has a name alone, and those told before a role: "a contractor"; "assassinated Doe"."""
    return bool(b.name) and b.role in VAGUE_ROLES and a.role not in VAGUE_ROLES
