"""Ranked: an attack that is one in a counted run ("the third attack on the port since May"): the run is told as well.

The attack itself stays a row of its own, told by what else the text says of it; the run takes its number from the rank
and its days from the period. A rank without a period ("the second attack") counts nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.when import is_long
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.forms import is_plural
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.tokens import Token


def find_run(frame: Frame) -> list[Frame]:
    """Return the run of attacks that the one of a frame is a ranked one of, as a frame; none where there is none."""
    count = _rank_of(frame.mention)
    period = _period_of(frame.mention) if count is not None and not frame.part else None
    if count is None or period is None:
        return []
    return [
        replace(
            frame,
            mention=replace(frame.mention, attached=None),
            series=True,
            plural=False,
            definite=False,
            pointing=False,
            count=count,
            munitions=None,
            date=_up_to_now(frame.mention, period),
            place=frame.place if _is_behind(frame) else None,
            another=True,
            apart=(count.start, count.end),
            victims=frozenset(),
        )
    ]


def _is_behind(frame: Frame) -> bool:
    """Tell whether the place of a frame stands behind the ranked attack, and not with what it is one of a run with."""
    event, name = frame.mention.event, frame.place.name if frame.place is not None else None
    return event is not None and any(
        p.first > event.head and p.place.name == name for p in frame.mention.sentence.places
    )


def _period_of(mention: Mention) -> DateMention | None:
    """Return the time behind a ranked attack over which it is counted: "since May", "this month", or None."""
    event = mention.event
    later = [d for d in mention.sentence.dates if event is not None and d.first > event.head]
    return next((d for d in later if d.relation is When.SINCE or is_long(d) or d.precision is Precision.MONTH), None)


def _rank_of(mention: Mention) -> Quantity | None:
    """Return the three of "the third attack", "this was the 3rd drone strike", or None."""
    event = mention.event if mention.weapon is None else None
    tokens = mention.sentence.sentence.tokens
    if event is None or is_plural(tokens[event.head].lower) or tokens[event.first].lower not in {"the", "its", "a"}:
        return None
    for token in tokens[event.first + 1 : event.head]:
        number = _number(token)
        if number is not None and number > _SECOND:
            return Quantity(number, number, Qualifier.EXACT, token.text, token.start, token.end)
    return None


_SECOND = 2


def _number(token: Token) -> int | None:
    figures = _NTH.fullmatch(token.lower)
    return int(figures[1]) if figures else words().ranks.get(token.lower)


_NTH = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")


def _up_to_now(mention: Mention, period: DateMention) -> DateMention:
    """Return a period that ends with the day of publication where its month or year is not over by then."""
    published = mention.sentence.source.published
    later = published is not None and period.date_to is not None and period.date_to > published
    return replace(period, date_to=published) if later else period
