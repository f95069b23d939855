"""Seizing: people in arms who board a ship, carry people off, or fight one another: force without a word of attack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analysis.coding.attacks.clauses.grammar import agent_of, conjuncts
from analysis.coding.attacks.clauses.groups_again import find_subject_again
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.by_verb import find_by_verb
from analysis.coding.attacks.mentions.verbs import relative_object
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, AttackType
from analysis.coding.victims.people import noun_of_people
from analysis.language.actors import ActorKind
from analysis.language.dates import Relation
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_seizing(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find "fighters boarded a tanker", "gunmen abducted two nurses", "rebels and soldiers clashed"."""
    return find_by_verb(sentence, phrases, _seizing(), (_clashed, _returned, _seized))


_CLASHING = frozenset({"clash", "skirmish", "tangle"})
#: verbs of wars as of clashes: one only on a day that is told
_FIGHTING = frozenset({"battle", "fight"})
_BOARDING = frozenset({"board", "boarded", "seize", "capture", "commandeer", "commandeered"})
_RETURNING = frozenset({"respond", "reply", "retaliate", "answer"})
_SHIPS = words().ships


@cache
def _seizing() -> frozenset[str]:
    return _CLASHING | _FIGHTING | _BOARDING | _RETURNING | {name.partition("-")[0] for name in words().carrying_off}


