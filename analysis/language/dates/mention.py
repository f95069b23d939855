"""A date that a sentence names, as the rest of the package sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.language.dates.relations import Relation


class Precision(StrEnum):
    """What the words name: a day, a whole month …, or a stretch (range); none where they name no time at all."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date: the days that bound it, both included (None = not known), and the tokens first to last that say it.

    With BEFORE and AFTER the bounds are those of the date itself, as the words have it. `text` is
    `source.text[start:end]` with every run of white space as one space.
    """

    date_from: date | None
    date_to: date | None
    text: str
    start: int
    end: int
    first: int
    last: int
    relation: Relation
    precision: Precision
    #: a weekday and a day stand side by side and disagree; the day was taken
    weekday_clash: bool = False
    #: the words leave out the year or the week, and the latest one was taken
    inferred: bool = False
    #: days from the other event, for ANCHOR, where the words count days or weeks
    offset: int | None = None
    #: months from the other event, for ANCHOR, where the words count months or years
    months: int | None = None
    #: Monday is 0, where one is named
    weekday: int | None = None
    #: the last day of the words themselves, where SINCE runs on to the published date
    named_to: date | None = None
