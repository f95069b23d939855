"""Elsewhere: whether a sentence names none of the places that the attacks before it were at."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.scenes import place_likeness
from analysis.language.places import Place, PlaceKind


def is_elsewhere(frame: Frame, before: Sequence[Frame]) -> bool:
    """Tell whether an attack was at none of the places told of before, of which there are some."""
    told, here = [f.place for f in before if f.place is not None], frame.place
    return bool(told) and here is not None and not any(_are_one(here, place) for place in told)


def _are_one(a: Place, b: Place) -> bool:
    """Tell one place and what lies in it or near it, but not two towns, or a town and its province."""
    wide = PlaceKind.PROVINCE in {a.kind, b.kind} or a.kind is b.kind is PlaceKind.TOWN
    return a.name == b.name or (not wide and (place_likeness(a, b) or 0) >= _WITHIN)


#: likeness of a place and what lies in it
_WITHIN = 1.5
