"""Blame: whom somebody accuses.

"A blamed X for the attack", "A blamed the attack on X", "A put the blame for it on X", "the group that A blames",
"X was accused by A of the attack", "an attack blamed on X", "attributed to X", "claimed by X", "believed to be by X".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.clauses.grammar import preposition_of
from analysis.coding.attacks.clauses.groups_again import find_own_state
from analysis.coding.attacks.doers.doer import Doer, actor_of, to_doer
from analysis.coding.attacks.guilt.blaming import BARE, blames
from analysis.coding.attacks.guilt.object_clauses import blamed_before, blamed_thing, is_of_any, relative_of
from analysis.coding.attacks.guilt.passage import (
    Guilt,
    blamer_of,
    is_of_attack,
    number_named,
    ordinal_in,
    speaker_at,
)
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType, Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorMention
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_blamed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find whom an active verb of blaming accuses."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.negated or not blames(phrases, verb) or _is_passive(phrases, verb):
            continue
        stop = _clause_end(phrases, verb)
        if not _is_charge(phrases, verb, stop) and not any(is_event(phrases, g) for g in _between(phrases, verb, stop)):
            continue  # "accused them of twisting it"
        actor = _accused(sentence, verb, stop)
        own = _own_state(sentence, verb) if actor is None else None
        by = blamer_of(sentence, verb, utterances) if actor or own else None
        relative = relative_of(phrases, verb)
        if relative is not None and by is None:
            start = relative + (phrases.tags[relative] is Tag.RELATIVE)
            tokens = sentence.sentence.tokens
            by = sentence.source.text[tokens[start].start : tokens[verb.first - 1].end]
        of_whom = sentence.sentence.tokens[verb.last + 1 : verb.last + 2]  # "militants whom it blamed *for* the raid"
        charged = any(t.lower == "for" for t in of_whom) and actor is not None and actor.last < verb.first
        first = verb.first if relative is None or charged else blamed_thing(phrases, relative)
        doer = to_doer(actor, Attribution.ACCUSED, by) if actor is not None else None
        if own is not None:
            doer = Doer(own, Attribution.ACCUSED, by, is_state=True)
        if doer is None:
            continue
        thing = next(iter(_groups_after(phrases, verb.last, stop, "for")), None)
        both = _is_both(phrases, verb.last + 1)  # "blamed *both* on X"
        number = 2 if both else number_named(sentence, thing) if thing is not None else 1
        weapon = _known_weapon(phrases, thing)
        back = _points_back(sentence, verb, stop) or number != 1 or weapon is not None or verb.lemma in BARE
        yield Guilt(sentence, doer, first, stop - 1, number=number, points_back=back, weapon=weapon)


def _known_weapon(phrases: Phrases, thing: NounGroup | None) -> AttackType | None:
    """Return the type of "the rockets", "the March rocket", told before, or None."""
    if thing is None or phrases.sentence.tokens[thing.first].lower not in {"the", "these", "those"}:
        return None
    return weapon_type(phrases, thing)


def _points_back(sentence: SentenceReading, verb: VerbGroup, stop: int) -> bool:
    """Tell whether blame is for an attack that is not named again: "for it", "of being behind it", or for nothing."""
    if not _says_for_what(sentence.phrases, verb, stop):
        return True
    return _is_charge(sentence.phrases, verb, stop) and is_of_attack(sentence, verb.last, stop)


def _is_charge(phrases: Phrases, verb: VerbGroup, stop: int) -> bool:
    """Tell "accused them of being behind it" from "accused them of lying about it"."""
    if verb.lemma != "accuse":
        return True
    deeds = [v for v in phrases.verbs if verb.last < v.first < stop and phrases.tags[v.first - 1] is Tag.PREPOSITION]
    return not deeds or deeds[0].lemma in guilt_words()["charges"]


def _says_for_what(phrases: Phrases, verb: VerbGroup, stop: int) -> bool:
    of_what = {"accuse": "of", "blame": "for"}.get(verb.lemma)
    return of_what is None or any(t.lower == of_what for t in phrases.sentence.tokens[verb.last + 1 : stop])


def _own_state(sentence: SentenceReading, verb: VerbGroup) -> str | None:
    """Return the state whose "army" a verb of blaming has as its object, by name: that of the source."""
    thing = object_of(sentence.phrases, verb)
    return find_own_state(sentence, thing) if thing is not None else None


#: tokens from "blamed" to the group behind "on the"
_ON = 3


def _is_passive(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a passive from the active verb of a relative clause ("the militias that Washington blamed for it")."""
    return verb.passive and relative_of(phrases, verb) is None


