"""Culprits: who did what an event names, as the noun that it hangs on: "*a militia* behind the rocket attack".

An attack on the culprit is another one.
"""

from __future__ import annotations

from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import outer
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_culprit(sentence: SentenceReading, event: NounGroup) -> NounGroup | None:
    """Return the noun right before "behind the attack", "responsible for the attack", or None.

    A class beside a name is the name: "*X*, the group behind the attack".
    """
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    i = _laid_at(phrases, event)
    culprit = phrases.at[i] if i is not None else None
    if not isinstance(culprit, NounGroup) or not _can_do(sentence, culprit):
        return None
    verb = phrases.at[culprit.first - 1] if culprit.first else None
    if isinstance(verb, VerbGroup) and verb.lemma in _HOLDING:
        return None  # "we hold the militia responsible for the attack", which accuses it
    while culprit.preposition and isinstance(before := phrases.at[culprit.preposition - 1], NounGroup):
        culprit = before  # "an affiliate of X behind the attack"
    apposed = culprit.first > 1 and tokens[culprit.first - 1].text == "," and culprit.preposition is None
    named = phrases.at[culprit.first - 2] if apposed else None
    return named if isinstance(named, NounGroup) and phrases.tags[named.head] is Tag.PROPER else culprit


_HOLDING = frozenset({"hold", "deem", "consider", "find"})


def hit_culprit(a: Mention, b: Mention) -> bool:
    """Tell "jets hit the militia *behind the attack*", "hit X, *which was behind a raid on Y*": another one."""
    if b.event is None or a.target is None or a.target.last >= b.first:
        return False
    i = _laid_at(b.sentence.phrases, b.event) if b.weapon is None else None
    if i is None:
        return _blames_for(b.sentence.phrases, b.event, a.target.last)
    return i - a.target.last <= _NEAR


def _blames_for(phrases: Phrases, event: NounGroup, target: int) -> bool:
    """Tell "hit rebels *whom it blames for an attack*", the target of the first ending at a token."""
    around = outer(phrases, event)
    if not around.preposition or phrases.sentence.tokens[around.preposition].lower != "for":
        return False
    verb = phrases.at[around.preposition - 1]
    blames = isinstance(verb, VerbGroup) and verb.lemma in guilt_words()["blaming"]
    opener = next((i for i in range(target + 1, around.preposition) if phrases.tags[i] is Tag.RELATIVE), None)
    return blames and opener is not None and opener - target <= _NEAR


#: tokens between whom an attack hit and "behind" or "responsible for" another
_NEAR = 5


def _laid_at(phrases: Phrases, event: NounGroup) -> int | None:
    """Return the token before "behind the attack", "responsible for the attack", or None where neither stands."""
    around, tokens = outer(phrases, event), phrases.sentence.tokens
    if not around.preposition:
        return None
    i = around.preposition - 1
    if tokens[around.preposition].lower == "for" and tokens[i].lower in guilt_words()["answerable"]:
        i -= 1
    elif tokens[around.preposition].lower != "behind":
        return None
    while i > 0 and phrases.tags[i] is Tag.ADVERB:
        i -= 1
    return i if i >= 0 else None


def _can_do(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell those in arms and the men of a group from a thing: not "the motive behind the attack"."""
    named = any(m.actor.is_armed and group.first <= m.first and m.last <= group.last for m in sentence.actors)
    return named or sentence.phrases.tags[group.head] is Tag.PROPER or is_armed(sentence, group)
