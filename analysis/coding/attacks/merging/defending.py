"""Defending: what those who were attacked did to the attackers: "troops repelled the rebels and killed dozens of them".

It is no attack of its own but a part of the one told right before, and tells neither its doer nor its weapon. A raid of
the next day, or in another town, is one; so is the sweep that follows an attack.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.clauses.sweeping import is_sweep
from analysis.coding.attacks.cluster import Cluster, event_lemma
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular

#: sentences from an attack to what was done to the attackers
_NEAR = 3


def is_defence(frame: Frame, cluster: Cluster) -> bool:
    """Tell harm to the attackers of an attack told right before, by anybody but themselves."""
    mention, last = frame.mention, cluster.frames[-1].mention
    if mention.verb is None or is_sweep(mention) or frame.series or frame.date is not None or frame.place is not None:
        return False
    gap = mention.sentence.number - last.sentence.number
    if not 0 < gap <= _NEAR or cluster.series or cluster.in_headline or not _are_attackers(frame):
        return False
    doers = [f.doer for f in cluster.seen if f.doer is not None and f.doer.name is not None]
    if any(d.is_state for d in doers):
        return False
    return frame.doer is None or all(d.name != frame.doer.name for d in doers)


def is_swept(frame: Frame, cluster: Cluster) -> bool:
    """Tell the sweep after an attack from the attack, of which no mention is a sweep or by the same state."""
    if not is_sweep(frame.mention):
        return False
    doers = {f.doer.name for f in cluster.seen if f.doer is not None and f.doer.is_state}
    same = frame.doer is not None and frame.doer.name in doers
    return not same and not any(is_sweep(f.mention) or event_lemma(f) == "operation" for f in cluster.seen)


def as_defence(frame: Frame) -> Frame:
    """Leave of the defence what tells of the attack itself: nothing but that it is mentioned."""
    none: frozenset[str] = frozenset()
    return replace(
        frame, doer=None, target=None, type=AttackType.OTHER, weak=True, munitions=None, people=none, names=none
    )


def _are_attackers(frame: Frame) -> bool:
    """Tell people whom the words take for known, who were armed: "three of the gunmen", "them", "40 assailants"."""
    phrases, group = frame.mention.sentence.phrases, frame.mention.target
    if group is None:
        return False
    whole = _whole_of_attackers(phrases, group)
    tokens = phrases.sentence.tokens
    noun = parse_singular(tokens[whole.head].lower)
    if noun in _ASSAILANTS:
        return True
    if noun == "them":
        return frame.doer is not None and frame.doer.is_state
    known = tokens[whole.first].lower in {"the", "those", "these"}
    return known and noun in words().known_doers | words().hunted


def _whole_of_attackers(phrases: Phrases, group: NounGroup) -> NounGroup:
    """Return "the attackers" of "three of the attackers", "dozens of them", or the group."""
    i = group.last + 1
    inner = phrases.at[i + 1] if i + 1 < len(phrases.at) else None
    of = i < len(phrases.at) and phrases.sentence.tokens[i].lower == "of"
    counted = phrases.tags[group.head] in {Tag.NUMBER, Tag.DETERMINER} or group.bare
    return inner if of and counted and isinstance(inner, NounGroup) else group


_ASSAILANTS = frozenset({"attacker", "assailant", "raider", "infiltrator", "intruder"})
