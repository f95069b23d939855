"""Numbers that somebody else gives for the people just told: "eight had died; the opposition said 23".

The number stands alone at the end of its clause, right after a verb of saying. Who gives it is the subject of that
verb, whatever the first speaker's words reach over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.finding.givers import official
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.victims import read_victims
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup
from analysis.language.text.wording import lower_at

GAPPED = "gapped"
_SAYING = frozenset({"say", "report", "claim", "count", "estimate", "give"})
_ENDS = frozenset({".", ";", ",", "", "and", "while", "but"})


def find_gapped(reading: SentenceReading, found: Sequence[Figure]) -> Iterator[Figure]:
    """Find the numbers of a sentence that others give for the people of the figure before."""
    wholes = [f for f in found if not f.subset and (f.victims.quantity.low or 0) > 0]
    if not wholes:
        return
    for last, group in _after_verbs(reading):
        before = [f for f in wholes if max(f.victims.last, f.last) < last]
        number = read_victims(reading, group)
        taken = any(f.victims.first <= group.head <= f.victims.last for f in found)
        if not before or taken or number is None or not (number.elliptical and number.counted):
            continue
        if not number.quantity.low and not number.quantity.high:
            continue
        whole = before[-1]
        people = replace(whole.victims, quantity=number.quantity, first=number.first, last=number.last)
        yield Figure(whole.outcome, replace(people, counted=True, definite=False, name=()), last, last, GAPPED)


def _after_verbs(reading: SentenceReading) -> Iterator[tuple[int, NounGroup]]:
    """Find the bare numbers right after a verb of saying, each with the token of the verb."""
    at, tokens = reading.phrases.at, reading.sentence.tokens
    for verb in reading.phrases.verbs:
        if verb.lemma not in _SAYING or not verb.finite or verb.passive or verb.negated or verb.modal is not None:
            continue
        i = verb.last + 1
        while i < len(tokens) and at[i] is None and tokens[i].lower in {"at", "least", "only", "that", "it", "was"}:
            i += 1
        group = at[i] if i < len(tokens) else None
        closed = isinstance(group, NounGroup) and lower_at(reading.sentence.tokens, group.last + 1) in _ENDS
        if isinstance(group, NounGroup) and closed and group.bare and subject_of(reading.phrases, verb) is not None:
            yield verb.last, group


def gapped_speaker(reading: Reading, sentence: SentenceReading, figure: Figure) -> str | None:
    """Return who gives a number that is told so, as printed, where that is somebody official; else None."""
    verb = next((verb for verb in sentence.phrases.verbs if verb.last == figure.last), None)
    subject = subject_of(sentence.phrases, verb) if verb is not None else None
    return official(reading, sentence, subject.first, subject.last) if subject is not None else None
