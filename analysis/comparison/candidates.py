"""Which pairs of mentions are worth comparing: those that share a day and a place, or what else could tie them.

Every mention stands under a few keys (its days with its place, the province and the part of the map that it lies in;
its days with a figure of victims, or with its doer; its place alone, or rare words, where the day is not known). Only
mentions under one key are compared, and under a crowded key each only with the `WINDOW` next to it in a fixed order
(the sorted-neighbourhood method: Hernández and Stolfo, "The merge/purge problem for large databases", SIGMOD 1995). So
the number of pairs grows with the number of mentions, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import cache

from analysis.comparison.dates import TOLERANCE
from analysis.comparison.mentions import Mention
from analysis.comparison.places import locate
from analysis.comparison.transcription import find_names, to_consonants

#: mentions compared with each one under a crowded key, and under one without a day
WINDOW, NARROW = 32, 8
#: degrees of a part of the map; a place is looked for in its own part and those around it
CELL = 0.5
#: words of a sentence that stand as keys for mentions without a day
RARE = 4


def find_candidates(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs worth comparing, each once."""
    common = Counter(word for mention in mentions for word in mention.words)
    buckets: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        for key in _keys(mention, common):
            buckets[key].append(at)
    seen: set[int] = set()
    order: list[int] = []
    for key, bucket in buckets.items():
        if len(bucket) < 2:
            continue
        window = WINDOW
        if len(bucket) > WINDOW:
            order = order or _order(mentions)
            bucket.sort(key=order.__getitem__)
            window = WINDOW if isinstance(key[0], int) else NARROW
        for nth, one in enumerate(bucket):
            for other in bucket[max(0, nth - window) : nth]:
                pair = one * len(mentions) + other if one < other else other * len(mentions) + one
                if pair not in seen:
                    seen.add(pair)
                    yield (mentions[one], mentions[other]) if one < other else (mentions[other], mentions[one])


def _order(mentions: Sequence[Mention]) -> list[int]:
    """Rank the mentions so that those with the same figures, place and doer stand beside each other."""
    keys = [(sorted(m.figures), m.place or "", m.attacker or "", m.type, m.claim_id) for m in mentions]
    rank = [0] * len(mentions)
    for nth, at in enumerate(sorted(range(len(mentions)), key=keys.__getitem__)):
        rank[at] = nth
    return rank


def _keys(mention: Mention, common: Counter[str]) -> set[tuple[Hashable, ...]]:
    places = _place_keys(mention.place, min(mention.countries) if len(mention.countries) == 1 else None)
    keys: set[tuple[Hashable, ...]] = {("place", name) for name in _names(mention.place)}
    keys |= {("name", part) for name in _names(mention.place) for part in to_consonants(name)}
    if mention.days is None or mention.days.loose:
        keys |= {("name", part) for part in find_names(mention.evidence).split()}
        keys |= {("place", key) for key in places}
        shared = (word for word in mention.words if common[word] > 1)
        return keys | {("word", word) for word in sorted(shared, key=lambda word: (common[word], word))[:RARE]}
    doers = {(country, mention.attacker) for country in mention.countries if mention.attacker}
    days = range(mention.days.first, mention.days.last + TOLERANCE + 1)
    keys |= {(day, tie) for day in days for ties in (places, mention.figures, doers, mention.countries) for tie in ties}
    return keys


def _names(place: str | None) -> list[str]:
    return [name.strip().casefold() for name in (place or "").split(";") if name.strip()]


@cache
def _place_keys(place: str | None, country: str | None) -> frozenset[Hashable]:
    """The names of a place, its province, and the parts of the map that it is near to."""
    keys: set[Hashable] = set(_names(place))
    for name in (place or "").split(";"):
        found = locate(name.strip(), country) if name.strip() else None
        if found is None:
            continue
        keys |= {found.name.casefold(), (found.province or found.name).casefold()}
        if found.lat is not None and found.lon is not None:
            row, column = round(found.lat / CELL), round(found.lon / CELL)
            keys |= {(row + down, column + right) for down in (0, 1) for right in (0, 1)}
    return frozenset(keys)
