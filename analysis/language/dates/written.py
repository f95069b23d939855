"""Dates that are written out: "Dec. 28", "28 December 2019", "July 16 and 25", "2019-12-27", "25 OCT 89".

`find_written_dates` gives day, month and year as the words have them and nothing else: no year is supplied, no name of
an organisation is told from a date ("the 17 November group" is a written date too). It refuses "may" and "march" as
verbs, and days that no month has. 05/06/2019 could be either order: it is found, with neither day nor month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.language.dates.month_days import ordinal_day_at
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
MONTHS: dict[str, int] = _WORDS["months"]
_DOUBTFUL = frozenset(_WORDS["doubtful_months"])
_MONTH_BEFORE = frozenset(_WORDS["month_before"])
_AFTER_DAY = frozenset(_WORDS["after_day"])
_CLOCK = frozenset([*read_vocabulary("clock")["zones"], *read_vocabulary("clock")["hours"]])
COUNTED = frozenset(read_vocabulary("units")["counted"])
_COUNTED_BY = frozenset(read_vocabulary("units")["counted_by"])
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})", re.ASCII)
#: words after "MAY" in a text of capitals that make it the verb
_AFTER_MODAL = frozenset({"be", "have", "not", "well", "also", "yet", "even", "only"})
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DIGITS = frozenset("0123456789")
_DASHES = frozenset({"-", "–", "—", "--", "to", "through", "until"})
_JOINTS = frozenset({"and", "or", "&"})
#: a two-digit year from here on is of the last century
_PIVOT = 70


class WrittenDate(NamedTuple):
    """Day, month and year as written (None where not), `last_day` of a range in one month, and the tokens used."""

    first: int
    last: int
    year: int | None
    month: int | None
    day: int | None
    last_day: int | None = None


def find_written_dates(tokens: Sequence[Token]) -> list[WrittenDate]:
    """Find the dates with a month, and the numeric ones, in order; several days of one month are several dates."""
    found: list[WrittenDate] = []
    free = 0
    for i, token in enumerate(tokens):
        if i < free:
            continue
        lower = token.lower
        if lower in MONTHS and token.text[0].isupper():
            dates = _around_month(tokens, i, free)
        elif lower[:1] in _DIGITS and len(lower) > 4:
            dates = _numeric(tokens, i)
        else:
            continue
        if dates:
            found.extend(dates)
            free = dates[-1].last + 1
    return found


def year_at(tokens: Sequence[Token], i: int) -> int | None:
    """Return the four-digit year at token i (1900 to 2099), or None; "2000 troops" and "2000 GMT" are none."""
    if i >= len(tokens):
        return None
    text = tokens[i].text
    if len(text) != 4 or not (text.isascii() and text.isdigit() and text[:2] in {"19", "20"}):
        return None
    after = lower_at(tokens, i + 1)
    if after in _CLOCK:
        return None
    before = lower_at(tokens, i - 1)
    told = before == "," and lower_at(tokens, i - 3) in MONTHS and after.endswith("ed")
    if before == "in" or before in MONTHS or told:
        return int(text)  # "in 2019 militants attacked", "on May 3, 2019 killed two"
    counts = after in COUNTED or (after in _COUNTED_BY and lower_at(tokens, i + 2) in COUNTED)
    return None if counts else int(text)


def _day_at(tokens: Sequence[Token], i: int) -> int | None:
    if not 0 <= i < len(tokens):
        return None
    match = _DAY.fullmatch(tokens[i].lower)
    day = int(match.group(1)) if match else 0
    return day if 1 <= day <= 31 else None


def _around_month(tokens: Sequence[Token], m: int, free: int) -> list[WrittenDate]:
    """Read the days before or after the month at m; with neither, the month alone where the words make it one."""
    month = MONTHS[tokens[m].lower]
    after = m + 1
    if lower_at(tokens, after) == "." and tokens[after].start == tokens[m].end and _day_at(tokens, after + 1):
        after += 1
    days = _days_before(tokens, m, free)
    if days:
        year, last = _year_after(tokens, m, True)
        days[-1] = (days[-1][0], m, *days[-1][2:])
    elif _day_at(tokens, after) and not _is_no_day(tokens, m, after):
        days = _days_after(tokens, m, after)
        year, last = _year_after(tokens, days[-1][1], False)
    else:
        year, last = _year_after(tokens, m, False)
        if year is None and not _is_month(tokens, m):
            return []
        return [WrittenDate(m, last, year, month, None)]
    days[-1] = (days[-1][0], last, *days[-1][2:])
    return [
        WrittenDate(first, end, year, month, day, to)
        for first, end, day, to in days
        if day <= _LENGTHS[month - 1] and (to or 1) <= _LENGTHS[month - 1]
    ]


def _is_no_day(tokens: Sequence[Token], m: int, d: int) -> bool:
    """Tell whether the number after a month counts something: "in March 12 soldiers", "in May 7 per cent"."""
    return (
        lower_at(tokens, m - 1) == "in" and year_at(tokens, d + 1) is None and lower_at(tokens, d + 1) not in {",", "."}
    )


def _days_before(tokens: Sequence[Token], m: int, free: int) -> list[tuple[int, int, int, int | None]]:
    """Read "28", "25th of", "16-18", "16 and 25" before the month: (first, last, day, last day of a range)."""
    d = m - 2 if lower_at(tokens, m - 1) == "of" else m - 1
    if d == m - 2 >= free and lower_at(tokens, d - 1) == "the" and lower_at(tokens, m + 1) != "'s":
        day = ordinal_day_at(tokens, d)  # "the third of January"
    else:
        day = _day_at(tokens, d) if d >= free else None
    if day is None or (d == m - 2 and tokens[d].text.isdigit() and lower_at(tokens, d - 1) not in {"on", "the"}):
        return []
    earlier = _day_at(tokens, d - 2) if d - 2 >= free else None
    if earlier and earlier < day:
        joint = lower_at(tokens, d - 1)
        if joint in _DASHES:
            return [(d - 2, d, earlier, day)]
        if joint in _JOINTS:
            return [(d - 2, d - 2, earlier, None), (d, d, day, None)]
    return [(d, d, day, None)]


def _days_after(tokens: Sequence[Token], m: int, d: int) -> list[tuple[int, int, int, int | None]]:
    """Read "16", "16-18", "16 and 25", "16, 18 and 25" after the month."""
    day = _day_at(tokens, d) or 0
    days: list[tuple[int, int, int, int | None]] = [(m, d, day, None)]
    if lower_at(tokens, d + 1) in _DASHES and (_day_at(tokens, d + 2) or 0) > day and _ends_day(tokens, d + 3):
        return [(m, d + 2, day, _day_at(tokens, d + 2))]
    more: list[tuple[int, int, int, int | None]] = []
    j = d + 1
    while lower_at(tokens, j) == "," or lower_at(tokens, j) in _JOINTS:
        if lower_at(tokens, j) == "," and lower_at(tokens, j + 1) in _JOINTS:
            j += 1
        following = _day_at(tokens, j + 1)
        if following is None or following <= (more or days)[-1][2]:
            break
        more.append((j + 1, j + 1, following, None))
        if lower_at(tokens, j) in _JOINTS:  # the "and" closes the list and proves it
            return days + more if _ends_day(tokens, j + 2) else days
        j += 2
    return days


def _ends_day(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether what stands at i may follow a day of a list: "July 16 and 25 people" counts people."""
    lower = lower_at(tokens, i)
    return not lower or not lower[0].isalpha() or lower in _AFTER_DAY or tokens[i].start == tokens[i - 1].end


