"""Who is said to have done an attack, sentence by sentence: the ground, the doer and the passage.

A sentence is of the attack whose day it names, else of the one that its source told of last. Grounds are those that
the coding reads (`analysis.coding.attacks.guilt`), and the one that it gives an attack where no passage of the source
has it; a doer right before the attack ("the militia attack") is stated as fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from analysis.coding.attacks import utterances_by_sentence
from analysis.coding.attacks.guilt import find_guilt as read_guilt
from analysis.coding.reading import SentenceReading
from analysis.coding.utterances import Utterance, find_utterances
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context, all_events, plain_events
from analysis.comparison.findings import Passage
from analysis.language.actors import ActorMention
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.text.forms import is_plural, parse_singular
from analysis.vocabulary import read_vocabulary


class Ground(StrEnum):
    CLAIMED = "claimed"
    STATED = "stated"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    UNCLAIMED = "unclaimed"
    UNSAID = "unsaid"


_NOBODY = frozenset({"no", "nobody", "anybody", "anyone"})
_ACCUSING = frozenset({"accuse", "blame", "attribute"})


@dataclass(frozen=True, slots=True)
class Guilt:
    """What one sentence says of the doer of an attack."""

    ground: Ground
    doer: str | None
    passage: Passage


def find_guilt(context: Context) -> dict[str, list[Guilt]]:
    """Find what the sources say of the doers of single attacks, by incident, in the order of the sources."""
    attacks: dict[str, list[Cells]] = defaultdict(list)
    for rows in context.members.values():
        for row in rows:
            if row["scope"] == "single":
                attacks[row["source_id"]].append(row)
    found: dict[str, list[Guilt]] = defaultdict(list)
    for source_id, reading in context.readings.items():
        rows = sorted(attacks.get(source_id, ()), key=lambda row: row["start"])
        said = utterances_by_sentence(reading, find_utterances(reading)) if rows else {}
        for sentence in reading.sentences if rows else ():
            guilt = _read(context, sentence, said.get(sentence.number, ()))
            attack = find_attack(context, sentence, rows) if guilt else None
            if attack:
                found[attack["incident_id"]] += guilt
        for row in rows:
            found[row["incident_id"]] += _coded(context, row, found[row["incident_id"]])
    return {incident_id: guilt for incident_id, guilt in found.items() if guilt}


def _coded(context: Context, row: Cells, told: Sequence[Guilt]) -> list[Guilt]:
    """The ground that the coding gives an attack, where no passage of its source has it."""
    if row["attribution"] in {None, Ground.STATED.value}:
        return []
    ground, source_id = Ground(row["attribution"]), row["source_id"]
    if any(guilt.ground is ground and guilt.passage.source_id == source_id for guilt in told):
        return []
    return [Guilt(ground, row["attacker"], context.passage(source_id, row["start"], row["end"]))]


def find_attack(context: Context, sentence: SentenceReading, rows: Sequence[Cells]) -> Cells | None:
    """The attack that a sentence is about: one of its day, one it is the evidence of, else the last one before."""
    here = [row for row in rows if row["start"] < sentence.sentence.end and row["end"] > sentence.sentence.start]
    days = [date.date_from for date in sentence.dates if date.date_from and date.date_from == date.date_to]
    dated = [row for day in days for row in rows if row["date_from"] == day == row["date_to"]]
    if here or dated:
        return (dated or here)[0]
    if days or _tells_of_several(sentence):
        return None
    before = [
        (spot, row["start"], row) for row in rows for spot in _spots(context, row) if spot <= sentence.sentence.start
    ]
    if before:
        return max(before, key=lambda told: told[:2])[2]
    return rows[0] if sentence.number < 2 else None


def _spots(context: Context, row: Cells) -> Iterator[int]:
    """Where a source tells of an attack: its own sentence, those of its victims, and those that name its place."""
    yield from (c["start"] for c in (row, *context.victims.get((row["source_id"], row["id"]), ())))
    for sentence in context.readings[row["source_id"]].sentences if row["place"] else ():
        if any(mention.place.name == row["place"] for mention in sentence.places):
            yield sentence.sentence.start


def _tells_of_several(sentence: SentenceReading) -> bool:
    """Whether a sentence tells of attacks, and not of one that it points back to ("the incident")."""
    tokens = [token.lower for token in sentence.sentence.tokens]
    points = any(one in {"the", "this"} and other in all_events() for one, other in pairwise(tokens))
    return not points and any(is_plural(word) and parse_singular(word) in plain_events() for word in tokens)


def _read(context: Context, sentence: SentenceReading, said: Sequence[Utterance]) -> list[Guilt]:
    source_id, found = sentence.source.source_id, dict[tuple[Ground, str | None], Guilt]()
    for ground, start, end, doer in _grounds(sentence, said):
        found.setdefault((ground, doer), Guilt(ground, doer, context.passage(source_id, start, end)))
    return list(found.values())


def _grounds(
    sentence: SentenceReading, said: Sequence[Utterance]
) -> Iterator[tuple[Ground, int, int, str | None]]:  # fmt: skip
    """The grounds of a sentence, each with its stretch: those that the coding reads, else who is named as a fact."""
    tokens, told = sentence.sentence.tokens, False
    for word in read_guilt(sentence, said):
        ground = None if word.plural or word.doer.attribution is None else Ground(word.doer.attribution.value)
        if ground is not None:
            told = True
            yield ground, tokens[word.first].start, tokens[word.last].end, word.doer.name
    if not told:
        yield from _unsaid(sentence)
        armed = [actor for actor in sentence.actors if actor.actor.is_armed and _can_have_done(sentence, actor)]
        yield from _stated(sentence, armed)


def _unsaid(sentence: SentenceReading) -> Iterator[tuple[Ground, int, int, str | None]]:
    """Nobody is named: "did not accuse anybody", "the militia suspected of being behind it"."""
    tokens = sentence.sentence.tokens
    for verb in sentence.phrases.verbs:
        denied = verb.negated or any(t.lower in _NOBODY for t in tokens[verb.last + 1 : verb.last + 2])
        if verb.lemma in _ACCUSING and denied:
            yield Ground.UNSAID, tokens[verb.first].start, tokens[verb.last].end, None
        if verb.lemma == "suspect" and verb.passive and "behind" in {t.lower for t in tokens[verb.last :]}:
            yield Ground.SUSPECTED, tokens[verb.first].start, tokens[-1].end, None


def _stated(sentence: SentenceReading, armed: Sequence[ActorMention]) -> Iterator[tuple[Ground, int, int, str | None]]:
    """A doer right before the noun of the attack: "the militia attack", or a headline's subject and its attack."""
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        if parse_singular(tokens[group.head].lower) not in plain_events() or is_plural(tokens[group.head].lower):
            continue
        doer = next((actor for actor in armed if group.first <= actor.first and actor.last < group.head), None)
        people = any(token.lower in _armed_people() for token in tokens[group.first : group.head])
        if people and not (doer and doer.last == group.head - 1 and doer.actor.country == "US"):
            yield Ground.STATED, tokens[group.first].start, tokens[group.last].end, doer.actor.name if doer else None
            return
    if sentence.sentence.headline and armed:
        events = [i for i, token in enumerate(tokens) if parse_singular(token.lower) in plain_events()]
        subject = armed[0]
        if events and subject.last < events[0] and any(t.lower in _armed_people() for t in tokens[: events[0]]):
            yield Ground.STATED, tokens[0].start, tokens[-1].end, subject.actor.name


def _can_have_done(sentence: SentenceReading, actor: ActorMention) -> bool:
    """Whether an actor is named as somebody: not the ground that rounds came "from", nor what is attacked."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    before = phrases.at[actor.first - 1] if actor.first else None
    if isinstance(before, VerbGroup) and not before.passive and before.lemma in _attacking():
        return False  # "would likely attack X"
    origin = actor.first > 1 and tokens[actor.first - 1].lower == "from"
    return not (origin and isinstance(verb := phrases.at[actor.first - 2], VerbGroup) and verb.lemma in _COMING)


#: verbs of where rounds came from
_COMING = frozenset({"come", "originate", "fly", "fire", "launch"})


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_vocabulary("wordings")[key])


@cache
def _attacking() -> frozenset[str]:
    return frozenset(read_vocabulary("attacks")["verbs"])


def _armed_people() -> frozenset[str]:
    return _words("armed_people")
