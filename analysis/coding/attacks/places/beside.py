"""Beside the scene: every test of a place that its own clause names for something else than the attack."""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.places.at_talks import is_at_talks
from analysis.coding.attacks.places.land import is_of_men
from analysis.coding.attacks.places.passing import (
    is_blamed,
    is_of_cause,
    is_of_launcher,
    is_of_patients,
    is_of_war,
    is_origin,
    is_since,
)
from analysis.language.places import PlaceMention

_TESTS = (
    is_of_launcher,
    is_origin,
    is_of_war,
    is_since,
    is_of_cause,
    is_of_men,
    is_blamed,
    is_of_patients,
    is_at_talks,
)


def is_beside_scene(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that says whence, since when or why an attack was, or who, and not where."""
    return any(test(mention, place) for test in _TESTS)
