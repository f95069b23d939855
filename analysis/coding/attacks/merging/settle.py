"""Settling: one row out of the frames of an attack, with the most exact value that any mention gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from analysis.coding.attacks.cluster import Cluster, event_lemma, is_headline
from analysis.coding.attacks.days.spoken_days import find_day_of_telling
from analysis.coding.attacks.doers.doer import Doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.guilt.passage import Guilt
from analysis.coding.attacks.merging.hands import is_band
from analysis.coding.attacks.places.land import names_road
from analysis.coding.attacks.places.where import exactness
from analysis.coding.attacks.words import words
from analysis.coding.claims import claim_id
from analysis.coding.rows import Attack, AttackType, Attribution, Evidence, Scope
from analysis.language.dates import DateMention
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind
from analysis.language.quantities import Qualifier, Quantity

_EXACTNESS = {
    Qualifier.EXACT: 0,
    Qualifier.RANGE: 1,
    Qualifier.AT_LEAST: 2,
    Qualifier.MORE_THAN: 2,
    Qualifier.AT_MOST: 3,
    Qualifier.LESS_THAN: 3,
    Qualifier.ABOUT: 4,
    Qualifier.VAGUE: 5,
}
_STRENGTH = {
    Attribution.CLAIMED: 0,
    Attribution.STATED: 1,
    Attribution.ACCUSED: 2,
    Attribution.SUSPECTED: 3,
    Attribution.UNCLAIMED: 4,
}


def settle_attack(cluster: Cluster, guilt: Sequence[Guilt], number: int, published: date | None) -> Attack:
    """Make the row of an attack; `number` counts the attacks of the source from 1."""
    frames = cluster.frames
    best = max(frames, key=lambda f: (not is_headline(f), f.filled, -f.mention.sentence.number))
    sentence = best.mention.sentence
    evidence = Evidence(sentence.text, sentence.sentence.start, sentence.sentence.end)
    token = sentence.sentence.tokens[best.mention.anchor]
    when = _date(frames)
    place = settle_place(frames)
    doers = _told_doers(frames) + [g.doer for g in guilt]
    doer = _settle_doer(doers)
    force = next((d.force for d in doers if doer is not None and d.name == doer.name and d.force), None)
    kind = _type(frames)
    if _is_states_own(doer) and _is_from_above(frames, kind):
        kind = AttackType.AIR_STRIKE
    source_id = sentence.source.source_id
    spans = [(token.start, token.end)] + ([best.apart] if best.apart else [])
    return Attack(
        source_id=source_id,
        claim_id=claim_id(source_id, "attacks", evidence, *spans),
        id=f"a{number}",
        scope=Scope.SERIES if cluster.series else Scope.SINGLE,
        date_from=when.date_from if when else None,
        date_to=when.date_to if when else None,
        date_text=when.text if when else None,
        place=place.name if place else None,
        country=_country(frames, place),
        type=kind,
        munitions=None if cluster.series else _munitions(frames, kind),
        count=_count(cluster),
        target=_target(frames),
        attacker=force or (doer.name if doer else None),
        attribution=doer.attribution if doer else None,
        attributed_by=doer.by if doer else None,
        evidence=evidence,
        rule=best.mention.rule,
    )


def _told_doers(frames: Sequence[Frame]) -> list[Doer]:
    """Return the doers that the frames name; of a headline only where the text under it does not name them too."""
    attacked = any(is_band(f) for f in frames)  # "the army killed two in the clash" with those who attacked it
    own = [f for f in frames if f.doer and not is_headline(f) and not (attacked and _is_clash_again(f))]
    doubted = {f.doer.name for f in own if f.doer and f.doer.attribution is Attribution.SUSPECTED}
    told = [f.doer for f in own if f.doer and not (f.doer.name in doubted and _is_pointed_at(f))]
    named = {doer.name for doer in told}
    return told + [f.doer for f in frames if f.doer and is_headline(f) and f.doer.name not in named]


def _is_pointed_at(frame: Frame) -> bool:
    """Tell "the militants", after "suspected X militants": who they are was said before, with a doubt."""
    doer, phrases = frame.mention.doer, frame.mention.sentence.phrases
    if doer is None or frame.doer is None or frame.doer.attribution is not Attribution.STATED:
        return False
    pointing = phrases.sentence.tokens[doer.first].lower in {"the", "they"}
    return pointing and Tag.PROPER not in phrases.tags[doer.first : doer.last + 1]


def _is_clash_again(frame: Frame) -> bool:
    return frame.definite and event_lemma(frame) in words().clashes


def _is_states_own(doer: Doer | None) -> bool:
    """Tell a state that is plainly the doer, by its own account or the source's."""
    return (
        doer is not None
        and (doer.is_state or doer.coalition)
        and doer.attribution in {Attribution.STATED, Attribution.CLAIMED}
    )


def _is_from_above(frames: Sequence[Frame], kind: AttackType) -> bool:
    """Tell a bare strike of a state's forces, no weapon named: "a strike hit the school"; what is bombed is bombed."""
    return kind is AttackType.OTHER and any(event_lemma(f) == "strike" for f in frames)


def _target(frames: Sequence[Frame]) -> str | None:
    """Return the first target that the text names; one of a headline where it names none."""
    named = [f for f in frames if f.target]
    body = (f for f in named if not f.mention.sentence.sentence.headline)
    return next(body, named[0]).target if named else None


