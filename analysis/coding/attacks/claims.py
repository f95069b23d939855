"""Claims: who says that they did it, and where nobody does.

"X claimed responsibility for the attack", "responsibility was claimed by X", "no group has claimed responsibility",
"there was no claim of responsibility".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doer import Doer, actor_of, to_doer
from analysis.coding.attacks.grammar import agent_of
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.passage import Guilt, ordinal_in, printed, speaks_of_several
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, VerbGroup


def find_claimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find claims of responsibility, active and passive, and verbs that say that nobody claimed it."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["claiming"]:
            continue
        if verb.passive:
            thing, who = subject_of(phrases, verb), agent_of(phrases, verb.last)
        else:
            thing, who = object_of(phrases, verb), subject_of(phrases, verb)
        if thing is None or lemma(phrases, thing) not in guilt_words()["responsibility"]:
            continue
        first, last = min(verb.first, thing.first), max(verb.last, thing.last)
        if _nobody(sentence, verb, who):
            yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), first, last)
            continue
        actor = actor_of(sentence, who)
        if actor is not None and who is not None:
            doer = to_doer(actor, Attribution.CLAIMED, printed(sentence, who))
            ordinal = ordinal_in(sentence, thing.last + 1, thing.last + 3)
            yield Guilt(sentence, doer, first, last, ordinal, speaks_of_several(sentence, thing.last))


def _nobody(sentence: SentenceReading, verb: VerbGroup, who: NounGroup | None) -> bool:
    """Tell "has not been claimed by any group" and "nobody claimed"; a passive without an agent needs its "not"."""
    if verb.negated:
        return True
    return who is not None and sentence.sentence.tokens[who.first].lower in guilt_words()["nobody"]


def find_unclaimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "there was no claim of responsibility"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for group in phrases.nouns:
        if tokens[group.head].lower in {"claim", "claims"} and tokens[group.first].lower in {"no", "any"}:
            denied = any(v.negated and v.last < group.first for v in phrases.verbs)
            rest = {t.lower for t in tokens[group.last : group.last + 4]}
            if (denied or tokens[group.first].lower == "no") and rest & guilt_words()["responsibility"]:
                yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), group.first, group.last)
