"""Operations: which missions, operations and airdrops are attacks: those that hurt or seize somebody, those carried out
against a place, those of a band that somebody counts. The words alone say nothing of force.
"""

from __future__ import annotations

from itertools import pairwise

from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular


def tells_of_force(phrases: Phrases, group: NounGroup, head: str) -> bool:
    """Tell the operations, missions, airdrops and incidents of which the words say that somebody was hit in them."""
    if (head == "airdrop" and is_carried_out(phrases, group)) or (head == "operation" and is_kept(phrases, group)):
        return True
    if head == "operation" and (is_aimed_run(phrases, group) or is_of_strikes(phrases, group)):
        return True
    if head in {"incident", "operation", "mission"} and is_counted_incident(phrases, group):
        return True
    return head in {"mission", "operation", "airdrop"} and (is_deadly(phrases, group) or is_harmed_in(phrases, group))


def is_deadly(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "one mission in the east killed two commanders", "the 2019 operation that killed the leader"."""
    w = words()
    verb = next((v for v in phrases.verbs if v.first > group.last), None)
    if verb is None or verb.passive or not verb.finite or verb.negated or verb.modal is not None:
        return False
    if verb.lemma in {"result", "lead", "end"} and subject_of(phrases, verb) is group:
        after = {t.lower for t in phrases.sentence.tokens[verb.last + 1 : verb.last + 5]}
        return bool(after & {"in", "to", "with"} and after & w.outcomes)  # "resulted in the arrest of two"
    return verb.lemma in w.harming | {"capture"} and subject_of(phrases, verb) is group


def is_carried_out(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "carried out an airdrop on a house" from "carried out an airdrop of flour"."""
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    after = phrases.sentence.tokens[group.last + 1].lower if group.last + 1 < len(phrases.at) else ""
    return verb is not None and verb.lemma in words().light and object_of(phrases, verb) is not None and after != "of"


def is_aimed_run(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "carried out 32 operations targeting gatherings", "conducted ten operations against the group"."""
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    counted = any(phrases.tags[i] is Tag.NUMBER for i in range(group.first, group.head))
    if verb is None or verb.lemma not in words().light or verb.negated or verb.modal is not None or not counted:
        return False
    after = phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    aimed = isinstance(after, VerbGroup) and after.gerund and after.lemma in {"target", "hit", "strike"}
    doer = subject_of(phrases, verb) if not verb.passive else None
    cells = doer is not None and parse_singular(phrases.sentence.tokens[doer.head].lower) in {
        "cell",
        "sleeper",
        "remnant",
    }
    return (
        aimed
        or cells
        or (group.last + 1 < len(phrases.at) and phrases.sentence.tokens[group.last + 1].lower in {"against", "on"})
    )


def is_of_strikes(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "carried out an air strike operation", "launched bombing operations" from a plan for one."""
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    done = verb is not None and verb.lemma in words().light and object_of(phrases, verb) is group
    kind = phrases.sentence.tokens[group.head - 1].lower if group.head > group.first else ""
    return done and kind in _STRIKES


_STRIKES = frozenset({"airstrike", "air-strike", "strike", "bombing", "shelling", "bombardment"})


def is_kept(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "has documented 17 operations by Thulean cells": those in arms did so many."""
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    after = phrases.noun_behind(group.last, "by")
    counted = any(phrases.tags[i] is Tag.NUMBER for i in range(group.first, group.head))
    if verb is None or verb.lemma not in words().keeping or not counted or after is None:
        return False
    head = parse_singular(phrases.sentence.tokens[after.head].lower)
    return head in words().members | words().movements | {"cell"}


def is_counted_incident(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "killed in 231 incidents", "103 operations in Thule, in which 29 fighters were killed"."""
    if not any(phrases.tags[i] is Tag.NUMBER for i in range(group.first, group.head)):
        return False
    if is_harmed_in(phrases, group):
        return True
    verb = next((v for v in phrases.verbs if v.first > group.last and v.finite), None)
    if verb is None or not verb.passive or verb.modal is not None or verb.negated:
        return False
    between = [t.lower for t in phrases.sentence.tokens[group.last + 1 : verb.first]]
    hit = verb.lemma in words().harming | {"target", "attack"}
    return hit and any(a == "in" and b == "which" for a, b in pairwise(between))


def is_harmed_in(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "killed in fighting with rebels", "died in fighting", "captured two men during an operation"."""
    if group.preposition is None or phrases.sentence.tokens[group.preposition].lower not in {"in", "during"}:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    if verb is None or verb.negated or verb.modal is not None:
        return False
    if phrases.sentence.tokens[group.first].lower == "the" and not is_sweeping(phrases, group):
        return False
    if verb.lemma in {"die", "perish"}:
        return verb.finite
    return verb.lemma in words().harming | words().catching and (verb.passive or object_of(phrases, verb) is not None)


def is_sweeping(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "a clearance operation", "the ensuing search operation" by the words before the noun."""
    tokens = phrases.sentence.tokens
    if tokens[group.head].lower not in OPERATIONS:
        return False
    return any(not words().sweeping.isdisjoint(tokens[i].lower.split("-")) for i in range(group.first, group.head))


OPERATIONS = frozenset({"operation", "operations", "sweep", "sweeps"})
