"""Stray places: "the strike was announced in Thule City", "a group based in X": not where "the attack" told before was.

Only of a bare event that points back to an attack elsewhere, and only where the sentence puts the place neither right
behind the event nor behind a verb of what happened; or where it only says among which others the attack ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.scenes import place_likeness
from analysis.coding.attacks.words import words
from analysis.language.places import PlaceKind, PlaceMention

#: attacks told last among which the one that is meant is looked for; tokens of "In the town of X"
_FEW, _FRONT = 3, 5


def without_stray_place(frame: Frame, clusters: Sequence[Cluster]) -> Frame:
    """Leave out a place of the sentence that is not that of "the attack", which was elsewhere."""
    event = frame.mention.event
    if frame.place is None or not clusters or not frame.definite or event is None or frame.mention.weapon is not None:
        return frame
    of_day = any(event.first <= d.first < event.head for d in frame.mention.sentence.dates)  # "Friday's raid"
    bare = of_day or event.first + 1 >= event.head or _is_ranked(frame, event.first, event.head)
    if not bare or frame.on_target or frame.mention.verb is not None:
        return frame
    names = set(frame.place.name.split(";"))
    near = [p for p in frame.mention.sentence.places if p.place == frame.place or p.place.name in names]
    if not near or any(_is_of_event(frame, p) and not _is_compared(frame, p) for p in near):
        return frame
    told = [f.place for c in (clusters[0], *clusters[-_FEW:]) for f in c.seen if f.place is not None]
    if not told or any((place_likeness(frame.place, p) or 0) > 0 for p in told):
        return frame
    return replace(frame, place=None, countries=())


def _is_compared(frame: Frame, place: PlaceMention) -> bool:
    """Tell the land of "it was the worst attack in X since May", "Friday's was the deadliest in X", which ranks it."""
    event = frame.mention.event
    assert event is not None
    broad = place.place.kind in {PlaceKind.DISTRICT, PlaceKind.PROVINCE, PlaceKind.REGION}
    return broad and _is_ranked(frame, event.first, place.first)


def _is_ranked(frame: Frame, first: int, last: int) -> bool:
    """Tell whether a superlative ("the worst", "the second") stands from token first on and before last."""
    return any(t.lower in words().nth for t in frame.mention.sentence.sentence.tokens[first:last])


def _is_of_event(frame: Frame, place: PlaceMention) -> bool:
    """Tell "the attack in X", "the attack took place in X", "In X, the attack …" from what else is said of X."""
    mention = frame.mention
    event, phrases = mention.event, mention.sentence.phrases
    assert event is not None
    tokens = phrases.sentence.tokens
    if event.first <= place.first <= event.last or (place.first < event.first and place.first <= _FRONT):
        return True
    if any(t.lower == "where" for t in tokens[place.last + 1 : event.first]):
        return True
    w = words()
    before = [v for v in phrases.verbs if v.last < place.first]
    if place.first > event.last and not any(v.first > event.last for v in before):
        between = {t.lower for t in tokens[event.last + 1 : place.first]}
        after = event.last + 1 + (tokens[event.last + 1].text == ",")  # "the last such attack, in X on Friday"
        return tokens[after].lower in w.settling and not between & {"by", "as", "from", "group", "network"}
    if not before:
        return False
    verb = next((v for v in before if v.first > event.last), before[-1])  # "the strikes hit stores used by X near Y"
    if verb.lemma == "take":
        return tokens[verb.last + 1].lower == "place"
    return verb.lemma in w.light | w.landing | w.harming | w.ruining | w.verbs.keys() | _OCCURRING


_OCCURRING = frozenset({"happen", "occur", "come", "be", "begin", "last", "leave", "cause"})
