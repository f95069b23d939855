"""Nearness: how far the days of a frame and of an attack are the same; None where they never are."""

from __future__ import annotations

from analysis.coding.attacks.clauses.targets import is_known
from analysis.coding.attacks.cluster import Cluster, event_lemma, is_day, is_long_frame
from analysis.coding.attacks.days.lasting import is_told_as_habit
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.bygone import DAYS, MONTHS, comes_later
from analysis.coding.attacks.merging.retelling import is_told_in_full
from analysis.coding.attacks.merging.scenes import place_likeness
from analysis.coding.attacks.merging.shared_victims import share_victims, target_likeness
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier


def date_likeness(frame: Frame, cluster: Cluster) -> float | None:
    """Return how far the days are the same: 2.5 the same, 1 the same week, 0 unknown; None where they never are."""
    if (frame.series or frame.plural) and any(
        is_long_frame(frame) != is_long_frame(f) for f in cluster.seen if f.date and frame.date
    ):
        return None
    if is_long_frame(frame) and any(is_long_frame(f) and _starts_apart(frame, f) for f in cluster.seen):
        return None  # "since 2017" and "this year"
    if _is_habit(frame) and any(map(_is_of_time, cluster.seen)):
        return None  # "have repeatedly struck the same bases" is not what happened on Tuesday
    if _is_of_time(frame) and all(map(_is_habit, cluster.seen)):
        return None
    if frame.series and not frame.definite and _is_over_years(frame) and any(f.date is not None for f in cluster.seen):
        return None
    if comes_later(frame, cluster) or _was_earlier(frame, cluster):
        return None
    values = [_day_likeness(frame.date, f.date) for f in cluster.seen if frame.date and f.date]
    if not frame.definite and any(_at_other_hours(frame.date, f.date) for f in cluster.seen if frame.date and f.date):
        return None
    if (not values and _is_told_earlier(frame, cluster)) or _is_older(frame, cluster):
        return None
    if not values:
        opens = _opens_with_day(frame, cluster) and not is_told_in_full(frame, cluster)
        return None if opens or _is_background(frame) else 0.0
    return None if any(v is None for v in values) else max(v for v in values if v is not None)


def _was_earlier(frame: Frame, cluster: Cluster) -> bool:
    """Tell "Earlier this month, rebels shelled the port" from what was told with its day: it was before that."""
    date, event, tokens = frame.date, frame.mention.event, frame.mention.sentence.sentence.tokens
    if date is None or date.first > 1 or is_day(frame) or tokens[0].lower != "earlier" or frame.pointing:
        return False
    back = event is not None and tokens[event.first].lower in {"the", "this", "that", "these", "those"}
    return not back and any(is_day(f) for f in cluster.seen)


def _is_habit(frame: Frame) -> bool:
    """Tell "routinely carries out raids", uncounted and without a time."""
    return frame.series and frame.count is None and frame.date is None and is_told_as_habit(frame.mention)


def _is_of_time(frame: Frame) -> bool:
    """Tell what happened on a day, or within a week or a month."""
    return frame.date is not None and bool(frame.date.date_from or is_day(frame)) and not is_long_frame(frame)


def _is_over_years(frame: Frame) -> bool:
    """Tell "hundreds of strikes over the course of the war", which no weeks hold."""
    said = " ".join(t.lower for t in frame.mention.sentence.sentence.tokens[frame.mention.last + 1 :])
    return frame.date is None and any(span in said for span in _OVER)


_OVER = ("over the course of", "over the years", "over the past decade", "throughout the war", "during the war",
         "throughout the conflict", "during the conflict")  # fmt: skip


def _is_background(frame: Frame) -> bool:
    """Tell an attack of an earlier year, told for the first time: none of those that have no day."""
    date, published = frame.date, frame.mention.sentence.source.published
    known = frame.pointing or (frame.definite and frame.mention.event is not None)
    if date is None or date.date_to is None or published is None or known:
        return False
    return date.date_to.year < published.year and (published - date.date_to).days > MONTHS


def _is_older(frame: Frame, cluster: Cluster) -> bool:
    """Tell "since February, when rebels kidnapped a priest" from what a report has told as news, without a day."""
    date, published = frame.date, frame.mention.sentence.source.published
    known = frame.pointing or (frame.definite and frame.mention.event is not None and not is_only_there(frame))
    if date is None or date.date_to is None or published is None or known or cluster.series or cluster.in_headline:
        return False
    if (published - date.date_to).days <= DAYS or any(_is_dated(f) for f in cluster.seen):
        return False
    if frame.mention.attached is None and _is_of_other_rounds(frame, cluster):
        return True  # "18 rockets hit the base in May", after the two of today
    if frame.mention.attached is not None or share_victims(frame, cluster):
        return False
    if target_likeness(frame, cluster) > 0 and not _is_at_another(frame):
        return False
    return not any((place_likeness(frame.place, f.place) or 0) > 0 for f in cluster.seen if frame.place and f.place)


