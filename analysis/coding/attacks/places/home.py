"""Home: the country of an attack that no sentence places, where the source leaves no doubt which one it tells of.

That is the country of all attacks that are placed, or, where they lie in several or none is placed, the one that most
names of the source are about; in a source about several it is that of the attack told before. An attack at sea, or
with a place whose country is not known, is left alone; so is one more than 60 days before the last, in a source
about several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from analysis.coding.rows import Attack
from analysis.language.places import country_name


def settle_countries(rows: Sequence[Attack], main: str | None) -> tuple[Attack, ...]:
    """Give the attacks without place and country the country of the source; `main` is ISO alpha-2 or None."""
    at_sea = any(row.place is not None and row.country is None for row in rows)
    known = Counter(row.country for row in rows if row.country)
    home = next(iter(known)) if len(known) == 1 else main
    if home is None or at_sea or (known and 2 * known[home] <= known.total()):
        return tuple(rows)
    abroad = None if known else country_name(home)  # a state mostly attacks abroad
    told = sorted((row.evidence.start, row.country) for row in rows if row.country and ";" not in row.country)
    latest = max((row.date_to for row in rows if row.date_to is not None), default=None)
    found = []
    for row in rows:
        old = latest is not None and row.date_to is not None and latest - row.date_to > _LATELY
        if _has_no_place(row, abroad) and not (old and len(known) > 1):
            row = replace(row, country=_told_before(row, told) or home)
        found.append(row)
    return tuple(found)


#: days back to which attacks without a place are where those around them are, in a source about several countries
_LATELY = timedelta(days=60)


def _told_before(row: Attack, told: Sequence[tuple[int, str]]) -> str | None:
    """Return the country of the attack told last before one; `told` is where each stands, and its country."""
    return next((country for start, country in reversed(told) if start < row.evidence.start), None)


def _has_no_place(row: Attack, abroad: str | None) -> bool:
    return not (row.country or row.place) and (abroad is None or row.attacker != abroad)
