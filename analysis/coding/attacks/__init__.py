"""Attacks: from the sentences of a source to one row per attack, or series of attacks, that it reports.

The way: `mentions` finds the words that tell of an attack, `frames` reads what their sentence says of it, `doers` who
did it and who says so, `merging` puts the mentions of one attack together, `settle` makes the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.attacks.doers import Guilt, find_guilt
from analysis.coding.attacks.frames import Frame, find_frames, lay_guilt
from analysis.coding.attacks.mentions import find_mentions
from analysis.coding.attacks.merging import Cluster, merge_frames
from analysis.coding.attacks.settle import settle_attack
from analysis.coding.reading import Reading
from analysis.coding.rows import Attack
from analysis.coding.utterances import Utterance

__all__ = ["AttackCoding", "AttackMention", "code_attacks"]


@dataclass(frozen=True, slots=True)
class AttackMention:
    """Where an attack is mentioned: the sentence's number, the tokens and the (start, end) of the words that tell of it."""

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


def code_attacks(reading: Reading, utterances: Sequence[Utterance]) -> AttackCoding:
    """Code the attacks that a source reports."""
    frames: list[Frame] = []
    guilt: list[Guilt] = []
    for sentence in reading.sentences:
        around = [
            u for u in utterances if u.evidence[0] < sentence.sentence.end and sentence.sentence.start < u.evidence[1]
        ]
        here = find_frames(find_mentions(sentence), around)
        words = find_guilt(sentence, around)
        frames.extend(lay_guilt(words, here))
        guilt.extend(word for word in words if not here and word.points_back)
    clusters = merge_frames(frames)
    laid = _lay(guilt, clusters)
    rows = tuple(settle_attack(cluster, laid[i], i + 1, reading.source.published) for i, cluster in enumerate(clusters))
    return AttackCoding(rows, tuple(_mentions(clusters)))


def _lay(guilt: Sequence[Guilt], clusters: Sequence[Cluster]) -> list[list[Guilt]]:
    """Lay each word of guilt whose sentence mentions no attack at the one mentioned last before it."""
    laid: list[list[Guilt]] = [[] for _ in clusters]
    for word in guilt:
        number = word.sentence.number
        places = [
            (abs(f.mention.sentence.number - number), abs(f.mention.anchor - word.first), i)
            for i, cluster in enumerate(clusters)
            for f in cluster.frames
            if f.mention.sentence.number <= number and (f.plural or f.series or not word.plural)
        ]
        if places:
            laid[min(places)[2]].append(word)
    return laid


def _mentions(clusters: Sequence[Cluster]) -> list[AttackMention]:
    found = []
    for i, cluster in enumerate(clusters):
        for frame in cluster.frames:
            m = frame.mention
            tokens = m.sentence.sentence.tokens
            found.append(
                AttackMention(
                    f"a{i + 1}", m.sentence.number, m.first, m.last, tokens[m.first].start, tokens[m.last].end
                )
            )
    return sorted(found, key=lambda m: (m.start, m.end))