def _year_after(tokens: Sequence[Token], last: int, short: bool) -> tuple[int | None, int]:
    """Read ", 2019", "2019", "of 2019" or, after "25 OCT", "89"; return the year and the last token used."""
    j = last + 1
    if lower_at(tokens, j) in {",", "of"}:
        j += 1
    year = year_at(tokens, j)
    if year is not None:
        return year, j
    text = lower_at(tokens, last + 1)
    if short and len(text) == 2 and text.isdigit() and not lower_at(tokens, last + 2)[:1].isalnum():
        if int(text) >= _PIVOT:
            return int(text) + 1900, last + 1
        if tokens[last].text.isupper():
            return int(text) + 2000, last + 1
    return None, last


def _is_month(tokens: Sequence[Token], m: int) -> bool:
    """Tell whether a month without day and year is one: "in March", "November's strike", but not "March on"."""
    before, after = lower_at(tokens, m - 1), lower_at(tokens, m + 1)
    if after == ":" and (m == 0 or (m == 1 and not before.isalnum())):
        return True  # "• March: two raids …"
    if before in {"the", "a"}:
        capitals = tokens[m - 1].text.isupper() and len(tokens[m - 1].text) > 1  # "THE JANUARY BOMBING"
        lowercase = m + 1 < len(tokens) and (tokens[m + 1].text[0].islower() or (capitals and after.isalpha()))
        return lowercase and (tokens[m].lower not in _DOUBTFUL or after not in _AFTER_DAY)
    if tokens[m].lower == "may" and after in _AFTER_MODAL:
        return False
    if tokens[m].lower in _DOUBTFUL:
        named = m + 1 < len(tokens) and tokens[m + 1].text[0].isupper() and not tokens[m + 1].text.isupper()
        joined = before in {"and", "to"} and lower_at(tokens, m - 2) in MONTHS  # "between January and June"
        return not named and (joined or (before in _MONTH_BEFORE and before not in {",", "and", "or", "to", "by"}))
    return before in _MONTH_BEFORE or after == "'s" or m == 0


def _numeric(tokens: Sequence[Token], i: int) -> list[WrittenDate]:
    """Read 2019-12-27, 27/12/2019, 12/27/2019 and 27.12.2019; an order that could be two ways gives no day."""
    match = _NUMERIC.fullmatch(tokens[i].lower)
    if match is None:
        return _dotted(tokens, i)
    a, b, c = (int(g) for g in match.groups())
    if len(match.group(1)) == 4:
        return [WrittenDate(i, i, a, b, c)] if _is_day(b, c) else []
    if len(match.group(3)) not in {2, 4}:
        return []
    year = c if c > 99 else c + (1900 if c >= _PIVOT else 2000)
    if _is_day(a, b) and _is_day(b, a) and a != b:
        return [WrittenDate(i, i, year, None, None)]
    if _is_day(b, a):
        return [WrittenDate(i, i, year, b, a)]
    return [WrittenDate(i, i, year, a, b)] if _is_day(a, b) else []


def _dotted(tokens: Sequence[Token], i: int) -> list[WrittenDate]:
    if i + 2 >= len(tokens) or tokens[i + 1].text != "." or tokens[i + 2].start != tokens[i].end + 1:
        return []
    day, _, month = tokens[i].text.partition(".")
    year = year_at(tokens, i + 2)
    if year is None or not (month.isdigit() and _is_day(int(month), int(day))):
        return []
    return [WrittenDate(i, i + 2, year, int(month), int(day))]


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]
