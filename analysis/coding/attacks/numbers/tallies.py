"""Tallies: attacks, or rounds, counted in a sentence that names no attack: "More than 175 were recorded"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import members, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.clauses import subject_of
from analysis.language.quantities import Qualifier, Quantity, QuantityKind

#: sentences back to the attacks that a tally counts
_REACH = 2


def find_tally(sentence: SentenceReading) -> tuple[int, Quantity] | None:
    """Find how many attacks named before a sentence counts: its number, and the quantity; None where it counts none."""
    if not sentence.words & words().tallying:
        return None
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for verb in phrases.verbs:
        subject = subject_of(phrases, verb) if verb.passive and verb.finite else None
        if subject is None or not subject.bare or not {t.lower for t in tokens[verb.last :]} & words().tallying:
            continue
        after = [t.lower for t in tokens[subject.last + 1 : subject.last + 3]]
        if after[:1] == ["of"] and after[1:] not in (["them"], ["these"], ["those"]):
            continue
        if (counted := _count_within(sentence, subject.first, subject.last)) is not None:
            return sentence.number, counted
    return None


def find_rounds(sentence: SentenceReading) -> tuple[int, Quantity] | None:
    """Find how many rounds of an attack told before a sentence counts ("17 mortar rounds were counted"), as above."""
    if not sentence.words & words().tallying:
        return None
    phrases = sentence.phrases
    for verb in phrases.verbs:
        subject = subject_of(phrases, verb) if verb.passive and verb.finite and not verb.negated else None
        if subject is None or not {t.lower for t in phrases.sentence.tokens[verb.last :]} & words().tallying:
            continue
        weapon = members(phrases, subject)
        if weapon is None or weapon_type(phrases, weapon) is None:
            continue
        if (counted := _count_within(sentence, subject.first, weapon.last)) is not None:
            return sentence.number, counted
    return None


def _count_within(sentence: SentenceReading, first: int, last: int) -> Quantity | None:
    """Return the count of more than one that ends in tokens first to last, or None."""
    for found in sentence.quantities:
        if found.kind is QuantityKind.COUNT and (found.quantity.low or 0) > 1 and first <= found.last <= last:
            return found.quantity
    return None


def lay_rounds(rounds: tuple[int, Quantity] | None, frames: list[Frame]) -> None:
    """Give rounds that were counted to the attack named last, if that was at most two sentences before."""
    if rounds is None:
        return
    number, quantity = rounds
    frame = frames[-1]
    if number - frame.mention.sentence.number > _REACH or frame.series or frame.plural:
        return
    if frame.munitions is None or frame.munitions.qualifier is Qualifier.VAGUE:
        frames[-1] = replace(frame, munitions=quantity)


def lay_tally(tally: tuple[int, Quantity] | None, frames: list[Frame]) -> None:
    """Give a tally to the attacks in the plural that were named last, if that was at most two sentences before."""
    if tally is None:
        return
    number, quantity = tally
    for i in range(len(frames) - 1, -1, -1):
        frame = frames[i]
        if number - frame.mention.sentence.number > _REACH:
            return
        if frame.plural or frame.series:
            if frame.count is None:
                frames[i] = replace(frame, count=quantity, series=True, plural=False)
            return
