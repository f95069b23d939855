"""Agreement: how far a frame and the frames of an attack can be, or must be, one and the same attack."""

from __future__ import annotations

from analysis.coding.attacks.cluster import Cluster, event_lemma, is_day, is_long_frame
from analysis.coding.attacks.counts import has_plural_target
from analysis.coding.attacks.doer import Doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.targets import names_one_thing
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.forms import parse_singular
from analysis.language.places import Place, PlaceKind, distance_km
from analysis.language.quantities import Qualifier

_FROM_THE_AIR = frozenset({AttackType.DRONE, AttackType.MISSILE, AttackType.AIR_STRIKE, AttackType.BOMBING})


_FROM_AFAR = frozenset({AttackType.ROCKET, AttackType.MISSILE, AttackType.ARTILLERY, AttackType.MORTAR})


_BY_HAND = frozenset({AttackType.SHOOTING, AttackType.ASSAULT, AttackType.ASSASSINATION, AttackType.BOMBING})


_WITH_BOMBS = frozenset({AttackType.BOMBING, AttackType.ASSASSINATION, AttackType.ARTILLERY})


def likeness(frame: Frame, cluster: Cluster, age: int) -> float | None:
    """Return how much speaks for one attack, or None where something speaks against it.

    `age` is 0 for the attack mentioned last, 1 for the one before it …
    """
    if frame.mention.attached is not None and _holds(cluster, frame):
        return 9.0
    if not _scopes_meet(frame, cluster) or not _types_meet(frame, cluster) or _side_by_side(frame, cluster):
        return None
    when = _dates(frame, cluster)
    where = _places(frame, cluster)
    who = _doers(frame, cluster)
    if when is None or where is None or who is None:
        return None
    score = when + where + who + _targets(frame, cluster) + _back(frame, cluster) - min(0.1 * age, 0.5)
    if frame.type in cluster.types:
        score += 0.75
    if _same_hands(frame, cluster):
        score += 0.75
    if _named_now(frame, cluster) or (age == 0 and _goes_on(frame, cluster)):
        score += 1.0
    if _share_victims(frame, cluster):
        score += 1.0
    if any(frame.people & f.people for f in cluster.seen):
        score += 1.5
    return score


def _side_by_side(frame: Frame, cluster: Cluster) -> bool:
    """Tell "attacked a carrier and fired at a destroyer": one sentence that names two things for the first time."""
    same = [f for f in cluster.frames[-4:] if f.mention.sentence is frame.mention.sentence]
    return names_one_thing(frame.mention) and any(names_one_thing(f.mention) for f in same)


def _same_hands(frame: Frame, cluster: Cluster) -> bool:
    """Tell doers who have no name but the same noun ("gunmen", "the gunmen")."""
    mine = _hand(frame)
    return mine is not None and any(_hand(f) == mine for f in cluster.seen)


def _hand(frame: Frame) -> str | None:
    doer = frame.mention.doer
    word = lemma(frame.mention.sentence.phrases, doer) if doer is not None else None
    return word if word in words().nobody else None


def _named_now(frame: Frame, cluster: Cluster) -> bool:
    """Tell "opened fire on Amal Hadi", right after a sentence in which a judge was shot."""
    near = 0 < frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= 2
    known = any(f.people and not f.names for f in cluster.seen) and not any(f.names for f in cluster.seen)
    return near and bool(frame.names) and known and frame.date is None


def _goes_on(frame: Frame, cluster: Cluster) -> bool:
    """Tell how an attack went, right after it was told: no day, place or thing of its own, nobody else who did it."""
    if frame.date or frame.place or frame.series or frame.plural or frame.fresh or frame.another:
        return False
    tokens, number = frame.mention.sentence.sentence.tokens, frame.mention.sentence.number
    if not 0 < number - cluster.frames[-1].mention.sentence.number <= 2 or tokens[0].lower in words().elsewhere:
        return False
    target = frame.mention.target
    known = target is None or tokens[target.first].lower in _KNOWN or frame.mention.rule == "killed-by-armed"
    return known and not cluster.series and not cluster.in_headline


_KNOWN = frozenset({"the", "their", "its", "his", "her", "them", "it", "him", "they", "he", "she", "those", "this"})


def _holds(cluster: Cluster, frame: Frame) -> bool:
    """Tell the attack of the mention that a frame is attached to."""
    return any(
        f.mention.sentence is frame.mention.sentence and f.mention.anchor == frame.mention.attached
        for f in cluster.frames[-8:]
    )


