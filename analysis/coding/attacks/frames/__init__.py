"""Frames: what the sentence around a mention says of when, where, how many and whom.

A date or a place counts for a mention when it stands in the same utterance (the day on which something was *said* is
not the day of the attack) and nearer to it than to another mention.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.calling import is_ranked_again, it_was
from analysis.coding.attacks.clauses.hit_by_blast import is_beside
from analysis.coding.attacks.clauses.known import is_own_account, is_set_apart, is_taken_for_known
from analysis.coding.attacks.clauses.others import is_followed_up
from analysis.coding.attacks.clauses.places_hit import is_said_of_place
from analysis.coding.attacks.clauses.sweeping import is_sweep
from analysis.coding.attacks.clauses.targets import (
    definiteness,
    find_harmed,
    find_people,
    is_fresh,
    is_heard,
    is_known,
    is_left_of,
    target_of,
)
from analysis.coding.attacks.clauses.vessels import vessels_of
from analysis.coding.attacks.days.lasting import goes_on_for_days, is_over, is_since_event, is_since_long, lasts
from analysis.coding.attacks.days.when import find_dates_of, is_in_own_name, is_long
from analysis.coding.attacks.doers import find_doer
from analysis.coding.attacks.doers.doer import Doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention, innermost
from analysis.coding.attacks.mentions.dropped import type_fired
from analysis.coding.attacks.mentions.one_more import opens_with_one
from analysis.coding.attacks.nouns import comes_under, lemma, platform_type, type_before
from analysis.coding.attacks.numbers.counts import (
    count_of,
    find_munitions,
    has_plural_target,
    is_clash,
    is_often,
    is_one_of,
    is_series,
    quantity_in,
)
from analysis.coding.attacks.numbers.hit_places import count_targets, is_each, is_mass, is_one_site
from analysis.coding.attacks.numbers.ranked import as_run, find_run, is_since
from analysis.coding.attacks.numbers.risen import count_risen, is_rising, is_round
from analysis.coding.attacks.numbers.splitting import split_frame
from analysis.coding.attacks.numbers.times import count_numbered, count_times
from analysis.coding.attacks.numbers.tolls import find_toll
from analysis.coding.attacks.places.seats import find_seat, says_there
from analysis.coding.attacks.places.where import find_scene
from analysis.coding.attacks.words import words
from analysis.coding.rows import Act, AttackType, Attribution
from analysis.coding.utterances import Utterance
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Quantity
from analysis.language.text.forms import is_plural


def find_frames(mentions: Sequence[Mention], utterances: Sequence[Utterance]) -> list[Frame]:
    """Read the frames of one sentence's mentions; a mention of several dates or victims gives a frame for each."""
    frames: list[Frame] = []
    for mention in mentions:
        apart = [m for m in mentions if m is not mention and m.attached != mention.anchor]
        others = [m.anchor for m in apart if m.anchor != mention.attached and not is_said_of_place(m)]
        ranked = any(_is_ranked(m) for m in mentions if m is mention or m.attached == mention.anchor)
        alone = mention.attached is not None and _is_of_single(mention, mentions)
        frame = as_run(_frame(mention, others, utterances, ranked, alone))
        frames.extend(split_frame(frame, others, utterances))
        frames.extend(find_run(frame))
    return frames


