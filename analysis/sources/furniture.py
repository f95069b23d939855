"""Page furniture: what stands around a report and is not the report.

Menus, share lines, captions, repeated headlines, lists of other articles, appeals and credits are told by general
signs: their words (analysis.sources.phrases), their length, their want of a full stop, their place on the page and
their repetition (analysis.sources.position); never by the source. Precision comes first: a sentence with its full
stop is furniture only by its words or as a copy of an earlier one, and what is in doubt is prose. The text itself is
not changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.sources import phrases, position
from analysis.sources.agencies import find_agencies
from analysis.sources.datelines import Dateline, parse_dateline
from analysis.sources.headline import find_headline
from analysis.sources.lines import Line, find_lines
from analysis.sources.printed_day import find_printed_day

Span = tuple[int, int]

#: a dateline stands over one of the first sentences or nowhere
_SENTENCES_WITH_DATELINE = 3

#: "date 2021-03-12" or "date 2021-03" at the head of a text, perhaps with the word "advertisement" behind it
LEADING_DATE = re.compile(
    r"\s*(?P<all>date[ \t]+(?:(?P<date>\d{4}-\d{2}-\d{2})|\d{4}-\d{2})\b(?:[ \t]*advertisement\b)?)", re.IGNORECASE
)
#: when the page was changed, before a paragraph: "(Updated 3:31 p.m.)"
_UPDATED = re.compile(r"^[ \t]*\((?:last )?update[ds]?\b[^()\n]{0,60}\)", re.IGNORECASE | re.MULTILINE)
_CREDIT = re.compile(
    r"""
    \( (?:additional\s|writing\sand\s)?
    (?:reporting|writing|editing|compiled|translated) (?:\sand\s(?:writing|editing))? \sby\s
    [^()]{2,900}
    \)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows beside its prose: furniture (sorted, disjoint), headline, what datelines and credits name.

    `printed` is the day that stands over the report.
    """

    furniture: tuple[Span, ...] = ()
    headline: Span | None = None
    datelines: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    printed: date | None = None


def read_page(text: str, title: str | None = None, after: int = 0) -> Page:
    """Tell prose from furniture in `text`, whose first `after` characters (its front matter) are furniture.

    `title` is the report's title where metadata gives it. Spans are (start, end) in characters of `text`.
    """
    leading = LEADING_DATE.match(text, after)
    lines = find_lines(text, leading.end() if leading else after)
    marks, headline = _mark(lines, title)
    datelines = list(_find_datelines(lines, marks, headline))
    brackets = [match.span() for pattern in (_CREDIT, _UPDATED) for match in pattern.finditer(text, after)]
    furniture = [(line.start, line.end) for line, mark in zip(lines, marks, strict=True) if mark]
    furniture += [(start, start + dateline.end) for start, dateline in datelines]
    furniture += [*brackets, *([leading.span("all")] if leading else []), *([(0, after)] if after else [])]
    credits = [line.text for line, mark in zip(lines, marks, strict=True) if mark and phrases.is_credit(line)]
    credits += [text[start:end] for start, end in brackets]
    return Page(
        furniture=_merge(text, furniture),
        headline=None if headline is None else (lines[headline].start, lines[headline].end),
        datelines=_each_once(place for _, dateline in datelines for place in dateline.places),
        agencies=_each_once(
            [name for _, dateline in datelines for name in dateline.agencies]
            + [name for credit in credits for name in find_agencies(credit)]
        ),
        printed=_find_printed(lines, marks),
    )


def _find_printed(lines: list[Line], marks: list[bool]) -> date | None:
    prose = next((i for i, line in enumerate(lines) if line.is_sentence and not marks[i]), None)
    return find_printed_day(lines, prose, position.find_days(lines))


def _mark(lines: list[Line], title: str | None) -> tuple[list[bool], int | None]:
    """Mark each line that is furniture as a whole, and give the headline's index."""
    days = position.find_days(lines)
    marks = [i not in days and phrases.is_furniture_by_words(line) for i, line in enumerate(lines)]
    headline = find_headline(lines, marks, title)
    if headline is not None:
        marks[headline] = False
    position.mark_lists(lines, marks, headline)
    position.mark_copies(lines, marks, headline)
    position.mark_runs(lines, marks, headline)
    position.mark_edges(lines, marks, headline)
    for i in days:
        marks[i] = False
    return marks, headline


def _find_datelines(lines: list[Line], marks: list[bool], headline: int | None) -> Iterator[tuple[int, Dateline]]:
    """Yield the datelines over the first sentences, each with the offset of its line."""
    sentences = 0
    for i, line in enumerate(lines):
        if i == headline or sentences >= _SENTENCES_WITH_DATELINE or (marks[i] and line.is_sentence):
            continue
        over = i + 1 < len(lines) and lines[i + 1].is_sentence
        dateline = parse_dateline(line.text, first=line.is_sentence and sentences == 0)
        if dateline and (line.is_sentence or over or dateline.agencies or dateline.end < len(line.text)):
            yield line.start, dateline
        sentences += line.is_sentence


def _merge(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch, overlap or have only white space between them."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
