"""Compatibility: whether scope, weapon and victims let a frame and an attack be one, before anything speaks for it."""

from __future__ import annotations

from analysis.coding.attacks.clauses.calling import is_called_so
from analysis.coding.attacks.cluster import Cluster, event_lemma, is_day, is_long_frame
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.fights import is_fight, is_fight_in, is_fight_over
from analysis.coding.attacks.merging.retelling import (
    is_counted_again,
    is_counted_of_day,
    is_how,
    is_means,
    is_named_then,
)
from analysis.coding.attacks.merging.shared_victims import share_toll, share_victims, target_likeness
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.numbers.counts import has_plural_target
from analysis.coding.attacks.numbers.hit_places import is_mass
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier

_FROM_THE_AIR = frozenset({AttackType.DRONE, AttackType.MISSILE, AttackType.AIR_STRIKE, AttackType.BOMBING})
_FROM_AFAR = frozenset({AttackType.ROCKET, AttackType.MISSILE, AttackType.ARTILLERY, AttackType.MORTAR})
_BY_HAND = frozenset({AttackType.SHOOTING, AttackType.ASSAULT, AttackType.ASSASSINATION, AttackType.BOMBING})
_WITH_BOMBS = frozenset({AttackType.BOMBING, AttackType.ASSASSINATION, AttackType.ARTILLERY})
_FAMILIES = (_FROM_THE_AIR, _FROM_AFAR, _BY_HAND, _WITH_BOMBS)


