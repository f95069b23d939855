"""Assailants with a name: "police named the gunman as Amal Hadi", "the bomber, identified as Amal Hadi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doers.doer import Doer
from analysis.coding.attacks.guilt.passage import Guilt, blamer_of, printed
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

#: tokens from the verb to the "as" before the name ("identified the 22-year-old gunman on Friday as")
_FAR = 9


def find_named(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find who is named as the one who did it."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["naming"] or verb.negated:
            continue
        thing = subject_of(phrases, verb) if verb.passive else object_of(phrases, verb)
        name = _name_after(sentence, verb)
        if thing is None or name is None or not _is_doer(sentence, thing):
            continue
        by = None if verb.passive else blamer_of(sentence, verb, utterances)
        yield Guilt(sentence, Doer(printed(sentence, name), Attribution.ACCUSED, by), verb.first, name.last)


def _is_doer(sentence: SentenceReading, thing: NounGroup) -> bool:
    """Tell "the gunman", "the assailant", "the suspect" from a victim, one of "the slain gunmen", an official."""
    said = {t.lower for t in sentence.sentence.tokens[thing.first : thing.head]}
    known = lemma(sentence.phrases, thing) in words().known_doers | guilt_words()["culprits"]
    return known and said.isdisjoint(guilt_words()["dead"])


def _name_after(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the name of one person after "as"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for i in range(verb.last + 1, min(verb.last + _FAR, len(tokens) - 1)):
        if tokens[i].lower == "as" or (i == verb.last + 1 and verb.lemma == "name" and verb.passive):
            group = phrases.at[i + (tokens[i].lower == "as")]
            if not isinstance(group, NounGroup) or group.first == group.last:
                return None
            proper = all(phrases.tags[j] is Tag.PROPER for j in range(group.first, group.last + 1))
            known = any(a.first <= group.last and group.first <= a.last for a in sentence.actors)
            return group if proper and not known else None
    return None
