"""Days between: two attacks of one sentence of which the words say how many days the one came after the other.

"The ambush came five days after the shelling"; "jets hit a camp on Monday, two days after drones fell". Days counted
from what somebody said ("a day after the army said it had killed a commander") date nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import event_lemma
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Relation, to_anchored
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases


def count_back(here: list[Frame], before: Sequence[Frame]) -> list[Frame]:
    """Date the second attack of "The ambush came five days after the shelling" by the day of the first."""
    if here:
        here[0] = _before_it(here[0], before)
    for i, frame in enumerate(here[:-1]):
        here[i + 1] = _before_that(frame, here[i + 1])
        date, event = frame.date, frame.mention.event
        later = _days_between(frame, here[i + 1])
        if later is not None and date is not None and date.date_from is not None:
            earlier = to_anchored(_turned(later), date.date_from, date.date_to)
            here[i + 1] = replace(here[i + 1], date=earlier)
            continue
        if date is None or date.offset is None or date.date_from is not None:
            continue
        told = here[i + 1].date
        if told is not None and told.first != date.first:  # not that by which it is counted itself
            if _is_day_after(frame, date, here[i + 1]) and told.date_from is not None:
                here[i] = replace(frame, date=to_anchored(date, told.date_from))
            continue
        if event is None or not frame.definite or not frame.mention.anchor < date.first < here[i + 1].mention.anchor:
            continue
        same = [f.date for f in reversed(before) if f.date and event_lemma(f) == event_lemma(frame)]
        same += [f.date for f in reversed(before) if f.date]
        day = next((d.date_from for d in same if d.date_from is not None and d.date_from == d.date_to), None)
        if day is not None:
            earlier = to_anchored(replace(date, offset=-date.offset), day)
            here[i], here[i + 1] = replace(frame, date=None), replace(here[i + 1], date=earlier)
    return here


def _before_it(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Date the attack of "It came two days after a raid on a camp" by the day of what "it" is, the last one told."""
    phrases = frame.mention.sentence.phrases
    verb = next((v for v in phrases.verbs if v.finite), None)
    subject = subject_of(phrases, verb) if verb is not None and verb.lemma in _COMING else None
    if (
        verb is None
        or subject is None
        or frame.mention.anchor < verb.first
        or not _is_attack_told_last(phrases, subject)
    ):
        return frame
    counted = (d for d in frame.mention.sentence.dates if verb.last < d.first and d.last < frame.mention.first)
    later = next((d for d in counted if (d.offset or d.months) and d.date_from is None), None)
    undated = frame.date is None or (frame.date.date_from is None and frame.date.relation is Relation.ANCHOR)
    if later is None or not undated or not later.text.lower().endswith("after"):
        return frame
    days = [f.date for f in before if f.date is not None and f.date.date_from is not None and not f.series]
    day = days[-1] if days else None
    if day is None or day.date_from is None or day.date_from != day.date_to:
        return frame
    return replace(frame, date=to_anchored(_turned(later), day.date_from))


def _is_attack_told_last(phrases: Phrases, subject: NounGroup) -> bool:
    """Tell "it", "this", "the latest incident": the attack told last."""
    head, first = phrases.sentence.tokens[subject.head].lower, phrases.sentence.tokens[subject.first].lower
    known = words().deeds | words().events.keys()
    return head in {"it", "this"} or (first == "the" and lemma(phrases, subject) in known)


_COMING = frozenset({"come", "happen", "occur", "follow"})


def _is_day_after(frame: Frame, date: DateMention, other: Frame) -> bool:
    """Tell "The attack came *a day after* a drone hit a convoy on Monday", dated by what follows."""
    told = other.date
    one_day = told is not None and told.date_from == told.date_to and told.relation is Relation.ON
    between = frame.mention.anchor < date.first and date.last < other.mention.first
    return one_day and between and date.text.lower().endswith(" after")


def _before_that(frame: Frame, later: Frame) -> Frame:
    """Date the second attack of "Jets hit a camp on Monday, two days after drones fell" by the day of the first."""
    for date in frame.mention.sentence.dates:
        between = frame.mention.anchor < date.first and date.last < later.mention.first
        after = between and date.text.lower().endswith((" after", " following"))
        if after and date.offset is None and words().long_units & set(date.text.lower().split()):
            return replace(later, another=later.another or not later.definite)  # "less than a week after a bombing"
    return later


def _days_between(a: Frame, b: Frame) -> DateMention | None:
    """Return the days of "Monday's strike came *three days after* a missile landed", or None."""
    verbs = [v for v in a.mention.sentence.phrases.verbs if a.mention.anchor < v.first < b.mention.anchor]
    if not verbs or verbs[0].lemma not in _COMING:
        return None
    between = (d for d in a.mention.sentence.dates if verbs[0].last < d.first and d.last < b.mention.first)
    counted = (d for d in between if (d.offset or d.months) and d.date_from is None)
    return next((d for d in counted if d.text.lower().endswith("after")), None)


def _turned(later: DateMention) -> DateMention:
    """Return "eight years after" as counted back from what came after."""
    return replace(later, offset=later.offset and -later.offset, months=later.months and -later.months)
