"""What a sentence without an attack of its own is about: the attack at the place that it names, or the one of the
figures before it.

"How many died in Thule?" turns to the attack on Thule, whatever was told last; a part of a figure belongs to the attack
of its whole; counts that go on, sentence after sentence, stay with the attack that they began with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks import AttackCoding, AttackMention
from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import Figure, trigger_words
from analysis.coding.reading import Reading, SentenceReading
from analysis.language.gazetteer import PlaceKind

_EXACT = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN})
#: sentences over which counts go on
_GOES_ON = 6
#: claims back, so that time stays linear
_WINDOW = 40


def with_topics(reading: Reading, attacks: AttackCoding) -> AttackCoding:
    """Return the attacks with a mention for each sentence that has none and names the place of exactly one of them."""
    by_place: dict[str, set[str]] = {}
    for row in attacks.rows:
        for place in (row.place or "").split(";"):
            by_place.setdefault(place, set()).add(row.id)
    by_place.pop("", None)
    if len(attacks.rows) < 2 or not by_place:
        return attacks
    told = {mention.sentence for mention in attacks.mentions}
    topics = [
        mention
        for sentence in reading.sentences
        if sentence.number not in told and (not sentence.words.isdisjoint(trigger_words()) or _turns_to(sentence))
        for mention in _topic(sentence, by_place)
    ]
    if not topics:
        return attacks
    mentions = sorted((*attacks.mentions, *topics), key=lambda m: (m.sentence, m.start))
    return AttackCoding(attacks.rows, tuple(mentions))


def _turns_to(sentence: SentenceReading) -> bool:
    """Tell whether a sentence opens with where it is about: "In Thule, the buyers had been warned"."""
    tokens, first = sentence.sentence.tokens, next(iter(sentence.places), None)
    if (
        first is None
        or first.first != 1
        or tokens[0].lower not in {"in", "at", "near"}
        or first.last + 1 >= len(tokens)
    ):
        return False
    return tokens[first.last + 1].text == ","


def _topic(sentence: SentenceReading, by_place: dict[str, set[str]]) -> Iterator[AttackMention]:
    """Make the mention of the attack whose place alone a sentence names."""
    named = [m for m in sentence.places if m.place.kind in _EXACT]
    found = [(m, by_place[m.place.name]) for m in named if m.place.name in by_place]
    ids = set[str]().union(*(ids for _, ids in found))
    if len(ids) == 1 and found and len({m.place.name for m in named}) == 1:
        place = found[0][0]
        yield AttackMention(ids.pop(), sentence.number, place.first, place.last, place.start, place.end)


def attack_of_whole(figure: Figure, claims: Sequence[Claim]) -> str | None:
    """Return the attack of the figure that a figure counts some people of, the last that is large enough."""
    low = figure.victims.quantity.low or 0
    for claim in reversed(claims[-_WINDOW:]):
        if claim.outcome is figure.outcome and not claim.subset and (claim.victims.quantity.low or 0) > low:
            return claim.attack
    return None


def attack_of_last(figure: Figure, claims: Sequence[Claim], since: int) -> str | None:
    """Return the attack of the last figures told, those of one outcome first, from sentence `since` on; else None."""
    last = claims[-1].sentence if claims else -1
    if last < since:
        return None
    here = [claim for claim in claims[-_WINDOW:] if claim.sentence == last]
    same = [claim for claim in here if claim.outcome is figure.outcome]
    return (same or here)[-1].attack


def attack_going_on(sentence: SentenceReading, claims: Sequence[Claim]) -> str | None:
    """Return the attack of the last figure where it was told of not long before."""
    if not claims or sentence.number - claims[-1].sentence > _GOES_ON:
        return None
    return claims[-1].attack
