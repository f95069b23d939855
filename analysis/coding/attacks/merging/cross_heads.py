"""Cross-heads: what a heading inside a text names is what the passage under it tells, not what was told above it.

"US air strike / Separately, the US military said it had carried out an air strike near X": the heading waits for the
attack that is told first under it, and gives it what that does not say itself; where the two cannot be one, the heading
says nothing. Over a passage that tells of no attack it is a mention like any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.cluster import Cluster, is_headline
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.agreement import likeness

#: sentences from a cross-head to the attack that is told under it
_REACH = 2


def part_cross_heads(frames: Sequence[Frame]) -> tuple[list[Frame], list[tuple[Frame, Frame]]]:
    """Return the frames without those of cross-heads, and each of these with the frame told under it."""
    rest: list[Frame] = []
    heads: list[tuple[Frame, Frame]] = []
    waiting: list[Frame] = []
    for frame in frames:
        if _is_cross_head(frame):
            waiting.append(frame)
            continue
        under = [f for f in waiting if frame.mention.sentence.number - f.mention.sentence.number <= _REACH]
        rest += [f for f in waiting if all(f is not g for g in under)]
        heads += [(head, frame) for head in under]
        waiting = []
        rest.append(frame)
    return [*rest, *waiting], heads


def _is_cross_head(frame: Frame) -> bool:
    """Tell a short heading, without a day of its own, under a sentence of the text."""
    above = frame.mention.sentence.before
    return is_headline(frame) and frame.date is None and above is not None and not above.sentence.headline


def join_cross_heads(heads: Sequence[tuple[Frame, Frame]], clusters: Sequence[Cluster]) -> None:
    """Give each cross-head to the attack told first right under it, or to one of the headline, if it can be that."""
    for head, under in heads:
        first = (c for c in clusters if c.frames[0].mention is under.mention)
        above = (c for c in clusters if c.in_headline)
        for cluster in (*first, *above):
            if likeness(head, cluster, 0) is not None:
                cluster.frames.append(head)
                break
