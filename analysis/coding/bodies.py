"""Bodies: the state, force or armed group that the words of a noun group name, and the role of its people."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role


@dataclass(frozen=True, slots=True)
class Body:
    """A body that people belong to; tokens first to last (inclusive)."""

    #: canonical name
    name: str
    #: ISO alpha-2 of the state that it belongs to, None for armed groups
    country: str | None
    #: role of its members
    role: Role | None
    #: an armed group that belongs to no state
    armed_group: bool
    #: a name of its own ("Kataib Hezbollah"), not a generic wording ("militias") or a state
    named: bool
    first: int
    last: int


def body_in(reading: SentenceReading, first: int, last: int) -> Body | None:
    """Return the most telling body that tokens first to last (inclusive) name: an organisation before a state."""
    return None
