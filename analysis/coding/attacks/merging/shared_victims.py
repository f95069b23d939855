"""Shared victims: a target, a toll or victims that a frame and an attack have in common."""

from __future__ import annotations

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.language.text.forms import parse_singular


def target_likeness(frame: Frame, cluster: Cluster) -> float:
    """Return 1.5 where the two name the same target, else 0."""
    if frame.target is None:
        return 0.0
    mine = _content(frame.target)
    theirs = [_content(f.target) for f in cluster.seen if f.target]
    places = [_content(f.place.name) for f in cluster.seen if f.place is not None] if frame.definite else []
    if any(mine & t for t in (*theirs, *places)):
        return 1.5
    return 1.5 if frame.target.lower().startswith("the ") and any(_sail(mine) and _sail(t) for t in theirs) else 0.0


def vessel_likeness(frame: Frame, cluster: Cluster) -> float | None:
    """Return 3 where both are on the ship of one name, 0 where one names none; None for attacks on two ships."""
    theirs = frozenset[str]().union(*(f.vessels for f in cluster.seen))
    if not frame.vessels or not theirs:
        return 0.0
    return 3.0 if frame.vessels & theirs else None


def _sail(said: set[str]) -> bool:
    """Tell a ship, by whatever noun: "the ship", "a bulk carrier"."""
    return not said.isdisjoint(words().afloat)


def share_toll(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether a later sentence has as many killed, or hurt, as the attack: "killing at least 23", "23 died"."""
    mention, telling = frame.mention, {(killed, number) for killed, number in frame.toll if number >= _TELLING}
    return bool(telling) and any(
        f.toll & telling
        and not f.mention.sentence.sentence.headline
        and 0 < mention.sentence.number - f.mention.sentence.number <= _RETOLD
        for f in cluster.seen
    )


#: sentences from a toll to the one that has it again, and from how many people on it is no chance
_RETOLD, _TELLING = 6, 5


def share_victims(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether both are said to have hurt, or to have been aimed at, people called the same."""
    return any(_people_hit(frame) & _people_hit(f) for f in cluster.seen)


def _people_hit(frame: Frame) -> set[str]:
    targets = {parse_singular(w) for w in _content(frame.target)} if frame.target else set()
    return set(frame.victims) | targets if frame.victims or targets else set()


def _content(target: str) -> set[str]:
    said = target.lower().replace("-", " ").replace("’s", "").replace("'s", "").split()
    return {w for w in said if len(w) > 3 and w not in words().empty}
