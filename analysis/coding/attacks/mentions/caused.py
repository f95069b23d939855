"""Caused: deaths and wounds whose cause is a weapon, where no verb of attack tells of it.

"Lost both legs to a mine", "the death of a soldier by an IED", "died because of a landmine", "the base was the target
of three rockets", "died in a car bomb", "after a car bomb in Thule, in which 12 were killed". Only where a sentence has
nothing else that tells of an attack.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, members, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def find_caused(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find the weapon that killed, maimed or was aimed at somebody, by the noun or the verb that it is the cause of."""
    if not sentence.words & _TELLING:
        return
    for group in phrases.nouns:
        weapon = members(phrases, group) if group.preposition else None
        kind = _type_of_cause(phrases, weapon) if weapon is not None else None
        if weapon is None or kind is None:
            continue
        if _is_event(phrases, group, weapon):
            yield Mention(sentence, weapon, None, weapon, None, aim_of(phrases, weapon.last), kind, "weapon-caused")
            return
        verb, target = _harm_before(phrases, group)
        if target is None or (verb is not None and is_unreal(phrases, verb, None)):
            continue
        yield Mention(sentence, weapon, verb, weapon, None, target, kind, "weapon-caused")
        return


_TELLING = words().harm_told


def _is_event(phrases: Phrases, group: NounGroup, weapon: NounGroup) -> bool:
    """Tell the bomb that people "died in", or "after" which, "in which" they were killed: its going off."""
    tokens = phrases.sentence.tokens
    word = tokens[group.preposition].lower if group.preposition is not None else ""
    if lemma(phrases, weapon) not in _GOING_OFF or word not in {"in", "after", "following", "since"}:
        return False
    if word == "in":
        verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
        died = verb is not None and (verb.lemma == "die" or (verb.passive and verb.lemma in words().harming))
        return verb is not None and died and not is_unreal(phrases, verb, None)
    harm = next((v for v in phrases.verbs if v.first > weapon.last and v.finite), None)
    which = {t.lower for t in tokens[weapon.last : harm.first]} if harm is not None else set()
    return harm is not None and "which" in which and (harm.lemma == "die" or harm.lemma in words().harming)


_GOING_OFF = frozenset({"bomb", "car-bomb", "ied", "landmine"})


def _type_of_cause(phrases: Phrases, weapon: NounGroup) -> AttackType | None:
    kind = weapon_type(phrases, weapon)
    return AttackType.BOMBING if kind is None and lemma(phrases, weapon) in words().buried else kind


def _harm_before(phrases: Phrases, group: NounGroup) -> tuple[VerbGroup | None, NounGroup | None]:
    """Return the verb of harm that a weapon is the cause of, and who was harmed; (None, None) where it is no cause."""
    tokens = phrases.sentence.tokens
    if not group.preposition:
        return None, None
    word = tokens[group.preposition].lower
    noun = _noun_before(phrases, group)
    if noun is not None and word == "of" and lemma(phrases, noun) in {"target", "victim"}:
        be = next((v for v in phrases.verbs if v.last < noun.first and object_of(phrases, v) is noun), None)
        known = be is not None and be.lemma in {"be", "become", "fall"} and be.modal is None
        return (be, subject_of(phrases, be)) if be is not None and known else (None, None)
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    cause = word in {"to", "from", "by"} or (
        word == "of" and tokens[group.preposition - 1].lower in {"because", "result"}
    )
    if verb is not None and cause and verb.lemma in _DYING and not verb.passive and not verb.infinitive:
        return verb, subject_of(phrases, verb)
    if word == "by" and noun is not None:
        whom = noun
        of = phrases.at[noun.preposition - 1] if noun.preposition and tokens[noun.preposition].lower == "of" else None
        if isinstance(of, NounGroup) and lemma(phrases, of) in _DEATHS:
            return None, whom
    return None, None


_DYING = frozenset({"lose", "die", "succumb", "perish", "fall"})
_DEATHS = words().deaths


def _noun_before(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    before = phrases.at[group.preposition - 1] if group.preposition else None
    return before if isinstance(before, NounGroup) else None
