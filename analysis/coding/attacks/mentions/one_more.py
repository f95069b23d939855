"""One more: what a pronoun names after a sentence that told of the first: "Another hit X", "A third landed in Y".

Only with a place or a day of its own, since without them it is a round of the attack that was told.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.clauses.known import is_one_more
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.weapons import ways_of
from analysis.coding.attacks.nouns import is_event, lemma, type_before, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import Phrases

_MORE = frozenset({"another", "others", "more"}) | frozenset(words().ordinals)


def find_one_more(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find a round that is only "another", "a second", "two others" behind the sentence that named the weapon."""
    group = phrases.nouns[0] if phrases.nouns else None
    if sentence.before is None or group is None or sentence.words.isdisjoint(_MORE):
        return
    while group.temporal and group is not phrases.nouns[-1]:
        group = phrases.nouns[phrases.nouns.index(group) + 1]
    verb = next((v for v in phrases.verbs if v.first > group.last), None)
    if verb is None or not is_one_more(phrases, group) or subject_of(phrases, verb) is not group:
        return
    if sentence.sentence.tokens[group.first].lower == "the" or not (sentence.places or sentence.dates):
        return  # "the third hit X" is a round that was counted before
    if not ways_of(phrases, verb) & {"landing", "firing"} or is_unreal(phrases, verb, None):
        return
    kind = _told(sentence.before)
    if kind is not None:
        aim = object_of(phrases, verb) if not verb.passive else aim_of(phrases, verb.last)
        yield Mention(sentence, group, verb, group, None, aim, kind, "one-more")


def _told(before: SentenceReading) -> AttackType | None:
    """Return the weapon that a sentence told of last, by its own noun or that of its attack, or None."""
    phrases = before.phrases
    loose: AttackType | None = None
    for group in reversed(phrases.nouns):
        event = is_event(phrases, group)
        kind = weapon_type(phrases, group) or (type_before(phrases, group) if event else None)
        kind = kind or (words().events.get(lemma(phrases, group)) if event else None)
        if kind not in {None, AttackType.OTHER}:
            return kind
        loose = loose or kind
    return loose
