"""Told days: the day that the sentences before tell, for an attack of which only the hour, or its place, is told.

"In the afternoon, jets struck …"; "a post was attacked at 11 pm"; "Also Monday, a bomb killed a guard in X. In Y,
gunmen shot a judge". What was told of the past in between ("on 2 March, a tank shelled a tower") is not the day of an
hour told a paragraph later: that is the day that the report is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.dates import DateMention, Precision, Relation, to_anchored
from analysis.language.dates.clock import find_times
from analysis.language.grammar.phrases import VerbGroup

#: tokens of "At about four in the morning", and sentences back to the day that it was
_OPENING, _REACH = 7, 8
#: tokens among which an item's first word is ("2- At 14:30")
_ITEM = 3
#: frames back to the day that is counted from
_NEAR = 4
#: frames among which the day that a report is about is looked for
_LEAD = 6
#: frames back in which no other day is told than the one that an hour is of
_SAME = 8
#: days by which what is told in between is of the past
_PAST = timedelta(days=2)
#: days after which a month or a year is long past
_LONG = timedelta(days=60)


def find_lead_day(frames: Sequence[Frame]) -> DateMention | None:
    """Return the first day that a report tells of an attack, that of what it is about."""
    return next((f.date for f in frames[:_LEAD] if f.date is not None and _day(f.date) is not None), None)


def find_day_before(before: Sequence[Frame], earliest: int = 0) -> DateMention | None:
    """Return the day of the attack told last, in sentence `earliest` or later, or None."""
    for other in reversed(before[-_NEAR:]):
        known = other.date if other.mention.sentence.number >= earliest else None
        if known is None or known.date_from is None or known.text.lower().endswith(" after"):
            continue  # "a week after a raid on the port", which was told in passing
        if known.date_from == known.date_to:
            return known
        if not other.series:
            return None  # two days after an attack "in March"
    return None


def is_at_same_time(frame: Frame) -> bool:
    """Tell "Around the same time, …", "Simultaneously, …": the day of the attack told before, and another attack.

    What has been done, or is being done, "at the same time" is so besides, and not that day.
    """
    sentence = frame.mention.sentence
    opening = " ".join(t.lower for t in sentence.sentence.tokens[:6])
    if not opening.startswith(tuple(words().same_time)):
        return False
    verb = next((v for v in sentence.phrases.verbs if v.finite), None)
    return verb is None or not {t.lower for t in sentence.sentence.tokens[verb.first : verb.last]} & _LASTING


#: auxiliaries of what is so until now
_LASTING = frozenset({"has", "have", "'ve", "’ve", "is", "are"})


def count_months(frame: Frame, mention: DateMention, before: Sequence[Frame]) -> DateMention:
    """Return "four months later", "the same month", "in the same period" as counted from what was told last."""
    last = frame.mention.sentence.before
    named = [d for d in last.dates if d.relation is Relation.ON] if last is not None else []
    dates = [f.date for f in before[-_NEAR:] if f.date is not None] + named
    told = next((d for d in reversed(dates) if d.date_from is not None), None)
    if told is None or told.date_from is None:
        return mention
    if mention.months is not None:
        return to_anchored(mention, told.date_from, told.date_to)
    return replace(told, text=mention.text) if told.date_from != told.date_to else mention


def find_day_told(frame: Frame) -> DateMention | None:
    """Return the day that the sentence before names last: "The talks began on Friday. *That evening* …"."""
    sentence = frame.mention.sentence.before
    days = [d for d in sentence.dates if d.precision is Precision.DAY and d.relation is Relation.ON] if sentence else []
    return days[-1] if days and days[-1].date_from is not None else None


def find_day_of_hour(frame: Frame, before: Sequence[Frame], lead: DateMention | None) -> DateMention | None:
    """Return the day of an attack of which only the hour, or the place on a round, is told; None for any other."""
    sentence = frame.mention.sentence
    if sentence.sentence.headline or sentence.dates:
        return None
    if _goes_round(frame, before):
        return before[-1].date
    first, second = frame.mention.first, bool(before) and before[-1].mention.sentence is sentence
    at = any(
        t.first > frame.mention.last or (second and 0 < first - t.last <= _OPENING)  # "…, and at 3 p.m. a drone hit"
        for t in find_times(sentence.sentence)
    )
    reach = _reach(frame, at)
    if not reach:
        told = find_day_told(frame) if at and lead is None else None
        published = sentence.source.published
        return told if told is not None and told.date_from == published else None
    found = find_day_before(before, sentence.number - reach)
    if found is None and lead is None:
        return _day_of_report(frame)
    if found is None and lead is not None and {f.date.date_from for f in before[-_SAME:] if f.date} <= {lead.date_from}:
        return lead  # the only day that was told
    if found is None or lead is None or found is lead or sentence.number - before[-1].mention.sentence.number <= 1:
        return found
    day, main = _day(found), _day(lead)
    return lead if day is not None and main is not None and day + _PAST < main else found


def _day_of_report(frame: Frame) -> DateMention | None:
    """Return the published day for the hour of an attack ("At 14:30, they hit"), where the text told no other day."""
    sentence, published = frame.mention.sentence, frame.mention.sentence.source.published
    here: SentenceReading | None = sentence
    for _ in range(_REACH):
        here = here.before if here is not None else None
        if here is not None and any(d.precision is Precision.DAY and d.date_from != published for d in here.dates):
            return None
    tokens = sentence.sentence.tokens
    at = next((t.first for t in find_times(sentence.sentence)), None)
    if published is None or at is None:
        return None
    token, on = tokens[at], (Relation.ON, Precision.DAY)
    return DateMention(published, published, token.text, token.start, token.end, at, at, *on, inferred=True)


def is_long_past(frame: Frame, mention: DateMention) -> bool:
    """Tell a month or a year in front of a sentence that was over long before the report: "In 1984, …"."""
    published = frame.mention.sentence.source.published
    whole = (
        mention.precision in {Precision.YEAR, Precision.MONTH} and mention.first <= 1 and mention.date_to is not None
    )
    return whole and published is not None and mention.date_to is not None and published - mention.date_to > _LONG


def _day(mention: DateMention) -> date | None:
    return mention.date_from if mention.date_from == mention.date_to and mention.relation is Relation.ON else None


def _reach(frame: Frame, at: bool) -> int:
    """Return how many sentences back the day of "In the afternoon, jets struck …" may be told; 0 for no such words."""
    tokens = frame.mention.sentence.sentence.tokens
    first = next((t.lower for t in tokens[:_ITEM] if t.text[0].isalpha()), "")
    if first in words().hour_openers:
        timed = any(t.last < _OPENING for t in find_times(frame.mention.sentence.sentence))  # "At 14:30, they hit"
        if timed or any(t.lower in words().hours for t in tokens[1:_OPENING]):
            return _REACH
    said = [i for i, t in enumerate(tokens) if i > 1 and t.lower in words().hours]
    timed = at or any(_is_of_deed(frame, i) for i in said)  # "was attacked at 11 pm"
    return 2 if timed and not frame.definite else 0


def _is_of_deed(frame: Frame, i: int) -> bool:
    """Tell the hour at token i as that of the attack: "fired at dawn", "shelled it in the evening", "dawn raids"."""
    sentence, mention = frame.mention.sentence, frame.mention
    tokens, event = sentence.sentence.tokens, mention.event
    if event is not None and event.first <= i < event.head:
        return True
    verbs = sentence.phrases.verbs
    if not mention.last < i <= mention.last + _FAR or any(mention.last < v.first < i and v.finite for v in verbs):
        return False
    return tokens[i - 1].lower in _AT or (tokens[i - 1].lower == "the" and tokens[i - 2].lower in _DURING)


#: words before an hour, and tokens from an attack to its hour
_AT, _FAR = frozenset({"at", "around", "before", "after", "since", "by", "until"}), 14
_DURING = frozenset({"in", "during", "throughout"})


def _goes_round(frame: Frame, before: Sequence[Frame]) -> bool:
    """Tell "In Kandahar, gunmen shot an elder" right after what happened elsewhere that day, in one paragraph."""
    sentence, last = frame.mention.sentence, before[-1] if before else None
    if last is None or last.date is None or _day(last.date) is None or frame.series or frame.plural or frame.definite:
        return False
    here = sentence.number - last.mention.sentence.number == 1 and sentence.opening is last.mention.sentence.opening
    place = next((p for p in sentence.places if p.first <= 2), None)
    if not here or place is None or sentence.sentence.tokens[0].lower not in {"in", "near", "outside"}:
        return False
    verb = frame.mention.verb or next((v for v in sentence.phrases.verbs if v.finite), None)
    return verb is not None and _is_past(frame, verb) and place.last < frame.mention.first


def _is_past(frame: Frame, verb: VerbGroup) -> bool:
    tokens = frame.mention.sentence.sentence.tokens
    return not {t.lower for t in tokens[verb.first : verb.last]} & {"has", "have", "had", "is", "are", "being"}