def _date(frames: Sequence[Frame]) -> DateMention | None:
    dates = [f.date for f in frames if f.date is not None]
    known = [d for d in dates if d.date_from is not None]
    if known:
        return min(known, key=lambda d: (d.date_to or date.max) - d.date_from if d.date_from else date.max - date.min)
    told = (
        find_day_of_telling(f.mention) for f in frames if not ((f.definite and f.mention.event) or f.series or dates)
    )
    return next(iter(dates), None) or next((day for day in told if day is not None), None)


def settle_place(frames: Sequence[Frame]) -> Place | None:
    placed = [f for f in frames if f.place]
    body = [f for f in placed if not f.mention.sentence.sentence.headline]
    placed = ([f for f in body if f.place and f.place.kind in _LOCAL] and body) or placed
    best = min(placed, key=_place_rank, default=None)
    if best is None and not any(f.series or f.plural for f in frames):
        return next((f.seat for f in frames if f.seat), None)
    return best.place if best else None


_LOCAL = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT})


def _place_rank(frame: Frame) -> tuple[bool, int, bool, bool]:
    """Rank what is no road's name first, then the more exact kind, what was hit itself, what no gazetteer has."""
    place = frame.place
    if place is None:
        return True, 99, True, True
    road = any(p.place == place and names_road(frame.mention, p) for p in frame.mention.sentence.places)
    return road, exactness(place), not frame.on_target, place.lat is not None


def _country(frames: Sequence[Frame], place: Place | None) -> str | None:
    if place is not None and place.country:
        joined = next((f.countries for f in frames if f.place == place and place.country in f.countries), ())
        return ";".join(joined) if ";" in place.name and joined else place.country
    votes: dict[tuple[str, ...], int] = {}
    told = [f for f in frames if f.countries and not f.mention.sentence.sentence.headline]
    for frame in told or frames:  # a headline may sum up several attacks
        if frame.countries:
            votes[frame.countries] = votes.get(frame.countries, 0) + 1
    return ";".join(max(votes.items(), key=lambda item: item[1])[0]) if votes else None


def _type(frames: Sequence[Frame]) -> AttackType:
    told = [f for f in frames if not is_headline(f)]
    plain = [f.type for f in told or frames if f.type is not AttackType.OTHER and not f.weak]
    plain = plain or [f.type for f in frames if f.type is not AttackType.OTHER and not f.weak]
    loose = [f.type for f in frames if f.type is not AttackType.OTHER]
    raids = {f.type for f in told or frames if event_lemma(f) == "raid" and f.type is AttackType.ASSAULT}
    if raids and (AttackType.AIR_STRIKE in plain or _is_bombed(frames)):
        return AttackType.AIR_STRIKE  # what the raids were
    if not plain and event_lemma(frames[0]) in words().clashes:
        return AttackType.OTHER  # clashes in which gunfire was heard
    if plain[:1] == [AttackType.AIR_STRIKE] and AttackType.DRONE in plain:
        return AttackType.DRONE  # what an "aerial bombardment" was, said more exactly
    if plain[:1] == [AttackType.SHOOTING] and AttackType.ASSAULT in plain:
        return AttackType.ASSAULT  # in which there was shooting
    if plain:
        return plain[0]
    if AttackType.AIR_STRIKE in loose:
        return AttackType.AIR_STRIKE
    exact = [kind for kind in loose if kind is not AttackType.BOMBING]  # "bombed" names no weapon, "shelling" does
    return next(iter(exact or loose), AttackType.OTHER)


def _is_bombed(frames: Sequence[Frame]) -> bool:
    """Tell what a state is said to have bombed."""
    return any(f.weak and f.type is AttackType.BOMBING and f.doer is not None and f.doer.is_state for f in frames)


def _munitions(frames: Sequence[Frame], kind: AttackType) -> Quantity | None:
    """Return the most exact number of rounds; the bomb that opens an ambush is none of its rounds."""
    by_hand = kind in {AttackType.ASSAULT, AttackType.ASSASSINATION, AttackType.SHOOTING}
    counted = [f for f in frames if not _is_loose_weapon(f, kind) and (not by_hand or f.type is AttackType.SHOOTING)]
    found = [f.munitions for f in counted if f.munitions is not None]
    most = max((q.low or 0 for q in found), default=0)
    whole = [q for q in found if q.high is None or q.high >= most]  # "one hit a depot" is of "30 were fired"
    return min(whole, key=lambda q: (_EXACTNESS[q.qualifier], -(q.low or 0)), default=None)


def _is_loose_weapon(frame: Frame, kind: AttackType) -> bool:
    """Tell "the attacks, mostly by bombs", and the grenades behind a bomb, from the rounds of an attack."""
    vague = frame.munitions is not None and frame.munitions.qualifier is Qualifier.VAGUE
    return vague and (frame.plural or kind is AttackType.BOMBING is not frame.type)


def _count(cluster: Cluster) -> Quantity:
    counts = [f.count for f in cluster.frames if f.count is not None]
    if cluster.series:
        if counts:
            return min(counts, key=lambda q: _EXACTNESS[q.qualifier])
        group = cluster.frames[0].mention.event
        token = cluster.frames[0].mention.sentence.sentence.tokens[
            group.head if group else cluster.frames[0].mention.anchor
        ]
        return Quantity(2, None, Qualifier.VAGUE, token.text, token.start, token.end)
    start = cluster.frames[0].mention.sentence.sentence.tokens[cluster.frames[0].mention.anchor].start
    return Quantity(1, 1, Qualifier.EXACT, "", start, start)


def _settle_doer(doers: Iterable[Doer]) -> Doer | None:
    """Return the doer to print: a named group before a kind of group, the stronger attribution before the weaker."""
    return min(doers, key=lambda d: (d.name is None, d.generic, d.coalition, _STRENGTH[d.attribution]), default=None)
