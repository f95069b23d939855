"""Calendar: days that do not go together.

Within a source: a weekday beside a date that falls on another, an attack dated after its report, two times for one
thing ("last year when … in 2015"), and "four days after" between two days that lie otherwise. Between sources: one
attack on two days, an attack dated after another source had reported it, and one run of attacks over different spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise, product

from analysis.coding.reading import SentenceReading
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context, find_words
from analysis.comparison.contradictions.runs import find_runs
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.comparison.intervals import Interval, find_clashes
from analysis.language.dates import DateMention, Precision, Relation
from analysis.tables.wording import listed, say_day, say_days

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_calendar(context: Context) -> Iterator[Finding]:
    """Find the days that do not go together."""
    for sentence in context.sentences():
        yield from _weekdays(context, sentence)
        yield from _two_times(context, sentence)
        yield from _sums(context, sentence)
    for incident_id, rows in context.members.items():
        yield from _after_publication(context, incident_id, rows)
        if rows[0]["scope"] == "single":
            yield from _two_days(context, incident_id, rows)
    yield from _spans(context)


def date_passage(context: Context, row: Cells, *, wide: bool = True) -> Passage | None:
    """Cut the passage that a row's date was read from."""
    spot = find_words(context, row, row["date_text"])
    return context.passage(row["source_id"], *spot, wide=wide) if spot else None


def _finding(says: str, passages: tuple[Passage, ...], certainty: Certainty, incident_id: str | None = None) -> Finding:
    return Finding(FindingKind.CALENDAR, Weight.MATERIAL, certainty, says, passages, incident_id, "date")


def _weekdays(context: Context, sentence: SentenceReading) -> Iterator[Finding]:
    for mention in sentence.dates:
        if mention.weekday_clash and mention.date_from and mention.weekday is not None:
            real, said = _WEEKDAYS[mention.date_from.weekday()], _WEEKDAYS[mention.weekday]
            says = f"{quoted([mention.text])}: {say_day(mention.date_from)} was a {real}, not a {said}."
            yield _finding(says, (_passage(context, sentence, mention),), Certainty.SURE)


def _two_times(context: Context, sentence: SentenceReading) -> Iterator[Finding]:
    """A time that opens a clause with "when", and another time inside that clause."""
    tokens = sentence.sentence.tokens
    for one, other in pairwise(sentence.dates):
        opens = one.last + 1 < len(tokens) and tokens[one.last + 1].lower == "when"
        inside = all(tokens[i].text not in {",", ";", "."} for i in range(one.last + 1, other.first))
        first, second = _span(one), _span(other)
        if opens and inside and first and second and (second[1] < first[0] or second[0] > first[1]):
            says = (
                f"{quoted([one.text])} ({say_days(*first)}) and {quoted([other.text])} "
                "can be read as two times for one event."
            )
            span = context.passage(sentence.source.source_id, one.start, other.end)
            yield _finding(says, (span,), Certainty.POSSIBLE)


def _span(mention: DateMention) -> tuple[date, date] | None:
    """The time that the words name, without what "since" opens: of "since last year" the year."""
    if mention.relation is Relation.SINCE and mention.precision is Precision.YEAR and mention.date_from:
        return mention.date_from, mention.date_from.replace(month=12, day=31)
    both = mention.date_from is not None and mention.date_to is not None and mention.relation is Relation.ON
    return (mention.date_from, mention.date_to) if both and mention.date_from and mention.date_to else None


def _sums(context: Context, sentence: SentenceReading) -> Iterator[Finding]:
    """ "On May 9, four days after … on May 3": the days between are not those that are said."""
    for at, mention in enumerate(sentence.dates):
        if mention.relation is not Relation.ANCHOR or not mention.offset or not 0 < at < len(sentence.dates) - 1:
            continue
        before, after = sentence.dates[at - 1], sentence.dates[at + 1]
        days = [d.date_from for d in (before, after) if d.precision is Precision.DAY and d.date_from == d.date_to]
        if len(days) == 2 and days[0] and days[1] and days[0] - days[1] != timedelta(days=mention.offset):
            apart = (days[0] - days[1]).days
            says = f"{quoted([mention.text])}: {say_day(days[0])} is {apart} days from {say_day(days[1])}."
            span = context.passage(sentence.source.source_id, before.start, after.end)
            yield _finding(says, (span,), Certainty.LIKELY)


