"""Verdicts on one question: whether what the sources answer can all be true.

- agree: all say the same; compatible: all can be true, and where they meet is shown
- contradict: they cannot all be true; the pairs that clash are named
- doubtful: they clash only by the conventional low of a vague word ("several" against two)
- revised: they clash, and every clash is a later report giving a higher number
- single: one voice only; silent: nobody answers
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analysis.comparison.intervals import Interval, find_clashes, meet


class Verdict(StrEnum):
    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONTRADICT = "contradict"
    DOUBTFUL = "doubtful"
    REVISED = "revised"
    SINGLE = "single"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, where the answers meet, and the pairs of answers (by their numbers) that clash."""

    verdict: Verdict
    meeting: Interval | None = None
    clashes: tuple[tuple[int, int], ...] = ()


def judge_numbers(
    intervals: Sequence[Interval], voices: int, published: Sequence[date | None] | None = None
) -> Judgement:
    """Judge answers that are intervals. `published` gives the day of each answer's report, for a figure that grew."""
    if not intervals:
        return Judgement(Verdict.SILENT)
    clashes = tuple(find_clashes(intervals, usual=False))
    if clashes:
        grown = published is not None and all(_grew(intervals, published, pair) for pair in clashes)
        return Judgement(Verdict.REVISED if grown else Verdict.CONTRADICT, None, clashes)
    meeting = meet(intervals)
    if meeting is None:
        return Judgement(Verdict.DOUBTFUL, meet(intervals, usual=False), tuple(find_clashes(intervals)))
    if voices < 2:
        return Judgement(Verdict.SINGLE, meeting)
    same = len({(interval.low, interval.high, interval.usual) for interval in intervals}) == 1
    return Judgement(Verdict.AGREE if same else Verdict.COMPATIBLE, meeting)


def _grew(intervals: Sequence[Interval], published: Sequence[date | None], pair: tuple[int, int]) -> bool:
    one, other = pair
    low, high = (one, other) if _below(intervals[one], intervals[other]) else (other, one)
    before, after = published[low], published[high]
    return before is not None and after is not None and before < after


def _below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