def _seized(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read a ship that was boarded or seized, people who were carried off, by somebody in arms."""
    phrases = sentence.phrases
    subject = subject_of(phrases, verb)
    bare = verb.first == verb.head or (not verb.passive and object_of(phrases, verb) is None)
    hit = relative_object(phrases, verb, subject) if bare else None
    thing: NounGroup | None
    doer: NounGroup | None
    if hit is not None:  # "the crew of a tanker, which rebels seized"
        behind = (g for g in phrases.nouns if hit.first <= g.first < verb.first and _is_ship(phrases, g))
        thing, doer = next(behind, hit), subject
    elif verb.passive:
        thing, doer = subject, agent_of(phrases, verb.last)
    else:
        thing, doer = object_of(phrases, verb) or _past_and(phrases, verb) or _past_particle(phrases, verb), subject
    if verb.lemma in _RETURNING or thing is None:
        return None
    if verb.lemma in _BOARDING and _is_ship(phrases, thing):
        armed = doer is not None and is_armed(sentence, doer)
        return Mention(sentence, None, verb, None, doer, thing, AttackType.ASSAULT, "seized") if armed else None
    thing, kind = _carried_off(phrases, verb, thing)
    people = noun_of_people(phrases.sentence.tokens, thing.first, thing.head)
    if kind is None or people is None or lemma(phrases, thing) in words().protesters:
        return None
    if doer is None:
        moved = verb.lemma not in words().carrying_off and verb.lemma != "take"  # "was carried off the stage"
        taken = verb.passive and verb.finite and not moved and _is_news(sentence, verb)
        said = {t.lower for t in phrases.sentence.tokens[thing.first : thing.head]}
        arrested = people[1] is None or people[1] in ARMED_ROLES or bool(said & {"suspected", "alleged", "wanted"})
        if not taken or (arrested and kind is AttackType.ASSAULT):
            return None
        return Mention(sentence, None, verb, None, None, thing, kind, "seized")
    if not (_is_captor(sentence, doer) or find_subject_again(sentence, doer) is not None):
        return None
    return Mention(sentence, None, verb, None, doer, thing, kind, "seized")


def _carried_off(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> tuple[NounGroup, AttackType | None]:
    """Return who was carried off, and the type that the verb gives with the word it needs, or None."""
    w, tokens = words().carrying_off, phrases.sentence.tokens
    told = w.get(verb.lemma)
    if told is not None:
        return thing, told
    last = tokens[thing.head].lower  # "took two nurses hostage", one group of nouns
    if not verb.passive and f"{verb.lemma}-{last}" in w and thing.head > thing.first:
        if phrases.tags[thing.head - 1] is Tag.NUMBER:
            return thing, w[f"{verb.lemma}-{last}"]  # "took two hostages"
        return replace(thing, last=thing.head - 1, head=thing.head - 1), w[f"{verb.lemma}-{last}"]
    ends = (verb.last + 1, thing.last + 1)
    after = [f"{verb.lemma}-{tokens[i].lower}" for i in ends if i < len(tokens)]
    return thing, next((w[name] for name in after if name in w), None)


def _past_particle(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the nurses of "carried off two nurses"."""
    tokens, after = phrases.sentence.tokens, verb.last + 2
    if after >= len(tokens) or f"{verb.lemma}-{tokens[verb.last + 1].lower}" not in words().carrying_off:
        return None
    group = phrases.at[after]
    return group if isinstance(group, NounGroup) and group.first == after else None


def _is_of_a_day(sentence: SentenceReading) -> bool:
    """Tell "battled police on Monday" from whom a band fights for years."""
    return any(d.relation is Relation.ON and d.date_from == d.date_to for d in sentence.dates)


def _is_ship(phrases: Phrases, thing: NounGroup) -> bool:
    """Tell "two tankers", "the tanker Blue Wave"."""
    named = {t.lower for t in phrases.sentence.tokens[thing.first : thing.head]}
    return lemma(phrases, thing) in _SHIPS or not named.isdisjoint(_SHIPS)


def _is_news(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "four engineers were kidnapped on Monday", told with its time, from what becomes of many."""
    after = [t.lower for t in sentence.sentence.tokens[verb.last + 1 : verb.last + 2]]
    return after not in (["by"], ["as"]) and any(d.relation is Relation.ON for d in sentence.dates)


def _returned(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "its forces responded to the sources of the fire", which were fired at."""
    phrases = sentence.phrases
    source = phrases.at[verb.last + 3] if verb.last + 3 < len(phrases.at) else None
    source = source if isinstance(source, NounGroup) else None
    if verb.lemma not in _RETURNING or verb.passive or source is None or source.preposition != verb.last + 1:
        return None
    doer = subject_of(phrases, verb)
    if lemma(phrases, source) != "source" or "fire" not in sentence.words or doer is None:
        return None
    return Mention(sentence, None, verb, None, doer, source, AttackType.OTHER, "fire-returned")


def _past_and(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the ship of "boarded and seized a ship"."""
    joined = phrases.at[verb.last + 2] if verb.last + 2 < len(phrases.at) else None
    both = isinstance(joined, VerbGroup) and phrases.sentence.tokens[verb.last + 1].lower == "and"
    return object_of(phrases, joined) if both and isinstance(joined, VerbGroup) else None


def _is_captor(sentence: SentenceReading, doer: NounGroup) -> bool:
    """Tell those who carry people off with arms in hand ("gunmen", a group's members) from the police who arrest."""
    said = {t.lower for t in sentence.sentence.tokens[doer.first : doer.last + 1]}
    if "armed" in said or lemma(sentence.phrases, doer) in words().captors:
        return True
    if said & {"unknown", "unidentified", "masked"} and lemma(sentence.phrases, doer) in words().nobody:
        return True
    groups = {ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP}
    named = any(a.actor.kind in groups and doer.first <= a.first <= doer.last for a in sentence.actors)
    return named and is_armed(sentence, doer)


def _clashed(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "rebels and the army clashed", "clashed with militants", in which both sides are in arms."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    fought = verb.lemma in _FIGHTING and verb.first == verb.head and verb.finite and not verb.passive
    subject = subject_of(phrases, verb) if fought or verb.lemma in _CLASHING else None
    if subject is None or verb.negated or (fought and not _is_of_a_day(sentence)):
        return None
    sides = conjuncts(phrases, subject)
    i = verb.last + 2
    other = phrases.at[i] if i < len(phrases.at) and tokens[verb.last + 1].lower == "with" else None
    other = object_of(phrases, verb) if other is None and fought else other
    if isinstance(other, NounGroup):
        sides = [*sides, other]
    names_two = tokens[subject.first].lower == "rival"
    armed = [g for g in sides if is_armed(sentence, g)]
    if any(lemma(phrases, g) in words().protesters for g in sides):
        return None
    if len(armed) < len(sides) or (len(sides) == 1 and not names_two):
        return None
    return Mention(sentence, None, verb, None, None, None, AttackType.OTHER, "clash-told")