def _is_of_single(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell what "an attack", one, is said to have done: "launched an attack, targeting several sites"."""
    for other in mentions:
        event = other.event if other.anchor == mention.attached and other.weapon is None else None
        if event is not None:
            return not is_plural(_head(other, event)) and not is_mass(other) and count_of(other) is None
    return False


def _frame(
    mention: Mention, others: Sequence[int], utterances: Sequence[Utterance], ranked: bool, alone: bool
) -> Frame:
    phrases, inner = mention.sentence.phrases, innermost(mention, utterances)
    left = is_left_of(phrases, mention.event)
    again = mention.event is not None and mention.weapon is None and is_ranked_again(phrases, mention.event)
    dates = [] if again else find_dates_of(mention, inner, others)
    dates = [d for d in dates if not left or is_in_own_name(mention, d)]
    if is_said_of_place(mention):  # "killed nine on Monday in an area often attacked by rebels"
        dates = [d for d in dates if d.first > mention.first]
    dates = [d for d in dates if not (ranked and (is_since(mention, d) or _is_run(d)))]
    part, series, plural, count = (False, False, False, None) if again else _how_many(mention, dates)
    if series and alone and mention.rule == "attack-verb" and count_times(mention) is None:
        series, count = False, None  # "launched an attack, targeting several sites"
    definite, pointing = (again, again) if part or again else definiteness(phrases, mention.event)
    bare = mention.event is None or mention.weapon is not None
    aimed = mention.rule != "weapon-moves" or not is_beside(phrases, mention.target)
    known = bare and aimed and is_known(phrases, mention.target)  # "he was shot"
    rounds, weapon = find_munitions(mention, others)
    vessels, scene = vessels_of(mention), find_scene(mention, inner, others, series)
    seat = find_seat(mention.sentence, inner) if scene.place is None else None
    doer = find_doer(mention, inner)
    if doer is not None and inner is not None and inner.act is Act.DENIES:
        doer = replace(doer, attribution=Attribution.ACCUSED, by=None)  # who denies it is accused of it
    kind, weak = _type(mention, weapon, doer, definite)
    kind = kind if mention.doer is None else type_fired(phrases, mention.doer, kind)
    return Frame(
        mention=mention,
        type=kind,
        weak=weak or (pointing and mention.event is not None and it_was(phrases, mention.event)),
        part=part,
        series=series,
        plural=plural,
        definite=definite or known or is_taken_for_known(mention),
        pointing=pointing,
        count=count,
        munitions=None if series else rounds,
        date=dates[0] if dates else None,
        place=scene.place or (seat if says_there(mention) else None),
        seat=seat,
        on_target=scene.on_target,
        countries=() if vessels and scene.place is None else scene.countries,
        target=target_of(mention),
        doer=doer,
        another=is_set_apart(mention, bare, definite or bool(others)),
        fresh=mention.event is None and is_fresh(phrases, mention.target) and not is_own_account(mention, inner),
        apart=None,
        victims=find_harmed(mention),
        toll=frozenset() if others else find_toll(mention),
        people=find_people(mention),
        names=find_people(mention, frozenset({Tag.PROPER})),
        vessels=vessels,
    )


def _is_ranked(mention: Mention) -> bool:
    """Tell "the third attack on a clinic since March", which was not in all that time."""
    event = mention.event
    if event is None or is_plural(_head(mention, event)):
        return False
    tokens, after = mention.sentence.sentence.tokens, event.last + 3
    be = after < len(tokens) and tokens[event.last + 1].lower in {"was", "is"}
    if (
        be
        and tokens[after - 1].lower == "the"
        and (_NTH.fullmatch(tokens[after].lower) or tokens[after].lower in words().nth | words().ranks.keys())
    ):
        return True  # "the strike was the 300th since October"
    if be and tokens[after - 1].lower in {"one", "among"}:  # "the blast was one of the worst acts since 2001"
        return any(t.lower in words().nth for t in tokens[after : after + 3])
    return any(t.lower in words().nth or _NTH.fullmatch(t.lower) for t in tokens[event.first : event.head])


_NTH = re.compile(r"\d+(?:st|nd|rd|th)")


def _how_many(mention: Mention, dates: Sequence[DateMention]) -> tuple[bool, bool, bool, Quantity | None]:
    """Tell whether a mention is one of several, a series, or an uncounted plural, and how many it counts."""
    if mention.rule == "killed-by-armed":
        return False, lasts(mention) or (bool(dates) and is_since_long(dates[0])), False, None
    if mention.rule == "one-of-run" or (mention.rule == "attack-verb" and is_one_site(mention)):
        return True, False, False, None  # "one of the sites bombed was a hospital"
    if mention.event is mention.weapon and opens_with_one(mention.sentence):
        return True, False, False, None  # "In the latest, on Sunday, a judge was shot"
    if mention.rule == "attack-verb":
        count = count_times(mention) or count_targets(mention)
        series = (
            count is not None
            or is_often(mention)
            or lasts(mention)
            or (bool(dates) and is_long(dates[0]) and has_plural_target(mention))
            or (bool(dates) and is_since_long(dates[0]))
        )
        return False, series, False, count or (count_numbered(mention) if series else None)
    if is_one_of(mention):
        return True, False, False, None
    times = count_times(mention)
    if mention.weapon is not None and (
        times
        or (dates and is_over(mention, dates[0]))
        or goes_on_for_days(mention)
        or is_since_event(mention)
        or is_often(mention)
    ):
        return False, True, False, times or _each(mention)  # "has fired 2,000 drones since April"
    if is_heard(mention.sentence.phrases, mention.event) or is_followed_up(mention.sentence.phrases, mention.event):
        return False, False, False, None
    count = count_of(mention) or times or count_numbered(mention) or count_risen(mention)
    if count is None and mention.event and (is_each(mention) or comes_under(mention.sentence.phrases, mention.event)):
        count = count_targets(mention)
    event = mention.event if mention.weapon is None else None
    plural = event is not None and count is None and not is_clash(mention) and not is_round(mention)
    return (
        False,
        is_series(mention, count) or (plural and is_rising(mention)),
        plural and _head(mention, event) != "fires" and is_plural(_head(mention, event)),
        count,
    )


def _each(mention: Mention) -> Quantity | None:
    """Return the number of bombs and mines that went off one by one, each an attack."""
    return (
        quantity_in(mention, mention.weapon.first, mention.weapon.head)
        if (mention.weapon is not None and mention.type is AttackType.BOMBING)
        else None
    )


def _is_run(date: DateMention) -> bool:
    """Tell the time over which the others are counted: "the 12th attack *this year*", "the latest in *two weeks*"."""
    counted = date.relation is When.SINCE or date.precision is Precision.RANGE
    return counted or (date.precision is Precision.YEAR and date.text.lower().startswith("this "))


def _head(mention: Mention, group: NounGroup | None) -> str:
    return mention.sentence.sentence.tokens[group.head].lower if group is not None else ""


def _type(mention: Mention, weapon: AttackType | None, doer: Doer | None, definite: bool) -> tuple[AttackType, bool]:
    """Return the type of an attack, and whether it is only the default of a loose word."""
    phrases, event = mention.sentence.phrases, mention.event if mention.weapon is None else None
    if is_sweep(mention):
        return AttackType.ASSAULT, False
    if mention.type is AttackType.ASSASSINATION and mention.attached is not None and has_plural_target(mention):
        return AttackType.OTHER, True  # "stormed a village, murdering farmers"
    if mention.type is AttackType.OTHER:
        weak = weapon is None and _is_state_strike(phrases, event, mention, doer)
        return weapon or (AttackType.AIR_STRIKE if weak else mention.type), weak
    if weapon is not None and event is not None and _names_none(phrases, event):
        return weapon, False  # "an air attack with bursts of missiles", "gunmen made an attack with drones"
    if weapon in _SHELLS and event is not None and mention.type is AttackType.ARTILLERY:
        return (mention.type if type_before(phrases, event) is not None else weapon), False  # "shelling with mortars"
    if mention.verb is not None and mention.event is None and mention.verb.lemma == "bomb":
        return mention.type, mention.type is AttackType.BOMBING and mention.weapon is None
    raided = (event is not None and lemma(phrases, event) == "raid") or (mention.verb and mention.verb.lemma == "raid")
    if raided and mention.type is AttackType.ASSAULT and _is_flown(mention, doer):
        return AttackType.AIR_STRIKE, False
    of_state = doer is not None and doer.is_state
    if of_state and event is not None and lemma(phrases, event) == "operation" and count_of(mention) is not None:
        return AttackType.OTHER, True  # "12 operations", of whatever sort
    known = definite or _is_bare_count(mention) or mention.sentence.sentence.headline or mention.attached is not None
    if is_heard(phrases, event) or (event is not None and lemma(phrases, event) == "killing"):
        return mention.type, True  # what he was killed with says more
    loose = event is not None and known and lemma(phrases, event) in words().loose
    loose = loose or (event is not None and (lemma(phrases, event) == "bombardment" or _is_under_fire(phrases, event)))
    return mention.type, loose and event is not None and type_before(phrases, event) is None


def _is_under_fire(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "came under fire", of whatever."""
    return lemma(phrases, event) == "fire" and comes_under(phrases, event) is not None


def _is_flown(mention: Mention, doer: Doer | None) -> bool:
    """Tell the raids of warplanes, and of a coalition of states, from those of men."""
    group = mention.doer
    plane = group is not None and platform_type(lemma(mention.sentence.phrases, group)) is AttackType.AIR_STRIKE
    return plane or (doer is not None and doer.coalition and mention.verb is None)


def _names_none(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "an attack", "an air attack", "an aerial aggression", which names no weapon."""
    if type_before(phrases, event) is None and words().events.get(lemma(phrases, event)) is AttackType.OTHER:
        return True
    said = {t.lower for t in phrases.sentence.tokens[event.first : event.head]}
    return lemma(phrases, event) in {"attack", "aggression", "assault"} and bool(said & {"air", "aerial"})


_SHELLS = frozenset({AttackType.MORTAR, AttackType.ROCKET})


def _is_bare_count(mention: Mention) -> bool:
    """Tell "73 raids had been carried out": nothing but how many."""
    event = mention.event
    if event is None or mention.weapon is not None or mention.doer is not None or mention.target is not None:
        return False
    phrases = mention.sentence.phrases
    counted = phrases.tags[event.first] is Tag.NUMBER and event.first + 1 == event.head
    after = phrases.at[event.last + 1] if event.last + 1 < len(phrases.at) else None
    return counted and isinstance(after, VerbGroup) and after.passive and after.lemma in words().light


def _is_state_strike(phrases: Phrases, event: NounGroup | None, mention: Mention, doer: Doer | None) -> bool:
    """Tell a bare "strike" that a state's forces are plainly the doers of: an air strike."""
    if doer is None or not (doer.is_state or doer.coalition) or doer.blamed:
        return False
    if event is None:
        return mention.verb is not None and mention.weapon is None and mention.verb.lemma == "strike"
    return lemma(phrases, event) in {"strike", "retaliation"}
