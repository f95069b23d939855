"""Bygone: attacks of the past, and what was told of it in passing, which what a report is about is not joined with."""

from __future__ import annotations

from datetime import date

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.language.dates import Relation as When
from analysis.language.text.forms import is_plural

#: days after which an attack is told of with its date, and from which it is no news
DAYS, MONTHS = 10, 90


def comes_later(frame: Frame, cluster: Cluster) -> bool:
    """Tell "Less than two weeks later, a judge was shot", elsewhere, and what was weeks after an event long past."""
    told, places = frame.date, [f.place for f in cluster.seen if f.place is not None]
    if told is None or told.relation is not When.ANCHOR or frame.definite or frame.pointing or cluster.in_headline:
        return False
    if told.named_to is not None:
        days = [f.date.date_from for f in cluster.seen if f.date is not None and f.date.date_from is not None]
        return any((day - told.named_to).days > MONTHS for day in days)
    opens = told.first <= _FRONT and told.text.lower().endswith(" later")
    return opens and all(frame.place is None or place.name != frame.place.name for place in places)


#: tokens of "Less than" before the time that a sentence opens with
_FRONT = 3


def is_bygone(frame: Frame, cluster: Cluster) -> bool:
    """Tell an attack of long ago from "a bomb went off", which is told without a day, of now."""
    published, event = frame.mention.sentence.source.published, frame.mention.event
    if published is None or frame.date is not None or frame.definite or frame.pointing or event is None:
        return False
    token = frame.mention.sentence.sentence.tokens[event.first]
    rounds = frame.mention.weapon is not None and event.first == event.head and is_plural(token.lower)
    if token.lower not in {"a", "an"} and not rounds:
        return False
    ends = [f.date.date_to for f in cluster.seen if f.date is not None and f.date.date_to is not None]
    beside = any(f.mention.sentence is frame.mention.sentence for f in cluster.frames[-4:])
    return bool(ends) and not beside and all((published - end).days > MONTHS for end in ends)


def is_aside(frame: Frame, cluster: Cluster, main: Cluster) -> bool:
    """Tell what was told of the past in passing, some sentences before "the attack", from what a report is about."""
    told = frame.date is not None or frame.place is not None or frame.mention.event is None
    if told or not frame.definite or cluster is main:
        return False
    told_in = {f.mention.sentence.number for f in cluster.seen}
    if len(told_in) > 1 or frame.mention.sentence.number - max(told_in) <= 1:
        return False
    day, now = _last_day(cluster), _last_day(main) or frame.mention.sentence.source.published
    return day is not None and now is not None and (now - day).days > DAYS


def _last_day(cluster: Cluster) -> date | None:
    return max(
        (f.date.date_to for f in cluster.seen if f.date is not None and f.date.date_to is not None), default=None
    )
