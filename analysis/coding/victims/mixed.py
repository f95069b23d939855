"""People of two states or two kinds whom one noun group or one number tells.

"US and Iraqi soldiers" are some of each; "70 guards and staff" are 70, and seven US and Iraqi soldiers are seven, of
no one kind.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims
from analysis.coding.victims.nations import nation_at
from analysis.language.quantities import Qualifier


def by_nation(reading: SentenceReading, people: Victims) -> list[Victims]:
    """Part people without a number by their states: "US and Iraqi soldiers" are some of each."""
    tokens = reading.sentence.tokens
    joint = next((i for i in range(people.first + 1, people.last) if tokens[i].lower == "and"), None)
    if joint is None or people.nationality is not None or people.quantity.qualifier is not Qualifier.VAGUE:
        return [people]
    first, second = nation_at(tokens, joint - 1), nation_at(tokens, joint + 1)
    if first is None or second is None or first[0] == second[0] or (people.quantity.low or _MANY) >= _MANY:
        return [people]
    former = replace(people, nationality=first[0], last=joint - 1)
    return [former, replace(people, nationality=second[0], first=joint + 1)]


#: who are at least so many are counted all together: "dozens of US and Iraqi soldiers"
_MANY = 4


def mixed(first: Victims, second: Victims) -> Victims:
    """Return the people of two kinds who share one number: "487 combatants and civilians" are of neither role."""
    differ = second.role not in {first.role, Role.UNSPECIFIED, Role.PERSONNEL}
    if not differ or first.role in {Role.UNSPECIFIED, Role.PERSONNEL}:
        return replace(first, last=second.last)
    return replace(first, last=second.last, role=Role.UNSPECIFIED, group=None)


def has_same_number(before: Victims, victims: Victims) -> bool:
    """Tell whether a bare plural after "and" shares the exact number of the group before it."""
    exact = before.counted and before.quantity.qualifier is not Qualifier.VAGUE and (before.quantity.low or 0) > 1
    bare = not victims.counted and victims.quantity.qualifier is Qualifier.VAGUE and not victims.others
    return exact and bare and not victims.definite and not victims.name and victims.nationality is None
