"""Laying guilt: which attack a passage that speaks of guilt is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.days.when import distance
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.guilt.passage import SEVERAL, Guilt
from analysis.coding.rows import Attribution
from analysis.language.places import Place, PlaceKind, distance_km


def lay_guilt(guilt: Sequence[Guilt], frames: Sequence[Frame]) -> list[Frame]:
    """Give each word of guilt to the frames of its sentence that it speaks of.

    Those are the one it counts ("the first"), else all that stand in its reach, else the nearest.
    """
    out = list(frames)
    for word in guilt:
        if not out or _is_of_other(word, out):
            continue
        reach = [i for i, f in enumerate(out) if word.first <= f.mention.anchor <= word.last]
        listed = [i for i, f in enumerate(out) if sum(g.mention is f.mention for g in out) > 1]
        if word.ordinal is not None and word.ordinal <= len(listed):
            reach = [listed[word.ordinal - 1]]
        elif not reach:
            phrases = out[0].mention.sentence.phrases
            reach = [min(range(len(out)), key=lambda n: distance(phrases, out[n].mention.anchor, word.first))]
        for i in reach:
            doer = out[i].doer
            less = doer is None or doer.name is None or (doer.generic and not word.doer.generic)
            if less or _is_of_make(out[i], word):
                out[i] = replace(out[i], doer=word.doer)
    return out


def _is_of_make(frame: Frame, word: Guilt) -> bool:
    """Tell "a Thulean drone strike claimed by the rebels": of which make the drone was, and not who sent it."""
    doer, claimed = frame.doer, word.doer.attribution is Attribution.CLAIMED and not word.doer.is_state
    told = frame.mention.doer is None and word.first <= frame.mention.anchor <= word.last
    return claimed and told and doer is not None and doer.is_state and doer.attribution is Attribution.STATED


def speaks_here(word: Guilt, frames: Sequence[Frame]) -> bool:
    """Tell whether guilt is of an attack of its own sentence: one in its reach, or one without a doer of its own.

    "Thule blamed the rebels, and two days later its jets fired missiles" speaks of an attack told before.
    """
    if word.number == SEVERAL and all(f.definite and f.plural and f.date is None for f in frames):
        return False  # "blamed them for *the attacks*"
    if any(word.first <= f.mention.anchor <= word.last for f in frames):
        return True
    return not _is_of_other(word, frames) and any(
        f.doer is None or f.doer.name in {None, word.doer.name} or f.doer.generic for f in frames
    )


def _is_of_other(word: Guilt, frames: Sequence[Frame]) -> bool:
    """Tell "jets bombed the men behind *the rockets*", "*nobody claimed it*, but such raids …": of one told before."""
    if word.doer.attribution is Attribution.UNCLAIMED:
        return all(_in_clause_after(word, f) for f in frames)
    return word.weapon is not None and all(f.type is not word.weapon for f in frames)


def _in_clause_after(word: Guilt, frame: Frame) -> bool:
    """Tell whether "but" or "though" opens a clause between a word of guilt and an attack behind it."""
    tokens = word.sentence.sentence.tokens
    return any(t.lower in _OPPOSING for t in tokens[word.last + 1 : frame.mention.anchor])


_OPPOSING = frozenset({"but", "although", "though", "however", "while"})


def lay_back(guilt: Sequence[Guilt], clusters: Sequence[Cluster]) -> list[list[Guilt]]:
    """Lay each word of guilt whose sentence mentions no attack at the one mentioned last before it."""
    laid: list[list[Guilt]] = [[] for _ in clusters]
    placed = sorted(
        (f.mention.sentence.number, f.mention.anchor, i, f.plural or f.series or _is_several(f))
        for i, cluster in enumerate(clusters)
        for f in cluster.frames
    )
    for word in guilt:
        last = bisect_right(placed, (word.sentence.number, word.first))
        near = [p for p in placed[max(0, last - _REACH) : last] if p[3] or not word.plural]
        alike = [p for p in near if word.weapon is not None and word.weapon in clusters[p[2]].types]
        alike = _at_place(word, alike or near, clusters) or alike
        unclaimed = word.doer.attribution is Attribution.UNCLAIMED and not word.plural
        single = [p for p in near if unclaimed and not clusters[p[2]].series]
        single = single or ([] if word.plural else _of_run_told(near, clusters))
        alike = [p for p in alike if not clusters[p[2]].series] or alike
        if near:
            told = dict.fromkeys(p[2] for p in reversed(alike or single or near))  # the latest first
            for i in _of_day(list(told), clusters) if word.number == SEVERAL else list(told)[: word.number]:
                laid[i].append(word)
    return laid


def _of_run_told(
    near: Sequence[tuple[int, int, int, bool]], clusters: Sequence[Cluster]
) -> list[tuple[int, int, int, bool]]:
    """Return the attack that is "the latest in a string of attacks", where its sentence told of the string last."""
    if not near or not clusters[near[-1][2]].series:
        return []
    return [p for p in near if p[0] == near[-1][0] and not clusters[p[2]].series]


def _at_place(
    word: Guilt, near: Sequence[tuple[int, int, int, bool]], clusters: Sequence[Cluster]
) -> list[tuple[int, int, int, bool]]:
    """Return those mentions whose attack was at a place named behind a word of guilt: "behind the drone *at X*"."""
    there = [p.place for p in word.sentence.places if p.first > word.first and p.place.kind is not PlaceKind.COUNTRY]
    if not there:
        return []
    at = {i: [f.place for f in clusters[i].seen if f.place is not None] for i in {p[2] for p in near}}
    same = {i for i, own in at.items() if any(_are_there(a, b) for a in own for b in there)}
    return [p for p in near if p[2] in same]


def _are_there(a: Place, b: Place) -> bool:
    km = distance_km(a, b)
    return b.name in {a.name, a.province} or a.name == b.province or (km is not None and km <= _BESIDE)


#: kilometres between two names of one place
_BESIDE = 25


def _of_day(told: Sequence[int], clusters: Sequence[Cluster]) -> list[int]:
    """Return the attacks that "the attacks" may be: the run told last, or those of one day right before each other."""
    day = next((f.date.date_from for f in clusters[told[0]].frames if f.date is not None), None)
    same: list[int] = []
    for i in told[:_SEVERAL]:
        days = {f.date.date_from for f in clusters[i].frames if f.date is not None}
        if i != told[0] and (clusters[i].series or (days and day is not None and days != {day})):
            break
        same.append(i)
        if clusters[i].series:
            break
        day = day or next(iter(days), None)
    return same


#: attacks that "the attacks" may be
_SEVERAL = 4


def _is_several(frame: Frame) -> bool:
    """Tell "three bombs went off", of which "the attacks" may speak."""
    return frame.munitions is not None and (frame.munitions.low or 0) > 1


#: mentions looked at, from the latest back
_REACH = 40
