"""Which attacks of different sources are the same attack, and why.

Two single attacks are linked when they can be the same by day (a day's difference is bridged), country and means, and
when something ties them to one spot or one event: the same place or one within the other, or, where the places do not
say, an exact figure of victims that both give, or the same doer. Nothing is linked on its type alone. A series is
never linked to a single, and two attacks of one source are never one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from analysis.comparison.dates import LOOSE, TOLERANCE, Days, days_between
from analysis.comparison.places import Relation, relate_places

#: means that reports take for one another
FAMILIES = (
    frozenset({"rocket", "missile", "mortar", "artillery"}),
    frozenset({"drone", "air_strike", "missile"}),
    frozenset({"shooting", "assassination", "assault"}),
    frozenset({"bombing", "assassination"}),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One single attack as one source has it, with what linking looks at."""

    claim_id: str
    source_id: str
    days: Days | None
    place: str | None
    countries: frozenset[str]
    type: str
    attacker: str | None
    #: the exact figures of its casualties: (outcome, nationality, role, number)
    figures: frozenset[tuple[str, str, str, int]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one attack, how strongly they are tied (0 to 1), and by what."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


def find_links(mentions: Sequence[Mention]) -> list[Link]:
    """Find the pairs that are the same attack, the strongest first; linear in the number of mentions per day."""
    pairs = {(a.claim_id, b.claim_id): (a, b) for a, b in _candidates(mentions)}
    links = [link for a, b in pairs.values() if (link := link_mentions(a, b))]
    return sorted(links, key=lambda link: (-link.score, link.one, link.other))


def link_mentions(one: Mention, other: Mention) -> Link | None:
    """Tie two mentions, or None where they are not the same attack or nothing but their type says so."""
    if one.source_id == other.source_id or not _can_be_one(one, other):
        return None
    shared_country = one.countries & other.countries
    relation = relate_places(one.place, other.place, min(shared_country) if len(shared_country) == 1 else None)
    if relation is Relation.APART or one.days is None or other.days is None:
        return None
    loose = one.days.loose or other.days.loose
    apart = days_between(one.days, other.days)
    reasons = ["one day apart" if apart else "days that meet"]
    shared = sorted(one.figures & other.figures)
    reasons += [relation.value] if relation else []
    reasons += [f"both give {number} {outcome}" for outcome, _, _, number in shared[:1]]
    same_doer = one.attacker is not None and one.attacker == other.attacker
    reasons += ["the same doer"] if same_doer else []
    placed = relation is not None and (relation is Relation.SAME or not loose)
    if not (placed or (shared and not loose) or (same_doer and not loose and None in (one.place, other.place))):
        return None
    score = 0.5 * placed + 0.2 * (apart == 0) + 0.15 * bool(shared) + 0.1 * same_doer + 0.05 * (one.type == other.type)
    first, second = sorted((one.claim_id, other.claim_id))
    return Link(first, second, round(score, 3), tuple(reasons))


def group_links(mentions: Sequence[Mention], links: Iterable[Link]) -> list[list[Mention]]:
    """Join linked mentions into incidents, strongest links first; no incident holds two mentions of one source."""
    group = {mention.claim_id: [mention] for mention in mentions}
    for link in links:
        one, other = group[link.one], group[link.other]
        if one is other or {m.source_id for m in one} & {m.source_id for m in other}:
            continue
        one += other
        for mention in other:
            group[mention.claim_id] = one
    seen: set[int] = set()
    return [
        sorted(members, key=lambda mention: mention.claim_id)
        for members in (group[mention.claim_id] for mention in mentions)
        if not (id(members) in seen or seen.add(id(members)))  # type: ignore[func-returns-value]
    ]


def _can_be_one(one: Mention, other: Mention) -> bool:
    if one.days is None or other.days is None or days_between(one.days, other.days) > TOLERANCE:
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    kinds = {one.type, other.type}
    return len(kinds) == 1 or "other" in kinds or any(kinds <= family for family in FAMILIES)


def _candidates(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs whose days can meet: by day, and for loosely dated ones by place."""
    by_day: dict[int, list[Mention]] = defaultdict(list)
    by_place: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.place:
            by_place[mention.place.casefold()].append(mention)
        if mention.days and not mention.days.loose:
            for day in range(mention.days.first, mention.days.first + LOOSE + TOLERANCE):
                by_day[day].append(mention)
    for bucket in [*by_day.values(), *by_place.values()]:
        for at, one in enumerate(bucket):
            yield from ((one, other) for other in bucket[:at])
