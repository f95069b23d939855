"""Otherwise: words for attacks that mean something else: workers "on strike", an "explosion of anger"."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.forms import parse_singular
from analysis.language.phrases import NounGroup, Phrases
from analysis.language.tags import Tag


def is_otherwise_meant(phrases: Phrases, group: NounGroup, head: str) -> bool:
    """Tell whether a group with a head (singular) that may name an attack names something else."""
    if head == "strike":
        return _is_of_workers(phrases, group) or _is_struck_down(phrases, group)
    return head in words().effects and _is_outburst(phrases, group)


def _is_of_workers(phrases: Phrases, group: NounGroup) -> bool:
    """Tell workers who are "on strike"."""
    alone = group.first == group.head and group.first > 0
    return alone and phrases.sentence.tokens[group.first - 1].lower == "on"


def _is_struck_down(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "should the court strike them down", which order takes for a noun."""
    i = group.last + 1
    down = i + 1 < len(phrases.at) and phrases.sentence.tokens[i + 1].lower in {"down", "out"}
    return down and phrases.tags[i] is Tag.PRONOUN


def _is_outburst(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "an explosion of anger"."""
    of = phrases.at[group.last + 2] if group.last + 2 < len(phrases.at) else None
    if not isinstance(of, NounGroup) or phrases.sentence.tokens[group.last + 1].lower != "of":
        return False
    return parse_singular(phrases.sentence.tokens[of.head].lower) in words().outbursts
