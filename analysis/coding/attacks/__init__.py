"""Attacks: from the sentences of a source to one row per attack, or series of attacks, that it reports.

The way, a package each:

- `mentions` finds the words that tell of an attack; `nouns` and `reality` say which nouns do, and what did not happen
- `frames` reads what the sentence and those before it say of the attack, by `days`, `places`, `numbers` and `doers`;
  `clauses` is the grammar that these share
- `guilt` finds who is blamed or claims it, and which attack that is about
- `merging` puts the mentions of one attack together, and makes the row

Between them go a `Mention`, a `Frame` (a mention with what is said of it) and a `Cluster` (the frames of one attack).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.days.occurred import find_occurrence, lay_occurrence, take_harm
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.frames import find_frames
from analysis.coding.attacks.frames.items import leave_out_announced
from analysis.coding.attacks.frames.looking_back import look_back
from analysis.coding.attacks.frames.titled import lay_title
from analysis.coding.attacks.guilt import find_guilt
from analysis.coding.attacks.guilt.avowed import find_avowed
from analysis.coding.attacks.guilt.laying import lay_back, lay_guilt, speaks_here
from analysis.coding.attacks.guilt.passage import Guilt
from analysis.coding.attacks.mentions import find_mentions
from analysis.coding.attacks.merging import merge_frames
from analysis.coding.attacks.merging.leads import share_doers
from analysis.coding.attacks.merging.settle import settle_attack
from analysis.coding.attacks.numbers.ranked import find_rank
from analysis.coding.attacks.numbers.tallies import find_rounds, find_tally, lay_rounds, lay_tally
from analysis.coding.attacks.own_voice import find_own_name, is_own_voice
from analysis.coding.attacks.places.home import settle_countries
from analysis.coding.attacks.places.located import find_location, is_in_reach, lay_location
from analysis.coding.attacks.places.seats import lay_seat
from analysis.coding.claims import claim_id
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Attack
from analysis.coding.utterances import PRONOUNS, Utterance, name_speaker_of

__all__ = ["AttackCoding", "AttackMention", "code_attacks"]


@dataclass(frozen=True, slots=True)
class AttackMention:
    """Where an attack is mentioned: the sentence's number, the tokens and the (start, end) of the trigger words."""

    attack_id: str
    sentence: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AttackCoding:
    """The attacks of a source, and where each is mentioned, in the order of the text."""

    rows: tuple[Attack, ...] = ()
    mentions: tuple[AttackMention, ...] = ()


#: words without which a sentence does not say when something happened
_OCCURRED = frozenset({"happened", "occurred", "place", "was", "were"})


def code_attacks(reading: Reading, utterances: Sequence[Utterance]) -> AttackCoding:
    """Code the attacks that a source reports."""
    frames: list[Frame] = []
    guilt: list[Guilt] = []
    said = utterances_by_sentence(reading, utterances)
    for sentence in reading.sentences:
        around = said.get(sentence.number, [])
        here = take_harm(sentence.before, find_frames(find_mentions(sentence), around), frames)
        words = find_guilt(sentence, around)
        guilt.extend([word for word in words if word.points_back and not speaks_here(word, here)])
        if not here and not words:
            guilt.extend(find_avowed(sentence, around))
        if here:
            frames.extend(lay_guilt(words, look_back(here, frames)))
        elif frames:
            _take_up(sentence, said.get(sentence.number, ()), frames)
    clusters = merge_frames(leave_out_announced(frames))
    laid = lay_back(guilt, clusters)
    share_doers(clusters, [bool(words) for words in laid])
    told = [
        (c, words)
        for c, words in zip(clusters, laid, strict=True)
        if words or not (c.empty or c.generic or c.is_origin)
    ]
    told = _without_echoes(told) or list(zip(clusters, laid, strict=True))[:1]
    clusters, laid = [c for c, _ in told], [words for _, words in told]
    lay_title(reading, clusters)
    rows = tuple(settle_attack(cluster, laid[i], i + 1, reading.source.published) for i, cluster in enumerate(clusters))
    rows = tuple(replace(row, attributed_by=_name(row, utterances)) for row in rows)
    main = reading.sentences[0].country if reading.sentences else None
    return AttackCoding(_with_own_ids(settle_countries(rows, main)), tuple(_mentions(clusters)))


