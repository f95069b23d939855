"""Peaceful: verbs of attacking without arms: a scene is shot, a plan shot down, a mayor ambushed by reporters."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import has_particle
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.nouns import lemma, platform_of
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_in_peace(phrases: Phrases, verb: VerbGroup, target: NounGroup | None, doer: NounGroup | None) -> bool:
    """Tell a verb of attacking that tells of no force, by whom or what it joins."""
    lists = peace_words()
    if doer is not None and lemma(phrases, doer) in lists["unarmed_bodies"] | lists["talkers"] | lists["disasters"]:
        return True
    if verb.lemma == "shell" and has_particle(phrases, verb, "out"):
        return True
    if verb.lemma == "shoot" and _is_with_camera(phrases, target, doer):
        return True
    after = phrases.sentence.tokens[verb.last + 1 : verb.last + 2]
    if any(t.lower in _MOCK for t in after):
        return True  # "attacked mock targets"
    if target is None:
        return False
    name = lemma(phrases, target)
    if verb.lemma == "hijack" and name not in lists["hijacked"] | words().carriers | words().afloat:
        return True
    if verb.lemma == "torpedo" and name not in words().afloat:
        return True  # "torpedoed the talks"
    if verb.lemma == "down" and platform_of(phrases, target) is not AttackType.AIR_STRIKE:
        return True  # "downed two beers"
    if verb.lemma in {"shoot", "gun", "kill"} and name in lists["beasts"]:
        return True
    if verb.lemma == "shoot" and has_particle(phrases, verb, "down"):
        return name in lists["refused"]
    if verb.lemma == "blow" and name in _MADE_SAFE:
        return True  # "sappers blew up a bomb"
    return is_mock(phrases, target)


def is_mock(phrases: Phrases, target: NounGroup) -> bool:
    """Tell what is attacked in drills: "simulated positions"."""
    return any(t.lower in _MOCK for t in phrases.sentence.tokens[target.first : target.head])


def is_harmless(phrases: Phrases, target: NounGroup) -> bool:
    """Tell what is shot by hunters and by those who film."""
    return lemma(phrases, target) in peace_words()["beasts"] | peace_words()["filmed"]


_MOCK = frozenset({"mock", "simulated", "dummy", "imaginary", "fictitious", "notional"})
_MADE_SAFE = words().made_safe


def is_shown(phrases: Phrases, where: NounGroup | None) -> bool:
    """Tell what is put "on display", not planted."""
    return where is not None and lemma(phrases, where) in peace_words()["shown"]


def _is_with_camera(phrases: Phrases, target: NounGroup | None, doer: NounGroup | None) -> bool:
    """Tell a film that is shot, and whoever shoots one."""
    lists = peace_words()
    films = target is not None and lemma(phrases, target) in lists["filmed"]
    return films or (doer is not None and lemma(phrases, doer) in lists["filming"])


def is_explained(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the present of "how guerrillas ambush a patrol": what is usual."""
    if verb.passive or verb.first != verb.head or phrases.tags[verb.head] is not Tag.VERB:
        return False
    subject = phrases.at[verb.first - 1] if verb.first else None
    opening = subject.first - 1 if isinstance(subject, NounGroup) else -1
    return opening >= 0 and phrases.sentence.tokens[opening].lower == "how"


def is_made_safe(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a bomb that was laid, found and defused, or that failed to go off."""
    if verb.lemma not in words().laying:
        return False
    verbs = [v for v in phrases.verbs if v is not verb]
    if any(v.lemma in words().harming | words().ruining | {"hit"} and not v.negated and v.modal is None for v in verbs):
        return False
    return any(v.lemma in words().making_safe and not v.negated for v in verbs)


def serves_peace(sentence: SentenceReading, verb: VerbGroup, thing: NounGroup) -> bool:
    """Tell "medics used a drone to find survivors": no deed of arms, by nobody in arms."""
    phrases = sentence.phrases
    purpose = phrases.at[thing.last + 1] if thing.last + 1 < len(phrases.at) else None
    if not isinstance(purpose, VerbGroup) or not purpose.infinitive or purpose.lemma in words().verbs:
        return False
    doer = subject_of(phrases, verb)
    return doer is not None and not is_armed(sentence, doer)
