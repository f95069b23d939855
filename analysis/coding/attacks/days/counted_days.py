"""Counted days: an attack so many days from some other thing whose day is named.

"Died on Monday, a week after the attack": the attack lies so many days before. "Rockets fell two days after the vote on
March 3": the attack lies so many days behind; "weeks after the killing of a judge in May" dates only the other thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.mention import Mention
from analysis.language.dates import DateMention, Precision, Relation, to_anchored
from analysis.language.grammar.phrases import NounGroup, VerbGroup

#: tokens between the words that count and those that tell of the attack: "a week after (he was) shot"
_REACH = 3


def find_counted(mention: Mention) -> DateMention | None:
    """Return the date of a mention that days are counted from, dated where the sentence dates what came after it."""
    first = mention.event.first if mention.event is not None else mention.first
    for date in mention.sentence.dates:
        if date.relation is Relation.ANCHOR and 0 < first - date.last <= _REACH and _counts_on(date):
            return _back(mention, date)
    return None


def counted_from(mention: Mention, date: DateMention) -> DateMention | None:
    """Return the words that count from what a date is of: "*two days after* the vote on March 3", or None."""
    phrases = mention.sentence.phrases
    for counted in mention.sentence.dates:
        between = range(counted.last + 1, date.first)
        if not between or not counted.text.lower().endswith((" after", " before")):
            continue
        thing = phrases.at[counted.last + 1]
        if not isinstance(thing, NounGroup) or thing.temporal or counted.last < mention.anchor <= date.last:
            continue
        if any(isinstance(phrases.at[i], VerbGroup) or phrases.sentence.tokens[i].text in _ENDS for i in between):
            continue
        return counted
    return None


_ENDS = frozenset({",", ";", ":", "and", "that", "when"})


def to_day_before(mention: Mention, date: DateMention, found: Sequence[DateMention]) -> DateMention:
    """Return "hit *the day before* in X, on March 3", as under a picture, as the day before the one that follows."""
    if date.offset is None or date.offset >= 0 or date.date_from is not None or date.first < mention.anchor:
        return date
    later = next((d for d in found if d.first > date.last and d.precision is Precision.DAY), None)
    if later is None or later.date_from is None or later.date_from != later.date_to:
        return date
    between = (mention.sentence.phrases.at[i] for i in range(date.last + 1, later.first))
    return date if any(isinstance(g, VerbGroup) for g in between) else to_anchored(date, later.date_from)


def _counts_on(date: DateMention) -> bool:
    return bool(date.offset) and date.date_from is None and date.text.lower().endswith((" after", " following"))


def _back(mention: Mention, counted: DateMention) -> DateMention | None:
    before = [d for d in mention.sentence.dates if d.last < counted.first]
    day = before[-1] if before else None
    if day is None or day.relation is not Relation.ON or day.precision is not Precision.DAY or day.date_from is None:
        return None
    if day.date_from != day.date_to or any(
        token.text in {";", ":"} for token in mention.sentence.sentence.tokens[day.last + 1 : counted.first]
    ):
        return None
    return to_anchored(replace(counted, offset=-(counted.offset or 0)), day.date_from)