def _clause_end(phrases: Phrases, verb: VerbGroup) -> int:
    return next((v.first for v in phrases.verbs if v.first > verb.last and v.finite), len(phrases.at))


def _accused(sentence: SentenceReading, verb: VerbGroup, stop: int) -> ActorMention | None:
    """Return whom a verb of blaming accuses: its object, whom it puts the blame "on", or who stands before "that"."""
    phrases = sentence.phrases
    thing = object_of(phrases, verb)
    on = _groups_after(phrases, verb.last, stop, "at" if verb.lemma == "point" else "on")
    if thing is not None and (
        verb.lemma == "point"
        or lemma(phrases, thing) == "blame"
        or _names_event(phrases, thing, counted=verb.lemma != "accuse")
    ):
        return next((a for a in (actor_of(sentence, g) for g in reversed(on)) if a), None)
    if thing is None:
        laid = [g for g in on if g.first <= verb.last + _ON] if verb.lemma == "blame" else []  # "which A blamed on X"
        return next((a for a in (actor_of(sentence, g) for g in laid) if a), None) or actor_of(
            sentence, blamed_before(phrases, verb)
        )
    direct = actor_of(sentence, thing)
    if direct is None and (verb.lemma == "accuse" or phrases.tags[thing.head] is Tag.PROPER):
        return None  # "accused Adler of approving the attack on the US embassy"
    for_what = next((i for i in range(verb.last, stop) if phrases.sentence.tokens[i].lower == "for"), stop)
    laid = [g for g in on if g.first < for_what]  # not "blamed gangs *for* raids on an army post"
    return direct or next((a for a in (actor_of(sentence, g) for g in reversed(laid)) if a), None)


def _names_event(phrases: Phrases, group: NounGroup, counted: bool = True) -> bool:
    """Tell an attack, or where it may be `counted` a number of them ("a series of attacks"), from who is blamed."""
    if is_event(phrases, group) or lemma(phrases, group) in guilt_words()["pointing"]:
        return True
    if not counted:
        return False  # "accused the group of nine attacks"
    i = group.last + 2
    following = phrases.at[i] if i < len(phrases.at) and phrases.sentence.tokens[i - 1].lower == "of" else None
    return isinstance(following, NounGroup) and is_event(phrases, following)


def _between(phrases: Phrases, verb: VerbGroup, stop: int) -> list[NounGroup]:
    return [g for g in phrases.nouns if verb.last < g.first < stop]


def _groups_after(phrases: Phrases, first: int, stop: int, preposition: str) -> list[NounGroup]:
    return [g for g in phrases.nouns if first < g.first < stop and preposition_of(phrases, g) == preposition]


