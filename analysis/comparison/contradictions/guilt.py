"""Who is said to have done an attack, sentence by sentence: the ground, the doer and the passage.

A sentence is of the attack whose day it names, else of the one that its source told of last. Grounds are read from
words: a claim, no claim, an accusation, a suspicion; a doer right before the attack ("the militia attack") or as its
subject in the source's own voice is stated as fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from analysis.coding.attacks.guilt.claims import find_claimed
from analysis.coding.reading import SentenceReading
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context
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


_NOBODY = frozenset({"no", "nobody", "none", "not", "n't"})
#: words that make "involved" a suspicion
_DOUBT = frozenset({"whether", "could", "may", "might"})
#: tokens between a verb of blame and whom it accuses, behind it and, in the passive, before it
CLOSE, BEFORE = 8, 5


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
        for sentence in reading.sentences if rows else ():
            guilt = _read(context, sentence)
            attack = find_attack(context, sentence, rows) if guilt else None
            if guilt and attack:
                found[attack["incident_id"]].append(guilt)
    return dict(found)


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
    points = any(one in {"the", "this"} and other in _all_events() for one, other in pairwise(tokens))
    return not points and any(is_plural(word) and parse_singular(word) in _events() for word in tokens)


def _read(context: Context, sentence: SentenceReading) -> Guilt | None:
    words = sentence.words
    if words.isdisjoint(_triggers()) and not (words & _event_forms()):
        return None
    for ground, start, end, doer in _grounds(sentence):
        passage = context.passage(sentence.source.source_id, start, end)
        return Guilt(ground, doer, passage)
    return None


def _grounds(sentence: SentenceReading) -> Iterator[tuple[Ground, int, int, str | None]]:
    """The grounds of a sentence, the surest reading first, each with its stretch."""
    tokens = sentence.sentence.tokens
    lower = [token.lower for token in tokens]
    armed = [actor for actor in sentence.actors if actor.actor.is_armed]
    for at, word in enumerate(lower):
        if word in _claims() and any(other.startswith("responsib") for other in lower[max(0, at - 8) : at + 4]):
            start, end = tokens[0].start, tokens[-1].end
            actor = next((actor for actor in reversed(armed) if actor.last < at), None)
            claimant = next((word.doer.name for word in find_claimed(sentence, ())), None)
            if _NOBODY & set(lower[max(0, at - 4) : at]):
                yield Ground.UNCLAIMED, start, end, None
            elif actor is not None:
                yield Ground.CLAIMED, start, end, claimant or actor.actor.name
            return
    for at, word in enumerate(lower):
        if word in _accusing():
            if _NOBODY & set(lower[max(0, at - 3) : at]):
                yield Ground.UNSAID, tokens[max(0, at - 3)].start, tokens[at].end, None
                return
            accused = _accused(armed, lower, at) if _is_of_deed(sentence, at) else None
            if accused is not None:
                first, last = sorted((at, accused.last if accused.first > at else accused.first))
                yield Ground.ACCUSED, tokens[first].start, tokens[last].end, accused.actor.name
                return
    doubtful = bool(_DOUBT & set(lower))
    armed = [actor for actor in armed if _can_have_done(sentence, actor)]
    for at, word in enumerate(lower):
        if word in _suspecting() and _is_of_other_verb(sentence, at):
            continue
        if word in _suspecting() or (word == "involved" and doubtful):
            subject = next((actor for actor in armed if actor.last < at), None)
            suspect = (subject if word == "involved" else None) or _nearest(armed, at)
            if suspect is not None or "behind" in lower[at:]:
                name = suspect.actor.name if suspect else None
                last = tokens[max(at, suspect.last if suspect else at)].end
                yield Ground.SUSPECTED, tokens[min(at, suspect.first if suspect else at)].start, last, name
                return
    yield from _stated(sentence, armed)


def _stated(sentence: SentenceReading, armed: Sequence[ActorMention]) -> Iterator[tuple[Ground, int, int, str | None]]:
    """A doer right before the noun of the attack: "the militia attack", or a headline's subject and its attack."""
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        if parse_singular(tokens[group.head].lower) not in _events() or is_plural(tokens[group.head].lower):
            continue
        doer = next((actor for actor in armed if group.first <= actor.first and actor.last < group.head), None)
        people = any(token.lower in _armed_people() for token in tokens[group.first : group.head])
        if people and not (doer and doer.last == group.head - 1 and doer.actor.country == "US"):
            yield Ground.STATED, tokens[group.first].start, tokens[group.last].end, doer.actor.name if doer else None
            return
    if sentence.sentence.headline and armed:
        events = [i for i, token in enumerate(tokens) if parse_singular(token.lower) in _events()]
        subject = armed[0]
        if events and subject.last < events[0] and any(t.lower in _armed_people() for t in tokens[: events[0]]):
            yield Ground.STATED, tokens[0].start, tokens[-1].end, subject.actor.name


