"""Marks and colours for the means of attack: few enough to tell apart, in grey and by shape alone too."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.charts.style import BLUE, GREEN, MUTED, OCHRE, PLUM, RUST


@dataclass(frozen=True, slots=True)
class Mark:
    label: str
    shape: str
    color: str
    hollow: bool = False


#: a bundle of attacks by several means
MIXED = Mark("several means", "o", MUTED)
_FIRE = Mark("rockets, missiles, shells", "^", BLUE)
_GUNS = Mark("shooting, assault", "s", OCHRE)
MARKS = {
    "rocket": _FIRE,
    "missile": _FIRE,
    "artillery": _FIRE,
    "mortar": _FIRE,
    "air_strike": Mark("air strike", "v", RUST),
    "drone": Mark("drone", "D", GREEN),
    "bombing": Mark("bombing", "P", PLUM),
    "shooting": _GUNS,
    "assassination": _GUNS,
    "assault": _GUNS,
    "other": Mark("means not said", "o", MUTED, hollow=True),
}
