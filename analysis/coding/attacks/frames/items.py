"""Items: what the items of a list take from the line over it, and what the line says that they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.labels import find_list_line
from analysis.coding.rows import AttackType


def take_from_line(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give an item of a list the kind and the doer of the attacks that the line over the list is about."""
    line = find_list_line(frame.mention.sentence)
    above = (line, line.before) if line is not None else ()
    over = [f for sentence in above for f in before if f.mention.sentence is sentence]
    told = next((f for f in over if not f.pointing), None)
    if told is None or frame.type not in {AttackType.OTHER, told.type}:
        return frame
    return replace(frame, type=told.type, weak=frame.weak or told.weak, doer=frame.doer or told.doer)


def leave_out_announced(frames: Sequence[Frame]) -> list[Frame]:
    """Leave out the uncounted attacks of a line over a list whose items tell of them: "Raids by X in 2022: • …"."""
    over = {line.number for f in frames if (line := find_list_line(f.mention.sentence)) is not None}
    return [f for f in frames if f.count is not None or f.mention.sentence.number not in over]
