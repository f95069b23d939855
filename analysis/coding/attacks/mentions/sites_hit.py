"""Sites hit: passive verbs that name nobody who did it: "three sites had been targeted", "it was last hit in May"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind
from analysis.language.text.forms import is_plural

#: tokens from the verb to how often it was done ("has been targeted *nearly 40 times*")
_NEAR = 5


def is_site_hit(sentence: SentenceReading, verb: VerbGroup, target: NounGroup | None) -> bool:
    """Tell "three sites had been targeted", "the base was hit": a place or a force, in the past, with nobody named."""
    phrases = sentence.phrases
    if target is None or verb.lemma not in {"target", "hit", "strike"} or not verb.finite:
        return False
    helping = {t.lower for t in phrases.sentence.tokens[verb.first : verb.head]}
    if not helping & {"was", "were", "been"} or agent_of(phrases, verb.last) is not None:
        return False
    vague = phrases.tags[target.first] in {Tag.NOUN, Tag.ADJECTIVE} and not (sentence.places or sentence.dates)
    if vague and is_plural(phrases.sentence.tokens[target.head].lower):
        return False  # "homes that were targeted", whenever that was
    placed = any(target.first <= p.first and p.last == target.head and p.place.kind in _LOCAL for p in sentence.places)
    w = words()
    after = {t.lower for t in phrases.sentence.tokens[verb.last + 1 : verb.last + _NEAR]}
    again = phrases.tags[target.head] is Tag.PRONOUN and ("last" in helping or "times" in after or "again" in after)
    return placed or again or lemma(phrases, target) in w.sites | w.bodies | w.members | w.following


_LOCAL = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT})
