"""Leads: what the attacks told one by one take from the lead, and from the attacks told with them.

"Five people were killed in Russian attacks across Ukraine overnight. In Odesa, a drone hit a flat …": the night and
the doer of the attacks are told once. Only attacks that are told right after, in the same country, with neither a day
nor a doer of their own, and of a weapon that may be theirs.

"Iranian missiles struck Haifa. In Ramat Gan, missiles hit two towers": the attacks of one day, country and weapon are
one state's, where the text names one alone and blames nobody for them. What warplanes and guns of nobody did is the
deed of the state whose attack was told last right before ("Thule bombed two bridges. Hours later, jets hit a depot").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analysis.coding.attacks.cluster import Cluster, is_long_frame
from analysis.coding.attacks.doers.doer import Doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.compatibility import types_meet
from analysis.coding.attacks.nouns import lemma, platform_of, platform_type, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType, Attribution
from analysis.language.places import country_name

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


def share_doers(clusters: Sequence[Cluster], blamed: Sequence[bool]) -> None:
    """Give attacks without a doer, and without `blamed`, the one of all others of their country, weapon and time."""
    told: dict[tuple[AttackType, str], list[tuple[Doer, Cluster]]] = {}
    for cluster in clusters:
        doer = next((f.doer for f in cluster.frames if f.doer is not None and f.doer.name is not None), None)
        kind = _weapon_and_country(cluster) if doer is not None else None
        if kind is not None and doer is not None:
            told.setdefault(kind, []).append((doer, cluster))
    for i, (cluster, is_blamed) in enumerate(zip(clusters, blamed, strict=True)):
        if is_blamed or not all(_is_without_doer(f) for f in cluster.frames):
            continue
        twin = _doer_of_mention(cluster, clusters)
        if twin is not None:
            cluster.frames[0] = replace(cluster.frames[0], doer=twin)
            continue
        kind = _weapon_and_country(cluster)
        alike = told.get(kind, [])[-_ALIKE:] if kind is not None else []
        doers = [doer for doer, other in alike if _times_meet(cluster, other)]
        if not doers and _is_by_carrier(cluster.frames[0]):
            doers = _doer_before(cluster.frames[0], clusters[max(0, i - _ALIKE) : i])
        home = country_name(kind[1]) if kind is not None else None
        doers = [d for d in doers if not d.told or d.name != home]  # what a neighbour says of it is no lead
        if len({d.name for d in doers}) == 1 and all(_is_plain(d) for d in doers):
            cluster.frames[0] = replace(cluster.frames[0], doer=doers[0])


def _doer_of_mention(cluster: Cluster, clusters: Sequence[Cluster]) -> Doer | None:
    """Return the doer of the other raid of "the earlier raids, on May 2 and 13", which one mention tells."""
    mention = cluster.frames[0].mention
    others = [c for c in clusters if c is not cluster and c.frames[0].mention is mention]
    return next((f.doer for c in others for f in c.frames if f.doer is not None and f.doer.name is not None), None)


def _is_plain(doer: Doer) -> bool:
    """Tell a state or a coalition that plainly did it: it strikes again, where a band's weapons are many hands'."""
    return (doer.is_state or doer.coalition) and (doer.told or doer.attribution is Attribution.STATED)


def _is_without_doer(frame: Frame) -> bool:
    """Tell a mention that names nobody, or only what flew and fired, from one of doers who are not known."""
    phrases, group = frame.mention.sentence.phrases, frame.mention.doer
    if frame.doer is not None:
        return False
    if group is not None and lemma(phrases, group) in words().nobody | words().known_doers:
        return False  # "gunmen stormed a hotel"
    return group is None or platform_of(phrases, group) is not None or weapon_type(phrases, group) is not None


def _is_by_carrier(frame: Frame) -> bool:
    """Tell what "warplanes" or "tanks" did, which states have."""
    group = frame.mention.doer
    return group is not None and platform_type(lemma(frame.mention.sentence.phrases, group)) in _OF_STATES


def _doer_before(frame: Frame, clusters: Sequence[Cluster]) -> list[Doer]:
    """Return the state that did what was told last before a frame and near it, in a list of one or none."""
    number = frame.mention.sentence.number
    told = [f for c in clusters for f in c.seen if 0 < number - f.mention.sentence.number <= _NEAR]
    named = [f for f in told if f.doer is not None and f.doer.name is not None]
    last = max(named, key=lambda f: (f.mention.sentence.number, f.mention.anchor), default=None)
    return [last.doer] if last is not None and last.doer is not None else []


#: sentences from an attack back to that of the state whose warplanes and guns it was of
_NEAR = 3
_OF_STATES = frozenset({AttackType.AIR_STRIKE, AttackType.ARTILLERY})
#: attacks of one weapon and country that are looked at
_ALIKE = 20


def _weapon_and_country(cluster: Cluster) -> tuple[AttackType, str] | None:
    """Return the weapon and the country of an attack, or None where one of them is not told."""
    types = [f.type for f in cluster.frames if f.type is not AttackType.OTHER]
    lands = [f.countries for f in cluster.frames if f.countries]
    return (types[0], lands[0][0]) if types and lands else None


def _times_meet(a: Cluster, b: Cluster) -> bool:
    """Tell whether the days of two attacks do not exclude each other."""
    mine, theirs = _days(a), _days(b)
    return not mine or not theirs or (mine[0] <= theirs[1] and theirs[0] <= mine[1])


def _days(cluster: Cluster) -> tuple[date, date] | None:
    dates = [f.date for f in cluster.frames if f.date is not None and f.date.date_from is not None]
    if not dates or dates[0].date_from is None:
        return None
    return dates[0].date_from, dates[0].date_to or date.max


def _is_lead(frame: Frame) -> bool:
    """Tell attacks in the plural, uncounted, of one day or night and of a country, no place in it."""
    several = frame.plural and frame.count is None and not frame.definite and frame.place is None
    when = frame.date
    if not several or not frame.countries or when is None or when.date_from is None or when.date_to is None:
        return False
    return (when.date_to - when.date_from).days <= 1 and not is_long_frame(frame)


def _is_told_after(cluster: Cluster, lead: Frame) -> bool:
    number = cluster.frames[0].mention.sentence.number - lead.mention.sentence.number
    if not 0 < number <= _REACH or cluster.series or any(f.date or f.doer for f in cluster.frames):
        return False
    countries = {c for f in cluster.frames for c in f.countries}
    placed = any(f.place is not None for f in cluster.frames)
    return placed and bool(countries & set(lead.countries))
