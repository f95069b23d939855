"""Looking back: what a sentence takes from the ones before it: "the province", "they", "it".

Only the nearest sentences are asked, and only where the sentence itself names neither a place nor a doer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.language.dates import Precision
from analysis.language.dates import Relation as When
from analysis.language.gazetteer import PlaceKind
from analysis.language.places import Place

#: sentences back to the place that "the province" names again
_REACH = 3


def look_back(here: Sequence[Frame], before: Sequence[Frame]) -> list[Frame]:
    """Give the frames of one sentence the place and the doer that their words take from the frames before them."""
    if not before:
        return list(here)
    return [_with_doer(_with_place(_with_date(frame, before), before), before) for frame in here]


def _with_date(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give "later that night" the day that was told last."""
    date = frame.date
    if date is None or date.date_from is not None or not words().that_day & set(date.text.lower().split()[1:]):
        return frame
    for other in reversed(before[-3:]):
        known = other.date
        if known is not None and known.precision is Precision.DAY and known.relation is not When.SINCE:
            return replace(frame, date=replace(known, text=date.text))
    return frame


def _with_place(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give "in the north of the province" the province that was named last."""
    if frame.place is not None or frame.countries:
        return frame
    kind = _named_again(frame)
    for other in reversed(before[-6:]) if kind is not None else ():
        if frame.mention.sentence.number - other.mention.sentence.number > _REACH:
            break
        place = next((p.place for p in other.mention.sentence.places if p.place.kind is kind), None)
        if place is not None:
            return replace(frame, place=place, countries=_country(place))
    return frame


def _country(place: Place) -> tuple[str, ...]:
    return (place.country,) if place.country else ()


def _named_again(frame: Frame) -> PlaceKind | None:
    """Return the kind of place that "the province" or "the town" after the mention names again."""
    phrases = frame.mention.sentence.phrases
    tokens = phrases.sentence.tokens
    for group in phrases.nouns:
        the = tokens[group.first].lower == "the" and group.head == group.first + 1
        if the and group.preposition is not None and group.first > frame.mention.anchor:
            kind = words().divisions.get(tokens[group.head].lower)
            if kind is not None:
                return PlaceKind(kind)
    return None


def _with_doer(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give "they raided", "it hit", right after a sentence with a doer, that doer."""
    group = frame.mention.doer
    phrases = frame.mention.sentence.phrases
    first = phrases.sentence.tokens[0].lower
    by_pronoun = group is not None and group.first == group.last and group.first == 0 and first in words().pronouns
    during = group is None and first in {"they", "we"} and frame.mention.event is not None
    last = before[-1]
    near = frame.mention.sentence.number - last.mention.sentence.number == 1
    if frame.doer is None and near and (by_pronoun or during) and last.doer and last.doer.name and not last.doer.blamed:
        return replace(frame, doer=last.doer)
    return frame
