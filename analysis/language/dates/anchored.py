"""Days that lie by another day: two days earlier, the week to come, the same day in another time zone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from analysis.language.dates.clock import days_ahead, find_times
from analysis.language.dates.mention import DateMention, Precision
from analysis.language.dates.readings import Reading, Span
from analysis.language.dates.relations import Relation, stands_alone
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_UNIVERSAL = frozenset(read_vocabulary("clock")["universal"])


def from_day_before(tokens: Sequence[Token], mention: DateMention, before: Sequence[DateMention]) -> DateMention:
    """Return "the same day", "two days earlier", "a month later" as counted from the date named before it."""
    if mention.relation is not Relation.ANCHOR or mention.date_from is not None or not before:
        return mention
    day = before[-1]
    that = lower_at(tokens, mention.last + 1) == "that"  # "two months before that"
    if day.relation is not Relation.ON or day.date_from is None or not (that or stands_alone(tokens, mention.last)):
        return mention
    if mention.months is not None:
        return to_anchored(mention, day.date_from, day.date_to)
    back = mention.offset is not None and mention.offset <= 1
    if not back or day.precision is not Precision.DAY or day.date_from != day.date_to:
        return mention
    if lower_at(tokens, mention.last) in {"later", "afterwards", "afterward"}:
        return mention
    return to_anchored(mention, day.date_from)


def to_local(sentence: Sentence, mention: DateMention) -> DateMention:
    """Return the day where it happened for one that is counted by GMT: "at 22:30 (02:30 GMT on 12 January)"."""
    words = {lower_at(sentence.tokens, mention.first - back) for back in (1, 2)}
    if mention.date_from is None or mention.precision is not Precision.DAY or not words & _UNIVERSAL:
        return mention
    ahead = days_ahead(find_times(sentence), mention.first)
    if not ahead or mention.date_from != mention.date_to:
        return mention
    day = mention.date_from - timedelta(days=ahead)
    return replace(mention, date_from=day, date_to=day)


def to_coming(mention: DateMention, published: date) -> DateMention:
    """Return the date as the next one to come ("will meet on Friday") where its week or year was inferred."""
    day = mention.date_from
    if not mention.inferred or day is None or mention.date_to is None or day >= published:
        return mention
    if mention.weekday is not None and mention.date_from == mention.date_to:
        step = timedelta(days=7)
        return replace(mention, date_from=day + step, date_to=day + step)
    try:
        later = day.replace(year=day.year + 1), mention.date_to.replace(year=mention.date_to.year + 1)
    except ValueError:  # 29 February
        return mention
    return replace(mention, date_from=later[0], date_to=later[1])


def to_anchored(mention: DateMention, anchor: date, last: date | None = None) -> DateMention:
    """Return "two days after" as a day where the other event was on `anchor`, "two months after" as a month.

    "The previous week" is the one from Monday to Sunday. `last` ends the time of the other event, where that is longer
    than a day.
    """
    if mention.offset is not None and last in {None, anchor}:
        day = anchor + timedelta(days=mention.offset)
        if mention.text.lower().endswith(" week"):  # "the previous week"
            monday = day - timedelta(days=day.weekday())
            return replace(mention, date_from=monday, date_to=monday + timedelta(days=6), precision=Precision.WEEK)
        return replace(mention, date_from=day, date_to=day, precision=Precision.DAY)
    if mention.months is None:
        return mention
    count = anchor.year * 12 + anchor.month - 1 + mention.months
    if "year" in mention.text.lower() or "years" in mention.text.lower():
        year = count // 12
        return replace(mention, date_from=date(year, 1, 1), date_to=date(year, 12, 31), precision=Precision.YEAR)
    if last is not None and (last.year, last.month) != (anchor.year, anchor.month):
        return mention
    first = date(count // 12, count % 12 + 1, 1)
    end = first.replace(day=monthrange(first.year, first.month)[1])
    return replace(mention, date_from=first, date_to=end, precision=Precision.MONTH)


def joined_year(tokens: Sequence[Token], before: Reading, reading: Reading, published: date | None) -> Reading:
    """Read "two years ago, on March 13" and "in March two years ago" as one date with its year."""
    between = {t.lower for t in tokens[before.last + 1 : reading.first]}
    ago, dated = (before, reading) if before.kind == "ago" else (reading, before)
    known = ago.kind == "ago" and ago.unit == "year" and ago.number is not None and published is not None
    if not known or dated.kind not in {"day", "month"} or not between <= {",", "on", "in"}:
        return reading
    if dated.year is not None or dated.shift is not None or dated.week is not None or (between and ago is reading):
        return reading
    year = (published.year if published else 0) - (ago.number or 0)
    return dated._replace(first=before.first, last=reading.last, year=year)


def same_period(reading: Reading, span: Span | None, published: date | None) -> tuple[Reading, Span | None]:
    """Read "the same period of 2022" as the days named before it, in that year; without a year as no day of its own."""
    year = reading.year
    if year is None and reading.week is not None and published is not None:
        year = published.year + reading.week
    if year is None or span is None:
        return reading, None
    back = span[1].year - year
    try:
        days = span[0].replace(year=span[0].year - back), _in_year(span[1], year)
    except ValueError:  # 29 February
        return reading, None
    return reading._replace(kind="range"), days


def _in_year(day: date, year: int) -> date:
    """Return the same day of another year; the end of February ends it there too."""
    if day.month == 2 and day.day == monthrange(day.year, 2)[1]:
        return date(year, 2, monthrange(year, 2)[1])
    return day.replace(year=year)
