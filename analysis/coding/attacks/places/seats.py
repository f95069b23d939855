"""Seats: where those are who tell of an attack near by ("police in X said", "In X, the mayor said")."""

from __future__ import annotations

from analysis.coding.attacks.clauses.naming_again import find_capital
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.places.ground import LOCAL
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, RelationKind
from analysis.language.text.forms import parse_singular


def find_seat(mention: Mention, inner: Utterance | None) -> Place | None:
    """Return the place of those who tell of an attack near by ("police in X said", "In X, the mayor said"), or None."""
    sentence = mention.sentence
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
    behind = range(mention.last + 1, len(tokens))
    return any(tokens[i].lower == "there" and tags[i + 1 : i + 2] not in _EXISTING for i in behind)


#: what follows the "there" of "there was"
_EXISTING = ((Tag.BE,), (Tag.HAVE,), (Tag.MODAL,))

_SEATS = LOCAL | {PlaceKind.PROVINCE}
#: tokens before a place that opens a sentence ("In the town of X")
_FRONT = 4
