"""Agreement: for each incident and question, whether the answers of its sources can all be true.

Numbers are judged as intervals (`verdicts.py`), days as intervals of days, places by how they lie to each other, doers
by whether one can be meant by the other. Questions that every attack has (date, place, doer, claim, rounds, killed,
injured) have a row also where nobody answers, so that silence is seen. Beside the plain range stands the number of
deaths as ACLED would state it (`conventions.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

from analysis.comparison.answers import Cells, find_answers, rank_question
from analysis.comparison.conventions import Figure, state_as_acled, to_range
from analysis.comparison.doers import relate_doers
from analysis.comparison.incidents import compare_attacks, compare_incidents, credits_of
from analysis.comparison.intervals import Interval, find_clashes, say_interval
from analysis.comparison.places import Relation, relate_places
from analysis.comparison.schema import AGREEMENT
from analysis.comparison.totals import derive_total, find_sums, interval_of, is_counted
from analysis.comparison.verdicts import Judgement, Verdict, judge_numbers
from analysis.comparison.voices import count_voices, to_claim
from analysis.tables.frames import Tables, to_frame
from analysis.tables.wording import say_days

if TYPE_CHECKING:
    import pandas as pd

#: questions of every attack
ALWAYS = ("date", "place", "doer", "claim", "rounds", "killed", "injured")


def compare_agreement(tables: Tables) -> pd.DataFrame:
    """Make the table of agreement (columns: `AGREEMENT`): a row per incident and question, in the order of both."""
    compared = compare_attacks(tables)
    incidents, credits = compare_incidents(compared), credits_of(compared)
    answers = find_answers(compared)
    rows: list[Cells] = []
    for incident_id, name, scope in incidents[["incident_id", "name", "scope"]].itertuples(index=False, name=None):
        asked = judge_incident(answers.get(incident_id, ()), credits, scope == "single")
        rows += [{"incident_id": incident_id, "incident": name, **row} for row in asked]
    return to_frame("agreement", rows, AGREEMENT)


def judge_incident(answers: Sequence[Cells], credits: Mapping[str, Sequence[str]], single: bool) -> list[Cells]:
    """Judge the answers of one incident: a row per question, in the order of the questions."""
    sources = list(dict.fromkeys(row["source_id"] for row in answers))
    by_question = questions_of(answers)
    if single:
        known = {question.partition(" ")[0] for question in by_question}
        by_question |= {question: [] for question in ALWAYS if question not in known}
    sums = _sums(answers)
    return [
        {**_judge(question, by_question[question], sources, credits), "sums": ";".join(sums.get(question, ()))}
        for question in sorted(by_question, key=_rank)
    ]


def questions_of(answers: Sequence[Cells]) -> dict[str, list[Cells]]:
    """Group the answers of an incident by question, with whether it is claimed and with the totals of given parts."""
    by_question: dict[str, list[Cells]] = {}
    totals = derive_totals(answers)
    summed = {(row["source_id"], row["question"]) for row in totals}
    told = [row for row in answers if not (row["rest"] and (row["source_id"], row["question"]) in summed)]
    for row in [*told, *_claims(answers), *totals]:
        by_question.setdefault(row["question"], []).append(row)
    return by_question


def judge_answers(question: str, rows: Sequence[Cells], voices: int) -> Judgement:
    """Judge the answers to one question; parts of totals are no answers of their own."""
    return _JUDGES.get(question, _judge_figures)(rows, voices)


def _rank(question: str) -> tuple[int, str]:
    return (2, "claim") if question == "claim" else rank_question(question)


def _claims(answers: Sequence[Cells]) -> list[Cells]:
    """The answers to whether anybody claims the attack, out of those on its doer."""
    return [
        {**row, "question": "claim", "value": row["text"]}
        for row in answers
        if row["question"] == "doer" and row["text"]
    ]


def derive_totals(answers: Sequence[Cells]) -> list[Cells]:
    """What sources add up to where another source gives a total ("seven Americans" against five and two)."""
    derived: list[Cells] = []
    for total in answers:
        if total.get("role") != "unspecified" or total["part"] or total["rest"]:
            continue
        for source_id in dict.fromkeys(row["source_id"] for row in answers):
            theirs = [
                row for row in answers if row["source_id"] == source_id and row.get("outcome") == total["outcome"]
            ]
            given = any(row["question"] == total["question"] and not row["rest"] for row in theirs)
            found = None if given else derive_total(theirs, total["nationality"])
            if found and not any(
                row["source_id"] == source_id and row["question"] == total["question"] for row in derived
            ):
                derived.append(_derived(total["question"], *found))
    return derived


def _derived(question: str, interval: Interval, parts: Sequence[Cells]) -> Cells:
    words = " + ".join(str(part["text"]) for part in parts)
    return {**parts[0], "question": question, "interval": interval, "text": words, "part": False}


def _judge(question: str, rows: Sequence[Cells], sources: Sequence[str], credits: Mapping[str, Sequence[str]]) -> Cells:
    whole = [row for row in rows if not row["part"]] or list(rows)
    claims = {
        row["claim_id"]: to_claim({**row["row"], "speaker": row.get("speaker")}, row["table"], credits) for row in whole
    }
    voices = count_voices(claims.values())
    judged = judge_answers(question, whole, voices)
    told = list(dict.fromkeys(row["source_id"] for row in rows))
    return {
        "question": question,
        "verdict": judged.verdict.value,
        "sources": len(told),
        "voices": voices,
        "silent": ";".join(source_id for source_id in sources if source_id not in told),
        "meeting": _say_meeting(question, judged, whole),
        "clashes": ";".join(f"{whole[a]['claim_id']}|{whole[b]['claim_id']}" for a, b in judged.clashes),
        **_ranges(question, whole),
    }


def _sums(answers: Sequence[Cells]) -> dict[str, list[str]]:
    """The totals that one source gives with several of their parts, by question."""
    groups: dict[tuple[str, ...], list[Cells]] = {}
    for row in answers:
        if row.get("outcome"):
            groups.setdefault((row["source_id"], row["attack"], row["outcome"]), []).append(row)
    found: dict[str, list[str]] = {}
    for group in groups.values():
        for total in find_sums(group):
            if len(total.parts) > 1:
                found.setdefault(total.total["question"], []).append(total.words)
    return found


def _ranges(question: str, rows: Sequence[Cells]) -> Cells:
    outcome = question.partition(" ")[0]
    if outcome not in ("killed", "injured", "rounds"):
        return {}
    figures = [Figure(_interval(row), row["text"]) for row in rows]
    plain = to_range(figures)
    return {"low": plain.low, "high": plain.high, "acled": state_as_acled(figures, outcome)}


def _interval(row: Cells) -> Interval:
    given: Interval | None = row.get("interval")
    return given if given is not None else interval_of(row)


def _judge_figures(rows: Sequence[Cells], voices: int) -> Judgement:
    return judge_numbers(_told_apart(rows), voices, [row["published"] if row["news"] else None for row in rows])


def _told_apart(rows: Sequence[Cells]) -> list[Interval]:
    """The intervals of figures, those that one speaker of one source gives for several groups of people left open.

    "Six priests and two women were killed": neither figure is the number of all civilians, so only the least is known.
    Where one source alone speaks, the same holds of what it says in its own voice beside a speaker, and of "a child".
    """
    intervals = [_interval(row) for row in rows]
    spoken: dict[tuple[str, str | None], list[int]] = {}
    for at, row in enumerate(rows):
        spoken.setdefault((row["source_id"], row.get("speaker")), []).append(at)
    for ats in spoken.values():
        own = [intervals[at] for at in ats]
        if len(own) > 1 and find_clashes(own, usual=False):
            least = max((interval.low or 0) for interval in own)
            for at in ats:
                intervals[at] = Interval(min(least, intervals[at].low or least), None)
    if len({source_id for source_id, _ in spoken}) == 1 and find_clashes(intervals):
        fewest = min((interval.low or 0) for interval in intervals)
        return [
            interval if row.get("speaker") and is_counted(row) else Interval(fewest, None)
            for row, interval in zip(rows, intervals, strict=True)
        ]
    return intervals


def _judge_dates(rows: Sequence[Cells], voices: int) -> Judgement:
    return judge_numbers([_days(row["row"]) for row in rows], voices)


def _days(row: Cells) -> Interval:
    first, last = row["date_from"], row["date_to"]
    return Interval(first.toordinal() if first else None, last.toordinal() if last else None)


def _judge_places(rows: Sequence[Cells], voices: int) -> Judgement:
    country = rows[0]["row"]["country"] if rows else None
    relations = {
        (a, b): relate_places(
            one["row"]["place"], other["row"]["place"], country if country and len(country) == 2 else None
        )
        for (a, one), (b, other) in combinations(enumerate(rows), 2)
    }
    clashes = tuple(pair for pair, relation in relations.items() if relation is Relation.APART)
    return _judge_kinds(rows, voices, clashes, {rel is Relation.SAME for rel in relations.values()} <= {True})


def _judge_doers(rows: Sequence[Cells], voices: int) -> Judgement:
    pairs = list(combinations(enumerate(row["row"] for row in rows), 2))
    known = {(a, b): relate_doers(one["attacker"], other["attacker"]) for (a, one), (b, other) in pairs}
    clashes = tuple(pair for pair, fits in known.items() if fits is False)
    sure = all(row["text"] in ("stated", "claimed") for pair in clashes for row in (rows[pair[0]], rows[pair[1]]))
    same = len({row["value"] for row in rows}) == 1
    return _judge_kinds(rows, voices, clashes, same, Verdict.CONTRADICT if sure else Verdict.DOUBTFUL)


def _judge_claims(rows: Sequence[Cells], voices: int) -> Judgement:
    clashes = tuple(
        (a, b)
        for (a, one), (b, other) in combinations(enumerate(rows), 2)
        if {one["value"], other["value"]} == {"claimed", "unclaimed"}
    )
    return _judge_kinds(rows, voices, clashes, len({row["value"] for row in rows}) == 1)


def _judge_kinds(
    rows: Sequence[Cells],
    voices: int,
    clashes: tuple[tuple[int, int], ...],
    same: bool,
    clash: Verdict = Verdict.CONTRADICT,
) -> Judgement:
    if not rows:
        return Judgement(Verdict.SILENT)
    if clashes:
        return Judgement(clash, None, clashes)
    if voices < 2:
        return Judgement(Verdict.SINGLE)
    return Judgement(Verdict.AGREE if same else Verdict.COMPATIBLE)


_JUDGES: dict[str, Callable[[Sequence[Cells], int], Judgement]] = {
    "date": _judge_dates,
    "place": _judge_places,
    "doer": _judge_doers,
    "claim": _judge_claims,
}


def _say_meeting(question: str, judged: Judgement, rows: Sequence[Cells]) -> str | None:
    """Where the answers meet, in words; None where they do not, or for answers that are no intervals."""
    if question == "date" and judged.meeting is not None:
        days = [_from_ordinal(bound) for bound in (judged.meeting.low, judged.meeting.high)]
        return say_days(*days)
    if judged.meeting is not None:
        return say_interval(judged.meeting)
    values: set[Any] = {row.get("value") for row in rows}
    return str(values.pop()) if judged.verdict is Verdict.AGREE and len(values) == 1 else None


def _from_ordinal(bound: int | None) -> date | None:
    return date.fromordinal(bound) if bound is not None else None
