"""Seats: where those are who tell of an attack near by ("police in X said", "In X, the mayor said").

They may tell of it in a later sentence: "Gunmen attacked a market on Monday. … Witnesses in X heard shots, they said."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.naming_again import find_capital
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.places.ground import LOCAL
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.utterances import Utterance
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, RelationKind
from analysis.language.text.forms import parse_singular


def lay_seat(sentence: SentenceReading, around: Sequence[Utterance], frames: list[Frame]) -> None:
    """Give the attack that a source opens with the place of those who tell of it in a sentence without an attack."""
    frame = frames[0]
    if frame.place is not None or frame.seat is not None or frame.series or frame.plural:
        return
    if sentence.number - frame.mention.sentence.number > _REACH:
        return
    for said in around:
        spoken = {parse_singular(word.lower()) for word in said.speaker_text.replace(",", " ").split()}
        seat = find_seat(sentence, said) if spoken & words().local_voices and not spoken & words().healing else None
        if seat is None or seat.kind is PlaceKind.PROVINCE or not {*frame.countries} <= {seat.country}:
            continue
        if find_capital(seat.country) != seat or spoken & _THERE:
            frames[0] = replace(frame, seat=seat, countries=frame.countries or (seat.country,) if seat.country else ())
            return


def find_seat(sentence: SentenceReading, inner: Utterance | None) -> Place | None:
    """Return the place of those who tell of an attack near by ("police in X said", "In X, the mayor said"), or None."""
    if inner is None or sentence.sentence.headline:
        return None
    spoken = {parse_singular(word.lower()) for word in inner.speaker_text.replace(",", " ").split()}
    near_by = bool(spoken & words().local_voices)
    for place in sentence.places:
        if inner.content[0] <= place.start < inner.content[1] or place.place.part or place.place.kind not in _SEATS:
            continue
        relation = place.relation.kind if place.relation is not None else None
        inside = inner.speaker_span[0] <= place.start < inner.speaker_span[1]
        if inside and near_by and relation not in {RelationKind.FROM, RelationKind.TOWARD}:
            return place.place
        fronted = relation is RelationKind.IN and place.first <= _FRONT and place.end <= inner.speaker_span[0]
        if fronted and (near_by or find_capital(place.place.country) != place.place):
            return place.place
    return None


def says_there(mention: Mention) -> bool:
    """Tell "the mayor of X said that two died in an attack on a market *there*"."""
    tokens, tags = mention.sentence.sentence.tokens, mention.sentence.phrases.tags
    behind = (i for i in range(mention.last + 1, len(tokens)) if tokens[i - 1].lower not in _MOVED)
    return any(tokens[i].lower == "there" and tags[i + 1 : i + 2] not in _EXISTING for i in behind)


#: what follows the "there" of "there was"
_EXISTING = ((Tag.BE,), (Tag.HAVE,), (Tag.MODAL,))

#: what the hurt are who come to a hospital, "brought there"
_MOVED = frozenset({"brought", "taken", "rushed", "carried", "admitted", "moved", "transferred", "treated"})
#: those who tell of the capital that they live in, and not of the country
_THERE = frozenset({"mayor", "resident", "witness", "neighbour", "neighbor", "shopkeeper"})
#: sentences from the attack that a source opens with to those who tell of it
_REACH = 6
_SEATS = LOCAL | {PlaceKind.PROVINCE}
#: tokens before a place that opens a sentence ("In the town of X")
_FRONT = 4