def _is_of_deed(sentence: SentenceReading, at: int) -> bool:
    """Whether a verb of accusing is of a deed: "accused X of the attack", "of carrying it out", not "of backing Y"."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    of = next((i for i in range(at + 1, min(at + CLOSE, len(tokens) - 1)) if tokens[i].lower == "of"), None)
    deed = phrases.at[of + 1] if of is not None and tokens[at].lower.startswith("accus") else None
    return not isinstance(deed, VerbGroup) or deed.lemma in _charges()


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


def _is_of_other_verb(sentence: SentenceReading, at: int) -> bool:
    """Whether a word of doubt is of a verb that tells of no deed: "possibly mistaken for X", "likely to anger X"."""
    around = [token.lower for token in sentence.sentence.tokens[max(0, at - 1) : at + 2]]
    if around[0] in {"will", "would"} and around[-1] not in {"have", "be"}:
        return True  # what somebody is likely to do some day
    verb = sentence.phrases.at[at + 1] if at + 1 < len(sentence.phrases.at) else None
    adverb = sentence.sentence.tokens[at].lower in _ADVERBS and isinstance(verb, VerbGroup)
    return adverb and isinstance(verb, VerbGroup) and (verb.infinitive or verb.lemma not in _attacking() | _LIGHT)


_ADVERBS = frozenset({"possibly", "likely"})


def _accused(armed: Sequence[ActorMention], lower: Sequence[str], at: int) -> ActorMention | None:
    """Whom a verb of blame accuses: its object close behind it, or its subject in "was blamed by"."""
    if (
        at + 1 < len(lower)
        and lower[at + 1] in {"by", "of", "for"}
        and {"was", "were", "been", "is", "are"} & set(lower[:at])
    ):
        return next((actor for actor in reversed(armed) if 0 < at - actor.last <= BEFORE), None)
    after = next((actor for actor in armed if actor.first > at), None)
    return after if after and after.first - at <= CLOSE and "," not in lower[at : after.first] else None


def _nearest(armed: Sequence[ActorMention], at: int) -> ActorMention | None:
    after = [actor for actor in armed if actor.first > at]
    return after[0] if after else armed[-1] if armed and at - armed[-1].last < 8 else None


@cache
def _events() -> frozenset[str]:
    words = read_vocabulary("attacks")
    return frozenset(word for word in words["events"] if word not in words["pointing"])


@cache
def _all_events() -> frozenset[str]:
    return frozenset(read_vocabulary("attacks")["events"])


@cache
def _event_forms() -> frozenset[str]:
    return _events()


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_vocabulary("wordings")[key])


def _triggers() -> frozenset[str]:
    return _claims() | _accusing() | _suspecting() | {"involved"}


def _claims() -> frozenset[str]:
    return _words("claiming")


def _accusing() -> frozenset[str]:
    return _words("accusing")


def _suspecting() -> frozenset[str]:
    return _words("suspecting")


@cache
def _charges() -> frozenset[str]:
    return frozenset(read_vocabulary("guilt")["charges"])


@cache
def _attacking() -> frozenset[str]:
    return frozenset(read_vocabulary("attacks")["verbs"])


_LIGHT = frozenset(read_vocabulary("attacks")["light"]) | frozenset(read_vocabulary("guilt")["doing"])


def _armed_people() -> frozenset[str]:
    return _words("armed_people")