def _is_of_other_rounds(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether both have a number of rounds, and not the same."""
    rounds = [f.munitions for f in (frame, *cluster.seen) if f.munitions is not None]
    counted = [q for q in rounds if q.qualifier is not Qualifier.VAGUE]
    return len(counted) > 1 and counted[0] is frame.munitions and all(q.low != counted[0].low for q in counted[1:])


def _is_at_another(frame: Frame) -> bool:
    """Tell "an army post in a town", named as new by a sentence that a time opens."""
    target, date = frame.mention.target, frame.date
    new = target is not None and frame.mention.sentence.sentence.tokens[target.first].lower in {"a", "an"}
    return new and date is not None and date.first <= 1


def _is_dated(frame: Frame) -> bool:
    """Tell a day, a week or a month from none, and from a year within which many attacks may be."""
    date = frame.date
    if date is None or date.date_from is None:
        return False
    return date.precision is not Precision.YEAR and date.relation is not When.SINCE


def _opens_with_day(frame: Frame, cluster: Cluster) -> bool:
    """Tell "On August 18, a rocket attack …", "On Friday, jets …" elsewhere, after an attack told without a day.

    What a report is about is dated where it is told first; a day that a later sentence opens with is another attack's.
    """
    date, mention, published = frame.date, frame.mention, frame.mention.sentence.source.published
    back = frame.definite and not is_only_there(frame)
    if date is None or date.first > 1 or back or frame.pointing or cluster.in_headline:
        return False
    if (
        date.precision not in {Precision.DAY, Precision.MONTH, Precision.WEEK}
        or mention.sentence.number - cluster.frames[-1].mention.sentence.number < 1
    ):
        return False
    if _is_long_past(date):
        return True  # "Four days ago, a tanker sank after an attack", "Last month, bandits raided six villages"
    if _is_calendar_day(date) or date.precision is not Precision.DAY:
        past = DAYS if date.precision is not Precision.WEEK else _WEEK
        return published is None or date.date_to is None or (published - date.date_to).days > past
    if mention.event is None:
        return False
    return not any((place_likeness(frame.place, f.place) or 0) > 0 for f in cluster.seen if frame.place and f.place)


def _is_long_past(date: DateMention) -> bool:
    """Tell "last month", "last year", "four days ago", "weeks ago", which no news is of that is told without a day."""
    said = date.text.lower().split()
    if said[-1] == "ago":
        return said[0] not in {"a", "one"} and bool({"days", "weeks", "months", "years"} & set(said))
    return said[0] == "last" and date.precision in _LONGER


def is_only_there(frame: Frame) -> bool:
    """Tell "rockets hit *the* (same) *base*", where it is the base that was told of before."""
    target, phrases = frame.mention.target, frame.mention.sentence.phrases
    if target is None or frame.mention.weapon is None:
        return False
    return phrases.tags[target.head] is Tag.NOUN and not is_known(phrases, frame.mention.weapon)


def _is_told_earlier(frame: Frame, cluster: Cluster) -> bool:
    """Tell what was reported "yesterday" or "on July 12" already, or claimed "in January", before the attack told."""
    if frame.date is not None or cluster.in_headline:
        return False
    if frame.mention.sentence.number == cluster.frames[-1].mention.sentence.number:
        return False
    told = next((d for d in frame.mention.sentence.dates if d.first <= 1), None)
    days = [f.date for f in cluster.seen if f.date is not None and f.date.precision is Precision.DAY]
    if told is None or (told.precision is not Precision.DAY and not _is_spoken_of(frame, told)):
        return False
    if told.precision is not Precision.DAY:
        end, published = told.date_to, frame.mention.sentence.source.published
        if not days and end is not None and published is not None and told.precision is Precision.MONTH:
            return (published - end).days > DAYS  # "Early last month it said …", under news without a day
        if not days and told.precision is Precision.WEEK and cluster.frames[0].mention.sentence.number <= _TOP:
            return True  # "Last week it said it had carried out an attack on X", under news without a day
        return end is not None and any(d.date_from is not None and end < d.date_from for d in days)
    if frame.definite or frame.pointing:
        return False
    if told.date_from is not None:
        return any(d.date_from is not None and told.date_from < d.date_from for d in days)
    today = any(_TODAY & set(d.text.lower().split()) for d in days)
    return today and (told.text.lower() == "yesterday" or _is_calendar_day(told))


def _is_spoken_of(frame: Frame, told: DateMention) -> bool:
    """Tell "In January it claimed the killing of seven barbers": said of an attack in a month or a year of its own."""
    verbs = [v for v in frame.mention.sentence.phrases.verbs if told.last < v.first and v.last < frame.mention.first]
    if told.precision is Precision.WEEK:
        return any(v.lemma in words().saying for v in verbs)
    return bool(verbs) and told.precision in _LONGER and verbs[-1].lemma in words().saying


#: sentences at the head of a report, which tell its news
_TOP = 3
_TODAY = frozenset({"today", "tonight", "hours"})

#: days after which an attack is told of with its week
_WEEK = 7


def _day_likeness(a: DateMention, b: DateMention) -> float | None:
    if (a.date_from is None) != (b.date_from is None) and a.precision is not Precision.NONE is not b.precision:
        return 0.0 if _is_loose_month(a) or _is_loose_month(b) else None  # "Wednesday" of an unknown week and "in 2017"
    if _is_other_month(a, b) or _is_other_month(b, a):
        return None
    if Precision.NONE in {a.precision, b.precision} and When.ANCHOR in {a.relation, b.relation}:
        return 0.0  # "a week earlier" than something that is not told
    if a.date_from is None or b.date_from is None:
        if _is_other_weekday(a, b) or _is_other_weekday(b, a):
            return None
        if None in {a.weekday, b.weekday} and a.weekday is not b.weekday:
            if _is_calendar_day(a) or _is_calendar_day(b):
                return None  # "on Sunday", and "on May 18" of what was before
            return 0.0  # "Friday morning" and "today", of a report without a date
        if (_is_loose_month(a) and _is_calendar_day(b)) or (_is_loose_month(b) and _is_calendar_day(a)):
            return 0.0
        weekday = a.weekday is not None and a.weekday == b.weekday  # "Sunday", "Sunday evening"
        same = weekday or a.text.lower().split()[-1] == b.text.lower().split()[-1]
        known = a.date_from is None and b.date_from is None
        return (2.0 if same else None) if known else 0.0
    if a.date_from > (b.date_to or a.date_from) or b.date_from > (a.date_to or b.date_from):
        return None
    same = (a.date_from, a.date_to) == (b.date_from, b.date_to)
    return 2.5 if same and (b.date_to is None or (b.date_to - b.date_from).days <= _HOLDS_ONE) else 1.0


#: days of a stretch that two attacks hardly share, as those of a week and a month often do
_HOLDS_ONE = 2


def _starts_apart(a: Frame, b: Frame) -> bool:
    known = a.date is not None and b.date is not None and a.date.date_from is not None and b.date.date_from is not None
    return known and a.date.date_from != b.date.date_from  # type: ignore[union-attr]


def _is_loose_month(date: DateMention) -> bool:
    """Tell "last month", "last year", of which "January 20" may be a day."""
    relative = bool({"last", "this", "past"} & set(date.text.lower().split()))
    return date.date_from is None and relative and date.precision in _LONGER | {Precision.WEEK}


def _is_other_month(a: DateMention, b: DateMention) -> bool:
    """Tell "Thursday", of a week that is not known, from "in July", which one says of another time."""
    return a.date_from is None is b.date_from and a.weekday is not None and b.precision in _LONGER


def _at_other_hours(a: DateMention, b: DateMention) -> bool:
    """Tell "on Monday morning" from "Monday evening"; a night may be either end of its day."""
    mine, theirs = (_HOURS & set(d.text.lower().split()) for d in (a, b))
    return bool(mine and theirs) and not mine & theirs


_HOURS = frozenset({"morning", "afternoon", "evening"})
_LONGER = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR})


def _is_calendar_day(date: DateMention) -> bool:
    return any(c.isdigit() for c in date.text) and date.precision is Precision.DAY


def _is_other_weekday(a: DateMention, b: DateMention) -> bool:
    """Tell "Friday", of a week that is not known, from a day that was no Friday."""
    day = b.date_from
    return (
        a.date_from is None
        and a.weekday is not None
        and day is not None
        and day == b.date_to
        and day.weekday() != a.weekday
    )


def is_after_murder(frame: Frame, cluster: Cluster) -> bool:
    """Tell "two rockets hit the base", after the killing of somebody: no base was told of."""
    killed = all(event_lemma(f) in words().murders for f in cluster.seen)
    return killed and is_only_there(frame) and not share_victims(frame, cluster)
