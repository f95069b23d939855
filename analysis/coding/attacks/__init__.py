"""Attacks: from the sentences of a source to one row per attack, or series of attacks, that it reports.

The way: `mentions` finds the words that tell of an attack, `frames` reads what their sentence says of it, `doers` who
did it and who says so, `merging` puts the mentions of one attack together, `settle` makes the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.frames import find_frames
from analysis.coding.attacks.guilt import find_guilt
from analysis.coding.attacks.laying import lay_back, lay_guilt
from analysis.coding.attacks.mentions import find_mentions
from analysis.coding.attacks.merging import merge_frames
from analysis.coding.attacks.passage import Guilt
from analysis.coding.attacks.settle import settle_attack
from analysis.coding.reading import Reading
from analysis.coding.rows import Attack
from analysis.coding.utterances import Utterance

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
    laid = lay_back(guilt, clusters)
    rows = tuple(settle_attack(cluster, laid[i], i + 1, reading.source.published) for i, cluster in enumerate(clusters))
    return AttackCoding(rows, tuple(_mentions(clusters)))


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
