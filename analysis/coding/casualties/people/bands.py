"""Bands: the armed groups that a sentence names, of which people may be, and those of them that do something in it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims
from analysis.coding.victims.membership import Membership, membership_in
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup

BAND_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})


def bands_of(sentence: SentenceReading) -> Iterator[Membership]:
    """Find the armed groups that a sentence names, parties to a war elsewhere ("between Israel and Hamas") left out."""
    for mention in sentence.actors:
        if _is_between(sentence, mention.first):
            continue
        body = membership_in(sentence, mention.first, mention.last) if mention.actor.kind in BAND_KINDS else None
        if body is not None:
            yield body


def _is_between(sentence: SentenceReading, i: int) -> bool:
    """Tell one of two whom "between" joins."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    start = next((k for k in range(i, max(i - _JOINED, -1), -1) if tokens[k].lower == "between"), None)
    return start is not None and not any(isinstance(at[k], VerbGroup) for k in range(start, i))


#: tokens from "between" to the second whom it joins
_JOINED = 8


def bands_near(sentence: SentenceReading, victims: Victims) -> dict[str, Membership]:
    """Return by name the armed groups that are told before people in their sentence, and do nothing in it."""
    doing = doing_in(sentence)
    before = (body for body in bands_of(sentence) if body.last < victims.first and body.first not in doing)
    return {body.name: body for body in before}


def doing_in(sentence: SentenceReading) -> set[int]:
    """Return the tokens of those who do something in a sentence, as the subject of a verb or behind "by"."""
    tokens = sentence.sentence.tokens
    doers = [subject_of(sentence.phrases, v) for v in sentence.phrases.verbs if v.finite and not v.passive]
    doers += [g for g in sentence.phrases.nouns if g.preposition and tokens[g.preposition].lower == "by"]
    return {i for doer in doers if doer is not None for i in range(doer.first, doer.last + 1)}
