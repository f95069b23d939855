"""Reacted days: "the president condemned the attack on Monday", of an attack on Saturday: the day of his words.

"Tonight's attack" in somebody's own words is of the day on which they were said, which may be that before the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention

#: attacks told last among which the one reacted to is looked for, and days from it to what is said of it
_FEW, _SOON = 3, timedelta(days=10)
#: days from a quotation to the report that prints it
_LATE = timedelta(days=3)
#: tokens from a day to the attack that it names ("today's rocket attack")
_NAMED = 3


def without_day_of_words(frame: Frame, clusters: Sequence[Cluster]) -> Frame:
    """Leave out a day behind "condemned the attack" where the attack told before was some days earlier."""
    day = frame.date.date_from if frame.date is not None else None
    quoted = _day_of_quote(frame, clusters) if day is not None else None
    if quoted is not None:
        return replace(frame, date=quoted)
    if day is None or frame.date is None or day != frame.date.date_to or not clusters or not _is_reacted_to(frame):
        return frame
    told = [_day(f) for c in (clusters[0], *clusters[-_FEW:]) for f in c.seen]
    days = [d for d in told if d is not None]
    if day in days or not any(d < day <= d + _SOON for d in days):
        return frame
    return replace(frame, date=None)


def _day_of_quote(frame: Frame, clusters: Sequence[Cluster]) -> DateMention | None:
    """Return the last day before publication for which an attack was told, where none was for the "today" of a
    quotation: the day before, or for what the quotation takes for known one of some days.
    """
    when, first = frame.date, frame.mention.sentence.sentence.tokens[0].text
    said = when.text.lower().replace("’", "'").replace("'s", "").split() if when is not None else []
    if when is None or first not in _QUOTES or not _TODAY & set(said):
        return None
    told = [f for c in clusters for f in c.seen if f.date is not None]
    if when.date_from is None or any(_day(f) == when.date_from for f in told):
        return None
    event = frame.mention.event
    known = frame.definite or (event is not None and when.last < event.head <= when.last + _NAMED)  # "today's attack"
    first_day = when.date_from - (_LATE if known else timedelta(days=1))
    near = [(day, f) for f in told if (day := _day(f)) is not None and first_day <= day < when.date_from]
    last = max((day for day, _ in near), default=None)
    return next((f.date for day, f in near if day == last), None)


_QUOTES = frozenset({'"', "“", "‘", "'"})
_TODAY = frozenset({"today", "tonight", "morning", "evening", "afternoon"})


def _day(frame: Frame) -> date | None:
    when = frame.date
    return when.date_from if when is not None and when.date_from == when.date_to else None


def _is_reacted_to(frame: Frame) -> bool:
    """Tell a bare "the attack" that somebody condemns, claims or confirms, a day behind it and no verb between."""
    mention, when = frame.mention, frame.date
    event, verbs = mention.event, mention.sentence.phrases.verbs
    if event is None or when is None or mention.weapon is not None or not frame.definite:
        return False
    if event.first + 1 < event.head or when.first <= event.last or event.preposition is not None:
        return False
    if any(event.last < v.first < when.first for v in verbs):
        return False
    verb = next((v for v in reversed(verbs) if v.last < event.first), None)
    w = words()
    return verb is not None and verb.lemma in w.blaming | w.after_the_fact | w.saying
