"""No events: nouns of attack that tell of none by what stands around them: support, offices, what an attack caused."""

from __future__ import annotations

from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.dates import Relation
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_support(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the air strikes that "troops backed by air strikes" had."""
    verb = phrases.at[group.preposition - 1] if group.preposition else None
    by = group.preposition is not None and phrases.sentence.tokens[group.preposition].lower in {"by", "with"}
    return by and isinstance(verb, VerbGroup) and verb.passive and verb.lemma in {"back", "support", "assist", "aid"}


def is_flak(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the sound of anti-aircraft fire", of those who defend themselves, from "brought down by" it."""
    tokens = phrases.sentence.tokens
    means = group.preposition is not None and tokens[group.preposition].lower == "by"
    return not means and any(t.lower in _AGAINST_AIRCRAFT for t in tokens[group.first : group.head])


_AGAINST_AIRCRAFT = frozenset({"anti-aircraft", "antiaircraft", "anti-air", "air-defence", "air-defense"})


def is_office(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the deputy head of rocket fire", "the director of operations"."""
    before = phrases.at[group.preposition - 1] if group.preposition else None
    of = group.preposition is not None and phrases.sentence.tokens[group.preposition].lower == "of"
    return of and isinstance(before, NounGroup) and lemma(phrases, before) in _OFFICES


_OFFICES = words().offices_of_events


def is_effect(sentence: SentenceReading, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell an explosion that something else caused, or that was only heard, from one that "rebels triggered"."""
    phrases = sentence.phrases
    if lemma(phrases, group) not in words().effects or verb.lemma not in words().causing or verb.last > group.first:
        return False
    doer = None if verb.passive or verb.lemma not in {"trigger", "set", "cause"} else subject_of(phrases, verb)
    return doer is None or weapon_type(phrases, doer) is not None or not is_armed(sentence, doer)


def is_led_to(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "which led to their detonation", "resulting in an explosion": what came of an attack."""
    verb = phrases.at[group.preposition - 1] if group.preposition else None
    led = isinstance(verb, VerbGroup) and verb.lemma in {"lead", "result"}
    return led and lemma(phrases, group) in words().effects


def is_said_of_measure(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "called the law an assault on families", "described the sanctions as an act of aggression"."""
    whole = group
    if group.preposition and phrases.sentence.tokens[group.preposition].lower == "of":
        before = phrases.at[group.preposition - 1]
        whole = before if isinstance(before, NounGroup) and lemma(phrases, before) == "act" else group
    start = whole.first if whole.preposition is None else whole.preposition
    thing = phrases.at[start - 1] if start else None
    if not isinstance(thing, NounGroup) or lemma(phrases, thing) not in peace_words()["measures"]:
        return False
    verb = phrases.at[thing.first - 1] if thing.first else None
    as_it = whole.preposition is None or phrases.sentence.tokens[whole.preposition].lower == "as"
    return as_it and isinstance(verb, VerbGroup)


def is_trend(sentence: SentenceReading, verb: VerbGroup | None, group: NounGroup) -> bool:
    """Tell "has stepped up its raids", without whom or where, from raids that are told."""
    if verb is None or verb.passive or verb.last > group.first or verb.lemma not in words().stepping:
        return False
    counted = any(sentence.phrases.tags[i] is Tag.NUMBER for i in range(group.first, group.head))
    where = sentence.phrases.noun_behind(group.last, "in", "across", "along", "near", "around")
    since = any(d.relation is Relation.SINCE for d in sentence.dates)
    return not (counted or since) and where is None and not any(p.first > group.last for p in sentence.places)