def find_blamed_passively(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "X was blamed for the attack by A", "X has been accused by A of carrying out"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["blaming"] or verb.negated or not _is_passive(phrases, verb):
            continue
        if verb.lemma == "blame" and _whose_door(sentence, verb) is not None:
            continue  # "a raid in Thule, which was blamed on X"
        subject = subject_of(phrases, verb)
        actor = actor_of(sentence, subject) if subject is not None and not _names_event(phrases, subject) else None
        if actor is not None:
            stop = _clause_end(phrases, verb)
            by = blamer_of(sentence, verb, utterances)
            doer = to_doer(actor, Attribution.ACCUSED, by)
            yield Guilt(sentence, doer, verb.first, stop - 1, points_back=is_of_attack(sentence, verb.last, stop))


def find_laid(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find an attack that is "attributed to X", "blamed on X", "claimed by X", "believed to be by X"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        active = not verb.passive and verb.lemma in guilt_words()["laying"]
        if not (verb.passive or active) or verb.negated:
            continue
        actor = _whose_door(sentence, verb)
        subject = object_of(phrases, verb) if active else _thing_laid(phrases, verb)
        part = not active and _is_of_part(phrases, verb)
        both = _is_both(phrases, verb.last + 1 if active else verb.first - 1)  # "blamed *both* on X"
        if actor is None or (verb.lemma in _OF_DEEDS and not (part or both) and not _is_laid(phrases, subject)):
            continue
        if subject and lemma(phrases, subject) in _NO_ATTACKS[verb.lemma == "claim"]:
            continue  # a claim, not a blame; "attributed the war to X"
        by = blamer_of(sentence, verb, utterances) if active else speaker_at(sentence, verb.head, utterances)
        if verb.lemma == "claim":
            doer = to_doer(actor, Attribution.CLAIMED, sentence.source.text[actor.start : actor.end])
        else:
            doubt = verb.lemma in guilt_words()["believed"]
            doer = to_doer(actor, Attribution.SUSPECTED if doubt else Attribution.ACCUSED, by)
        ordinal = ordinal_in(sentence, subject.first, subject.last) if subject else None
        first = min(verb.first, actor.first, subject.first if subject and is_event(phrases, subject) else verb.first)
        back, last = not is_of_any(phrases, verb), max(verb.last, actor.last)
        yield Guilt(sentence, doer, first, last, ordinal, number=2 if both else 1, points_back=back)


def _is_both(phrases: Phrases, i: int) -> bool:
    """Tell the "both" that stands alone for the two attacks told last."""
    group = phrases.at[i] if phrases.words(i, i) == "both" else None
    return isinstance(group, NounGroup) and group.first == group.last


#: what a verb of guilt may have as its object, or subject, that is no attack; where it claims
_NO_ATTACKS = (words().wars, words().wars | guilt_words()["responsibility"])
#: verbs whose subject, or object, may be somebody and no deed ("was blamed on", "groups linked to")
_OF_DEEDS = frozenset({"claim", "blame", "link"})


def _thing_laid(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return what a passive verb of guilt is about: the attack before a participle or "which"; else its subject.

    "*A bombing* at a market claimed by X killed nine", "*the raid* on a bar in Thule, which was claimed by X".
    """
    past = verb.first - (verb.first > 1 and phrases.tags[verb.first - 1] is Tag.MARK)  # "a raid in Thule, claimed by X"
    near = phrases.at[past - 1] if verb.first and not verb.finite else None
    if isinstance(near, NounGroup):
        return _deed_before(phrases, near, verb)
    thing = subject_of(phrases, verb)
    relative = thing is not None and thing.last < verb.first - 1 and phrases.tags[verb.first - 1] is Tag.RELATIVE
    return (_deed_before(phrases, thing, verb) if relative and thing is not None else None) or thing


def _deed_before(phrases: Phrases, group: NounGroup, verb: VerbGroup) -> NounGroup | None:
    """Return a group that is an attack, or the one that says where or when of; none for "an area claimed by both"."""
    near: object = group
    while isinstance(near, NounGroup) and not _is_laid(phrases, near):
        if verb.lemma == "claim" and lemma(phrases, near) in _LANDS:
            return None
        before = near.preposition or (near.first if near.temporal else 0)
        near = phrases.at[before - 1] if before else None
    return near if isinstance(near, NounGroup) else None


_LANDS = frozenset({"area", "territory", "region", "land", "zone"})


def _is_of_part(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the verb of "40 attacks, most of them claimed by X", "many of which were claimed by X"."""
    tokens, i = phrases.sentence.tokens, verb.first - 1
    if i < 2 or tokens[i].lower not in {"them", "which"} or tokens[i - 1].lower != "of":
        return False
    counted = tokens[i - 2].lower in guilt_words()["several"] | {"half", "majority"}
    return counted and any(is_event(phrases, g) and g.last < i - 2 for g in phrases.nouns)


def _is_laid(phrases: Phrases, subject: NounGroup | None) -> bool:
    """Tell an attack, or a word that stands for one ("it", "the first"), from somebody who is blamed."""
    if subject is None:
        return False
    w = guilt_words()
    named = w["laid_events"] | w["first"] | w["second"] | w["adopted"]
    head = lemma(phrases, subject)
    return head in named or head in words().munitions or is_event(phrases, subject)


#: tokens from "attributed the attack on a post in Thule on Friday" to whom it is laid to
_DOOR = 25


def _whose_door(sentence: SentenceReading, verb: VerbGroup) -> ActorMention | None:
    """Return the actor after the preposition that the verb takes, or before its "on which"."""
    phrases = sentence.phrases
    prepositions = guilt_words()["laid_" + verb.lemma] if "laid_" + verb.lemma in guilt_words() else frozenset[str]()
    if verb.lemma in guilt_words()["believed"]:
        prepositions = guilt_words()["laid_believe"]
    if not prepositions:
        return None
    tokens = phrases.sentence.tokens
    for i in range(verb.first - 1, 0, -1):
        if phrases.tags[i] is Tag.RELATIVE and tokens[i - 1].lower in prepositions:
            before = [g for g in phrases.nouns if g.last < i - 1]
            return actor_of(sentence, before[-1]) if before else None
        if phrases.tags[i] is Tag.MARK:
            break
    stop = min(_clause_end(phrases, verb), verb.last + _DOOR)
    for group in phrases.nouns:
        if verb.last < group.first < stop:
            if preposition_of(phrases, group) in prepositions:
                stance = lemma(phrases, group) in guilt_words()["stances"]  # "linked to US support for X"
                actor = actor_of(sentence, group) if not stance else None
                if actor is not None:
                    return actor
            elif preposition_of(phrases, group) == "for":
                return None
    return None