def _back(frame: Frame, cluster: Cluster) -> float:
    """Return how far the words of a mention point back to an attack."""
    if cluster.in_headline:
        return 2.5 if len(cluster.seen) == 1 else 0.5
    score = 2.0 if frame.definite else 0.5
    if (frame.series or frame.plural) and (cluster.series or cluster.open):
        score += 1.5 if event_lemma(frame) in cluster.lemmas else 1.0
    if frame.pointing:
        score += 1.0
    if frame.fresh:
        far = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number > 1
        score -= 2.5 if far else 1.0
    if frame.definite and event_lemma(frame) in cluster.lemmas:
        score += 1.0
    latest = cluster.frames[-1].mention
    if frame.pointing and _is_demonstrative(frame) and frame.mention.sentence.number - latest.sentence.number == 1:
        score += 1.5
    if frame.mention.sentence is latest.sentence and not frame.definite:
        weapon = (frame.mention.weapon is None) != (latest.weapon is None)
        score += 1.5 if weapon and cluster.frames[-1].definite else (-2.0 if _brings_new(frame) else -0.5)
    elif _says_nothing_new(frame):
        score += 1.25
    return score


def _brings_new(frame: Frame) -> bool:
    """Tell a mention with a day, a place or a thing hit that its sentence gives to it alone."""
    target = frame.mention.target
    known = target is None or frame.mention.sentence.sentence.tokens[target.first].lower in _KNOWN
    return bool(frame.date or frame.place or not known or frame.plural or frame.series)


def _is_demonstrative(frame: Frame) -> bool:
    """Tell "that massacre", which points at what was told right before."""
    event = frame.mention.event
    word = frame.mention.sentence.sentence.tokens[event.first].lower if event is not None else ""
    return word in {"this", "that", "these", "those"}


def _says_nothing_new(frame: Frame) -> bool:
    """Tell a mention without day, place, doer, count or a word that sets it apart: most likely told again."""
    if frame.date or frame.place or frame.doer or frame.count or frame.series or frame.fresh:
        return False
    group = frame.mention.event
    tokens = frame.mention.sentence.sentence.tokens
    if tokens[0].lower in words().elsewhere:
        return False
    return group is not None and not any(t.lower in words().again for t in tokens[group.first : group.head])


def _scopes_meet(frame: Frame, cluster: Cluster) -> bool:
    if frame.another:
        return False
    if frame.series:
        if _counts_exactly(frame):
            return _counts_meet(frame, cluster) and (
                cluster.open or _hits_several(cluster) or any(_counts_exactly(f) for f in cluster.seen)
            )
        return _counts_meet(frame, cluster) and (cluster.series or cluster.open)
    if frame.plural and is_day(frame):
        return cluster.open or any(is_day(f) for f in cluster.seen)
    if frame.plural:
        return cluster.series or any(f.plural for f in cluster.seen)
    return not cluster.series


def _hits_several(cluster: Cluster) -> bool:
    """Tell one that is only said to have hit things in the plural ("jets struck positions"): may be several."""
    return all(f.mention.rule == "attack-verb" and has_plural_target(f.mention) for f in cluster.seen)


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


def _types_meet(frame: Frame, cluster: Cluster) -> bool:
    if AttackType.ASSASSINATION in cluster.types | {frame.type} and not frame.weak:
        return _victims_meet(frame, cluster)
    if frame.type is AttackType.OTHER or frame.weak or not cluster.types or frame.type in cluster.types:
        return _clash(frame) == any(_clash(f) for f in cluster.seen) or frame.pointing
    both = cluster.types | {frame.type}
    return any(both <= family for family in (_FROM_THE_AIR, _FROM_AFAR, _BY_HAND, _WITH_BOMBS))


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
    if frame.type in types or not types or frame.type is AttackType.OTHER:
        return not frame.plural or cluster.series
    return types | {frame.type} <= _BY_HAND and (_targets(frame, cluster) > 0 or _share_victims(frame, cluster))


def _clash(frame: Frame) -> bool:
    event = frame.mention.event
    return event is not None and lemma(frame.mention.sentence.phrases, event) in words().clashes


