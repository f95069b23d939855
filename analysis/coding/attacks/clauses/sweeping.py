"""Sweeping: the operations that follow an attack ("in the ensuing clearance operation"), attacks of their own.

The words of an attack and of its sweep may be the same; that there is a sweep is said by what stands before the noun.
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns.operations import OPERATIONS, is_sweeping


def is_sweep(mention: Mention) -> bool:
    """Tell "killed in a clearance operation", "in the search operation, troops killed two": the sweep, or its dead."""
    if mention.sentence.words.isdisjoint(OPERATIONS):
        return False
    phrases, event = mention.sentence.phrases, mention.event
    if event is not None:
        return mention.weapon is None and is_sweeping(phrases, event)
    sweep = next((g for g in phrases.nouns if is_sweeping(phrases, g)), None)
    if sweep is None or mention.verb is None:
        return False
    if any(v.finite and mention.verb.last < v.first and v.last < sweep.first for v in phrases.verbs):
        return False  # "the men who *attacked the post* were killed in the clearance operation"
    return not any(t.text == ";" for t in phrases.sentence.tokens[sweep.last : mention.verb.first])
