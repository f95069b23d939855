"""Mentions of attacks: where a sentence tells of armed force, and which words do.

Three kinds, each found by grammar: a noun for an event ("a rocket attack on the base"), a weapon that moves ("two
rockets hit", "missiles were fired at"), and a verb of attacking with an armed doer ("Turkish forces shelled the
village"). Threats, plans and what did not happen are no mentions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.apart import (
    stands_apart,
)
from analysis.coding.attacks.clauses.places_hit import is_said_of_place
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.attaching import are_one, attach
from analysis.coding.attacks.mentions.caused import find_caused
from analysis.coding.attacks.mentions.events import find_events
from analysis.coding.attacks.mentions.gapped import find_gapped
from analysis.coding.attacks.mentions.harm_apart import find_harm_apart, find_harm_elsewhere
from analysis.coding.attacks.mentions.one_more import find_one_more, find_one_of_run
from analysis.coding.attacks.mentions.playing import is_elsewhere
from analysis.coding.attacks.mentions.razed import find_razed
from analysis.coding.attacks.mentions.seizing import find_seizing
from analysis.coding.attacks.mentions.untold import find_untold
from analysis.coding.attacks.mentions.verbs import find_verbs
from analysis.coding.attacks.mentions.volleys import find_volleys
from analysis.coding.attacks.mentions.weapons import find_weapons
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import triggers, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def find_mentions(sentence: SentenceReading) -> list[Mention]:
    """Find the mentions of attacks in a sentence, in order."""
    if sentence.words.isdisjoint(triggers()) or _asks(sentence) or is_elsewhere(sentence):
        return []
    phrases = sentence.phrases
    found: list[Mention] = []
    taken: set[int] = set()
    for source in (find_weapons, find_events, find_verbs, find_razed):
        for mention in source(sentence, phrases, taken):
            found.append(mention)
            taken.update(range(mention.first, mention.last + 1))
    if len(found) > 1:
        found = [m for m in found if m.rule != "weapon-harms" or _stands(m, found)] or found[:1]
    found.extend(find_harm_apart(sentence, phrases, found))
    for find in (find_volleys, find_caused, find_seizing, find_untold, find_one_more, find_one_of_run):
        if not found:
            found.extend(find(sentence, phrases))
    found.extend(find_harm_elsewhere(sentence, phrases, found))
    if found and "by" in sentence.words and not sentence.words.isdisjoint(_JOINED):
        found.extend(find_gapped(sentence, phrases))
    return attach(_fold(_on_verbs(_join(sorted(found, key=lambda m: m.anchor)))))


_JOINED = frozenset({"and", "while"})


def _stands(harm: Mention, mentions: list[Mention]) -> bool:
    """Tell a weapon's harm told besides the attacks, or that says the weapon: "a drone killed two in an attack"."""
    if all(m is harm or is_said_of_place(m) for m in mentions):
        return True  # "a bomb killed nine in an area often attacked by rebels"
    folded = harm.verb is not None and any(_happened_in(harm.verb, m) for m in mentions)
    called = any(m.first > harm.last and m.type is AttackType.OTHER and are_one(harm, m) for m in mentions)
    return folded or called or stands_apart(harm, mentions)


def _asks(sentence: SentenceReading) -> bool:
    """Tell "Has aid been attacked?", which leaves open whether."""
    tokens = sentence.sentence.tokens
    return tokens[-1].text == "?" and sentence.phrases.tags[0] in {Tag.HAVE, Tag.BE, Tag.DO, Tag.MODAL}


def _join(mentions: list[Mention]) -> list[Mention]:
    """Join what two verbs say of the same weapons: "shot down drones launched by rebels", "hit by shells fired by"."""
    out: list[Mention] = []
    for mention in mentions:
        same = [i for i, m in enumerate(out) if m.weapon is not None and m.weapon is mention.weapon]
        pair = (out[same[0]], mention) if same else ()
        if not pair or not any(map(_is_behind, pair)):
            out.append(mention)
            continue
        main, behind = pair if _is_behind(mention) else (mention, out[same[0]])
        doer = behind.doer if main.doer is None or main.doer is main.weapon else main.doer
        hit = main.target if main.target is not None and not _is_ground(main, main.target) else None
        out[same[0]] = replace(main, target=hit or behind.target or main.target, doer=doer or main.doer)
    return out


