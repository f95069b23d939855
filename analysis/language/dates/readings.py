"""What words say about time, and the days that they mean once the published date is known.

`Reading` holds the words' meaning without an anchor ("last" + "week"; month 10, late; weekday 4). `to_span` gives the
first and last day, or None where the words or the anchor do not fix them. Of days that come round (a weekday, a day of
a month, a month, a season) the latest one not after the published date is meant.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

#: both days belong to the span
Span = tuple[date, date]
_FIRST_YEARS = 8  # 29 February comes round within eight years
#: a report may be dated in a time zone where the day of the event has not begun
_SLACK = timedelta(days=1)


class Reading(NamedTuple):
    """The meaning of some time words, from token first to last; `kind` says which of the fields count.

    day: year, month, day, last_day (any may be missing), shift (of the month) · month: month, year, shift, part ·
    year: year, part · season: month (its first), year, shift, part · weekday: weekday, shift, week (shift of the
    week; of a month: of the year) · unit: unit, shift, part ("late last month") · past: number, unit ("the past two
    days") · ago: number, unit · relative: number (days) · overnight · anchor: number (days from another event) or
    months, None when not counted in them · vague · numeric (05/06/2019).
    """

    kind: str
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    number: int | None = None
    unit: str | None = None
    #: -1 last, 0 this, 1 next, None not said
    shift: int | None = None
    #: 0 early, 1 mid, 2 late
    part: int | None = None
    week: int | None = None
    later: bool = False
    #: days that the span begins earlier ("Friday-Saturday", "overnight into Sunday")
    before: int = 0
    #: months that it begins earlier ("July-September")
    months_before: int = 0
    #: months from another event, for anchor
    months: int | None = None


def to_span(reading: Reading, published: date | None) -> Span | None:
    """Return the first and last day that a reading means, or None where it or the missing anchor leaves them open."""
    try:
        span = _fixed_span(reading, published)
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None
    if span is not None and reading.months_before:
        month = span[0].year * 12 + span[0].month - 1 - reading.months_before
        last = span[1] if published is None or reading.week != 0 else min(span[1], published)
        return date(month // 12, month % 12 + 1, 1), last
    if span is None or not reading.before:
        return span
    return span[0] - timedelta(days=reading.before), span[1]


def _fixed_span(reading: Reading, published: date | None) -> Span | None:
    if reading.kind == "day" and reading.year is not None:
        return _days_of(reading, reading.year)
    if reading.kind == "month" and reading.year is not None:
        return _third(_month(reading.year, reading.month or 1), reading.part)
    if reading.kind == "year" and reading.year is not None:
        return _third_of_year(reading.year, reading.part)
    if reading.kind == "season" and reading.year is not None:
        return _third(_season(reading.year, reading.month or 1), reading.part)
    return None if published is None else _relative_span(reading, published)


def _relative_span(reading: Reading, published: date) -> Span | None:
    match reading.kind:
        case "day":
            return _latest_day(reading, published)
        case "month" if reading.week is not None:
            return _third(_month(published.year + reading.week, reading.month or 1), reading.part)
        case "month":
            return _third(_come_round(_yearly(_month, reading, published), published, reading.shift), reading.part)
        case "season":
            return _third(_come_round(_yearly(_season, reading, published), published, reading.shift), reading.part)
        case "weekday":
            return _weekday(reading, published)
        case "unit":
            return _unit(reading, published)
        case "past":
            start = days_back(published, reading.number, reading.unit)
            return None if start is None else (start, published)
        case "ago":
            return _ago(reading, published)
        case "relative":
            day = published + timedelta(days=reading.number or 0)
            return day, day
        case "overnight":
            return published - timedelta(days=1), published
        case _:
            return None


def _days_of(reading: Reading, year: int) -> Span | None:
    if reading.month is None or reading.day is None:
        return None
    first = date(year, reading.month, reading.day)
    return first, first if reading.last_day is None else first.replace(day=reading.last_day)


def _latest_day(reading: Reading, published: date) -> Span | None:
    if reading.day is None:
        return None
    if reading.week is not None and reading.month is not None:
        return _days_of(reading, published.year + reading.week)  # "14 October last year"
    if reading.month is None and reading.shift is not None:  # "the first of this month"
        month = published.year * 12 + published.month - 1 + reading.shift
        return _days_of(reading._replace(month=month % 12 + 1), month // 12)
    if reading.month is None:
        months = ((published.year * 12 + published.month - 1 - back) for back in range(4))
        tries = ((m // 12, m % 12 + 1) for m in months)
    else:
        month = reading.month
        tries = ((published.year + 1 - back, month) for back in range(_FIRST_YEARS + 2))
    for year, month in tries:
        if reading.day <= monthrange(year, month)[1] and date(year, month, reading.day) <= published + _SLACK:
            return _days_of(reading._replace(month=month), year)
    return None


def _month(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _season(year: int, month: int) -> Span:
    """Return the three months from `month` on; winter runs into the next year."""
    last = month + 2
    return date(year, month, 1), _month(year + (last > 12), (last - 1) % 12 + 1)[1]


def _yearly(span: Callable[[int, int], Span], reading: Reading, published: date) -> Iterator[Span]:
    """Return the month or season (`span`) of a reading in the years about the report's, latest first."""
    return (span(published.year + n, reading.month or 1) for n in (1, 0, -1, -2))


def _come_round(spans: Iterator[Span], published: date, shift: int | None) -> Span:
    """Pick among yearly spans, latest first: the one under way or just over; the last over; the next to come."""
    ordered = list(spans)
    if shift == 1:
        return min(span for span in ordered if span[0] > published)
    if shift == -1:
        return next(span for span in ordered if span[1] < published)
    return next(span for span in ordered if span[0] <= published)


def _third(span: Span, part: int | None) -> Span:
    """Return days 1-10, 11-20 or 21-end of a month; the first, second or third month of a season."""
    if part is None:
        return span
    first, last = span
    if (last - first).days > 31:
        month = (first.month - 1 + part) % 12 + 1
        return _month(first.year + (month < first.month), month)
    return first.replace(day=1 + 10 * part), last if part == 2 else first.replace(day=10 + 10 * part)


def _third_of_year(year: int, part: int | None) -> Span:
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, 1 + 4 * part, 1), _month(year, 4 + 4 * part)[1]


