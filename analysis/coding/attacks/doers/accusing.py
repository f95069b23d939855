"""Accusing: the verb by which a sentence that tells an attack lays it at a door, and who accuses.

"Accused the army of having sent the drone", "is accused of having killed", "hit by what officials said were its jets".
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.words import guilt_words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def find_accusation(mention: Mention) -> VerbGroup | None:
    """Return the verb of accusing around a mention's own verb, or that by which its doer is named, or None."""
    phrases, verb = mention.sentence.phrases, mention.verb
    if verb is None or verb.first < 2:
        return None
    if phrases.sentence.tokens[verb.first - 1].lower != "of":
        return _naming(mention)
    before = [v for v in phrases.verbs if v.last < verb.first - 1]
    if not before or before[-1].lemma not in guilt_words()["blaming"] or before[-1].negated:
        return None
    return before[-1]


def _naming(mention: Mention) -> VerbGroup | None:
    """Return the "said" of "hit by what officials said were Thulean jets", the "called" of "what the army called"."""
    phrases, doer = mention.sentence.phrases, mention.doer
    verb = phrases.at[doer.first - 1] if doer is not None and doer.first else None
    if not isinstance(verb, VerbGroup) or mention.verb is None or "what" not in mention.sentence.words:
        return None
    told = phrases.at[verb.first - 1] if verb.lemma == "be" else verb
    if not isinstance(told, VerbGroup) or told.passive or told.lemma in guilt_words()["seeming"]:
        return None
    between = phrases.words(mention.verb.last + 1, told.first)
    return told if f" {between}".find(" by what ") >= 0 else None


def find_accuser(mention: Mention, verb: VerbGroup) -> str | None:
    """Return who accuses, as printed: the subject, or after "by" of a passive."""
    sentence, phrases = mention.sentence, mention.sentence.phrases
    who = agent_of(phrases, verb.last) if verb.passive else subject_of(phrases, verb)
    near = phrases.at[verb.first - 1]
    who = who or (near if isinstance(near, NounGroup) else None)  # "by what *officials* said were"
    return phrases.text(sentence.source.text, who).removeprefix("what ") if who is not None else None