def _dates(frame: Frame, cluster: Cluster) -> float | None:
    if (frame.series or frame.plural) and any(
        is_long_frame(frame) != is_long_frame(f) for f in cluster.seen if f.date and frame.date
    ):
        return None
    values = [_day_likeness(frame.date, f.date) for f in cluster.seen if frame.date and f.date]
    if not values:
        return 0.0
    return None if any(v is None for v in values) else max(v for v in values if v is not None)


def _day_likeness(a: DateMention, b: DateMention) -> float | None:
    if (a.date_from is None) != (b.date_from is None) and a.precision is not Precision.NONE is not b.precision:
        return None  # "Wednesday" of an unknown week and "in 2017"
    if Precision.NONE in {a.precision, b.precision} and When.ANCHOR in {a.relation, b.relation}:
        return 0.0  # "a week earlier" than something that is not told
    if a.date_from is None or b.date_from is None:
        same = a.text.lower().split()[-1] == b.text.lower().split()[-1]
        known = a.date_from is None and b.date_from is None
        return (2.0 if same else None) if known else 0.0
    if a.date_from > (b.date_to or a.date_from) or b.date_from > (a.date_to or b.date_from):
        return None
    return 2.5 if (a.date_from, a.date_to) == (b.date_from, b.date_to) else 1.0


def _places(frame: Frame, cluster: Cluster) -> float | None:
    countries = {c for f in cluster.seen for c in f.countries}
    if frame.countries and countries and not countries & set(frame.countries):
        return -1.0 if _only_points(frame) else None
    score = 0.5 if countries & set(frame.countries) else 0.0
    values = [place_likeness(frame.place, f.place) for f in cluster.seen if frame.place and f.place]
    if any(v is None for v in values):
        return None
    return score + max((v for v in values if v is not None), default=0.0)


def _only_points(frame: Frame) -> bool:
    """Tell "the attack", whose sentence names a country for another reason ("a source in Kyiv said the attack …")."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    if event is None or frame.place is not None or not frame.definite or frame.mention.weapon is not None:
        return False
    if event.first + 1 != event.last or tokens[event.first].lower not in {"the", "this", "that"}:
        return False
    return event.last + 1 < len(tokens) and tokens[event.last + 1].lower not in {"in", "on", "against", "near", "at"}


def place_likeness(a: Place, b: Place) -> float | None:
    """Return how far two places can be one: the same 2.5, one in or near the other 1.5, unknown 0; None for never."""
    if a.name == b.name:
        return 0.5 if a.kind is PlaceKind.SEA else 2.5
    if a.country and b.country and a.country != b.country:
        return None
    if a.name in {b.province, b.name} or b.name in {a.province, a.name}:
        return 1.5
    km = distance_km(a, b)
    if km is None:
        return 0.0 if not (a.province and b.province and a.province != b.province) else None
    if km > 40:
        return None
    return 0.0 if a.kind is b.kind is PlaceKind.TOWN and km > 1 else 1.5


def _doers(frame: Frame, cluster: Cluster) -> float | None:
    mine = frame.doer if frame.doer and frame.doer.name else None
    others = [f.doer for f in cluster.seen if f.doer and f.doer.name]
    if mine is None or not others:
        return 0.0
    if any(d.name == mine.name for d in others):
        return 1.5
    several = frame.series or frame.plural or cluster.series
    values = [_doer_likeness(mine, d, several) for d in others]
    return None if any(v is None for v in values) else max(v for v in values if v is not None)


def _doer_likeness(a: Doer, b: Doer, several: bool) -> float | None:
    """Return how far two doers of different names can be one; of one attack two may be accused, of a series not."""
    if a.coalition or b.coalition:
        return 0.0
    if several:
        return None
    if (a.generic or b.generic) and not a.is_state and not b.is_state:
        return 0.5
    return 0.0 if a.blamed or b.blamed else None


def _targets(frame: Frame, cluster: Cluster) -> float:
    if frame.target is None:
        return 0.0
    mine = _content(frame.target)
    theirs = [_content(f.target) for f in cluster.seen if f.target]
    return 1.5 if any(mine & t for t in theirs) else 0.0


def _share_victims(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether both are said to have hurt, or to have been aimed at, people called the same."""
    return any(_people(frame) & _people(f) for f in cluster.seen)


def _people(frame: Frame) -> set[str]:
    targets = {parse_singular(w) for w in _content(frame.target)} if frame.target else set()
    return set(frame.victims) | targets if frame.victims or targets else set()


def _content(target: str) -> set[str]:
    return {w for w in target.lower().replace("-", " ").split() if len(w) > 3 and w not in words().empty}
