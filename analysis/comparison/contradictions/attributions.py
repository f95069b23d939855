"""Attributions: who did it, on what ground.

One attack that is a fact in one place, an accusation in another and a suspicion in a third, within a source or between
sources; an accusation beside its denial; and a run of attacks laid to several doers. Which ground holds is not judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context, find_words
from analysis.comparison.contradictions.guilt import Ground, Guilt, find_guilt
from analysis.comparison.contradictions.runs import find_runs
from analysis.comparison.doers import relate_doers
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
)
from analysis.language.actors import find_actor
from analysis.language.text.forms import parse_singular
from analysis.language.text.tokens import find_tokens
from analysis.tables.frames import to_records
from analysis.tables.wording import listed
from analysis.vocabulary import read_vocabulary

_SAYS = {
    Ground.STATED: "stated as fact",
    Ground.CLAIMED: "claimed",
    Ground.ACCUSED: "an accusation",
    Ground.SUSPECTED: "a suspicion",
    Ground.UNCLAIMED: "claimed by nobody",
    Ground.UNSAID: "not said",
}
_SITES = frozenset(parse_singular(word) for word in read_vocabulary("wordings")["sites"])
#: characters between an accusation and its denial
BESIDE = 600


def check_attributions(context: Context) -> Iterator[Finding]:
    """Find the attacks whose doer is named on several grounds."""
    told = find_guilt(context)
    several: set[str] = set()
    for incident_id, found in told.items():
        by_source: dict[str, list[Guilt]] = defaultdict(list)
        for guilt in found:
            by_source[guilt.passage.source_id].append(guilt)
        for own in by_source.values():
            yield from _grounds(context, own, incident_id)
        if len(by_source) > 1:
            between = list(_grounds(context, [guilt for own in by_source.values() for guilt in own], incident_id))
            several |= {incident_id for finding in between if finding.certainty is Certainty.LIKELY}
            yield from between
    yield from (finding for finding in _doers(context) if finding.incident_id not in several)
    yield from _denials(context)
    yield from _runs(context)
    yield from _told_runs(context)


def _finding(
    says: str, passages: Sequence[Passage], certainty: Certainty, incident_id: str | None = None
) -> Iterator[Finding]:
    told = distinct(passages)
    if len(told) > 1:
        yield Finding(FindingKind.ATTRIBUTIONS, Weight.MATERIAL, certainty, says, told, incident_id, "doer")


def _grounds(context: Context, found: Sequence[Guilt], incident_id: str) -> Iterator[Finding]:
    first: dict[tuple[str, Ground, str | None], Guilt] = {}
    for guilt in found:
        first.setdefault((guilt.passage.source_id, guilt.ground, guilt.doer), guilt)
    grounds = list(dict.fromkeys(guilt.ground for guilt in first.values()))
    if len(grounds) < 2:
        return
    doers = [doer for doer in dict.fromkeys(guilt.doer for guilt in first.values()) if doer]
    apart = any(relate_doers(one, other) is False for one in doers for other in doers)
    says = f"Who did it stands on {len(grounds)} grounds: {listed([_SAYS[ground] for ground in grounds])}" + (
        f" ({listed(doers)})" if doers else ""
    )
    says += "; the claim is in a later report." if _is_claimed_later(context, found) else "."
    certainty = Certainty.LIKELY if apart else Certainty.POSSIBLE
    yield from _finding(says, [guilt.passage for guilt in first.values()], certainty, incident_id)


def _is_claimed_later(context: Context, found: Sequence[Guilt]) -> bool:
    """Whether every report with a claim is of a later day than all that say that nobody claimed the attack."""
    claimed, unclaimed = (
        [context.readings[guilt.passage.source_id].source.published for guilt in found if guilt.ground is ground]
        for ground in (Ground.CLAIMED, Ground.UNCLAIMED)
    )
    first, last = [day for day in claimed if day], [day for day in unclaimed if day]
    known = len(first) == len(claimed) and len(last) == len(unclaimed)
    return bool(known and first and last) and min(first) > max(last)


def _doers(context: Context) -> Iterator[Finding]:
    """One attack that the rows of two sources lay to doers who cannot be the same."""
    for incident_id, answers in context.answers.items():
        rows = [row for row in answers if row["question"] == "doer" and row["row"]["attacker"]]
        apart = {
            row["claim_id"]
            for pair in combinations(rows, 2)
            if relate_doers(*(row["value"] for row in pair)) is False and len({row["source_id"] for row in pair}) > 1
            for row in pair
        }
        named = [row for row in rows if row["claim_id"] in apart]
        if named:
            doers = list(dict.fromkeys(f"{row['value']} ({_SAYS[Ground(row['text'])]})" for row in named))
            says = f"One attack is laid to {listed(doers)}."
            passages = [context.passage(row["source_id"], *_spot(context, row)) for row in named]
            yield from _finding(says, passages, Certainty.LIKELY, incident_id)


def _spot(context: Context, row: Cells) -> tuple[int, int]:
    """Where an attack's row names its doer, else who says so, else its whole sentence."""
    by = find_words(context, row, row["value"]) or find_words(context, row, row.get("speaker"))
    return by or (row["start"], row["end"])


