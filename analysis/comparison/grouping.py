"""From links to incidents: which attack rows stand together.

The strongest links come first; two groups become one only where every mention of the one can be the same attack as
every mention of the other, so that a chain of likenesses never joins what lies two days apart. An incident holds one
mention of a source, unless a person says that two are the same. `same` and `not_same` of the corrections go before
everything that was found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from analysis.comparison.links import Link, can_be_one
from analysis.comparison.mentions import Mention

Pair = tuple[str, str]


class ComparisonError(ValueError):
    """Corrections that the tables cannot follow; the message is one line."""


def group_links(
    mentions: Sequence[Mention], links: Iterable[Link], same: Collection[Pair] = (), not_same: Collection[Pair] = ()
) -> list[list[Mention]]:
    """Join linked mentions into incidents, each in the order of its claims, in the order of the mentions.

    `same` and `not_same` are pairs of claim_ids. Raises ComparisonError where they contradict each other.
    """
    known = {mention.claim_id: mention for mention in mentions}
    group = {claim_id: [mention] for claim_id, mention in known.items()}
    for one, other in sorted(same):
        _join(group, one, other)
    apart = _apart(group, not_same)
    for link in links:
        left, right = group[link.one], group[link.other]
        if left is not right and _fit(left, right, apart):
            _join(group, link.one, link.other)
    seen: set[int] = set()
    found = []
    for mention in mentions:
        members = group[mention.claim_id]
        if id(members) not in seen:
            seen.add(id(members))
            found.append(sorted(members, key=lambda member: member.claim_id))
    return found


def check_pairs(pairs: Iterable[Pair], known: Mapping[str, str], action: str) -> list[Pair]:
    """Turn pairs of claims into pairs of attacks by `known` (claim_id to the attack's claim_id), a pair each once.

    Raises ComparisonError for a claim that is no attack and belongs to none.
    """
    checked = []
    for pair in pairs:
        for claim_id in pair:
            if claim_id not in known:
                raise ComparisonError(f"{action} names the claim {claim_id!r}, which is no attack and belongs to none")
        one, other = sorted(known[claim_id] for claim_id in pair)
        if one != other:
            checked.append((one, other))
    return sorted(set(checked))


def _join(group: dict[str, list[Mention]], one: str, other: str) -> None:
    left, right = group[one], group[other]
    if left is right:
        return
    left += right
    for mention in right:
        group[mention.claim_id] = left


def _apart(group: Mapping[str, list[Mention]], not_same: Iterable[Pair]) -> dict[str, set[str]]:
    apart: dict[str, set[str]] = {}
    for one, other in sorted(not_same):
        if group[one] is group[other]:
            raise ComparisonError(f"not_same keeps {one} and {other} apart, but same joins them")
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return apart


def _fit(left: Sequence[Mention], right: Sequence[Mention], apart: Mapping[str, set[str]]) -> bool:
    kept = {claim_id for mention in left for claim_id in apart.get(mention.claim_id, ())}
    if any(mention.claim_id in kept for mention in right):
        return False
    if {mention.source_id for mention in left} & {mention.source_id for mention in right}:
        return False
    return all(can_be_one(one, other) for one in left for other in right)