def _after_publication(context: Context, incident_id: str, rows: Sequence[Cells]) -> Iterator[Finding]:
    for row, other in product(rows, rows):
        published = context.sources[other["source_id"]]["published"]
        if not (published and row["date_from"] and row["date_from"] == row["date_to"] > published):
            continue
        told = date_passage(context, row)
        own = row["source_id"] == other["source_id"]
        if told is None or (own and (row is not other or _lies_ahead(row))):
            continue
        report = () if own else (_report(context, other),)
        says = (
            f"The attack is dated {quoted([row['date_text']])} ({say_day(row['date_from'])}), after "
            f"{'its own report' if own else 'another report of it'} was published ({say_day(published)})."
        )
        yield _finding(says, distinct((told, *report)), Certainty.SURE, incident_id)


def _lies_ahead(row: Cells) -> bool:
    """Whether the words of a date speak of what is to come, or stand in another sentence than the attack."""
    words = (row["date_text"] or "").casefold()
    return (
        "tomorrow" in words
        or "next" in words
        or " ".join(words.split()) not in " ".join(row["evidence"].casefold().split())
    )


def _report(context: Context, row: Cells) -> Passage:
    """The first passage in which a source reports an attack: its own sentence, or one of its victims."""
    told = [row, *context.victims.get((row["source_id"], row["id"]), ())]
    first = min(told, key=lambda claim: claim["start"])
    return context.passage(first["source_id"], first["start"], min(first["end"], first["start"] + 1))


#: days of the longest dating that a night explains, "overnight" being two
_NIGHT = 2


def _two_days(context: Context, incident_id: str, rows: Sequence[Cells]) -> Iterator[Finding]:
    dated = [row for row in rows if row["date_from"] and row["date_to"]]
    spans = [Interval(row["date_from"].toordinal(), row["date_to"].toordinal()) for row in dated]
    if not find_clashes(spans):
        return
    passages = [passage for row in dated if (passage := date_passage(context, row))]
    anchors = [anchor for row in dated if (anchor := _anchor(context, row))]
    days = sorted({(row["date_from"], row["date_to"]) for row in dated})
    apart = max(span.low or 0 for span in spans) - min(span.high or 0 for span in spans)
    night = apart == 1 and all((last - first).days < _NIGHT for first, last in days)
    says = f"One attack, {len(days)} dates: {listed([say_days(*day) for day in days])}" + (
        " (a day apart; a night attack or a time zone can explain it)." if night else "."
    )
    certainty = Certainty.LIKELY if night else Certainty.SURE
    if len(passages) > 1:
        yield _finding(says, distinct([*passages, *anchors]), certainty, incident_id)


def _anchor(context: Context, row: Cells) -> Passage | None:
    """The passage in which a source ties a weekday to a date, where the row's own words are a weekday alone."""
    if row["date_from"] is None or any(c.isdigit() for c in row["date_text"] or ""):
        return None
    for sentence in context.readings[row["source_id"]].sentences:
        for mention in sentence.dates:
            near = mention.date_from is not None and abs((mention.date_from - row["date_from"]).days) < 7
            if near and mention.weekday is not None and any(c.isdigit() for c in mention.text):
                return _passage(context, sentence, mention)
    return None


def _spans(context: Context) -> Iterator[Finding]:
    for run in find_runs(context):
        dated = [row for row in run if row["date_from"] and row["date_to"]]
        spans = {(row["date_from"], row["date_to"]) for row in dated}
        passages = [passage for row in dated if (passage := date_passage(context, row))]
        starts = {first for first, _ in spans}
        if len(spans) > 1 and len(starts) == 1 and len(passages) > 1:
            says = f"One run of attacks over different spans: {listed([say_days(*span) for span in sorted(spans)])}."
            yield Finding(
                FindingKind.CALENDAR, Weight.MINOR, Certainty.COMPATIBLE, says, distinct(passages), None, "date"
            )


def _passage(context: Context, sentence: SentenceReading, mention: DateMention) -> Passage:
    return context.passage(sentence.source.source_id, mention.start, mention.end)