def _name(row: Attack, utterances: Sequence[Utterance]) -> str | None:
    """Return who names the attacker, as printed where he is named: no "he" and no "we"."""
    by = row.attributed_by
    if by is None or by.lower() not in PRONOUNS:
        return by
    same = [u for u in utterances if u.speaker_text == by]
    said = min(same, key=lambda u: abs(u.evidence[0] - row.evidence.start), default=None)
    return name_speaker_of(said, utterances) if said is not None else None


def _take_up(sentence: SentenceReading, around: Sequence[Utterance], frames: list[Frame]) -> None:
    """Give the attacks told last what a sentence without an attack of its own says of them, or counts."""
    lay_tally(find_tally(sentence), frames)
    frames.extend(find_rank(sentence, frames))
    if is_in_reach(sentence.number, frames):
        lay_location(find_location(sentence), sentence.number, frames)
    lay_seat(sentence, around, frames)
    lay_rounds(find_rounds(sentence), frames)
    if sentence.words & _OCCURRED:
        lay_occurrence(find_occurrence(sentence), sentence.number, frames)


def _with_own_ids(rows: Sequence[Attack]) -> tuple[Attack, ...]:
    """Set apart the ids of rows read from the same words ("a drone first hit a car and then the town")."""
    seen: Counter[str] = Counter()
    own: list[Attack] = []
    for row in rows:
        seen[row.claim_id] += 1
        again = seen[row.claim_id]
        label = f"{again} {row.target or ''}"
        told = (
            row if again == 1 else replace(row, claim_id=claim_id(row.source_id, "attacks", row.evidence, label=label))
        )
        own.append(told)
    return tuple(own)


def _without_echoes(told: list[tuple[Cluster, list[Guilt]]]) -> list[tuple[Cluster, list[Guilt]]]:
    """Leave out what only a headline without a day tells, where the text under it tells of attacks."""
    body = [c for c, _ in told if not c.in_headline]
    return [(c, words) for c, words in told if not body or words or not c.is_echo]


def utterances_by_sentence(reading: Reading, utterances: Sequence[Utterance]) -> dict[int, list[Utterance]]:
    """Return the utterances whose evidence each sentence holds a part of, by the number of the sentence.

    What the publisher of the source itself is said to say is left out: it is the source's own voice.
    """
    own = find_own_name(reading.source)
    starts = [s.sentence.start for s in reading.sentences]
    said: dict[int, list[Utterance]] = {}
    for utterance in utterances:
        first = max(0, bisect_right(starts, utterance.evidence[0]) - 1)
        speaks = reading.sentences[max(0, bisect_right(starts, utterance.speaker_span[0]) - 1)]
        if is_own_voice(utterance, speaks, own):
            continue
        for number in range(first, bisect_left(starts, utterance.evidence[1])):
            said.setdefault(number, []).append(utterance)
    return said


def _mentions(clusters: Sequence[Cluster]) -> list[AttackMention]:
    found = []
    for i, cluster in enumerate(clusters):
        for frame in cluster.frames:
            first, last = _span(frame)
            tokens, number = frame.mention.sentence.sentence.tokens, frame.mention.sentence.number
            found.append(AttackMention(f"a{i + 1}", number, first, last, tokens[first].start, tokens[last].end))
    return sorted(found, key=lambda m: (m.start, m.end))


def _span(frame: Frame) -> tuple[int, int]:
    """Return the tokens of the trigger, or of the town that tells it apart ("killed two in X and one in Y")."""
    mention = frame.mention
    here = [p for p in mention.sentence.places if frame.apart == (p.start, p.end)]
    return (here[0].first, here[0].last) if here else (mention.first, mention.last)
