"""Bygone: attacks of the past, and what was told of it in passing, which what a report is about is not joined with."""

from __future__ import annotations

from datetime import date

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import guilt_words
from analysis.language.dates import Relation as When
from analysis.language.grammar.tags import Tag
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


def is_recent(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the recent attacks on ships" from attacks of long ago, told just before."""
    published, event = frame.mention.sentence.source.published, frame.mention.event
    if published is None or event is None:
        return False
    tokens = frame.mention.sentence.sentence.tokens[event.first : event.head]
    ends = [f.date.date_to for f in cluster.seen if f.date is not None and f.date.date_to is not None]
    long_ago = bool(ends) and all((published - end).days > MONTHS for end in ends)
    return long_ago and any(t.lower in {"recent", "latest"} for t in tokens)


def is_of_day_before(frame: Frame, cluster: Cluster, main: Cluster) -> bool:
    """Tell "a rocket attack on Monday" from "rockets struck a base", told in a report on the attacks of Wednesday."""
    event, day, now = frame.mention.event, frame.date, _last_day(main)
    if event is None or day is None or day.date_to is None or now is None or day.date_to >= now or frame.definite:
        return False
    new = frame.mention.sentence.sentence.tokens[event.first].lower in {"a", "an"}
    told = [f.mention.sentence.number for f in cluster.seen]
    later = main.frames[0].mention.sentence.number < min(told) and max(told) < frame.mention.sentence.number
    return new and later and all(f.date is None and f.mention.verb is not None for f in cluster.seen)


#: points that what was told in passing loses
_ASIDE = 1.5


def aside(frame: Frame, cluster: Cluster, main: Cluster) -> float:
    """Return the points that what was told of the past in passing loses to what a report is about, for "the attack"."""
    told = frame.date is not None or frame.place is not None or frame.mention.event is None
    if told or not frame.definite or cluster is main:
        return 0.0
    if all(_is_in_relative(f) or _dates_another(f) for f in cluster.seen):
        return 2 * _ASIDE
    points = 2 * _ASIDE if _is_unclaimed(frame) else _ASIDE
    return points if _is_long_past(frame, cluster, main) else 0.0


def _is_long_past(frame: Frame, cluster: Cluster, main: Cluster) -> bool:
    """Tell an attack of weeks before, told in one sentence and not the last, unless nobody has claimed "the attack"."""
    told_in = {f.mention.sentence.number for f in cluster.seen}
    near = frame.mention.sentence.number - max(told_in) <= 1
    if len(told_in) > 1 or (near and not _is_unclaimed(frame)):
        return False
    day, now = _last_day(cluster), _last_day(main) or frame.mention.sentence.source.published
    return day is not None and now is not None and (now - day).days > DAYS


def _is_unclaimed(frame: Frame) -> bool:
    """Tell "no one claimed responsibility for the attack", which is news and no history."""
    told = frame.mention.sentence.words
    return "responsibility" in told and not told.isdisjoint(guilt_words()["nobody"])


def _is_in_relative(frame: Frame) -> bool:
    """Tell "mourners of a lawyer *who had been shot* earlier", said only of whom the sentence tells of."""
    verb, phrases = frame.mention.verb, frame.mention.sentence.phrases
    if verb is None or frame.mention.event is not None or verb.first < 1:
        return False
    return phrases.tags[verb.first - 1] is Tag.RELATIVE and phrases.sentence.tokens[verb.first].lower == "had"


_LONG = frozenset({"year", "years", "month", "months", "decade", "decades"})


def _dates_another(frame: Frame) -> bool:
    """Tell what was long ago and only says when: "stormed a base, a year after their leader was killed in *a raid*"."""
    sentence, first = frame.mention.sentence, frame.mention.first
    tokens = sentence.sentence.tokens
    return any(
        date.relation is When.ANCHOR
        and date.last < first
        and tokens[date.last].lower == "after"
        and not _LONG.isdisjoint(date.text.lower().split())
        and tokens[date.first - 1].text == ","
        and all(t.text != "," for t in tokens[date.last : first])
        for date in sentence.dates
        if date.first
    )


def _last_day(cluster: Cluster) -> date | None:
    return max(
        (f.date.date_to for f in cluster.seen if f.date is not None and f.date.date_to is not None), default=None
    )