def _weekday(reading: Reading, published: date) -> Span:
    """Return the latest such weekday up to the published date; "last": before it; "next": after it."""
    behind = (published.weekday() - (reading.weekday or 0)) % 7
    if reading.week is not None or reading.shift == 0:
        monday = published - timedelta(days=published.weekday() - 7 * (reading.week or 0))
        day = monday + timedelta(days=reading.weekday or 0)
    elif reading.shift == 1:
        day = published + timedelta(days=7 - behind)
    else:
        day = published - timedelta(days=behind or (7 if reading.shift == -1 else 0))
    return day, day


def _unit(reading: Reading, published: date) -> Span | None:
    """Return "last week", "this month" (so far), "later this year", "late last month", "the weekend"."""
    shift = reading.shift or 0
    if reading.unit == "week":
        first = published - timedelta(days=published.weekday() - 7 * shift)
        whole = first, first + timedelta(days=6)
    elif reading.unit == "weekend":
        return _weekend(published, reading.shift)
    elif reading.unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        whole = _third(_month(months // 12, months % 12 + 1), reading.part)
    elif reading.unit == "year":
        whole = _third_of_year(published.year + shift, reading.part)
    else:
        return None
    if shift == 0 and reading.later:
        return published, whole[1]
    return (whole[0], min(whole[1], published)) if shift == 0 and whole[0] <= published else whole


def _weekend(published: date, shift: int | None) -> Span:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if shift == -1 and published.weekday() >= 5:
        saturday -= timedelta(days=7)
    if shift == 1:
        saturday += timedelta(days=7)
    return saturday, saturday + timedelta(days=1)


def days_back(published: date, number: int | None, unit: str | None) -> date | None:
    """Return the day `number` units before the published date; None for a number or unit that says no day."""
    if number is None:
        return None
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit or "")
    if days:
        return published - timedelta(days=days * number)
    if unit == "hour":
        return published - timedelta(days=-(-number // 24))
    months = {"month": 1, "year": 12, "decade": 120}.get(unit or "")
    if not months:
        return None
    count = published.year * 12 + published.month - 1 - months * number
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(published.day, monthrange(year, month)[1]))


def _ago(reading: Reading, published: date) -> Span | None:
    """Return the day, week, month or year that lies so far back: what is counted in weeks is known to the week.

    "A week ago" is the day.
    """
    if reading.unit in {"hour", "minute"}:
        return (published, published) if (reading.number or 0) < 12 or reading.unit == "minute" else None
    day = days_back(published, reading.number, reading.unit)
    if day is None or reading.unit == "decade":
        return None
    if reading.unit in {"week", "fortnight"} and (reading.unit, reading.number) != ("week", 1):
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if reading.unit == "month":
        return _month(day.year, day.month)
    return (day, day) if reading.unit in {"day", "week"} else (date(day.year, 1, 1), date(day.year, 12, 31))
