"""Avowals: an armed group that is said to claim a deed, in a sentence that neither names an attack nor speaks of guilt.

"The rebels later said they had aimed at the vessel", right after a vessel was hit: of the attack told last. So is one
that an armed group justifies ("said the attack was in retaliation for a raid").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doers.doer import GROUP_KINDS, Doer
from analysis.coding.attacks.guilt.passage import Guilt, claimed_by_speaker
from analysis.coding.attacks.nouns import is_event
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act, Attribution
from analysis.coding.utterances import Utterance
from analysis.language.grammar.clauses import subject_of


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


def find_justified(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find the attacks that an armed group says were an answer: "said the raid was in revenge for its dead"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for verb in phrases.verbs:
        deed = subject_of(phrases, verb) if verb.lemma in _BEING and verb.finite and not verb.modal else None
        if deed is None or verb.negated or not is_event(phrases, deed):
            continue
        if not words().answering & {t.lower for t in tokens[verb.last + 1 : verb.last + 1 + _FEW]}:
            continue
        doer = claimed_by_speaker(sentence, tokens[deed.first].start, utterances)
        if doer is not None and not doer.is_state:
            yield Guilt(sentence, doer, deed.first, verb.last)


_BEING = frozenset({"be", "come"})
#: tokens from the verb to what it answers ("was carried out in retaliation")
_FEW = 4
