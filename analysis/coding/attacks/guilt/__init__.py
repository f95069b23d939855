"""Guilt: what sentences say of who did it beyond the grammar of their mentions.

Each pattern reads one way in which the press lays an attack at a door: a claim, a blame, a suspicion. A sentence
without a word of guilt is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.guilt.assailants import find_named
from analysis.coding.attacks.guilt.authors import find_done, find_members, find_origin
from analysis.coding.attacks.guilt.avowed import find_justified
from analysis.coding.attacks.guilt.blame import find_blamed, find_blamed_passively, find_laid
from analysis.coding.attacks.guilt.claims import find_boasted, find_claimed, find_unclaimed
from analysis.coding.attacks.guilt.passage import Guilt, claimed_by_speaker
from analysis.coding.attacks.guilt.pointing import find_pointed
from analysis.coding.attacks.guilt.suspicion import (
    find_behind,
    find_involved,
    find_prime_suspects,
    find_responsible,
    find_suspected,
    find_work,
)
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act, Attribution
from analysis.coding.utterances import Utterance


def find_guilt(sentence: SentenceReading, utterances: Sequence[Utterance]) -> list[Guilt]:
    """Find what a sentence says of guilt beyond the grammar of its mentions."""
    if not sentence.words & guilt_words()["triggers"]:
        return []
    return [_as_claimed(word, utterances) for find in _FINDERS for word in find(sentence, utterances)]


_FINDERS = (
    find_claimed, find_blamed, find_blamed_passively, find_laid, find_involved, find_behind, find_unclaimed,
    find_suspected, find_prime_suspects, find_work, find_responsible, find_named, find_boasted, find_pointed, find_done,
    find_members, find_origin, find_justified,
)  # fmt: skip


def _as_claimed(word: Guilt, utterances: Sequence[Utterance]) -> Guilt:
    """Return what those in arms say of themselves ("the group said its men were responsible") as their claim."""
    start = word.sentence.sentence.tokens[word.first].start
    if word.doer.attribution is Attribution.ACCUSED and _is_denied(word, start, utterances):
        return replace(word, doer=replace(word.doer, by=None))
    if word.doer.attribution is not Attribution.ACCUSED or word.doer.is_state:
        return word
    own = claimed_by_speaker(word.sentence, start, utterances)
    return replace(word, doer=own) if own is not None and own.name == word.doer.name else word


def _is_denied(word: Guilt, start: int, utterances: Sequence[Utterance]) -> bool:
    """Tell "X denied that its men were responsible": whoever denies a deed accuses nobody of it."""
    inside = [u for u in utterances if u.content[0] <= start < u.content[1] and u.speaker_text == word.doer.by]
    inner = min(inside, key=lambda u: u.content[1] - u.content[0], default=None)
    return inner is not None and inner.act is Act.DENIES
