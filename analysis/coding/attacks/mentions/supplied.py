"""Supplied: weapons that are sent to somebody who is to have them, or stationed somewhere, which nobody fires."""

from __future__ import annotations

from analysis.coding.attacks.nouns import is_event
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def is_supplied(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "has sent missiles to Thule", "deployed rockets in Thule" from weapons sent over, towards, at or against it.

    What hurt somebody was fired.
    """
    if verb.lemma not in peace_words()["supplying"]:
        return False
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    thing = subject_of(phrases, verb) if verb.passive else object_of(phrases, verb)
    end = thing.last if thing is not None and not verb.passive else verb.last
    where = phrases.at[end + 2] if end + 2 < len(tokens) else None
    if thing is None or not isinstance(where, NounGroup) or where.temporal or is_event(phrases, where):
        return False
    harm = words().harming | words().ruining
    if any(v.lemma in harm and v.first > end and not v.finite for v in phrases.verbs):
        return False  # "sent drones to Thule, wounding two"
    how = tokens[end + 1].lower
    if verb.lemma in peace_words()["stationing"] and how in _STATIONED:
        return True
    return how == "to" and _is_owner(sentence, where)


def _is_owner(sentence: SentenceReading, where: NounGroup) -> bool:
    """Tell a state, or those in arms, who are sent weapons as their own."""
    spans = [(p.first, p.last) for p in sentence.places if p.place.kind is PlaceKind.COUNTRY]
    spans += [(m.first, m.last) for m in sentence.actors if m.actor.is_armed or m.actor.country]
    return any(where.first <= first and where.head <= last for first, last in spans)


#: where weapons that are stationed stand
_STATIONED = frozenset({"in", "to", "on", "along", "near", "across", "around", "inside"})
