"""Avowals: an armed group that is said to claim a deed, in a sentence that neither names an attack nor speaks of guilt.

"The rebels later said they had aimed at the vessel", right after a vessel was hit: of the attack told last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doers.doer import GROUP_KINDS, Doer
from analysis.coding.attacks.guilt.passage import Guilt
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act, Attribution
from analysis.coding.utterances import Utterance


def find_avowed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find the claims of armed groups whose content begins in a sentence."""
    if sentence.words & guilt_words()["responsibility"]:
        return  # read by its grammar: it may be that for schools
    start, end = sentence.sentence.start, sentence.sentence.end
    for told in utterances:
        if told.act is not Act.CLAIMS or not told.official or not start <= told.content[0] < end:
            continue
        actor = sentence.actor_named(told.affiliation) if told.affiliation else None
        if actor is not None and actor.is_armed and actor.kind in GROUP_KINDS:
            tokens = sentence.sentence.tokens
            first = next((i for i, t in enumerate(tokens) if t.start >= told.content[0]), 0)
            doer = Doer(actor.name, Attribution.CLAIMED, told.speaker_text)
            yield Guilt(sentence, doer, first, len(tokens) - 1)
