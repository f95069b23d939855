"""Wordings of what is told: one thing described in two ways.

What the victims of one figure are called, whose the site is, what a run of attacks hit, and what a body is said to be.
Nobody is wrong by this alone; whoever counts "a base of the US" and "an Iraqi base" as two is. A number alone ("eight
were killed") calls its people nothing, and who gives a figure stands beside the figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.coding.reading import SentenceReading
from analysis.comparison.agreement import questions_of
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context, find_words
from analysis.comparison.contradictions.runs import find_runs
from analysis.comparison.evidence import find_people
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.comparison.mentions import find_words as content_words
from analysis.language.actors.names import ActorKind
from analysis.language.quantities import parse_quantity
from analysis.tables.wording import capital, listed, say_country
from analysis.vocabulary import read_vocabulary

_SITES = frozenset(read_vocabulary("wordings")["sites"])
_DESCRIBED = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
_OWNERS = frozenset({ActorKind.STATE, ActorKind.FORCE})
#: tokens of a description at the most
LONGEST = 9


def check_wordings(context: Context) -> Iterator[Finding]:
    """Find what is described in two ways."""
    for incident_id, answers in context.answers.items():
        if len({row["source_id"] for row in answers}) > 1:
            yield from _victims(context, incident_id, answers)
    for incident_id, rows in context.members.items():
        if rows[0]["scope"] == "single":
            yield from _owners(context, incident_id, rows)
    for run in find_runs(context):
        yield from _targets(context, run)
    yield from _descriptions(context)


def _finding(
    says: str, passages: Sequence[Passage], incident_id: str | None = None, question: str = "wording"
) -> Iterator[Finding]:
    told = distinct(passages)
    if len(told) > 1:
        yield Finding(FindingKind.WORDINGS, Weight.MINOR, Certainty.COMPATIBLE, says, told, incident_id, question)


def _victims(context: Context, incident_id: str, answers: Sequence[Cells]) -> Iterator[Finding]:
    """The people of one figure under two nouns: "personnel" and "members of the security forces"."""
    for question, rows in questions_of(answers).items():
        named: dict[str, dict[str, tuple[str, Passage]]] = defaultdict(dict)
        for row in rows:
            if row["table"] == "casualties" and (noun := _noun(context, row)):
                named[noun[0]].setdefault(row["source_id"], (noun[1], noun[2]))
        sources = {source_id for found in named.values() for source_id in found}
        if len(named) > 1 and len(sources) > 1:
            words = [found[source_id][0] for found in named.values() for source_id in list(found)[:1]]
            says = f"{capital(question)}: the people are {quoted(words)}."
            yield from _finding(says, [p for found in named.values() for _, p in found.values()], incident_id, question)


def _noun(context: Context, row: Cells) -> tuple[str, str, Passage] | None:
    """The noun behind the number of a figure, its noun group as printed, and the passage; None for a number alone."""
    people = find_people(row["row"])
    if people is None or not people.noun or parse_quantity(people.noun) is not None:
        return None
    if context.sentence_at(row["source_id"], row["start"]) is None:
        return None
    start, end = (row["start"] + at for at in people.span)
    return people.noun, row["evidence"][slice(*people.span)], context.passage(row["source_id"], start, end)


def _owners(context: Context, incident_id: str, rows: Sequence[Cells]) -> Iterator[Finding]:
    """The site of one attack as a site of two states; beside them, where a source says both, a site of nobody."""
    owners: dict[str | None, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for sentence in _about(context, row):
            for owner, passage in _owned(context, sentence):
                owners[owner][row["source_id"]].append(passage)
    named = [owner for owner in owners if owner]
    if len(named) > 1:
        says = f"The site of one attack is said to be of {listed([say_country(owner) for owner in named])}."
        told = sorted(owners.items(), key=lambda item: item[0] is None)
        passages = [passage for _, found in told for own in found.values() for passage in own[:2]]
        yield from _finding(says, passages, incident_id, "target")


def _about(context: Context, row: Cells) -> list[SentenceReading]:
    """The sentences of an attack, its victims, its site and the title."""
    spans = [(c["start"], c["end"]) for c in (row, *context.victims.get((row["source_id"], row["id"]), ()))]
    found = {s.number: s for span in spans for s in context.sentences_in(row["source_id"], *span)}
    for sentence in context.readings[row["source_id"]].sentences:
        named = row["place"] and any(mention.place.name == row["place"] for mention in sentence.places)
        if named or (sentence.number < 2 and sentence.sentence.headline):
            found[sentence.number] = sentence
    return [found[number] for number in sorted(found)]


def _owned(context: Context, sentence: SentenceReading) -> Iterator[tuple[str | None, Passage]]:
    """The states whose adjective or name stands before the noun of a site, None for "a base" of nobody."""
    if sentence.words.isdisjoint(_SITES):
        return
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        if tokens[group.head].lower not in _SITES:
            continue
        inside = [a.actor for a in sentence.actors if group.first <= a.first < group.head and a.actor.kind in _OWNERS]
        owner = next((actor.country for actor in inside if actor.country), None)
        if owner or tokens[group.first].lower in ("a", "an"):
            start, end = tokens[group.first].start, tokens[group.last].end
            yield owner, context.passage(sentence.source.source_id, start, end)


def _targets(context: Context, run: Sequence[Cells]) -> Iterator[Finding]:
    """What one run of attacks hit, in words that share nothing."""
    told = [(row, content_words(row["target"])) for row in run if row["target"] and content_words(row["target"])]
    for (one, words), (other, theirs) in combinations(told, 2):
        if one["source_id"] != other["source_id"] and not words & theirs:
            spots = [(row, find_words(context, row, row["target"])) for row in (one, other)]
            passages = [context.passage(row["source_id"], *spot) for row, spot in spots if spot]
            says = f"One run of attacks is said to have hit {quoted([one['target'], other['target']])}."
            yield from _finding(says, passages, None, "target")


def _descriptions(context: Context) -> Iterator[Finding]:
    """What a group is said to be, where two sources say it in other words: "a group of militias", "a militia"."""
    told: dict[str, dict[str, tuple[str, Passage]]] = defaultdict(dict)
    for sentence in context.sentences():
        tokens = sentence.sentence.tokens
        for mention in sentence.actors:
            if mention.actor.kind not in _DESCRIBED or mention.last + 3 >= len(tokens):
                continue
            if tokens[mention.last + 1].text != "," or tokens[mention.last + 2].lower not in ("a", "an"):
                continue
            first = last = mention.last + 2
            while last + 1 < len(tokens) and tokens[last + 1].text not in (",", ".", ";") and last - first < LONGEST:
                last += 1
            start, end = tokens[first].start, tokens[last].end
            words = sentence.source.text[start:end].strip('"”“ ')
            passage = context.passage(sentence.source.source_id, start, end)
            told[mention.actor.name].setdefault(sentence.source.source_id, (words, passage))
    for name, found in told.items():
        if len({_plain(words) for words, _ in found.values()}) > 1:
            says = f"{name} is {quoted([words for words, _ in found.values()])}."
            yield from _finding(says, [passage for _, passage in found.values()], None, "name")


def _plain(words: str) -> tuple[str, ...]:
    return tuple(words.casefold().replace("’", "'").replace("'", "").split()[1:])
