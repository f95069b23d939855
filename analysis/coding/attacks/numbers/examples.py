"""Examples: one of a run of attacks that its sentence tells more of: "a string of bombings, including one at a school".

The day and the place behind "including one" are those of the one; the run keeps what stands before it.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.language.dates import Relation as When
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind

#: tokens from a run of attacks to "including one"
_REACH = 24


def find_example(frame: Frame) -> list[Frame] | None:
    """Split a run of attacks from the one that it includes; None where its sentence gives no example."""
    mention = frame.mention
    if not (frame.series or frame.plural) or mention.event is None or mention.weapon is not None:
        return None
    start = _example(frame)
    if start is None:
        return None
    sentence = mention.sentence
    days = [d for d in sentence.dates if d.first > start and d.relation is When.ON]
    places = [p for p in sentence.places if p.first > start and p.place.kind not in _BROAD and not p.place.part]
    token = sentence.sentence.tokens[start]
    one = replace(
        frame,
        series=False,
        plural=False,
        definite=False,
        count=None,
        date=days[0] if days else None,
        place=places[0].place if places else frame.place,
        apart=(token.start, token.end),
    )
    before = [p for p in sentence.places if p.first < start]
    kept = frame.place is not None and any(p.place == frame.place for p in before)
    dated = frame.date is not None and frame.date.first < start
    return [replace(frame, date=frame.date if dated else None, place=frame.place if kept else None), one]


def _example(frame: Frame) -> int | None:
    """Return the "one" of "including one at a school", "among them one that killed 48"."""
    mention = frame.mention
    tokens, tags = mention.sentence.sentence.tokens, mention.sentence.phrases.tags
    for i in range(mention.last + 1, min(mention.last + _REACH, len(tokens) - 1)):
        if tokens[i].lower != "one" or tags[i + 1] not in {Tag.PREPOSITION, Tag.RELATIVE, Tag.PARTICIPLE, Tag.ADVERB}:
            continue
        before = [t.lower for t in tokens[max(0, i - 2) : i]]
        if before[-1:] == ["including"] or before == ["among", "them"]:
            return i if tokens[i + 1].lower != "of" else None
    return None


_BROAD = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA})
