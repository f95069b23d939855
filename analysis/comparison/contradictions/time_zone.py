"""Time zone: a local time beside the time in GMT that a source gives for it, at the place that it tells of.

The zone is that of the attack's place, else of the first place of its country that the source names, on the attack's
day (summer time and all); without a day, on the day of publication. Where a time is given in GMT and the source dates
the attack, the day in GMT is carried to the place, and a day that does not come out is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from analysis.coding.reading import SentenceReading
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.calendar import date_passage
from analysis.comparison.contradictions.context import Context
from analysis.comparison.findings import Certainty, Finding, FindingKind, Passage, Weight, quoted
from analysis.comparison.places import locate
from analysis.language.dates.clock import TimeMention, find_times, to_pairs
from analysis.tables.wording import say_country, say_day

_DAY = 24 * 60


def check_time_zone(context: Context) -> Iterator[Finding]:
    """Find the local times that are not the times in GMT beside them."""
    attacks: dict[str, list[Cells]] = {}
    for row in (row for rows in context.members.values() for row in rows):
        attacks.setdefault(row["source_id"], []).append(row)
    for sentence in context.sentences():
        for local, universal in to_pairs(find_times(sentence.sentence)):
            attack = _attack(sentence, attacks.get(sentence.source.source_id, []))
            zone = _zone(context, attack) if attack else None
            if attack is not None and zone is not None:
                yield from _check(context, sentence, (local, universal), attack, zone)


def _check(
    context: Context, sentence: SentenceReading, times: tuple[TimeMention, TimeMention], row: Cells, zone: ZoneInfo
) -> Iterator[Finding]:
    local, universal = times
    day = row["date_from"] or sentence.source.published or date(2020, 1, 1)
    offset = _offset(zone, day)
    if (local.minutes - offset - universal.minutes) % _DAY == 0:
        return
    where = say_country(row["country"]) if row["country"] else row["place"]
    passage = context.passage(row["source_id"], local.start, universal.end, wide=False)
    passage = context.passage(row["source_id"], *_around(sentence, passage), wide=False)
    right = _clock(local.minutes - offset)
    added = (local.minutes + offset - universal.minutes) % _DAY == 0
    says = f"{quoted([local.text])} in {where} is {right} GMT, not {quoted([universal.text])}" + (
        ": the hours between were added instead of taken off." if added else "."
    )
    yield _finding(says, (passage,), row)
    told = date_passage(context, row)
    if told is not None and row["date_from"] and row["date_from"] == row["date_to"]:
        there = datetime.combine(day, time(0), UTC) + timedelta(minutes=universal.minutes + offset)
        if there.date() != day:
            gmt = context.passage(row["source_id"], universal.start, universal.end, wide=False)
            says = (
                f"{quoted([universal.text])} of {say_day(day)} is {there:%H:%M} on {say_day(there.date())} in {where}, "
                f"but the attack is dated {quoted([row['date_text']])}."
            )
            yield _finding(says, (told, gmt), row)


def _finding(says: str, passages: tuple[Passage, ...], row: Cells) -> Finding:
    return Finding(
        FindingKind.TIME_ZONE, Weight.MATERIAL, Certainty.SURE, says, passages, row["incident_id"], "date",
        (row["claim_id"],),
    )  # fmt: skip


def _around(sentence: SentenceReading, passage: Passage) -> tuple[int, int]:
    """Take in the preposition before the time and the bracket behind it."""
    tokens = sentence.sentence.tokens
    first = next(i for i, token in enumerate(tokens) if token.start == passage.start)
    last = next(i for i, token in enumerate(tokens) if token.end == passage.end)
    before = first > 0 and tokens[first - 1].lower in {"at", "around", "about", "by"}
    behind = last + 1 < len(tokens) and tokens[last + 1].text == ")"
    return tokens[first - before].start, tokens[last + behind].end


def _attack(sentence: SentenceReading, rows: list[Cells]) -> Cells | None:
    """The attack that a sentence with a clock time tells of: the last one before it, a dated single before others."""
    rows = [row for row in rows if row["scope"] == "single" and (row["place"] or row["country"])] or rows
    before = [row for row in rows if row["start"] <= sentence.sentence.end]
    return max(before, key=lambda row: row["start"], default=rows[0] if rows else None)


def _zone(context: Context, row: Cells) -> ZoneInfo | None:
    """The zone of an attack's place, else of the first place of its country that its source names."""
    country = row["country"] if row["country"] and ";" not in row["country"] else None
    place = locate(row["place"].split(";")[0], country) if row["place"] else None
    named = (
        mention.place.tz
        for sentence in context.readings[row["source_id"]].sentences
        for mention in sentence.places
        if mention.place.tz and mention.place.country == country
    )
    name = (place.tz if place else None) or next(named, None)
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _offset(zone: ZoneInfo, day: date) -> int:
    offset = datetime.combine(day, time(12), zone).utcoffset()
    return int(offset.total_seconds() // 60) if offset is not None else 0


def find_offset(context: Context, row: Cells) -> int | None:
    """Return by how many minutes the clock at an attack's place is ahead of GMT on its day; None where unknown."""
    zone, day = _zone(context, row), row["date_from"] or context.readings[row["source_id"]].source.published
    return None if zone is None or day is None else _offset(zone, day)


def _clock(minutes: int) -> str:
    return f"{minutes % _DAY // 60:02d}{minutes % 60:02d}"