def _on_verbs(mentions: list[Mention]) -> list[Mention]:
    """Read what the same weapons did next at its own verb: "drones hit a depot and on Friday *struck* a post"."""
    return [
        replace(m, event=None, rule="attack-verb") if _did_next(m, mentions[:i]) else m for i, m in enumerate(mentions)
    ]


def _did_next(mention: Mention, before: Sequence[Mention]) -> bool:
    verb, tokens = mention.verb, mention.sentence.sentence.tokens
    if mention.rule != "weapon-moves" or verb is None or not verb.finite or verb.passive:
        return False
    if not any(m.verb and m.verb.last < verb.first and m.weapon is mention.weapon for m in before):
        return False
    return any(t.lower in {"and", "then"} for t in tokens[max(0, verb.first - _NEXT) : verb.first])


#: tokens from "and" to the verb of what weapons did next, past a day ("and early on Friday")
_NEXT = 4


def _is_ground(mention: Mention, target: NounGroup) -> bool:
    return lemma(mention.sentence.phrases, target) in words().grounds


def _is_behind(mention: Mention) -> bool:
    """Tell the participle of "rockets *fired* by rebels hit", and the bomb that "hit a mill and *exploded*"."""
    verb = mention.verb
    return verb is not None and ((verb.passive and not verb.finite) or verb.lemma in {"explode", "detonate", "go"})


def _fold(mentions: list[Mention]) -> list[Mention]:
    """Fold a verb into the event that it happened in: "was murdered in an attack", "were shot during the ambush"."""
    out: list[Mention] = []
    for mention in mentions:
        last = out[-1] if out else None
        if last is not None and last.event is None and last.verb is not None and _happened_in(last.verb, mention):
            if last.weapon is not None and mention.type in {AttackType.OTHER, AttackType.ASSAULT, last.type}:
                out[-1] = replace(last, target=last.target or mention.target, doer=last.doer or mention.doer)
                continue  # "attacked the city with missiles in an unprecedented assault"
            attack = mention.event is not None and lemma(mention.sentence.phrases, mention.event) == "attack"
            murder = attack and last.type is AttackType.ASSASSINATION and mention.type is AttackType.ASSAULT
            kind = last.type if murder or mention.type is AttackType.OTHER else mention.type
            folded = replace(mention, target=mention.target or last.target, doer=mention.doer or last.doer, type=kind)
            out[-1] = folded
        elif last is not None and _is_killing_in(last, mention):
            out[-1] = mention
        else:
            out.append(mention)
    return out


def _happened_in(verb: VerbGroup, mention: Mention) -> bool:
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or event.preposition is None or mention.weapon is not None:
        return False
    between = [v for v in phrases.verbs if verb.last < v.first < event.first]
    word = phrases.sentence.tokens[event.preposition].lower
    if word == "after" and verb.passive and phrases.sentence.tokens[event.first].lower in {"a", "an"}:
        return all(v.lemma == "be" for v in between)  # "were murdered and two are missing after an assault"
    return not between and word in {"in", "during"}


def _is_killing_in(killing: Mention, mention: Mention) -> bool:
    """Tell "the killing of two guards in a rocket attack", which the attack says better."""
    event, phrases = mention.event, mention.sentence.phrases
    if (
        killing.event is None
        or lemma(phrases, killing.event) != "killing"
        or event is None
        or event.preposition is None
    ):
        return False
    between = [v for v in phrases.verbs if killing.last < v.first < event.first]
    return not between and phrases.sentence.tokens[event.preposition].lower in {"in", "during"}
