"""Figures that do not go together: in one source, and between the sources of one attack.

Within a source: two tolls of one attack by two speakers (in a source's own voice the second mostly counts others),
parts that exceed their total, and a part of a run of attacks that leaves no room for the rest. Between sources: what
`agreement` judges, a clash, a doubtful one (a vague word), a figure that grew, and figures that differ though all can
be true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from analysis.comparison.agreement import judge_answers, questions_of
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context, find_words
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.comparison.intervals import say_interval
from analysis.comparison.totals import find_sums, interval_of, is_counted
from analysis.comparison.verdicts import Judgement, Verdict
from analysis.comparison.voices import name_speaker
from analysis.language.quantities import parse_quantity
from analysis.tables.wording import listed

#: how sure a verdict makes a finding, and how grave; verdicts that are left out make none
_GRADES = {
    Verdict.CONTRADICT: (Certainty.SURE, Weight.MATERIAL),
    Verdict.DOUBTFUL: (Certainty.POSSIBLE, Weight.MATERIAL),
    Verdict.REVISED: (Certainty.COMPATIBLE, Weight.MINOR),
    Verdict.COMPATIBLE: (Certainty.COMPATIBLE, Weight.MINOR),
}
_SAYS = {
    Verdict.CONTRADICT: "they cannot all be true",
    Verdict.DOUBTFUL: "they clash only if a vague word means what it usually means",
    Verdict.REVISED: "the later report has the higher figure",
    Verdict.COMPATIBLE: "all can be true",
}


def check_figures(context: Context) -> Iterator[Finding]:
    """Find the figures that do not go together."""
    for incident_id, answers in context.answers.items():
        numbers = [row for row in answers if row.get("qualifier")]
        yield from _within(context, incident_id, numbers)
        yield from _between(context, incident_id, numbers)
    yield from _parts_of_runs(context)


def figure_passage(context: Context, row: Cells) -> Passage | None:
    """Cut the passage of a figure: the clause of its number words."""
    spot = find_words(context, row, row["text"]) or (row["start"], row["end"])
    return context.passage(row["source_id"], *spot) if row["source_id"] in context.readings else None


def _finding(
    context: Context,
    rows: Sequence[Cells],
    says: str,
    grade: tuple[Certainty, Weight],
    incident_id: str | None,
    question: str,
) -> Iterator[Finding]:
    passages = distinct(passage for row in rows if (passage := figure_passage(context, row)))
    if len(passages) > 1:
        claims = tuple(dict.fromkeys(row["claim_id"] for row in rows))
        yield Finding(FindingKind.FIGURES, grade[1], grade[0], says, passages, incident_id, question, claims)


def _within(context: Context, incident_id: str, answers: Sequence[Cells]) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str, str], list[Cells]] = defaultdict(list)
    sums: dict[tuple[str, str, str], list[Cells]] = defaultdict(list)
    for row in answers:
        if row["table"] == "casualties":
            if not row["part"]:
                groups[row["source_id"], row["attack"], row["outcome"], row["role"]].append(row)
            sums[row["source_id"], row["attack"], row["outcome"]].append(row)
    for rows in groups.values():
        for same in _alike([row for row in rows if row.get("speaker") and is_counted(row)]):
            judged = judge_answers("killed", same, 2)
            voices = {str(row["speaker"]).casefold() for row in same}
            if judged.verdict in (Verdict.CONTRADICT, Verdict.REVISED) and len(voices) > 1:
                says = f"One source gives {_tolls(same)} for one attack; they cannot all be true."
                yield from _finding(context, same, says, _GRADES[Verdict.CONTRADICT], incident_id, same[0]["question"])
    for rows in sums.values():
        yield from _one_word(context, rows, incident_id)
        yield from _over_total(context, rows, incident_id)
        for total in find_sums(rows):
            if not total.fits:
                says = f"The parts exceed their total: {total.words}."
                told = [total.total, *total.parts]
                yield from _finding(
                    context, told, says, _GRADES[Verdict.CONTRADICT], incident_id, total.total["question"]
                )


def _over_total(context: Context, rows: Sequence[Cells], incident_id: str) -> Iterator[Finding]:
    """A total by one speaker and more people of one kind by another: "17 dead" and "22 fighters killed"."""
    spoken = [row for row in rows if row.get("speaker") and is_counted(row) and not row["part"]]
    for total in (row for row in spoken if row["role"] == "unspecified" and not row["rest"]):
        most, voice = interval_of(total).high, str(total["speaker"]).casefold()
        for part in (row for row in spoken if row["role"] != "unspecified" and _can_be_same(row, total)):
            least = interval_of(part).low
            if most is not None and least is not None and least > most and str(part["speaker"]).casefold() != voice:
                says = f"One source gives {_tolls([total, part])} for one attack; they cannot all be true."
                grade = _GRADES[Verdict.CONTRADICT]
                yield from _finding(context, [total, part], says, grade, incident_id, total["question"])


def _one_word(context: Context, rows: Sequence[Cells], incident_id: str) -> Iterator[Finding]:
    """One vague word over several groups of people, in two sentences: so many of each, or so many in all."""
    words: dict[str, list[Cells]] = defaultdict(list)
    for row in rows:
        if row["qualifier"] == "vague" and not row["part"]:
            words[str(row["text"]).casefold()].append(row)
    for word, same in words.items():
        if len({row["question"] for row in same}) > 1 and len({row["start"] for row in same}) > 1:
            says = f"“{word.capitalize()}” counts {listed([_people(row) for row in same])}: of each, or in all."
            grade = (Certainty.POSSIBLE, Weight.MINOR)
            yield from _finding(context, same, says, grade, incident_id, same[0]["outcome"])


def _people(row: Cells) -> str:
    return str(row["question"]).partition(" ")[2]


def _alike(rows: Sequence[Cells]) -> list[list[Cells]]:
    """Group figures whose people can be the same: nationality and organisation equal, or not said."""
    groups: list[list[Cells]] = []
    for row in rows:
        fits = next((group for group in groups if all(_can_be_same(row, other) for other in group)), None)
        if fits is None:
            groups.append([row])
        else:
            fits.append(row)
    return [group for group in groups if len(group) > 1]


def _can_be_same(one: Cells, other: Cells) -> bool:
    return all(one[key] == other[key] or None in (one[key], other[key]) for key in ("nationality", "group"))


def _tolls(rows: Sequence[Cells]) -> str:
    """List figures, those of the same words once, by whom they are told."""
    by_words: dict[object, list[Cells]] = defaultdict(list)
    for row in rows:
        number = row.get("interval") or interval_of(row)
        exact = number.low == number.high is not None and row["qualifier"] == "exact"  # "nine" and "9" are one
        by_words[number.low if exact else str(row["text"]).casefold()].append(row)
    return listed([_said(same) for same in by_words.values()])


def _said(same: Sequence[Cells]) -> str:
    row = same[0]
    words = quoted([str(row["text"])])
    number = say_interval(row.get("interval") or interval_of(row))
    told = words if number.casefold() == str(row["text"]).casefold() else f"{words} ({number})"
    voices: dict[str, str] = {}
    for speaker in (str(row["speaker"]) for row in same if row.get("speaker")):
        voices.setdefault((name_speaker(speaker) or speaker).casefold().replace(".", ""), _inside(speaker))
    own = sum(not row.get("speaker") for row in same)
    told_by = [*voices.values(), *(["a source itself"] if own == 1 else ["sources themselves"] if own else [])]
    return f"{told} by {listed(told_by)}" if voices else told


def _inside(speaker: str) -> str:
    """Write a speaker as it stands inside a sentence: "a militia official"."""
    article, _, rest = speaker.partition(" ")
    return f"{article.lower()} {rest}" if rest and article in ("A", "An", "The") else speaker


def _between(context: Context, incident_id: str, answers: Sequence[Cells]) -> Iterator[Finding]:
    for question, rows in questions_of(answers).items():
        whole = [row for row in rows if not row["part"] and is_told(row)]
        sources = {row["source_id"] for row in whole}
        if len(sources) < 2:
            continue
        judged = judge_answers(question, whole, 2)
        grade = _GRADES.get(judged.verdict)
        if grade is None:
            continue
        told = _clashing(judged, whole) if judged.verdict is not Verdict.COMPATIBLE else whole
        if len({row["source_id"] for row in told}) < 2:
            continue
        says = f"{_topic(question)}: {_tolls(whole)}; {_SAYS[judged.verdict]}"
        says += f", and meet at {say_interval(judged.meeting)}." if judged.meeting is not None else "."
        yield from _finding(context, whole, says, grade, incident_id, question)


def is_told(row: Cells) -> bool:
    """Whether a figure says how many: a number or a vague word, and not the name of a person."""
    return is_counted(row) or parse_quantity(str(row["text"])) is not None


def _clashing(judged: Judgement, rows: Sequence[Cells]) -> list[Cells]:
    return [rows[at] for at in sorted({at for pair in judged.clashes for at in pair})]


def _topic(question: str) -> str:
    outcome, _, victims = question.partition(" ")
    return f"{outcome.capitalize()}, {victims}" if victims else outcome.capitalize()


def _parts_of_runs(context: Context) -> Iterator[Finding]:
    """The dead of one attack of a run against the dead of the run, in one source."""
    for rows in context.members.values():
        for run in rows:
            if run["scope"] != "series" or not run["date_from"]:
                continue
            inside = [
                row
                for others in context.members.values()
                for row in others
                if row["source_id"] == run["source_id"] and row["scope"] == "single" and _is_part(row, run)
            ]
            totals = context.victims.get((run["source_id"], run["id"]), ())
            for single in inside:
                for part in context.victims.get((single["source_id"], single["id"]), ()):
                    yield from _no_room(context, part, [t for t in totals if not t["subset"]], run["incident_id"])


def _is_part(single: Cells, run: Cells) -> bool:
    dated = single["date_from"] and run["date_to"] and run["date_from"] <= single["date_from"] <= run["date_to"]
    return bool(dated) and single["attacker"] == run["attacker"] is not None


def _no_room(context: Context, part: Cells, totals: Sequence[Cells], incident_id: str) -> Iterator[Finding]:
    for total in totals:
        same = part["outcome"] == total["outcome"] and part["role"] == total["role"] and _can_be_same(part, total)
        low, high = interval_of(part).low, interval_of(total).high
        if same and low is not None and high is not None and low >= high:
            over = low > high
            says = f"{quoted([part['text']])} of one strike and {quoted([total['text']])} in all: " + (
                "the part exceeds the whole." if over else "true only if nobody else was."
            )
            grade = (Certainty.SURE if over else Certainty.POSSIBLE, Weight.MATERIAL)
            yield from _finding(context, [part, total], says, grade, incident_id, str(part["outcome"]))
