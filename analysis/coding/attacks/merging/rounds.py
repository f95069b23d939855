"""Rounds again: what a later sentence calls the rounds of an attack that was told with their number.

"Two bombs went off at a church" is one attack with two rounds; "the twin blasts", "a second blast", "a third bomb",
"eight rocket attacks on the city" after "eight rockets were fired at the city" are that attack again, and no run of
attacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import Cluster, is_long_frame
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.scenes import place_likeness
from analysis.coding.rows import AttackType

#: sentences from the rounds of an attack to what they are called again
_NEAR = 6
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MOST = 12


def join_rounds(frame: Frame, clusters: Sequence[Cluster]) -> bool:
    """Put "the twin blasts", "a second blast" with the attack of so many rounds; tell whether it is of one."""
    number = _number(frame)
    if number is None:
        return False
    for cluster in reversed(clusters):
        if frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number > _NEAR:
            continue
        if _has_rounds(cluster, number, frame.series) and _may_be(frame, cluster):
            again = replace(frame, series=False, plural=False, another=False, count=None, munitions=None, definite=True)
            cluster.frames.append(again)
            return True
    return False


def _number(frame: Frame) -> int | None:
    """Return how many rounds a frame counts, or which of them it is."""
    event, count = frame.mention.event or frame.mention.weapon, frame.count
    if event is None or is_long_frame(frame) or frame.apart is not None or (frame.doer and not frame.definite):
        return None
    if frame.series:
        exact = count is not None and count.low is not None and count.low == count.high
        return count.low if exact and count is not None and 2 <= (count.low or 0) <= _MOST else None
    tokens = frame.mention.sentence.sentence.tokens
    ranks = [_ORDINALS[t.lower] for t in tokens[event.first : event.head] if t.lower in _ORDINALS]
    return ranks[0] if frame.another and ranks and frame.place is None else None


def _has_rounds(cluster: Cluster, number: int, all_of_them: bool) -> bool:
    """Tell an attack told in the text with exactly so many rounds, or for one of them with at least so many."""
    if cluster.series or cluster.in_headline:
        return False
    rounds = [f.munitions for f in cluster.seen if f.munitions is not None]
    told = {q.low for q in rounds if q.low == q.high} - {None, 1}
    several = any(q.high is None and (q.low or 0) > 1 for q in rounds)
    return number in told if all_of_them else several or any(number <= (n or 0) for n in told)


def _may_be(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether type, day and place let them be one; what is not taken for known must name the place again."""
    if frame.type not in cluster.types or frame.type is AttackType.OTHER or _falls_elsewhere(frame):
        return False
    days = [f.date for f in cluster.seen if f.date is not None and f.date.date_from is not None]
    mine = frame.date
    if mine is not None and mine.date_from is not None and all(d.date_from != mine.date_from for d in days):
        return False
    places = [f.place for f in cluster.seen if f.place is not None]
    if frame.place is not None and places:
        return any((place_likeness(frame.place, p) or 0) > 0 for p in places)
    return frame.definite or not frame.series


def _falls_elsewhere(frame: Frame) -> bool:
    """Tell "a third rocket came down on a *nearby* hamlet", of which the toll is its own."""
    target, tokens = frame.mention.target, frame.mention.sentence.sentence.tokens
    return target is not None and any(t.lower in _ELSEWHERE for t in tokens[target.first : target.head])


_ELSEWHERE = frozenset({"nearby", "neighbouring", "neighboring", "adjacent", "another", "other"})
