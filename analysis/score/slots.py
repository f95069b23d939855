"""Which columns of the four tables are scored.

Promises the same slots for every coding. Refuses nothing: a column that is not named here is simply not scored, such
as `target`, `cue` and the evidence, where two careful people choose different words for the same claim.
"""

from __future__ import annotations

from enum import StrEnum


class Table(StrEnum):
    ATTACKS = "attacks"
    CASUALTIES = "casualties"
    TROOPS = "troops"
    STATEMENTS = "statements"


#: slots that must all agree for a row to be exact
KEYS: dict[Table, tuple[str, ...]] = {
    Table.ATTACKS: ("scope", "date_from", "date_to", "place", "type", "munitions_low", "attacker"),
    Table.CASUALTIES: ("outcome", "low", "high", "nationality", "role"),
    Table.TROOPS: ("force", "place", "low", "high"),
    Table.STATEMENTS: ("speaker", "affiliation", "content"),
}

#: slots that the slot score counts
SLOTS: dict[Table, tuple[str, ...]] = {
    Table.ATTACKS: (*KEYS[Table.ATTACKS], "country", "munitions_high", "count_low", "attribution"),
    Table.CASUALTIES: (*KEYS[Table.CASUALTIES], "qualifier", "group", "subset", "attack", "attributed_to"),
    Table.TROOPS: (*KEYS[Table.TROOPS], "qualifier", "status", "as_of"),
    Table.STATEMENTS: (*KEYS[Table.STATEMENTS], "anonymous", "kind", "act", "date"),
}
