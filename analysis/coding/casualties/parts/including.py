"""Parts behind "including", "among them", "they included": some of a figure's people by who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.parts.among import nearest_before
from analysis.coding.casualties.parts.shares import PART
from analysis.coding.casualties.parts.wholes import as_part
from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims
from analysis.coding.victims.inclusions import past_inclusion
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier


def find_included(reading: SentenceReading, found: Sequence[Figure], i: int, start: int) -> list[Figure]:
    """Return the parts that a list from token `start` on tells of the figure before token i."""
    whole = nearest_before(found, i) or next((f for f in found if f.rule == PART and f.victims.last < i), None)
    tokens, at = reading.sentence.tokens, reading.phrases.at
    while (
        start < len(tokens) and tokens[start].lower in {"at", "least", "were", "was", "many", ","} and at[start] is None
    ):
        start += 1
    group = at[start] if start < len(at) else None
    if isinstance(group, VerbGroup) and group.lemma == "be" and group.last + 1 < len(at):
        group = at[group.last + 1]
    if whole is None or not isinstance(group, NounGroup):
        return []
    until = whole.first - 1 if whole.first > start else None  # "12 people including two boys and a girl died"
    told = read_list(reading, group, until=until)  # with "her two sons", without "the soldiers"
    beyond = past_inclusion(reading, whole.victims)
    if beyond is not None:
        told = [v for v in told if v.first < beyond.first]
    people = [v for v in told if not v.definite or v.quantity.qualifier is not Qualifier.VAGUE]
    if any(f.victims.first == v.first for v in people for f in found):
        return []
    return [
        Figure(whole.outcome, as_part(whole, v), i, i, "including", subset=True)
        for v in people
        if not _is_all(whole, v)
    ]


def who_did_so(reading: SentenceReading, found: list[Figure], start: int) -> list[Figure]:
    """Make "50 people were killed, including *12 who died* in a clinic" a part of those before it."""
    told = next((f for f in found if f.victims.first == start and f.victims.elliptical), None)
    whole = nearest_before(found, start) if told is not None else None
    if told is None or whole is None or told.subset or told.outcome is not whole.outcome:
        return found
    behind = reading.sentence.tokens[told.victims.last + 1 : told.victims.last + 2]
    if not behind or behind[0].lower not in {"who", "that"} or _is_all(whole, told.victims):
        return found
    victims = replace(
        told.victims,
        role=whole.victims.role,
        nationality=whole.victims.nationality,
        group=whole.victims.group,
    )
    return [replace(told, victims=victims, subset=True) if f is told else f for f in found]


def _is_all(whole: Figure, part: Victims) -> bool:
    """Tell whether a part is as large as its whole, and so none."""
    low = whole.victims.quantity.low
    return low is not None and part.quantity.low is not None and part.counted and part.quantity.low > low
