"""Time words of a sentence: which words, from a token on, say one thing about time.

`reading_at` returns the longest reading that begins at a token ("late on Friday night", "the past two days", "early
last month", "two days after"), without asking what day it is. It takes neither "may" nor "sun" nor "fall" for time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from analysis.language.dates.month_days import FEAST_STARTS, day_of_month_at, feast_at
from analysis.language.dates.readings import Reading
from analysis.language.dates.spans import DIRECTIONS, ONES, PLURALS, UNITS, VAGUE_NUMBERS, anchored, counted_at, past_at
from analysis.language.dates.stretches import (
    HOURS_OF_TODAY,
    hours_after_at,
    in_hours_at,
    same_period_at,
    since_hour_at,
    stretch_at,
)
from analysis.language.dates.written import MONTHS, WrittenDate, year_at
from analysis.language.dates.years import SEASONS, season_at, the_season_at, year_reading_at
from analysis.language.text.numbers import NUMBER_WORDS
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
_WEEKDAYS: dict[str, int] = _WORDS["weekdays"]
_SHORT: dict[str, int] = _WORDS["short_weekdays"]
_PARTS: dict[str, int] = _WORDS["parts"]
_DAY_PARTS = frozenset(_WORDS["day_parts"])
_RELATIVES: dict[str, int] = _WORDS["relatives"]
_SHIFTS: dict[str, int] = _WORDS["shifts"]
_BRACKETS = {"(": ")", "[": "]"}
_BETWEEN = frozenset({"on", "in", "the", "of", "at"})
_YEAR = ["the", "year"]
_PAST = frozenset({"past", "last", "previous"})

Context = tuple[Sequence[Token], Mapping[int, WrittenDate]]
_Reader = Callable[[Context, int], "Reading | None"]


def reading_at(context: Context, i: int) -> Reading | None:
    """Read the time words that begin at token i of (tokens, written dates by their first token)."""
    tokens, written = context
    if i in written:
        return _written(context, i)
    lower = lower_at(tokens, i)
    for read in _READERS.get(lower, ()):
        reading = read(context, i)
        if reading is not None:
            return reading
    if lower[:1].isdigit():
        found = counted_at(tokens, i) or in_hours_at(tokens, i)
        return found or day_of_month_at(tokens, i) or year_reading_at(tokens, i)
    return _hyphenated(context, i) if "-" in lower else None


def _written(context: Context, i: int) -> Reading:
    date = context[1][i]
    kind = "day" if date.day is not None else "month"
    if date.month is None:
        kind = "numeric"  # 05/06/2019: which of them is the month is not said
    reading = Reading(kind, i, date.last, date.year, date.month, date.day, date.last_day)
    if kind == "month" and date.year is None:
        return _of_year(context, reading)
    if kind == "day" and date.year is None and date.last_day is None:
        reading = _of_year(context, reading)  # "14 October last year"
    return _with_weekday_after(context, reading) if kind == "day" else reading


def _of_year(context: Context, reading: Reading) -> Reading:
    """Read on over "October (of) last year", "this year"."""
    tokens, _ = context
    j = reading.last + 1 + (lower_at(tokens, reading.last + 1) == "of")
    shift = _SHIFTS.get(lower_at(tokens, j))
    if shift is None or lower_at(tokens, j + 1) != "year":
        return reading
    return reading._replace(last=j + 1, week=shift)


def _with_weekday_after(context: Context, reading: Reading) -> Reading:
    """Read on over "Dec. 28 (Saturday)"."""
    tokens, _ = context
    weekday = _weekday_named(tokens, reading.last + 2, True)
    close = _BRACKETS.get(lower_at(tokens, reading.last + 1))
    if close and weekday is not None and lower_at(tokens, reading.last + 3) == close:
        return reading._replace(last=reading.last + 3, weekday=weekday)
    return reading


def _weekday_named(tokens: Sequence[Token], i: int, short: bool) -> int | None:
    lower = lower_at(tokens, i)
    if not lower or not tokens[i].text[0].isupper():
        return None
    return _WEEKDAYS.get(lower, _SHORT.get(lower) if short else None)


def _weekday(context: Context, i: int) -> Reading | None:
    """Read "Friday", "Friday night", "Friday last week", "Sunday (Dec 29)", "Monday, 30 September 2019"."""
    tokens, written = context
    j = i + 1
    bracket = lower_at(tokens, j) in _BRACKETS
    j += bracket or lower_at(tokens, j) in {",", "."}
    j += lower_at(tokens, j) == "the"
    date = written.get(j)
    beside = date is not None and date.day is not None
    weekday = _weekday_named(tokens, i, beside or lower_at(tokens, i - 1) == "on")
    if weekday is None:
        return None
    if date is not None and beside:
        closed = bracket and lower_at(tokens, date.last + 1) in _BRACKETS.values()
        reading = _written(context, j)
        return reading._replace(first=i, last=reading.last + closed, weekday=weekday)
    reading = Reading("weekday", i, i, weekday=weekday)
    return _with_day_part(tokens, _with_week(tokens, reading))


def _with_week(tokens: Sequence[Token], reading: Reading) -> Reading:
    j = reading.last + 1 + (lower_at(tokens, reading.last + 1) == "of")
    shift = _SHIFTS.get(lower_at(tokens, j))
    if shift is not None and lower_at(tokens, j + 1) == "week":
        return reading._replace(last=j + 1, week=shift)
    return reading._replace(last=j, shift=1) if lower_at(tokens, j) == "next" else reading


def _with_day_part(tokens: Sequence[Token], reading: Reading) -> Reading:
    return reading._replace(last=reading.last + 1) if lower_at(tokens, reading.last + 1) in _DAY_PARTS else reading


def _prefixed(context: Context, i: int) -> Reading | None:
    """Read "early Sunday", "late on Friday", "earlier this month", "late October", "mid 2014", "the end of May"."""
    tokens, _ = context
    word = lower_at(tokens, i)
    j = i + 1
    while lower_at(tokens, j) in _BETWEEN and j < i + 3:
        j += 1
    if word in {"beginning", "start", "end", "middle", "close"} and lower_at(tokens, i + 1) != "of":
        return None
    if word in {"earlier", "later"} and j > i + 1 and lower_at(tokens, j) in {"day", "week", "month", "year"}:
        unit = lower_at(tokens, j)
        if unit == "day":
            return Reading("anchor", i, j, number=0)
        return Reading("unit", i, j, unit=unit, shift=0, later=word == "later")
    inner = year_reading_at(tokens, j, True) or (
        None if lower_at(tokens, j) in {"early", "late"} else reading_at(context, j)
    )
    if inner is None or inner.kind in {"past", "ago", "vague"}:
        return None
    if inner.kind == "year" and lower_at(tokens, j - 1) == "the" and lower_at(tokens, i - 2) != "since":
        return None  # "the start of the 2006 war"
    if inner.kind == "anchor":
        return inner._replace(first=i) if word in {"earlier", "later"} and inner.number == 0 else None
    part = _PARTS.get(word) if inner.kind in {"month", "year", "season", "unit"} else None
    return inner._replace(first=i, part=part, later=word == "later")


def _shifted(context: Context, i: int) -> Reading | None:
    """Read "last Tuesday", "this summer", "next month", "last night", "last three days"."""
    tokens, written = context
    shift = _SHIFTS[lower_at(tokens, i)]
    j = i + 1
    word = lower_at(tokens, j)
    weekday = _weekday_named(tokens, j, False)
    if weekday is not None:
        dated = _weekday(context, j)
        if dated is not None and dated.kind == "day":
            return dated._replace(first=i)  # "this Friday, March 14"
        return _with_day_part(tokens, Reading("weekday", i, j, weekday=weekday, shift=shift))
    if j in written and written[j].day is None and written[j].year is None:
        return Reading("month", i, j, month=written[j].month, shift=shift)
    if word in SEASONS:
        return Reading("season", i, j, month=SEASONS[word], shift=shift)
    if word in {"week", "weekend", "month", "year"} and not (shift < 0 and lower_at(tokens, j + 1) == "of"):
        return Reading("unit", i, j, unit=word, shift=shift)
    if word in _DAY_PARTS and shift < 1:
        return Reading("relative", i, j, number=shift)
    return past_at(tokens, i) if lower_at(tokens, i) in _PAST else None


def _after_the(context: Context, i: int) -> Reading | None:
    """Read what an article begins: "the past week", "the day after", "the next day", "the weekend", "the 25th"."""
    tokens, _ = context
    word, after = lower_at(tokens, i + 1), lower_at(tokens, i + 2)
    if word == "weekend":
        return Reading("unit", i, i + 1, unit="weekend")
    if word in _PAST and (inner := past_at(tokens, i + 1)):
        return inner._replace(first=i)
    if word == "day" and after in {"before", "after"} and lower_at(tokens, i + 3) in _RELATIVES:
        return Reading("relative", i, i + 3, number=2 * _RELATIVES[lower_at(tokens, i + 3)])
    if word == "night" and after == "before" and lower_at(tokens, i + 3) == "last":
        return Reading("relative", i, i + 3, number=-2)
    unit = UNITS.get(word, "day" if word in _DAY_PARTS else "")
    if unit and isinstance(DIRECTIONS.get(after), int):
        return anchored(i, i + 2, 1, unit, int(DIRECTIONS[after]))
    if word == "same" and after == "period":
        return same_period_at(tokens, i)
    if word in {"next", "following", "previous", "same"}:
        unit = UNITS.get(after, "day" if after in _DAY_PARTS else "")
        direction = {"same": 0, "previous": -1}.get(word, 1)
        return anchored(i, i + 2, 1, unit, direction) if unit else None
    since, unit = lower_at(tokens, i - 1) == "since", lower_at(tokens, i + 4)
    if word in {"start", "beginning"} and after == "of" and (since or unit in {"month", "year"}):
        this = lower_at(tokens, i + 3) in {"the", "this"} and unit in {"month", "year"}
        return Reading("unit", i, i + 4, unit=unit, shift=0, part=None if since else 0) if this else None
    new = (word == "new" and after == "year") or (word == "turn" and [lower_at(tokens, i + k) for k in (3, 4)] == _YEAR)
    if new and since:
        return Reading("unit", i, i + (2 if word == "new" else 4), unit="year", shift=0)
    if word in _PARTS and after == "of":
        inner = _prefixed(context, i + 1)
        return inner._replace(first=i) if inner and inner.kind in {"month", "year", "unit"} else None
    if word in SEASONS:
        return the_season_at(tokens, i)
    inner = day_of_month_at(tokens, i + 1)
    return inner._replace(first=i) if inner else None


def _that(context: Context, i: int) -> Reading | None:
    last = i + 1 + (lower_at(context[0], i + 1) == "same")  # "that same night"
    after = lower_at(context[0], last)
    return Reading("anchor", i, last, number=0) if after == "day" or after in _DAY_PARTS else None


def _recent(context: Context, i: int) -> Reading | None:
    return Reading("vague", i, i + 1) if lower_at(context[0], i + 1) in PLURALS else None


def _relative(context: Context, i: int) -> Reading | None:
    tokens, _ = context
    if tokens[i].text == "Today" and i and tokens[i - 1].text in _STATES:
        return None  # "told *Aleria Today*"
    return _with_day_part(tokens, Reading("relative", i, i, number=_RELATIVES[lower_at(tokens, i)]))


#: names of states, which newspapers put before "Today"
_STATES = frozenset(name for c in read_vocabulary("countries").values() for name in (c["name"], *c.get("variants", ())))


def _overnight(context: Context, i: int) -> Reading | None:
    """Read "overnight", "overnight Saturday", "overnight from Friday to Saturday", "overnight into Sunday"."""
    tokens, _ = context
    word = lower_at(tokens, i + 1)
    inner = reading_at(context, i + 1 + (word in {"on", "from", "into", "to"}))
    if inner is None or inner.kind not in {"weekday", "day", "relative"}:
        return Reading("overnight", i, i)
    return inner._replace(first=i, before=int(word in {"into", "to"}))


def _hyphenated(context: Context, i: int) -> Reading | None:
    """Read "mid-October", "mid-2014", "Friday-Saturday", "July-September 2022"."""
    tokens, _ = context
    head, _, rest = lower_at(tokens, i).partition("-")
    if head in _PARTS and rest in MONTHS:
        year = year_at(tokens, i + 1 + (lower_at(tokens, i + 1) in {",", "of"}))
        last = i if year is None else i + 1 + (lower_at(tokens, i + 1) in {",", "of"})
        reading = Reading("month", i, last, year=year, month=MONTHS[rest], part=_PARTS[head])
        return reading if year else _of_year(context, reading)
    if head in MONTHS and rest in MONTHS and tokens[i].text[0].isupper():
        year = year_at(tokens, i + 1)
        months = (MONTHS[rest] - MONTHS[head]) % 12
        return Reading("month", i, i if year is None else i + 1, year=year, month=MONTHS[rest], months_before=months)
    if head in _PARTS and len(rest) == 4 and rest.isdigit() and rest[:2] in {"19", "20"}:
        return Reading("year", i, i, year=int(rest), part=_PARTS[head])
    if head in _PARTS and rest in {"week", "month", "year"}:
        return None
    if head in _WEEKDAYS and rest in _WEEKDAYS and tokens[i].text[0].isupper():
        return Reading("weekday", i, i, weekday=_WEEKDAYS[rest], before=(_WEEKDAYS[rest] - _WEEKDAYS[head]) % 7)
    return None


def _readers() -> dict[str, tuple[_Reader, ...]]:
    table: dict[str, tuple[_Reader, ...]] = {}

    def add(words: Sequence[str] | Mapping[str, object] | frozenset[str], *readers: _Reader) -> None:
        for word in words:
            table[word] = (*table.get(word, ()), *readers)

    add([*_WEEKDAYS, *_SHORT], _weekday)
    add([*HOURS_OF_TODAY, "early", "late", "the"], lambda context, i: since_hour_at(context[0], i))
    add(["the"], lambda context, i: stretch_at(context[0], i) or hours_after_at(context[0], i))
    add(NUMBER_WORDS, lambda context, i: in_hours_at(context[0], i))
    add([*_PARTS, "earlier", "later"], _prefixed)
    add(_SHIFTS, _shifted)
    add(["past"], lambda context, i: past_at(context[0], i))
    add([*NUMBER_WORDS, *ONES, *VAGUE_NUMBERS, *PLURALS], lambda context, i: counted_at(context[0], i))
    add(["the"], _after_the)
    add(["that"], _that)
    add(["recent"], _recent)
    add(_RELATIVES, _relative)
    add(["overnight"], _overnight)
    add(FEAST_STARTS, lambda context, i: feast_at(context[0], i))
    add(SEASONS, lambda context, i: season_at(context[0], i))
    return table


_READERS = _readers()
#: every word that can begin a reading, but for digits, hyphenated words and months
TIME_STARTS = frozenset(_READERS)