def scopes_meet(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether one attack or a series, counted or not, lets a frame and an attack be one."""
    if is_counted_of_day(frame, cluster):
        return True
    if frame.another or (frame.date is not None and all(f.another and f.series and not f.date for f in cluster.seen)):
        return False  # "the third attack since the truce", and then those of a day
    if _is_of_places(frame, cluster) or _is_run_in_short(frame, cluster):
        return True
    if frame.series:
        if is_counted_again(frame, cluster):
            return True
        if cluster.in_headline and _has_doer_of(frame, cluster):
            return True
        if _counts_exactly(frame) and (_is_of_one_place(frame, cluster) or _is_run_elsewhere(frame, cluster)):
            return False
        if _counts_exactly(frame):
            return _counts_meet(frame, cluster) and (
                cluster.open or _hits_several(cluster) or any(_counts_exactly(f) for f in cluster.seen)
            )
        return _counts_meet(frame, cluster) and (cluster.series or cluster.open)
    if frame.plural and is_day(frame):
        undated = frame.definite and not any(f.date for f in cluster.seen)
        near = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= 2
        undated = undated and (_hits_several(cluster) or (near and any(_counts_exactly(f) for f in cluster.seen)))
        return undated or cluster.open or cluster.in_headline or any(is_day(f) for f in cluster.seen)
    if frame.plural:
        headed = cluster.in_headline and (_has_doer_of(frame, cluster) or _is_lead_of(frame, cluster))
        several = cluster.series or any(f.plural for f in cluster.seen) or _is_disowned(frame)
        return headed or several or _tells_of_one(frame, cluster)
    if frame.pointing and is_fight(frame):
        return True  # "12 clashes", and then "these clashes"
    if cluster.open and cluster.in_headline and (_has_doer_of(frame, cluster) or _is_under_headline(frame, cluster)):
        return True  # a headline's "raids kill two", and then the raid
    if cluster.series and (is_how(frame, cluster) or is_account(frame, cluster)):
        return True
    return not cluster.series or _are_those_counted(frame, cluster)


def _are_those_counted(frame: Frame, cluster: Cluster) -> bool:
    """Tell "two bombers blew themselves up", "two bombs went off", right under a headline's "twin bombings"."""
    doer, told = frame.mention.doer, frame.mention.sentence.quantities
    men = (q.quantity for q in told if doer is not None and doer.first <= q.first <= doer.head)
    fired = frame.munitions or next(men, None)
    near = cluster.in_headline and frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= _LEAD
    counts = {(f.count.low, f.count.high) for f in cluster.seen if f.count is not None}
    return near and fired is not None and (fired.low, fired.high) in counts


def _is_run_in_short(frame: Frame, cluster: Cluster) -> bool:
    """Tell "jets hit three buses, killing 23", after "several air raids killed at least 23"."""
    if frame.series or frame.plural or not cluster.series or any(_counts_exactly(f) for f in cluster.seen):
        return False
    return share_toll(frame, cluster) and not any(is_long_frame(f) for f in cluster.seen)


def _is_of_places(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the shelling targeted several villages", right after shelling was told: it is counted by places only."""
    if not frame.definite or not is_mass(frame.mention) or any(is_long_frame(f) for f in (frame, *cluster.seen)):
        return False
    near = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= _LEAD
    if not near or not any(is_mass(f.mention) or f.type in _FROM_AFAR for f in cluster.seen):
        return False
    if frame.series:
        return not cluster.series and frame.count is not None and frame.target is not None
    by_places = [f for f in cluster.seen if f.series and f.count is not None and f.target is not None]
    return frame.date is None and bool(by_places) and cluster.series and not frame.plural


def _is_of_one_place(frame: Frame, cluster: Cluster) -> bool:
    """Tell "shelled the town 12 times on Monday" from "attacks across the country overnight", told of before it."""
    if frame.place is None or frame.definite or cluster.in_headline or any(f.place for f in cluster.seen):
        return False
    return not any(
        f.date is not None and frame.date is not None and f.date.text == frame.date.text for f in cluster.seen
    )


def _is_run_elsewhere(frame: Frame, cluster: Cluster) -> bool:
    """Tell "bombed the province 238 times since May" from the strikes on two towns that were told of before it."""
    if frame.place is None or frame.definite or not is_long_frame(frame) or not cluster.open:
        return False
    places = {f.place.name for f in cluster.seen if f.place is not None}
    return bool(places) and frame.place.name not in places


def is_account(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the army said it had struck stores there", right after two strikes of the army were told."""
    doer, gap = frame.mention.doer, frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number
    if doer is None or frame.mention.event is not None or frame.series or frame.date or not 0 < gap <= _LEAD:
        return False
    it = frame.mention.sentence.sentence.tokens[doer.head].lower in words().pronouns
    return it and _has_doer_of(frame, cluster)


def _has_doer_of(frame: Frame, cluster: Cluster) -> bool:
    """Tell the run of attacks that a lead counts and a headline has in short ("Jets strike in the east"): one doer."""
    doers = {f.doer.name for f in cluster.seen if f.doer is not None and f.doer.name is not None}
    lead = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= _LEAD
    return lead and not is_long_frame(frame) and frame.doer is not None and doers == {frame.doer.name}


def _is_lead_of(frame: Frame, cluster: Cluster) -> bool:
    """Tell "jets carried out air strikes", under a headline's "Jets strike depots" that names nobody."""
    lead = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= _LEAD
    return lead and frame.type in cluster.types and not (is_long_frame(frame) or any(f.doer for f in cluster.seen))


def _is_under_headline(frame: Frame, cluster: Cluster) -> bool:
    """Tell "jets hit houses" in the line under a headline's "air strikes kill two"."""
    under = frame.mention.sentence.sentence.headline and frame.doer is None
    return under and frame.type in cluster.types and not frame.weak


#: sentences from a headline to the lead
_LEAD = 4


def _tells_of_one(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the strikes", "raids on the town" without a day, after one attack there: several rounds of it."""
    if (frame.date and frame.date.date_from) or frame.count:
        return False
    near = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= 1
    if frame.definite and near and any(f.munitions and (f.munitions.low or 0) > 1 for f in cluster.seen):
        return True  # "fired 90 missiles at the country", and then "the strikes hit a plant"
    if not (any(is_day(f) for f in cluster.seen) or _hits_several(cluster)):
        return False
    there = frame.place is not None and any(
        f.place is not None and f.place.name == frame.place.name for f in cluster.seen
    )
    return there or (frame.definite and (frame.place is None or _hits_several(cluster)))


def _is_disowned(frame: Frame) -> bool:
    """Tell "denied any involvement in the attacks", "nothing to do with the attacks": as many as were told."""
    event = frame.mention.event
    if event is None or not event.preposition or not frame.definite or frame.date or frame.place or frame.count:
        return False
    phrases = frame.mention.sentence.phrases
    governor = phrases.at[event.preposition - 1]
    if isinstance(governor, VerbGroup):
        return governor.lemma == "do" and governor.infinitive
    return isinstance(governor, NounGroup) and lemma(phrases, governor) in guilt_words()["involvement"]


_ON_PEOPLE = frozenset({AttackType.SHOOTING, AttackType.ASSASSINATION, AttackType.ASSAULT})


def _hits_several(cluster: Cluster) -> bool:
    """Tell one that is only said to have hit things in the plural ("jets struck positions"): may be several."""
    body = [f for f in cluster.seen if not f.mention.sentence.sentence.headline] or cluster.seen
    return all(
        f.mention.rule in {"attack-verb", "razed"} and has_plural_target(f.mention) and f.type not in _ON_PEOPLE
        for f in body
    )


def _counts_exactly(frame: Frame) -> bool:
    count = frame.count
    return count is not None and bool(count.low) and count.qualifier is not Qualifier.VAGUE and not frame.pointing


def _counts_meet(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether the counts of two series can be one: their intervals meet."""
    if frame.count is None:
        return True
    low, high = frame.count.low or 0, frame.count.high or 10**9
    return all(
        (f.count.low or 0) <= high and low <= (f.count.high or 10**9) for f in cluster.seen if f.count is not None
    )


def types_meet(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether the weapons, and the victims of murders, let a frame and an attack be one."""
    if _is_other_operation(frame, cluster) or (frame.weak and frame.type in _LOUD and cluster.types == _SHOTS):
        return False  # "the bombing" is no shooting
    if frame.weak and cluster.types == {AttackType.BOMBING} and event_lemma(frame) == "bombardment":
        return False  # nor a bomb that went off
    if frame.weak and frame.type is AttackType.AIR_STRIKE and cluster.types and cluster.types <= _ON_PEOPLE:
        return False
    if AttackType.ASSASSINATION in cluster.types | {frame.type} and not frame.weak:
        return _victims_meet(frame, cluster)
    if frame.type is AttackType.OTHER or frame.weak or not cluster.types or frame.type in cluster.types:
        fought = (
            any(is_fight(f) for f in cluster.seen) if is_fight(frame) else not all(is_fight(f) for f in cluster.seen)
        )
        return (
            fought
            or share_toll(frame, cluster)
            or _is_shot_there(frame, cluster)
            or _is_on_the_known(frame, cluster)
            or (frame.pointing and (is_fight(frame) or frame.weak))
            or (is_fight(frame) and (is_fight_in(frame, cluster) or is_fight_over(frame, cluster)))
        )
    both = cluster.types | {frame.type}
    return is_means(frame, cluster) or any(both <= family for family in _FAMILIES)


def _is_other_operation(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the operation", which means no rockets, nor what others did."""
    if not frame.definite or frame.mention.attached is not None or event_lemma(frame) not in _ON_GROUND:
        return False
    event = frame.mention.event
    if event is not None and is_called_so(frame.mention.sentence.phrases, event):
        return False  # "what it described as an operation"
    return AttackType.ASSAULT not in cluster.types and not cluster.lemmas & _ON_GROUND


_LOUD = frozenset({AttackType.BOMBING, AttackType.ARTILLERY, AttackType.AIR_STRIKE})
_SHOTS = frozenset({AttackType.SHOOTING})
_ON_GROUND = frozenset({"operation", "mission"})


def _victims_meet(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether two murders can be of the same people: a name or a noun in common, or one names nobody."""
    theirs = {name for f in cluster.seen for name in f.people}
    named = {name for f in cluster.seen for name in f.names}
    if frame.people and theirs and not frame.people & theirs:
        if bool(frame.names) == bool(named):
            return False
        # "a prominent judge", and then "Amal Hadi"
        return 0 < frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= 2 and not frame.fresh
    if frame.people and theirs:
        return True
    types = {f.type for f in cluster.seen} - {AttackType.OTHER}
    if _is_only_rounds(frame, cluster):
        return types | {frame.type} <= _BY_HAND
    if frame.type in types or not types or frame.type is AttackType.OTHER:
        return not frame.plural or cluster.series
    same = target_likeness(frame, cluster) or share_victims(frame, cluster) or is_named_then(frame, cluster)
    return types | {frame.type} <= _BY_HAND and bool(same)


def _is_only_rounds(frame: Frame, cluster: Cluster) -> bool:
    """Tell "more than 100 shots were fired", right after a murder: how it was done."""
    told = frame.target or frame.people or frame.date or frame.place or frame.doer
    gap = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number
    return frame.mention.weapon is not None and not told and 0 <= gap <= 2


def _is_shot_there(frame: Frame, cluster: Cluster) -> bool:
    """Tell "two intruders were shot dead", by nobody named, right after an exchange of fire was told."""
    gap, verb = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number, frame.mention.verb
    told = verb is None or not verb.passive or frame.doer or frame.date or frame.mention.event is not None
    return frame.type is AttackType.SHOOTING and not told and 0 < gap <= 2


def _is_on_the_known(frame: Frame, cluster: Cluster) -> bool:
    """Tell "opened fire on the soldiers", after soldiers died in a firefight."""
    target, tokens = frame.mention.target, frame.mention.sentence.sentence.tokens
    return target is not None and tokens[target.first].lower == "the" and share_victims(frame, cluster)
