"""Dates: the time words of a sentence as days, found against the published date.

`find_dates` returns each date with its printed words, its offsets and the days that bound it (the codebook's rules for
"in November", "late October", "last week", "since X", "the past two days"). A weekday, or a day, month or season
without its year, is the latest one not after the published date; `to_coming` gives the next one, for what lies ahead.
Without a published date what is relative stays None and keeps its words. "Two days after" something has no day of its
own: `to_anchored` counts from the day of that something.

Refused: "May" and "March" as verbs, plural weekdays, decades, feasts, and dates inside names ("the 17 November group",
"Black September", "Sunday Times").
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from analysis.language.dates.anchored import from_day_before, joined_year, same_period, to_local
from analysis.language.dates.anchored import to_anchored as to_anchored
from analysis.language.dates.anchored import to_coming as to_coming
from analysis.language.dates.mention import DateMention as DateMention
from analysis.language.dates.mention import Precision as Precision
from analysis.language.dates.readings import Reading, to_span
from analysis.language.dates.relations import Relation as Relation
from analysis.language.dates.relations import relation_at
from analysis.language.dates.words import TIME_STARTS, reading_at
from analysis.language.dates.written import MONTHS, find_written_dates
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at, to_printed
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
_EVERY = frozenset(_WORDS["every"])
_NAMED = frozenset(_WORDS["named"])
_NAMED_ANY_CASE = frozenset(_WORDS["named_any_case"])
_NAMED_BEFORE = frozenset(_WORDS["named_before"])
_NAMED_DAYS = frozenset(_WORDS["named_days"])
_NAMED_EVENTS = frozenset(_WORDS["named_events"])
_PAPERS = frozenset({"sun", "mail"})  # on Sunday
_DIGITS = frozenset("0123456789")
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_DASHES = frozenset({"to", "-", "–", "—", "through", "until", "till", "into"})
_PRECISIONS = {
    "day": Precision.DAY, "weekday": Precision.DAY, "relative": Precision.DAY, "month": Precision.MONTH,
    "year": Precision.YEAR, "season": Precision.SEASON, "past": Precision.RANGE, "overnight": Precision.RANGE,
    "anchor": Precision.NONE, "vague": Precision.NONE,
    "numeric": Precision.DAY,
}  # fmt: skip
_UNITS = {"week": Precision.WEEK, "fortnight": Precision.RANGE, "weekend": Precision.RANGE, "month": Precision.MONTH,
          "year": Precision.YEAR}  # fmt: skip


def find_dates(sentence: Sentence, published: date | None) -> list[DateMention]:
    """Find the dates of a sentence, in order, none inside another; several days of one month are several dates."""
    tokens = sentence.tokens
    dated = _merge_ranges(tokens, _find_readings(tokens), published)
    found: list[DateMention] = []
    for reading, span in dated:
        if not _is_in_name(tokens, reading, sentence.capitals):
            free = found[-1].last + 1 if found else 0
            mention = to_local(sentence, _date_mention(tokens, reading, span, published, free))
            found.append(from_day_before(tokens, mention, found))
    return found


def _find_readings(tokens: Sequence[Token]) -> list[Reading]:
    written = {d.first: d for d in find_written_dates(tokens)} if _may_be_written(tokens) else {}
    context = (tokens, written)
    found: list[Reading] = []
    free = 0
    for i, token in enumerate(tokens):
        if i < free:
            continue
        lower = token.lower
        if lower in TIME_STARTS or i in written or lower[:1] in _DIGITS or "-" in lower:
            reading = reading_at(context, i)
            if reading is not None:
                found.append(reading)
                free = reading.last + 1
    return found


def _may_be_written(tokens: Sequence[Token]) -> bool:
    return any(t.lower in MONTHS or (t.lower[:1] in _DIGITS and len(t.lower) > 4) for t in tokens)


_Dated = tuple[Reading, tuple[date, date] | None]


def _merge_ranges(tokens: Sequence[Token], readings: Sequence[Reading], published: date | None) -> list[_Dated]:
    """Give each reading its days; join "from July 30 to August 2" and "between Friday and Sunday" into one."""
    merged: list[_Dated] = []
    for printed in readings:
        reading = joined_year(tokens, merged[-1][0], printed, published) if merged else printed
        if reading.first < printed.first:
            merged.pop()
        if merged and reading.unit == "period":
            merged.append(same_period(reading, merged[-1][1], published))
            continue
        span = to_span(reading, published)
        if merged and reading.week is not None and _share_week(tokens, merged[-1][0], reading):
            merged[-1] = (shared := merged[-1][0]._replace(week=reading.week), to_span(shared, published))
        if merged and (joined := _join(tokens, merged[-1][0], reading, span)):
            merged[-1] = joined
        else:
            merged.append((reading, span))
    return merged


def _share_week(tokens: Sequence[Token], one: Reading, other: Reading) -> bool:
    """Tell "Thursday and Friday of last week", both of that week."""
    joined = other.first == one.last + 2 and lower_at(tokens, one.last + 1) in {"and", "or"}
    return joined and one.kind == other.kind == "weekday" and one.week is None and one.shift is None


def _join(tokens: Sequence[Token], start: Reading, end: Reading, span: tuple[date, date] | None) -> _Dated | None:
    dated = {"day", "weekday", "month", "year", "relative"}
    joint = lower_at(tokens, end.first - 1)
    if end.first - start.last != 2 or start.kind not in dated or end.kind not in dated:
        return None
    between = joint == "and" and lower_at(tokens, start.first - 1) == "between"
    years = joint == "and" and start.kind == end.kind == "year" and (end.year or 0) - (start.year or 0) == 1
    if not between and not years and joint not in _DASHES:
        return None
    if start.kind == "day" and start.year is None and end.year is not None and span is not None:
        opening = to_span(start, span[0])
    elif start.kind == "month" and start.year is None and end.kind == "month":
        opening = to_span(start, span[0]) if span is not None else None
    else:
        opening = to_span(start, span[1] if span is not None else None)
    whole = Reading("range", start.first - between, end.last, year=end.year, shift=end.shift)
    return (whole, (opening[0], span[1])) if opening and span and opening[0] <= span[1] else (whole, None)


_ENDING = frozenset({"", ".", ",", ";", "and", "in", "at", "on", "when"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def _is_in_name(tokens: Sequence[Token], reading: Reading, capitals: bool) -> bool:
    """Tell whether the date is part of a name, or of no one day ("every Friday")."""
    before, after = lower_at(tokens, reading.first - 1), lower_at(tokens, reading.last + 1)
    if reading.kind in {"weekday", "month"} and (before in _EVERY or before in _NAMED_BEFORE):
        return reading.shift is None
    if reading.kind not in {"day", "weekday", "month"}:
        return False
    if before in _QUOTES and after in _QUOTES and reading.kind == "day":
        return True  # the "9 May" commando
    if reading.kind == "weekday" and before == "on" and lower_at(tokens, reading.first - 2) in _PAPERS:
        return tokens[reading.first - 2].text[0].isupper() and not capitals
    if (
        reading.kind == "weekday"
        and before == "a"
        and lower_at(tokens, reading.last + 1 + (after in _PARTS)) in _ENDING
    ):
        return lower_at(tokens, reading.first - 2) == "on"  # "born on a Tuesday", "on a Sunday morning, when"
    if not after:
        return False
    dated = reading.kind == "day" and reading.weekday is None
    if dated and reading.year is None and f"{reading.month}-{reading.day}" in _NAMED_DAYS and after in _NAMED_EVENTS:
        return True
    if dated and after in _NAMED_ANY_CASE:
        return True
    return after in _NAMED and tokens[reading.last + 1].text[0].isupper() and not capitals


def _date_mention(
    tokens: Sequence[Token], reading: Reading, span: tuple[date, date] | None, published: date | None, free: int
) -> DateMention:
    relation, first = relation_at(tokens, reading, _precision(reading) is Precision.DAY, free)
    low, high = span if span is not None else (None, None)
    named_to = high if relation is Relation.SINCE else None
    if relation is Relation.SINCE:
        high = published if low is None or published is None or low <= published else high
        high = high if low is not None else None
    elif relation is Relation.UNTIL:
        low = None
    text = to_printed(tokens, first, reading.last)
    clash = reading.kind == "day" and reading.weekday is not None and low is not None and high == low
    return DateMention(
        low,
        high,
        text,
        tokens[first].start,
        tokens[reading.last].end,
        first,
        reading.last,
        relation,
        _precision(reading),
        weekday_clash=clash and low is not None and low.weekday() != reading.weekday,
        inferred=_is_inferred(reading),
        offset=reading.number if reading.kind == "anchor" else None,
        months=reading.months if reading.kind == "anchor" else None,
        weekday=reading.weekday,
        named_to=named_to,
    )


def _is_inferred(reading: Reading) -> bool:
    comes_round = reading.kind in {"day", "weekday", "month", "season"}
    return comes_round and reading.year is None and reading.shift is None and reading.week is None


def _precision(reading: Reading) -> Precision:
    if (
        reading.part is not None
        or reading.before
        or reading.months_before
        or reading.last_day is not None
        or reading.kind == "range"
    ):
        return Precision.RANGE
    counted = reading.kind == "ago" and (reading.unit, reading.number) != ("week", 1)
    if reading.kind == "unit" or (counted and reading.unit in _UNITS):
        return Precision.RANGE if reading.later else _UNITS.get(reading.unit or "", Precision.RANGE)
    return _PRECISIONS.get(reading.kind, Precision.DAY)
