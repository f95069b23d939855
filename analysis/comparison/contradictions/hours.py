"""Hours: the time of day of one attack as its sources give it, an hour or more apart.

A time counts in a sentence that tells of the attack (its evidence, or one that names an event and points to it), where
that sentence gives one local time alone; a time in GMT is carried to the zone of the place. A time behind a verb of
saying is that of the saying. Times in other named zones are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from analysis.coding.reading import SentenceReading
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context
from analysis.comparison.contradictions.guilt import find_attack
from analysis.comparison.contradictions.time_zone import find_offset
from analysis.comparison.findings import Certainty, Finding, FindingKind, Weight, distinct, quoted
from analysis.language.dates.clock import TimeMention, find_times
from analysis.language.grammar.phrases import VerbGroup
from analysis.vocabulary import read_vocabulary

_DAY, _HALF, _HOUR = 24 * 60, 12 * 60, 60
#: tokens between a verb of saying and the time of the saying
_SAYING = 4


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day at the place: minutes after midnight, whether it may as well be twelve hours later, its words."""

    minutes: int
    either: bool
    time: TimeMention


def check_hours(context: Context) -> Iterator[Finding]:
    """Find the attacks whose sources give times of day that lie an hour or more apart."""
    attacks: dict[str, list[Cells]] = defaultdict(list)
    for row in (row for rows in context.members.values() for row in rows if row["scope"] == "single"):
        attacks[row["source_id"]].append(row)
    told: dict[str, dict[str, Hour]] = defaultdict(dict)
    for source_id, rows in attacks.items():
        rows.sort(key=lambda row: row["start"])
        for sentence in context.readings[source_id].sentences:
            time = _time(sentence)
            attack = find_attack(context, sentence, rows) if time else None
            hour = _hour(context, time, attack) if time and attack else None
            if attack and hour:
                told[attack["incident_id"]].setdefault(source_id, hour)
    for incident_id, hours in told.items():
        if any(_apart(one, other) >= _HOUR for one, other in combinations(hours.values(), 2)):
            times = {name: hour.time for name, hour in hours.items()}
            words = list(dict.fromkeys(time.text for time in times.values()))
            passages = distinct(context.passage(name, time.start, time.end) for name, time in times.items())
            says = f"One attack, {len(words)} times of day: {quoted(words)}."
            yield Finding(FindingKind.CALENDAR, Weight.MATERIAL, Certainty.LIKELY, says, passages, incident_id, "date")


def _time(sentence: SentenceReading) -> TimeMention | None:
    """Return the one time of day at which a sentence says that something happened, a local one before GMT; or None."""
    if sentence.words.isdisjoint(_telling()):
        return None
    times = [time for time in find_times(sentence.sentence) if not _is_of_saying(sentence, time)]
    local = [time for time in times if time.zone in (None, "local")]
    universal = [time for time in times if time.universal]
    if len(local) > 1 or len(times) != len(local) + len(universal):
        return None
    return local[0] if local else universal[0] if len(universal) == 1 else None


@cache
def _telling() -> frozenset[str]:
    words = read_vocabulary("wordings")
    return frozenset([*read_vocabulary("attacks")["events"], *words["hits"], *words["happening"]])


def _is_of_saying(sentence: SentenceReading, time: TimeMention) -> bool:
    """Tell when somebody spoke from when it happened: "the army said *at 3 pm* that"."""
    before = (sentence.phrases.at[i] for i in range(max(time.first - _SAYING, 0), time.first))
    verbs = [group for group in before if isinstance(group, VerbGroup)]
    return bool(verbs) and verbs[-1].lemma in read_vocabulary("speech")["clause"]


def _hour(context: Context, time: TimeMention, attack: Cells) -> Hour | None:
    """Return a time as local minutes after midnight; None where its zone is not known."""
    if not time.universal:
        return Hour(time.minutes, _is_open(time), time)
    offset = find_offset(context, attack)
    return None if offset is None else Hour((time.minutes + offset) % _DAY, False, time)


def _is_open(time: TimeMention) -> bool:
    """Tell "5:20", which may be morning or evening, from "05:20", "17:20" and "5:20 pm"."""
    return time.minutes < _HALF and time.text[0] != "0" and time.text.replace(":", "").replace(".", "").isdigit()


def _apart(one: Hour, other: Hour) -> int:
    """Return how many minutes two times of day lie apart at the least, over midnight too."""
    around = _HALF if one.either or other.either else _DAY
    return min((one.minutes - other.minutes) % around, (other.minutes - one.minutes) % around)
