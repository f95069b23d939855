"""Carried over: what a mention has from the attack told before it: the series it is one of, "a similar strike", "also".

"One of the strikes" takes what it does not say from the strikes; "another strike", "such raids" and "a depot was also
bombed" take the hand, the weapon and the day of the attack told right before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.cluster import Cluster, event_lemma
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType


def inherit_part(frame: Frame, clusters: Sequence[Cluster]) -> Frame:
    """Fill what "one of the strikes" does not say from the series that it is one of, named last before."""
    whole = next((c for c in reversed(clusters) if c.series or any(f.plural for f in c.frames)), None)
    if whole is None:
        return frame
    filled = _fill_frame(frame, whole.frames)
    mixed = frame.mention.rule == "one-of-run" and any(_is_of_two_kinds(f) for f in whole.frames)
    return replace(filled, type=frame.type) if mixed else filled


def _is_of_two_kinds(frame: Frame) -> bool:
    """Tell "rocket and drone attacks", of which one may be either."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    return event is not None and any(
        tokens[i].lower in {"and", "or"} for i in range(max(0, event.first - 1), event.head)
    )


def inherit_doer(frame: Frame, clusters: Sequence[Cluster]) -> Frame:
    """Give "a similar strike" the doer and the weapon of the one told before; "similar strikes" the doer at least."""
    first = frame.mention.sentence.sentence.tokens[frame.mention.event.first].lower if frame.mention.event else ""
    doer = next((f.doer for c in reversed(clusters) for f in c.frames if f.doer and f.doer.name), None)
    if (_is_second(frame) or frame.mention.rule == "one-more") and clusters:
        last = clusters[-1].frames
        near = frame.mention.sentence.number - last[-1].mention.sentence.number <= 2
        soon = frame.date is None or not _SOON.isdisjoint(frame.date.text.lower().split())
        filled = _fill_frame(frame, last) if near and soon else frame
        return replace(filled, date=frame.date) if frame.series else filled
    if clusters and (_is_of_its_kind(frame) or (_is_likened(frame) and not frame.series)):
        frame = inherit_such(frame, clusters[-1])
    if frame.series and (own := _told_as_one(frame, clusters)) is not None:
        return inherit_such(frame, own, typed=AttackType.AIR_STRIKE in own.types)  # a band's may have been of any kind
    if first == "another" and clusters and event_lemma(frame) == "strike" and frame.type is AttackType.OTHER:
        return inherit_such(frame, clusters[-1])  # "Missiles hit X. Another strike hit Y."
    if frame.doer is not None or first != "similar" or doer is None:
        return frame
    state_strike = frame.type is AttackType.OTHER and doer.is_state and event_lemma(frame) == "strike"
    return replace(frame, doer=doer, type=AttackType.AIR_STRIKE if state_strike else frame.type)


#: within the day: "a second strike minutes later"
_SOON = frozenset({"seconds", "moments", "minutes", "hours", "minute", "hour", "moment"})


def is_such(frame: Frame) -> bool:
    """Tell "such strikes", "some 40 such raids": of the kind just told."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    return event is not None and any(tokens[i].lower == "such" for i in range(event.first, event.head))


def _told_as_one(frame: Frame, clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the attack of "Sunday's raid was the sixth this month", whose like the run of a frame counts, or None."""
    mention, count = frame.mention, frame.count
    if count is None or mention.event is None or count.start < mention.sentence.sentence.tokens[mention.event.head].end:
        return None
    for cluster in reversed(clusters):
        same = (f for f in cluster.frames if f.mention.sentence is mention.sentence and f.target == frame.target)
        if any(f.mention.anchor == mention.anchor for f in same):
            return cluster
    return None


def is_also(frame: Frame, last: Cluster) -> bool:
    """Tell "a factory was also bombed", "a rocket also hit a farm", right after an attack, with no day of its own."""
    verb, phrases = frame.mention.verb, frame.mention.sentence.phrases
    if verb is None or frame.date is not None or (frame.target is None and frame.place is None):
        return False
    if frame.mention.sentence.number - last.frames[-1].mention.sentence.number > _NEAR:
        return False
    around = {t.lower for t in phrases.sentence.tokens[verb.first : verb.last + 2]}
    around |= {t.lower for t in phrases.sentence.tokens[verb.first - 1 : verb.first]}
    if "also" not in around or frame.series:
        return False
    if not verb.passive:
        return frame.place is not None and _is_fresh_round(frame) and frame.type in last.types
    return not frame.definite and frame.doer is None and agent_of(phrases, verb.last) is None


