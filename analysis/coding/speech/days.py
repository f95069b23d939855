"""Days: when something was said, by a date beside the cue or in front of the sentence.

A date that may be that of what was done ("after the raid on Sunday, X said") is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import frames
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: tokens after a cue that what was said precedes
_REACH = 6
_CALENDAR = frozenset(read_vocabulary("grammar")["calendar"]) | {"may", "night", "day", "days"}


def day_of(sentence: SentenceReading, cue: Cue) -> date | None:
    """Return the day on which something was said, where words beside the cue name one day."""
    return next((m.date_from for m in _beside(sentence, cue) if _is_day(m)), None)


def day_after(sentence: SentenceReading, before: Sequence[SentenceReading], cue: Cue) -> date | None:
    """Return the day of what was said "the following day", counted from the last day named in sentences before."""
    offset = next((m.offset for m in _beside(sentence, cue) if m.relation is Relation.ANCHOR and m.offset), None)
    if offset is None:
        return None
    days = (m.date_from for s in reversed(before) for m in reversed(s.dates) if _is_day(m))
    day = next(days, None)
    return None if day is None else day + timedelta(days=offset)


def _beside(sentence: SentenceReading, cue: Cue) -> Iterator[DateMention]:
    """Find the dates beside a cue or in front of its sentence."""
    if sentence.words.isdisjoint(_CALENDAR):
        return
    first, last = _bounds(sentence.phrases, cue)
    for mention in sentence.dates:
        leads = cue.until is None and mention.last < first and _is_in_front(sentence.phrases, mention, first)
        beside = min(first, cue.first) < mention.first < last
        if (leads or beside) and _is_day_of_speech(sentence.phrases, mention):
            yield mention


def _is_day(mention: DateMention) -> bool:
    on = mention.precision is Precision.DAY and mention.relation is Relation.ON
    return on and mention.date_from == mention.date_to


def _is_day_of_speech(phrases: Phrases, mention: DateMention) -> bool:
    """Tell "on Friday", "today" from the date of something else: "on *Friday's* raid"."""
    group = phrases.at[mention.last]
    return not isinstance(group, NounGroup) or group.temporal or group.last == mention.last


def _bounds(phrases: Phrases, cue: Cue) -> tuple[int, int]:
    """Return the first token of speaker and cue, and the token before which a date is that of the cue.

    "asked the council *on Monday* to act": the one asked belongs to what was said, the day does not.
    """
    first = cue.last if cue.speaker is None else min(cue.speaker.first, cue.first)
    if cue.start is None:
        return first, cue.last + _REACH
    if cue.how == "request":
        asked = next((v.first for v in phrases.verbs if v.infinitive and v.first > cue.start), cue.start)
        return first, asked
    return first, cue.start


def _is_in_front(phrases: Phrases, mention: DateMention, first: int) -> bool:
    """Tell a date that begins the sentence, or is one of a medium in front: "In an address *on Monday*, X said"."""
    if any(v.finite and v.last < first for v in phrases.verbs):
        return False
    if mention.first <= _FRONT:
        return True
    if phrases.tags[0] is not Tag.PREPOSITION or phrases.sentence.tokens[first - 1].text != ",":
        return False
    heads = (g.head for g in phrases.nouns if isinstance(g, NounGroup) and g.last < mention.first)
    return any(phrases.sentence.tokens[head].lower in frames()["media"] for head in heads)


#: tokens in front of a date that begins a sentence: "On", "Late on"
_FRONT = 2
