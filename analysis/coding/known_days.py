"""Known days: what a report without a published date says itself of its days.

"Friday, Apr. 22, 2022" under a picture says which Friday the report means, "14 March 2025" which March 14. Captions and
other furniture count; a weekday or a day of a month that stands in full for two different days says nothing. A report
that counts from the beginning of a year, and names no other year, is about that year: "the seventh raid since early
2022" says which February it means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from analysis.language.dates import DateMention, Relation, find_dates
from analysis.language.dates.written import find_written_dates
from analysis.language.text.sentences import Sentence, find_sentences
from analysis.language.text.tokens import Token
from analysis.sources.source import Source


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The days that a text names in full, by weekday (Monday is 0), and by month and day."""

    weekdays: dict[int, date] = field(default_factory=dict)
    dates: dict[tuple[int, int], date] = field(default_factory=dict)
    #: the year that the text is about
    year: int | None = None


#: a month with its day and year, in either order
_FULL = re.compile(
    r"\b[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b|\b\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}\b"
)


def find_known_days(source: Source) -> KnownDays | None:
    """Find the days that a text names in full where nothing says when it was published; None where there are none."""
    if source.published is not None:
        return None
    if _FULL.search(source.text) is None:
        year = _running_year(source.text)
        return None if year is None else KnownDays(year=year)
    found: dict[int | tuple[int, int], set[date]] = {}
    for sentence in find_sentences(source.text, ()):
        for d in find_dates(sentence, None):
            if d.date_from is None or d.date_from != d.date_to or d.weekday_clash:
                continue
            found.setdefault((d.date_from.month, d.date_from.day), set()).add(d.date_from)
            if d.weekday is not None:
                found.setdefault(d.weekday, set()).add(d.date_from)
    once = {key: days.pop() for key, days in found.items() if len(days) == 1}
    return KnownDays(
        {key: day for key, day in once.items() if isinstance(key, int)},
        {key: day for key, day in once.items() if not isinstance(key, int)},
    )


#: "since early 2022", "so far in 2022"; any year
_RUNNING = re.compile(
    r"\b(?:since\s+(?:early|(?:the\s+)?(?:beginning|start|turn)\s+of)|so\s+far\s+in)\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _running_year(text: str) -> int | None:
    """Return the year from whose beginning a text counts, where it names no other year."""
    named = _RUNNING.search(text)
    return int(named[1]) if named is not None and {named[1]} == set(_YEAR.findall(text)) else None


def to_known_days(found: list[DateMention], sentence: Sentence, days: KnownDays) -> list[DateMention]:
    """Return the dates of a sentence as the days that the text names in full elsewhere."""
    if days.year is None:
        return [to_known_day(mention, sentence.tokens, days) for mention in found]
    if all(mention.date_from is not None for mention in found):
        return found
    end = date(days.year, 12, 31)
    in_year = {mention.first: mention for mention in find_dates(sentence, end)}
    return [_of_year(mention, in_year.get(mention.first), sentence.tokens) for mention in found]


def _of_year(mention: DateMention, in_year: DateMention | None, tokens: Sequence[Token]) -> DateMention:
    """Return "February", "9 November" in the year that the text is about; what that year leaves open stays so."""
    if mention.date_from is not None or in_year is None or not mention.inferred:
        return mention
    if mention.weekday is not None or not find_written_dates(tokens[mention.first : mention.last + 1]):
        return mention
    return replace(in_year, date_to=None) if in_year.relation is Relation.SINCE else in_year


def to_known_day(mention: DateMention, tokens: Sequence[Token], days: KnownDays) -> DateMention:
    """Return "on Friday" or "March 14" as the day that the text names in full elsewhere; "last Friday" is another."""
    if mention.date_from is not None:
        return mention
    written = find_written_dates(tokens[mention.first : mention.last + 1])
    if written:
        one = len(written) == 1 and written[0].last_day is None
        month, number = written[0].month, written[0].day
        day = days.dates.get((month, number)) if one and month is not None and number is not None else None
    else:
        day = days.weekdays.get(mention.weekday) if mention.weekday is not None and mention.inferred else None
    if day is None or mention.weekday not in {None, day.weekday()}:
        return mention
    return replace(mention, date_from=day, date_to=day)
