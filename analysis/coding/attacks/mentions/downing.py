"""Downing: weapons of others that defenders bring down, and drones that watch, which are attacked themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import members, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.text.forms import is_plural


def brought_down(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "air defences shot down eight drones", of others; "rebels downed a spy drone", an attack of theirs."""
    phrases, thing = sentence.phrases, members(sentence.phrases, object_of(sentence.phrases, verb))
    weapon = weapon_type(phrases, thing) if thing is not None else None
    if thing is None or weapon is None or verb.passive or not is_downed(phrases, verb):
        return None
    if is_unreal(phrases, verb, thing):
        return None
    if is_looking_on(phrases, thing):
        subject = subject_of(phrases, verb)
        return Mention(sentence, None, verb, None, subject, thing, AttackType.OTHER, "drone-downed")
    return Mention(sentence, thing, verb, thing, None, aim_of(phrases, thing.last), weapon, "weapon-fired")


def is_downed(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "shot down", "downed", "intercepted", whose doer is the defender."""
    if verb.lemma in words().downing:
        return True
    thing = object_of(phrases, verb)
    tokens = phrases.sentence.tokens
    end = verb.last if verb.passive or thing is None else thing.last
    above = any(t.lower in _UP_THERE for t in tokens[end + 1 : end + 2])  # "destroyed a drone over X"
    before = [t.lower for t in tokens[: verb.first]]
    if verb.lemma == "destroy" and (above or _DEFENCES & set(before) or _has_air_defence(before)):
        return True  # "air defences destroyed 12 of 17 drones"
    ends = [verb.last] + ([thing.last] if thing is not None else [])
    if thing is not None and thing.last + 2 < len(tokens) and isinstance(phrases.at[thing.last + 2], NounGroup):
        ends.append(phrases.at[thing.last + 2].last)  # type: ignore[union-attr]
    down = any(t.lower == "down" for end in ends for t in tokens[end + 1 : end + 2])
    return verb.lemma in {"shoot", "bring", "take", "knock"} and down


_UP_THERE = frozenset({"over", "launched", "heading", "approaching"})
_DEFENCES = frozenset({"defences", "defenses", "interceptors", "anti-aircraft"})


def _has_air_defence(before: Sequence[str]) -> bool:
    """Tell "air defence", "air-defense forces", unlike a ministry of defence."""
    return any(a == "air" and b in {"defence", "defense"} for a, b in pairwise(before)) or bool(
        {"air-defence", "air-defense"} & set(before)
    )


def is_looking_on(phrases: Phrases, thing: NounGroup) -> bool:
    """Tell a drone that watches, whose downing is itself the attack ("a surveillance drone", "an MQ-9 Reaper")."""
    printed = {phrases.sentence.tokens[i].lower for i in range(thing.first, thing.last + 1)}
    return not is_plural(phrases.sentence.tokens[thing.head].lower) and bool(printed & words().watching)
