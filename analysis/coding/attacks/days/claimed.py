"""Claimed: the time before a claim that is the attack's.

"In 2017 the group claimed an attack on a shrine"; "on Sunday it claimed to have fired missiles at a ship".
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.language.dates import DateMention, Precision


def is_of_claim(mention: Mention, date: DateMention) -> bool:
    """Tell "In 2017 the group claimed an attack on a shrine", which was in that year."""
    event, phrases = mention.event, mention.sentence.phrases
    if date.first <= 1 and date.precision is Precision.DAY:
        return _claims_to_have(mention, date)
    if event is None or date.first > 1 or date.precision not in {Precision.YEAR, Precision.MONTH, Precision.SEASON}:
        return False
    verb = next((v for v in phrases.verbs if v.first > date.last), None)
    new = phrases.sentence.tokens[event.first].lower in {"a", "an", "another"}
    return new and verb is not None and verb.lemma == "claim" and verb.last < event.first


def _claims_to_have(mention: Mention, date: DateMention) -> bool:
    """Tell "On Sunday the rebels claimed to have fired missiles at a ship": what they did that day."""
    phrases = mention.sentence.phrases
    verb = next((v for v in phrases.verbs if v.first > date.last), None)
    if verb is None or verb.lemma != "claim" or not verb.last < mention.first:
        return False
    return [t.lower for t in phrases.sentence.tokens[verb.last + 1 : verb.last + 3]] == ["to", "have"]


def is_day_of_claim(mention: Mention, date: DateMention) -> bool:
    """Tell "claimed responsibility on Tuesday for an attack", the day on which it was claimed."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or not event.preposition:
        return False
    tokens = phrases.sentence.tokens
    if date.first > event.last:
        bare = tokens[event.first].lower == "the" and event.head == event.first + 1 and date.first <= event.last + 2
        verb = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
        owned = verb is not None and verb.lemma in _OWNING and tokens[event.preposition].lower == "for"
        return bare and owned  # "claimed responsibility for the attack on Wednesday"
    if not date.last < event.preposition:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < date.first), None)
    if verb is None or tokens[event.preposition].lower != "for" or verb.lemma not in _OWNING:
        return False
    return bool({t.lower for t in tokens[verb.last + 1 : event.preposition]} & {"responsibility", "credit", "blame"})


_OWNING = frozenset({"claim", "take", "assume", "accept", "admit", "deny", "disclaim"})
