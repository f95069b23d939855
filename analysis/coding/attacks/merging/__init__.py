"""Merging: which mentions inside one source speak of the same attack.

Frames are taken in the order of the text. Each joins the attack that it agrees with best, or opens a new one. Two
mentions cannot be one attack when days, countries, places, doers or weapons exclude each other; they are one when they
share a day, a place, a target or a doer, or when the later one points back ("the attack", "Friday's strike"). Singles
join singles and series join series; a plural that points back may join either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.answering import is_answer
from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.labels import find_item
from analysis.coding.attacks.merging.agreement import likeness
from analysis.coding.attacks.merging.bygone import aside, is_bygone, is_of_day_before, is_recent
from analysis.coding.attacks.merging.carried_over import (
    inherit_also,
    inherit_doer,
    inherit_from_siblings,
    inherit_part,
    inherit_such,
    is_also,
    is_such,
)
from analysis.coding.attacks.merging.compatibility import types_meet
from analysis.coding.attacks.merging.cross_heads import join_cross_heads, part_cross_heads
from analysis.coding.attacks.merging.defending import as_defence, is_defence
from analysis.coding.attacks.merging.enumerating import Numbered, join_numbered
from analysis.coding.attacks.merging.leads import fill_from_leads
from analysis.coding.attacks.merging.nowhere import join_unset
from analysis.coding.attacks.merging.reacted_days import without_day_of_words
from analysis.coding.attacks.merging.rounds import join_rounds
from analysis.coding.attacks.merging.scenes import place_likeness
from analysis.coding.attacks.merging.stray_places import without_stray_place
from analysis.coding.attacks.merging.summed_attacks import drop_sums
from analysis.coding.attacks.merging.together import find_together
from analysis.coding.attacks.numbers.counts import is_clash
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.text.forms import is_plural

#: points from which a frame joins an attack
_ENOUGH = 2.0


#: attacks looked at, from the latest back
_REACH = 40


def merge_frames(frames: Sequence[Frame]) -> list[Cluster]:
    """Put the frames of a source, in order, into clusters, in the order of their first mentions."""
    clusters: list[Cluster] = []
    frames, heads = part_cross_heads(frames)
    frames = [_with_day_of_told(f, frames) if f.part else f for f in frames]
    told = {(f.mention.sentence.number, f.mention.attached) for f in frames if f.mention.attached is not None}
    numbered: Numbered = {}
    items = {f.mention.sentence.number: find_item(f.mention.sentence) for f in frames}
    for frame in frames:
        frame = without_stray_place(without_day_of_words(frame, clusters), clusters)
        if join_numbered(frame, clusters, numbered):
            continue
        if clusters and is_defence(frame, clusters[-1]):
            clusters[-1].frames.append(as_defence(frame))
            continue
        if clusters and _is_one_more_round(frame, clusters[-1]):
            clusters[-1].frames.append(replace(frame, another=False, munitions=None))
            continue
        if join_rounds(frame, clusters):
            continue
        together = find_together(frame, clusters)
        if together:
            for cluster, place in together:
                cluster.frames.append(replace(frame, place=place, plural=False, series=False, count=None))
            continue
        own = (frame.mention.sentence.number, frame.mention.anchor) in told  # "in one of the strikes, a missile hit"
        if frame.part and not own and not is_clash(frame.mention):
            frame = inherit_part(frame, clusters)
        elif frame.another:
            frame = inherit_doer(frame, clusters)
        elif is_such(frame) and clusters:
            frame = inherit_such(frame, clusters[-1])
        elif clusters and is_also(frame, clusters[-1]):
            frame = inherit_also(frame, clusters[-1], typed=not own)
        best, score = None, 0.0
        for age, cluster in enumerate(reversed(clusters[-_REACH:])):
            apart = (cluster is not clusters[0] and is_bygone(frame, cluster)) or _is_other_item(frame, cluster, items)
            apart = apart or is_recent(frame, cluster) or is_of_day_before(frame, cluster, clusters[0])
            apart = apart or (cluster.in_headline and _is_headed_by_weapon(frame, cluster, frames))
            value = None if apart else likeness(frame, cluster, age)
            if value is not None and cluster is clusters[0]:
                value += 0.5  # what the report is about
                if best is not None and value >= _ENOUGH:
                    score -= aside(frame, best, cluster)
            if value is not None and value > score:
                best, score = cluster, value
        if best is not None and score >= _ENOUGH:
            best.frames.append(frame)
        else:
            clusters.append(Cluster([frame]))
    join_cross_heads(heads, clusters)
    inherit_from_siblings(clusters)
    fill_from_leads(clusters)
    return join_unset(drop_sums(clusters))


def _with_day_of_told(part: Frame, frames: Sequence[Frame]) -> Frame:
    """Give "one of the worst attacks came in May, when gunmen killed nine" the day and the place of what is told."""
    if part.date is not None and part.date.date_from is not None:
        return part
    same = [f for f in frames if f.mention.sentence is part.mention.sentence]
    own = next((f for f in same if f.mention.attached == part.mention.anchor and f.date is not None), None)
    return part if own is None else replace(part, date=own.date, place=part.place or own.place)


def _is_one_more_round(frame: Frame, last: Cluster) -> bool:
    """Tell "another rocket hit a house", right after a volley of rockets was told: one of them."""
    weapon, tokens = frame.mention.weapon, frame.mention.sentence.sentence.tokens
    if weapon is None or frame.date is not None or frame.series or last.series or is_plural(tokens[weapon.head].lower):
        return False
    first, gap = tokens[weapon.first].lower, frame.mention.sentence.number - last.frames[-1].mention.sentence.number
    volley = [f for f in last.seen if f.munitions is not None and (f.munitions.low or 0) > 1]
    if not volley or not types_meet(frame, last):
        return False
    near = [place_likeness(frame.place, f.place) for f in last.seen if frame.place is not None and f.place is not None]
    if near and all(v is None for v in near):
        return False  # "another was shot down over X"
    if first == "another":
        return frame.another and frame.doer is None and gap <= 1
    return first in {"a", "an", "one"} and 0 < gap <= _NEAR and _is_over_land(frame, volley)


#: sentences from a volley to one more round of it
_NEAR = 2


def _is_over_land(frame: Frame, volley: Sequence[Frame]) -> bool:
    """Tell a volley fired at a whole country, in a town of which one round then falls: "fired 90 missiles at Thule"."""
    fired = [
        f for f in volley if f.place is None and f.mention.verb is not None and f.mention.verb.lemma in words().firing
    ]
    many = any(f.munitions is not None and (f.munitions.low or 0) >= _MANY for f in fired)  # not so many brought down
    doers = {f.doer.name for f in (frame, *volley) if f.doer is not None and f.doer.name is not None}
    there = any(set(f.countries) & set(frame.countries) for f in volley)
    return many and there and len(doers) <= 1 and frame.mention.weapon is not None and not frame.another


#: rounds of a volley that falls all over a country
_MANY = 10


def _is_other_item(frame: Frame, cluster: Cluster, items: Mapping[int, int | None]) -> bool:
    """Tell an item of a list from an attack that is told in other items only."""
    item = items[frame.mention.sentence.number]
    return item is not None and all(items[f.mention.sentence.number] not in {None, item} for f in cluster.seen)


def _is_headed_by_weapon(frame: Frame, cluster: Cluster, frames: Sequence[Frame]) -> bool:
    """Tell "troops killed nine in response to a mortar attack", of which the headline's "mortar fire" is the second."""
    if frame.type is not AttackType.OTHER or not cluster.types:
        return False
    same = [f for f in frames if f.mention.sentence is frame.mention.sentence and f.type is not AttackType.OTHER]
    return any(types_meet(f, cluster) and is_answer(frame.mention, f.mention) for f in same)
