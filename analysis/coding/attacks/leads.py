"""Leads: what the attacks told one by one take from the lead that speaks of them together.

"Five people were killed in Russian attacks across Ukraine overnight. In Odesa, a drone hit a flat …": the night and
the doer of the attacks are told once. Only attacks that are told right after, in the same country, with neither a day
nor a doer of their own, and of a weapon that may be theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import Cluster, is_long_frame
from analysis.coding.attacks.compatibility import types_meet
from analysis.coding.attacks.frame import Frame

#: sentences from a lead to the attacks that it speaks of
_REACH = 4


def fill_from_leads(clusters: Sequence[Cluster]) -> None:
    """Give attacks without day and doer those of the lead before them."""
    leads = [(c, f) for c in clusters for f in c.frames[:2] if _is_lead(f)]
    if not leads:
        return
    for cluster in clusters:
        first = cluster.frames[0]
        for lead, told in leads:
            if cluster is not lead and _is_told_after(cluster, told) and types_meet(first, lead):
                cluster.frames[0] = replace(first, date=told.date, doer=told.doer or first.doer)
                break


def _is_lead(frame: Frame) -> bool:
    """Tell attacks in the plural, uncounted, of one day or night and of a country, no place in it."""
    several = frame.plural and frame.count is None and not frame.definite and frame.place is None
    date = frame.date
    if not several or not frame.countries or date is None or date.date_from is None or date.date_to is None:
        return False
    return (date.date_to - date.date_from).days <= 1 and not is_long_frame(frame)


def _is_told_after(cluster: Cluster, lead: Frame) -> bool:
    number = cluster.frames[0].mention.sentence.number - lead.mention.sentence.number
    if not 0 < number <= _REACH or cluster.series or any(f.date or f.doer for f in cluster.frames):
        return False
    countries = {c for f in cluster.frames for c in f.countries}
    placed = any(f.place is not None for f in cluster.frames)
    return placed and bool(countries & set(lead.countries))
