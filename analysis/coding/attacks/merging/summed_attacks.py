"""Summed attacks: "two attacks on Thursday", told one by one in the sentences after, which are rows of their own.

So are those that a rank counts, "the third since May", of which the sentences after tell the two before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.others import opens_apart, opens_list
from analysis.coding.attacks.cluster import Cluster, is_long_frame
from analysis.coding.attacks.merging.compatibility import types_meet
from analysis.coding.attacks.merging.hands import doer_likeness
from analysis.coding.attacks.merging.nearness import date_likeness
from analysis.coding.attacks.merging.scenes import place_likeness, scene_likeness
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention, Precision
from analysis.language.places import PlaceKind

#: attacks that a sum may have, and sentences within which they are told
_MOST, _WITHIN = 6, 8


def drop_sums(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Leave out the sums whose attacks are told one by one, and give those the day and the doer of the sum."""
    dropped: set[int] = set()
    for i, cluster in enumerate(clusters):
        parts = _parts(cluster, clusters[i + 1 : i + 1 + _MOST])
        if parts:
            dropped.add(i)
            for part in parts:
                _fill_from_sum(part, cluster)
        elif _is_rank_told(cluster, clusters[i + 1 : i + 1 + _MOST]):
            dropped.add(i)
    return [c for i, c in enumerate(clusters) if i not in dropped]


def _parts(whole: Cluster, later: Sequence[Cluster]) -> list[Cluster]:
    """Return the attacks that a sum counts, if exactly so many are told after it, else nothing."""
    frame = next((f for f in whole.frames if f.count is not None), whole.frames[0])
    count = frame.count
    if count is None or count.low is None or count.low != count.high or not 2 <= count.low <= _MOST:
        return []
    if any(is_long_frame(f) for f in whole.frames) or frame.apart is not None:
        return []
    number = frame.mention.sentence.number
    near = [c for c in later if 0 <= c.frames[0].mention.sentence.number - number <= _WITHIN and not c.series]
    listed = any(opens_list(c.frames[0].mention.sentence.phrases) for c in near)
    parts = [c for c in near if c.frames[0].mention is not frame.mention and _is_part(c, whole, listed=listed)]
    return parts if len(parts) == count.low else []


def _is_rank_told(run: Cluster, later: Sequence[Cluster]) -> bool:
    """Tell the run of a ranked attack all whose other attacks, with a day each, are told right behind it."""
    frame = run.frames[0]
    count, number = frame.count, frame.mention.sentence.number
    ranked = len(run.frames) == 1 and frame.another and count is not None and frame.apart == (count.start, count.end)
    if not ranked or count is None or count.low is None or count.low > _MOST:
        return False
    others = [c for c in later if 0 < c.frames[0].mention.sentence.number - number <= _NEXT and not c.series]
    told = [c for c in others if any(_is_in(f.date, frame.date) for f in c.seen)]
    alike = [c for c in told if not frame.place or any(scene_likeness(f, run) is not None for f in c.seen)]
    return len(alike) == count.low - 1


#: sentences from a rank to the attacks before
_NEXT = 3


def _is_in(date: DateMention | None, period: DateMention | None) -> bool:
    """Tell a day in the period of a rank."""
    if date is None or date.date_from is None or date.precision is not Precision.DAY:
        return False
    return period is None or period.date_from is None or period.date_from <= date.date_from


def _is_part(part: Cluster, whole: Cluster, *, listed: bool) -> bool:
    if (opens_apart(part.frames[0].mention.sentence.phrases) and not listed) or _is_in_other_town(part, whole):
        return False
    murders = [any(f.type is AttackType.ASSASSINATION for f in c.seen) for c in (part, whole)]
    if murders == [True, False]:
        return False  # "attacked two bases in retaliation for the killing of a general"
    return all(
        types_meet(f, whole)
        and date_likeness(f, whole) is not None
        and scene_likeness(f, whole) is not None
        and doer_likeness(f, whole) is not None
        for f in part.seen
    )


def _is_in_other_town(part: Cluster, whole: Cluster) -> bool:
    """Tell a blast in one town from "two posts in the district of another", which are told already."""
    here, there = (next((f.place for f in c.seen if f.place is not None), None) for c in (part, whole))
    if here is None or there is None or there.kind not in {PlaceKind.TOWN, PlaceKind.DISTRICT}:
        return False
    return here.kind is not PlaceKind.SITE and (place_likeness(here, there) or 0) <= 0


def _fill_from_sum(part: Cluster, whole: Cluster) -> None:
    """Give an attack the day, the doer and the type that only the sum says."""
    date = next((f.date for f in whole.frames if f.date is not None), None)
    doer = next((f.doer for f in whole.frames if f.doer is not None), None)
    first = part.frames[0]
    part.frames[0] = replace(
        first,
        date=first.date if any(f.date for f in part.frames) else date,
        doer=first.doer if any(f.doer for f in part.frames) else doer,
        type=whole.frames[0].type if all(f.type is AttackType.OTHER for f in part.frames) else first.type,
    )
