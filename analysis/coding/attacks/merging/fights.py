"""Fights: "the clash", "the crossfire", "a gun battle lasted an hour", told of an attack by men on the ground."""

from __future__ import annotations

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.numbers.counts import is_clash
from analysis.coding.rows import AttackType

_ON_GROUND = frozenset({AttackType.SHOOTING, AttackType.ASSAULT, AttackType.ASSASSINATION, AttackType.BOMBING})
#: sentences from an attack to how it went
_NEAR = 4


def is_fight(frame: Frame) -> bool:
    """Tell a mention of a clash, which two sides have."""
    return is_clash(frame.mention)


def is_fight_in(frame: Frame, cluster: Cluster) -> bool:
    """Tell "A gun battle lasted for an hour", "Clashes went on", right after a raid was told: a part of it."""
    if frame.date or frame.place or frame.doer or frame.plural or frame.series or frame.target:
        return False
    gap = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number
    event = frame.mention.event
    if event is None:
        return False
    new = event.first == event.head or frame.mention.sentence.sentence.tokens[event.first].lower in {"a", "an"}
    return new and 0 < gap <= 2 and AttackType.ASSAULT in cluster.types and not cluster.in_headline


def is_fight_over(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the clash", "the crossfire", after an attack by men on the ground: how it went."""
    gap = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number
    told = frame.place is not None or cluster.series
    return frame.definite and not told and gap <= _NEAR and cluster.types <= _ON_GROUND
