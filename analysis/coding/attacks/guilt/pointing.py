"""Pointing: signs that speak of who did it: "the debris points to X", "the raid bore the hallmarks of X".

Whoever reads the signs suspects; where nobody is said to, the source itself does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doers.doer import actor_of, actors_in, most_specific, to_doer
from analysis.coding.attacks.guilt.passage import Guilt, speaker_at
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorMention
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup

_TOWARDS = frozenset({"to", "at", "towards", "toward", "on", "upon"})


def find_pointed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "the pattern pointed to X", "suspicion fell on X", "it bore the fingerprints of X"."""
    for verb in sentence.phrases.verbs:
        if verb.negated or not (verb.lemma in guilt_words()["signing"] or verb.lemma in guilt_words()["marking"]):
            continue
        actor = _towards(sentence, verb) or _marked(sentence, verb)
        if actor is not None:
            by = speaker_at(sentence, verb.head, utterances)
            subject = subject_of(sentence.phrases, verb)
            weapon = weapon_type(sentence.phrases, subject) if subject is not None else None  # "the drone bore …"
            doer = to_doer(actor, Attribution.SUSPECTED, by)
            yield Guilt(sentence, doer, verb.first, actor.last, weapon=weapon)


def _towards(sentence: SentenceReading, verb: VerbGroup) -> ActorMention | None:
    """Return X of "the debris points to X", "suspicion fell on X"."""
    phrases = sentence.phrases
    after = phrases.at[verb.last + 2] if verb.last + 2 < len(phrases.at) else None
    signs = verb.lemma in guilt_words()["signing"] and any(
        lemma(phrases, g) in guilt_words()["signs"] for g in _subjects(phrases, verb)
    )
    if not signs or not isinstance(after, NounGroup):
        return None
    towards = phrases.sentence.tokens[verb.last + 1].lower in _TOWARDS
    return actor_of(sentence, after) if towards else None


def _subjects(phrases: Phrases, verb: VerbGroup) -> list[NounGroup]:
    """Return the subject of a verb and the groups of its clause before it ("the trajectory and the type used")."""
    subject = subject_of(phrases, verb)
    back = [g for g in phrases.nouns if verb.first - 12 <= g.first and g.last < verb.first and g.preposition is None]
    return [*([subject] if subject is not None else []), *back]


def _marked(sentence: SentenceReading, verb: VerbGroup) -> ActorMention | None:
    """Return X of "bore the hallmarks of X"."""
    phrases = sentence.phrases
    thing = object_of(phrases, verb) if verb.lemma in guilt_words()["marking"] else None
    if thing is None or lemma(phrases, thing) not in guilt_words()["marks"]:
        return None
    return most_specific(actors_in(sentence, thing.last + 1, min(thing.last + 8, len(phrases.at) - 1)))
