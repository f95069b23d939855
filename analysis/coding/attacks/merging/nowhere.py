"""Nowhere: a single attack of which a text says neither day nor place is most often one told elsewhere in it.

"The ministry denied that any school had been struck", "they had killed 40 soldiers": a deed without a day and a place
is that told near it which its weapon, doer and country let it be. What was fired from afar and fits no other attack of
its weapon is one of its own; any other such deed is no row. Words that bring in something new ("another", "a raid"),
the sweep after an attack, and the name of who was killed, make a row of their own always; so does a text that tells no
day and no place at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.clauses.sweeping import is_sweep
from analysis.coding.attacks.cluster import Cluster, event_lemma
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.merging.hands import is_on_own_forces, is_on_theirs
from analysis.coding.attacks.merging.settle import settle_place
from analysis.coding.attacks.merging.shared_victims import vessel_likeness
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag

#: sentences to the attack that is meant: any of one weapon and doer, and one of a deed done by hand
_FAR, _NEAR = 10, 3
#: sentences at the head of a report, which tell its news
_TOP = 2
_FROM_AFAR = frozenset(
    {
        AttackType.AIR_STRIKE,
        AttackType.ARTILLERY,
        AttackType.DRONE,
        AttackType.MISSILE,
        AttackType.MORTAR,
        AttackType.ROCKET,
    }
)
#: what "a raid" may have been, that names no weapon
_RAIDING = frozenset({AttackType.AIR_STRIKE, AttackType.DRONE, AttackType.ASSAULT})
_BARE = frozenset({"raid", "attack", "strike"})


def join_unset(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Put singles that are told without a day and a place to the attacks that they are, or leave them out."""
    told = [c for c in clusters if _is_set(c)]
    if not told:
        return list(clusters)
    kept: list[Cluster] = []
    for cluster in clusters:
        if _is_set(cluster) or not _stands_alone(cluster) or _is_news(cluster, told):
            kept.append(cluster)
            continue
        before = [c for c in told if not _is_brought_in_after(c, cluster)]
        news = not before  # what all of that is set apart from
        other = _same(cluster, before or [c for c in kept if not _is_set(c)])
        if other is not None:
            other.frames.extend(cluster.frames)
        elif news or _type_seen(cluster) in _FROM_AFAR:
            kept.append(cluster)
    return kept


def _is_news(cluster: Cluster, told: Sequence[Cluster]) -> bool:
    """Tell an attack that a report tells of before it speaks of runs of others, and of no other by its day or place."""
    first = cluster.frames[0].mention.sentence.number
    return all(c.series and first < c.frames[0].mention.sentence.number for c in told)


def _is_set(cluster: Cluster) -> bool:
    """Tell an attack of which a day or a place is told."""
    return any(f.date for f in cluster.seen) or settle_place(cluster.seen) is not None


def _is_brought_in_after(other: Cluster, cluster: Cluster) -> bool:
    """Tell "the last such attack was in June", "another on Monday", told after the one that it is set apart from."""
    first, own = other.seen[0], cluster.seen[0]
    return first.another and own.mention.sentence.number < first.mention.sentence.number


def _stands_alone(cluster: Cluster) -> bool:
    """Tell a single that no mention brings in as another, or by the name of who was killed."""
    if cluster.series or cluster.open:
        return False
    return not any(f.another or f.names or f.apart or is_sweep(f.mention) or _is_new_target(f) for f in cluster.seen)


def _is_new_target(frame: Frame) -> bool:
    """Tell "a raid on a village", and the murder of somebody who is no "him" told of before."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    if frame.type is AttackType.ASSASSINATION:
        target = frame.mention.target
        return target is None or frame.mention.sentence.phrases.tags[target.head] is not Tag.PRONOUN
    target, number = frame.mention.target, frame.mention.sentence.number
    if event is None and target is not None and number <= _TOP and not frame.mention.sentence.sentence.headline:
        return tokens[target.first].lower in {"a", "an"}  # the news itself: "gunmen have attacked an oil field"
    if event is None or frame.mention.weapon is not None or tokens[event.first].lower not in {"a", "an", "one"}:
        return False
    return tokens[0].lower in words().elsewhere or not _is_toll_of(frame.mention, event)


def _is_toll_of(mention: Mention, event: NounGroup) -> bool:
    """Tell "three had died in a drone strike", "spoke of two deaths in an attack": whose dead are told again."""
    tokens = mention.sentence.sentence.tokens
    inside = event.preposition is not None and tokens[event.preposition].lower == "in"
    before = {v.lemma for v in mention.sentence.phrases.verbs if v.last < event.first}
    hurt = bool(before & words().harming) or bool(mention.sentence.words & words().harmed)
    return inside and hurt and bool(before & (words().saying | {"speak"}))


def _type_seen(cluster: Cluster) -> AttackType:
    return next((f.type for f in cluster.seen if f.type is not AttackType.OTHER), AttackType.OTHER)


def _same(cluster: Cluster, told: Sequence[Cluster]) -> Cluster | None:
    """Return the attack told nearest that an attack without a day and a place can be, or None."""
    kind = _type_seen(cluster)
    told = [c for c in told if not any(is_on_own_forces(f, c) for f in cluster.seen)]
    reach = _FAR if kind in _FROM_AFAR else _NEAR
    near = [(_distance(cluster, other), i) for i, other in enumerate(told) if _meet(cluster, other, kind)]
    best = min(near, default=None)
    return told[best[1]] if best is not None and best[0] <= reach else None


def _meet(cluster: Cluster, other: Cluster, kind: AttackType) -> bool:
    """Tell whether weapon, doer and country do not keep two attacks apart."""
    theirs = _type_seen(other)
    loose = kind not in _FROM_AFAR and AttackType.OTHER in {kind, theirs}
    nouns = {event_lemma(f) for f in cluster.seen}
    loose = loose or ("raid" in nouns and nouns <= _BARE and bool(other.types & _RAIDING))
    if kind not in {theirs, AttackType.ASSASSINATION} and not loose:
        return False
    doers = [{f.doer.name for f in c.seen if f.doer is not None and f.doer.name} for c in (cluster, other)]
    if any(is_on_theirs(f, other) or vessel_likeness(f, other) is None for f in cluster.seen):
        return False
    lands = [{land for f in c.seen for land in f.countries} for c in (cluster, other)]
    return all(not one or not two or one & two for one, two in (doers, lands))


def _distance(cluster: Cluster, other: Cluster) -> float:
    """Return how many sentences lie between two attacks; one told after counts as farther than one before."""
    gaps = [f.mention.sentence.number - g.mention.sentence.number for f in cluster.seen for g in other.seen]
    return min(gap if gap >= 0 else _AFTER - gap for gap in gaps)


#: sentences by which an attack told after is farther
_AFTER = 1.5
