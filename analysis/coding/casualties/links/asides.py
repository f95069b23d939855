"""Asides: runs of attacks that a report only recalls, past which the people of a later sentence are those of the news.

"A bomb hit a bus. The town has seen dozens of attacks this year. Nine people were hurt." A perfect ("have been
killed"), "in them", "at the time" or a vague multitude goes on from the run, and so does whatever has no single attack
told shortly before it. A day that is named picks the attack of that day.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date

from analysis.coding.attacks import AttackMention
from analysis.coding.attacks.days.own_days import verb_before
from analysis.coding.attacks.words import words
from analysis.coding.casualties.figures import Figure
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attack, Scope
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.quantities import Qualifier

#: mentions and sentences back to the news, days from which a run is long, and people from which a multitude is one
_MENTIONS, _REACH, _DAYS, _MANY = 8, 6, 3, 24


#: words that point back to the attacks of the run, at the head of a sentence and in it
_BACK = frozenset({"they", "these", "those"})
_OPERATIONS = frozenset({"operations", "incidents", "attacks", "violence"})
_OF_THEM = ("in them", "in these", "in such", "at the time")


def to_runs(attacks: Sequence[Attack]) -> frozenset[str]:
    """Return the ids of the series over more than some days, or over none that are told, but the first attack told."""
    return frozenset(row.id for row in attacks[1:] if row.scope is Scope.SERIES and _is_long(row))


def _is_long(row: Attack) -> bool:
    first, last = row.date_from, row.date_to
    return first is None or last is None or (last - first).days > _DAYS


def past_run(
    reading: SentenceReading, figure: Figure, before: AttackMention, told: Sequence[AttackMention], runs: Iterable[str]
) -> AttackMention:
    """Return the single attack told before the run that `before` tells of, where the figure is not of the run."""
    verb = reading.phrases.at[figure.first]
    perfect = isinstance(verb, VerbGroup) and reading.sentence.tokens[verb.first].lower in {"have", "has"}
    if perfect or not any(v.finite for v in reading.phrases.verbs):
        return before  # "Nine soldiers." under a line that tells of raids
    quantity = figure.victims.quantity
    crowd = quantity.qualifier is Qualifier.VAGUE and (quantity.low or 0) >= _MANY
    back = reading.sentence.tokens[0].lower in _BACK or any(words_of in reading.text for words_of in _OF_THEM)
    back = back or not reading.words.isdisjoint(_OPERATIONS)
    runs = frozenset(runs)
    if before.attack_id not in runs or crowd or back:
        return before
    near = (m for m in reversed(told[-_MENTIONS:]) if reading.number - m.sentence <= _REACH)
    return next((m for m in near if m.attack_id not in runs), before)


def attack_of_day(
    reading: SentenceReading, before: AttackMention, told: Sequence[AttackMention], rows: Mapping[str, Attack]
) -> str | None:
    """Return the one attack told of late on the day that a sentence names, where the last was not on it; else None."""
    days = _days_of(reading)
    last = rows.get(before.attack_id)
    if len(days) != 1 or None in days or last is None or last.date_from is None or last.date_from in days:
        return None
    found = {m.attack_id for m in told[-_MENTIONS:] if m.attack_id in rows and rows[m.attack_id].date_from in days}
    return next(iter(found)) if len(found) == 1 else None


def came_first(reading: SentenceReading, before: AttackMention, rows: Mapping[str, Attack]) -> bool:
    """Tell whether the days that a sentence names lie before the attack told last, so that its people are not of it.

    The day before may be the same night; a title's day is told by the text below it.
    """
    days = [day for day in _days_of(reading) if day is not None]
    row = rows.get(before.attack_id) if days else None
    if row is None or row.date_from is None or not all((row.date_from - day).days > 1 for day in days):
        return False
    told = reading.before
    while told is not None and told.number > before.sentence:
        told = told.before
    return told is not None and not told.sentence.headline


def _days_of(reading: SentenceReading) -> set[date | None]:
    """Return the days on which a sentence says that something was done, not those on which it was said."""
    exact = (d for d in reading.dates if d.relation is Relation.ON and d.precision is Precision.DAY)
    return {d.date_from for d in exact if not _is_spoken(reading, d)}


def _is_spoken(reading: SentenceReading, day: DateMention) -> bool:
    """Tell the day on which somebody said something, behind the verb of saying."""
    verb = verb_before(reading.phrases, day)
    return verb is not None and verb.lemma in words().saying


#: tokens from "the latest" to the run it is one of: "the latest in a growing string of *attacks*"
_TO_RUN = 9


def without_runs(
    reading: SentenceReading, figure: Figure, mentions: list[AttackMention], series: Container[str]
) -> list[AttackMention]:
    """Leave out the runs that the attack of a figure is said behind it to be the latest of."""
    kept = [m for m in mentions if m.attack_id not in series or m.first < figure.last or not _is_of_nth(reading, m)]
    return kept or mentions


def _is_of_nth(reading: SentenceReading, mention: AttackMention) -> bool:
    tokens = reading.sentence.tokens
    before = [t.lower for t in tokens[max(0, mention.first - _TO_RUN) : mention.first]]
    at = next((i for i, word in enumerate(before) if word in words().nth), None)
    return at is not None and at + 1 < len(before) and before[at + 1] in {"in", "of"} and "," not in before[at:]
