"""Splitting: one mention that tells of several attacks, by dates, by countries or by victims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.dates import Precision
from analysis.language.dates import Relation as When
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.places import PlaceKind, RelationKind
from analysis.language.quantities import Quantity, QuantityKind
from analysis.language.tags import Tag


def split_frame(frame: Frame, others: Sequence[int], utterances: Sequence[Utterance]) -> Iterable[Frame]:
    """Give each date of its own a frame ("on July 16 and 25"), and each victim of "the assassinations of A and B"."""
    mention = frame.mention
    days = [d for d in mention.sentence.dates if d.relation is When.ON and d.precision is Precision.DAY]
    if frame.count is not None and frame.count.low == len(days) and len(days) > 1:
        return [replace(frame, date=d, series=False, count=None, apart=(d.start, d.end)) for d in days]
    parts = _per_country(mention)
    if parts:
        return [
            replace(frame, series=True, count=count, countries=(country,), place=None, apart=(count.start, count.end))
            for count, country in parts
        ]
    victims = _victims(mention)
    if len(victims) > 1:
        return [replace(frame, target=text, apart=(a, b), plural=False, series=False) for text, a, b in victims]
    return [frame if not victims else replace(frame, target=victims[0][0])]


def _per_country(mention: Mention) -> list[tuple[Quantity, str]]:
    """Return the counts that a sentence gives by country: "three sites in the one country and two in the other"."""
    phrases, target = mention.sentence.phrases, mention.target
    if target is None or lemma(phrases, target) not in words().sites:
        return []
    counts = [q for q in mention.sentence.quantities if q.kind is QuantityKind.COUNT and q.first >= target.first]
    places = [
        p
        for p in mention.sentence.places
        if p.place.kind is PlaceKind.COUNTRY
        and p.first > target.head
        and p.relation
        and p.relation.kind is RelationKind.IN
    ]
    if len(counts) != len(places) or len(counts) < 2:
        return []
    if not all(c.first < p.first for c, p in zip(counts, places, strict=True)):
        return []
    return [(c.quantity, p.place.country) for c, p in zip(counts, places, strict=True) if p.place.country]


def _victims(mention: Mention) -> list[tuple[str, int, int]]:
    """Return the victims that "the assassination(s) of A and B" lists, as printed, with start and end."""
    event = mention.event
    phrases = mention.sentence.phrases
    if event is None or lemma(phrases, event) not in {"assassination", "murder", "slaying"}:
        return []
    tokens = phrases.sentence.tokens
    victims: list[list[int]] = []
    i = event.last + 1
    while i < len(tokens):
        group = phrases.at[i]
        if isinstance(group, VerbGroup) or tokens[i].lower in {",", ";", "."} or phrases.tags[i] is Tag.RELATIVE:
            break
        if isinstance(group, NounGroup):
            before = tokens[i - 1].lower
            if victims and before == "of" and victims[-1][1] == i - 2:
                victims[-1][1] = group.last
            elif before in {"of", "and"}:
                victims.append([i, group.last])
            i = group.last + 1
            continue
        i += 1
    text = mention.sentence.source.text
    spans = [(tokens[a].start, tokens[b].end) for a, b in victims]
    return [(text[a:b], a, b) for a, b in spans]
