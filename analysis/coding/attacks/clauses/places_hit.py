"""Places hit: what a participle says of the place that stands right before it: "in an area often attacked by rebels".

It was hit then, and not whom the sentence tells of; nor is that what the sentence tells.
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def place_said_of(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the village of "died near *a village* shelled by the army", or None for a participle of others."""
    if verb.finite or not verb.passive:
        return None
    i = verb.first - 1
    while i > 0 and phrases.tags[i] is Tag.ADVERB:
        i -= 1
    place = phrases.at[i] if i >= 0 else None
    if not isinstance(place, NounGroup) or place.preposition is None or place.temporal:
        return None
    return place if phrases.sentence.tokens[place.preposition].lower in _LOCAL else None


_LOCAL = frozenset({"in", "at", "near", "on", "inside", "outside", "around"})


def is_said_of_place(mention: Mention) -> bool:
    """Tell a mention that only says what was done to a stretch of land that its sentence names for another reason."""
    verb, phrases = mention.verb, mention.sentence.phrases
    if verb is None or mention.target is None or mention.event is not None or mention.rule != "attack-verb":
        return False
    return place_said_of(phrases, verb) is mention.target and lemma(phrases, mention.target) in _LANDS


_LANDS = frozenset({"area", "region", "district", "province", "state", "country", "zone", "town", "city", "village"})