def _is_fresh_round(frame: Frame) -> bool:
    """Tell "a rocket", "Thulean drones" that moved of themselves from those told of before."""
    weapon = frame.mention.weapon
    return weapon is not None and frame.mention.sentence.sentence.tokens[weapon.first].lower not in {"the", "these"}


def inherit_also(frame: Frame, last: Cluster, typed: bool = True) -> Frame:
    """Give "a factory was also bombed" the day, the doer and, for a loose verb, the weapon of the attack before.

    `typed`: its sentence says no weapon that it was bombed with.
    """
    filled = _fill_frame(frame, last.frames)
    if not typed:
        return replace(filled, type=frame.type, another=frame.place is not None)
    types = [f.type for f in last.frames if f.type is not AttackType.OTHER and not f.weak]
    kind = types[0] if frame.weak and types else filled.type
    return replace(filled, type=kind, weak=frame.weak and not types, another=frame.place is not None)


def _is_of_its_kind(frame: Frame) -> bool:
    """Tell "the ninth attack of its kind", "another raid of this sort"."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    after = [t.lower for t in tokens[event.last + 1 : event.last + 4]] if event is not None else []
    return len(after) == len(_OF_ITS_KIND) and after[0] == "of" and after[2] in words().kinds


def _is_likened(frame: Frame) -> bool:
    """Tell "a similar strike", "similar bombings", "an identical raid"."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    return event is not None and any(tokens[i].lower in words().likening for i in range(event.first, event.head)[:2])


#: as many words as "of its kind" has
_OF_ITS_KIND = ("of", "its", "kind")


def inherit_such(frame: Frame, last: Cluster, typed: bool = True) -> Frame:
    """Give "such strikes" the doer and, where it is `typed`, the weapon of the attack told right before."""
    if frame.mention.sentence.number - last.frames[-1].mention.sentence.number > _NEAR:
        return frame
    doers = [f.doer for f in last.frames if f.doer is not None and f.doer.name is not None]
    types = [f.type for f in last.frames if typed and f.type is not AttackType.OTHER and not f.weak]
    loose = frame.weak or frame.type is AttackType.OTHER or event_lemma(frame) == "raid"
    return replace(
        frame,
        doer=frame.doer or next(iter(doers), None),
        type=next(iter(types), frame.type) if loose else frame.type,
        weak=frame.weak and not types,
    )


#: sentences from "such strikes" back to the attack of that kind
_NEAR = 2


def _is_second(frame: Frame) -> bool:
    """Tell "a second strike", by the same hand on the same day where nothing else is said."""
    event = frame.mention.event
    tokens = frame.mention.sentence.sentence.tokens
    return event is not None and any(t.lower in words().ordinals for t in tokens[event.first : event.head])


def inherit_from_siblings(clusters: Sequence[Cluster]) -> None:
    """Give "two in the other country" the day, doer and type of the attacks that the same words count in the first."""
    for cluster in clusters:
        frame = cluster.frames[0]
        if frame.apart is None or frame.another or not frame.series or any(f.date for f in cluster.frames):
            continue
        for other in clusters:
            if other is not cluster and any(f.mention is frame.mention for f in other.frames):
                cluster.frames[0] = _fill_frame(frame, other.frames)
                break


def _fill_frame(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Fill a frame's day, doer and type from those of an attack that it belongs with."""
    dates = [f.date for f in frames if f.date is not None]
    doers = [f.doer for f in frames if f.doer is not None]
    types = [f.type for f in frames if f.type is not AttackType.OTHER]
    return replace(
        frame,
        date=frame.date or next(iter(dates), None),
        doer=frame.doer or next(iter(doers), None),
        type=next(iter(types), frame.type)
        if frame.type is AttackType.OTHER or (frame.part and frame.weak)
        else frame.type,
    )
