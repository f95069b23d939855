"""Whose dead are counted where a force suffered them: "the army suffered 12 fatalities and 30 wounded"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.people import role_by_words
from analysis.language.grammar.clauses import object_of, subject_of

_SUFFERING = frozenset({"suffer", "sustain", "incur", "have"})
#: tokens from the verb to the last of what was suffered
_REACH = 12


def of_sufferer(sentence: SentenceReading, victims: Victims) -> Victims:
    """Give a mere number of dead or hurt the force that suffered them; the same people where none did."""
    if victims.role is not Role.UNSPECIFIED or not victims.elliptical or not victims.quantity.low:
        return victims
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    before = [verb for verb in phrases.verbs if verb.last < victims.first and verb.finite]
    verb = before[-1] if before else None
    if verb is None or verb.lemma not in _SUFFERING or verb.passive or verb.negated or verb.modal is not None:
        return victims
    suffered, force = object_of(phrases, verb), subject_of(phrases, verb)
    if suffered is None or force is None or victims.first > suffered.last + _REACH:
        return victims
    if any(tokens[i].text in {";", ":"} for i in range(verb.last, victims.first)):
        return victims
    body = membership_in(sentence, force.first, force.last)
    words = (token.lower for token in tokens[force.first : force.last + 1])
    role = (body.role if body is not None else None) or role_by_words(words)
    if role not in ARMED_ROLES:
        return victims
    group = body.name if body is not None and body.named and body.role is role else None
    country = body.country if body is not None and body.role is role else None
    return replace(victims, role=role or victims.role, nationality=country, group=group, elliptical=False)
