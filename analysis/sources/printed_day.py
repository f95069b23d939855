"""The day that a page prints over its report: "Friday, 16 June 2023, 17:23", "Published: May 3, 2021 at 9:10 pm".

It counts where a line is that day and nothing else (a byline or a word of publishing before it, a time behind it) and
stands over the first prose with few lines between. A day without its year, one whose weekday does not fit, one in
figures that could be two days (05/06/2019), and the days of a chronicle, each over prose of its own, are refused; so is
the day over a long list of headlines, which is the day of the site and not of a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from analysis.sources.agencies import is_agency
from analysis.sources.lines import Line
from analysis.sources.metadata import parse_date
from analysis.vocabulary import read_vocabulary

#: lines between a day and the report's first prose, other days not counted
_MOST_BETWEEN = 8
_LONGEST = 100


@cache
def _pattern() -> re.Pattern[str]:
    calendar = read_vocabulary("calendar")
    months = "|".join(re.escape(name) for name in sorted(calendar["months"], key=len, reverse=True))
    days = "|".join(re.escape(n) for n in sorted([*calendar["weekdays"], *calendar["short_weekdays"]], key=len)[::-1])
    return re.compile(
        rf"""
        (?: (?P<lead> by\s[^\d]{{2,60}}? | [a-z][a-z ]{{1,20}} ) \s* [:|,•·–—-]? \s* (?:on\s+)? )??   # By Ann Lee |
        (?: (?:{days}) [,،]? \s+ )?
        (?: (?P<day> \d{{1,2}} ) (?:st|nd|rd|th)? \s+ (?P<month> {months} ) [,،]? \s+ (?P<year> \d{{4}} )
          | (?P<month2> {months} ) \s+ (?P<day2> \d{{1,2}} ) (?:st|nd|rd|th)? [,،]? \s+ (?P<year2> \d{{4}} )
          | (?P<iso> \d{{4}}-\d{{2}}-\d{{2}} )
          | (?P<one> \d{{1,2}} ) [/.] (?P<other> \d{{1,2}} ) [/.] (?P<year3> \d{{4}} ) )
        (?: [\s,،|•·–—-]* (?:at\s+|T)? \d{{1,2}} [:.] \d{{2}} (?: :\d{{2}} )? (?:\s*[ap]\.?m\.?)? )?     # 17:23
        (?: [\s,،]+ \(? (?: [A-Z]{{2,4}} | gmt | utc ) (?: [+-]\d{{1,2}} (?: :?\d{{2}} )? )? \)? )?      # UK, GMT+3
        \W*
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def parse_printed_day(text: str) -> date | None:
    """Read a line that is a day with its year and nothing else but a byline and a time.

    >>> parse_printed_day("Friday, 16 June 2023, 17:23"), parse_printed_day("Published: May 3, 2021 at 9:10 pm")
    (datetime.date(2023, 6, 16), datetime.date(2021, 5, 3))
    >>> parse_printed_day("16 June"), parse_printed_day("Shelling in the south, 16 June 2023")
    (None, None)
    """
    if len(text) > _LONGEST or not any(char.isdigit() for char in text):
        return None
    match = _pattern().fullmatch(text.strip())
    if match is None or not _is_lead(match["lead"]):
        return None
    if match["iso"]:
        return parse_date(match["iso"])
    day = _in_figures(match) if match["one"] else _in_words(match)
    return day if day is not None and _fits(text, day) else None


def _in_words(match: re.Match[str]) -> date | None:
    month = read_vocabulary("calendar")["months"][(match["month"] or match["month2"]).lower()]
    return _to_day(match["year"] or match["year2"], month, int(match["day"] or match["day2"]))


def _in_figures(match: re.Match[str]) -> date | None:
    """Read 22/04/2022 and 04/22/2022; what could be two days is none."""
    one, other = int(match["one"]), int(match["other"])
    found = {day for day in (_to_day(match["year3"], *pair) for pair in ((one, other), (other, one))) if day}
    return found.pop() if len(found) == 1 else None


def _to_day(year: str, month: int, day: int) -> date | None:
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


def find_printed_day(lines: Sequence[Line], prose: int | None, chronicle: Iterable[int]) -> date | None:
    """Return the first day printed over the prose that begins at line `prose`, None if there is none.

    `chronicle` are the lines that name the days of a chronicle.
    """
    if prose is None:
        return None
    days = {i: day for i in range(prose) if (day := parse_printed_day(lines[i].text)) is not None}
    first = next((i for i in days if i not in set(chronicle)), None)
    if first is None or sum(i not in days for i in range(first + 1, prose)) > _MOST_BETWEEN:
        return None
    return days[first]


def _is_lead(lead: str | None) -> bool:
    """Tell a byline, an agency and the words of publishing ("Published on") from a name or a headline before a day."""
    if not lead:
        return True
    words = lead.lower().split()
    published = all(word in read_vocabulary("furniture")["day_leads"] for word in words)
    return words[0] == "by" or published or is_agency(lead.strip())


def _fits(text: str, day: date) -> bool:
    """Tell whether the weekday that stands in the line, if any, is that of the day."""
    calendar = read_vocabulary("calendar")
    names = calendar["weekdays"] | calendar["short_weekdays"]
    return all(names[word] == day.weekday() for word in re.split(r"[\W\d]+", text.lower()) if word in names)