def _denials(context: Context) -> Iterator[Finding]:
    """An accusation and the denial of the accused close behind it."""
    rows = [row for row in to_records(context.tables.statements) if row["source_id"] in context.readings]
    for denial in (row for row in rows if row["act"] == "denies" and not row["anonymous"]):
        who = find_actor(denial["speaker"])
        for blame in rows:
            near = blame["source_id"] == denial["source_id"] and 0 <= denial["start"] - blame["start"] <= BESIDE
            if not (near and blame["act"] == "blames" and who) or blame["speaker"] == denial["speaker"]:
                continue
            sentence = context.sentence_at(blame["source_id"], blame["content_start"])
            if sentence and any(actor.actor.name == who.name for actor in sentence.actors):
                says = f"{blame['speaker']} blames {who.name}; {denial['speaker']} denies it."
                passages = [_spoken(context, row) for row in (blame, denial)]
                yield from _finding(says, passages, Certainty.SURE)
                break


def _spoken(context: Context, row: Cells) -> Passage:
    start = context.sentence_at(row["source_id"], row["content_start"])
    first = start.sentence.start if start else row["content_start"]
    return context.passage(row["source_id"], first, row["content_end"])


def _runs(context: Context) -> Iterator[Finding]:
    """Runs of attacks of one source on the same kind of target in one country, laid to different doers."""
    runs: dict[str, list[Cells]] = defaultdict(list)
    for rows in context.members.values():
        for row in rows:
            if row["scope"] == "series":
                runs[row["source_id"]].append(row)
    for series in runs.values():
        for word in sorted({word for row in series for word in _sites(row)}):
            same = sorted((row for row in series if word in _sites(row)), key=lambda row: row["start"])
            doers = list(dict.fromkeys(row["attacker"] or "nobody named" for row in same))
            if len(doers) > 1 and len({row["country"] for row in same} - {None}) < 2:
                says = f"Attacks on {word}s are laid to {listed(doers)}."
                passages = [context.passage(row["source_id"], *_target(context, row)) for row in same]
                yield from _finding(says, passages, Certainty.POSSIBLE)


def _sites(row: Cells) -> frozenset[str]:
    """The kinds of site that a row's target, or else its sentence, names, in the singular."""
    words = {parse_singular(token.lower) for token in find_tokens(row["target"] or "")} & _SITES
    return frozenset(words or {parse_singular(token.lower) for token in find_tokens(row["evidence"])} & _SITES)


def _target(context: Context, row: Cells) -> tuple[int, int]:
    return find_words(context, row, row["target"]) or (row["start"], row["end"])


def _told_runs(context: Context) -> Iterator[Finding]:
    """A run of attacks that is an accusation in one source and a fact in another, with the denial of the accused."""
    denials = [row for row in to_records(context.tables.statements) if row["act"] == "denies"]
    for run in find_runs(context):
        grounds = {row["attribution"] for row in run} - {None}
        if len(grounds) < 2:
            continue
        doer = next(row["attacker"] for row in run if row["attacker"])
        near = [
            _spoken(context, denial)
            for row in run
            for denial in denials
            if denial["source_id"] == row["source_id"]
            and 0 <= denial["start"] - row["start"] <= BESIDE
            and relate_doers(denial["speaker"], doer)
        ]
        says = f"One run of attacks by {doer} is {listed([_SAYS[Ground(ground)] for ground in sorted(grounds)])}"
        says += "; the accused denies it." if near else "."
        passages = [context.passage(row["source_id"], *_target(context, row)) for row in run]
        yield from _finding(says, [*passages, *near], Certainty.POSSIBLE)
