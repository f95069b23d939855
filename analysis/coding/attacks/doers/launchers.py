"""Launchers: whose weapons, positions or troops a sentence names beside its attack, where its grammar names no doer.

"fired from positions held by the rebels", "airplanes of the Air Force", and "troops" in the words of their own army.
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.clauses.past_doers import ends_at_hit
from analysis.coding.attacks.doers.doer import actor_of, actors_in
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, platform_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.utterances import Utterance
from analysis.language.actors import Actor, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def find_holder(mention: Mention) -> ActorMention | None:
    """Return who laid or sent a weapon, "a mine laid by X", or holds the ground that rounds came from: "fired from
    positions held by the rebels".
    """
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    if mention.weapon is None:
        return None
    i = mention.weapon.last + 1
    i += i < len(tokens) and phrases.tags[i] is Tag.ADVERB  # "a mine allegedly laid by X"
    laid = phrases.at[i] if i < len(tokens) else None
    if isinstance(laid, VerbGroup) and laid.passive and not laid.finite:
        handled = laid.lemma in words().laying | words().firing | guilt_words()["handling"]
        return actor_of(mention.sentence, agent_of(phrases, laid.last)) if handled else None
    for verb in phrases.verbs:
        ground = phrases.at[verb.first - 1] if verb.first > mention.last and verb.passive and not verb.finite else None
        if verb.lemma not in guilt_words()["holding"] or not isinstance(ground, NounGroup) or not ground.preposition:
            continue
        if tokens[ground.preposition].lower == "from":
            return actor_of(mention.sentence, agent_of(phrases, verb.last))
    return None


def owner_of(mention: Mention) -> NounGroup | None:
    """Return the group behind the "of" of "airplanes of the Air Force", "a patrol of the army", or None."""
    phrases, doer = mention.sentence.phrases, mention.doer
    if doer is None or doer.last + 2 >= len(phrases.at) or phrases.sentence.tokens[doer.last + 1].lower != "of":
        return None
    if ends_at_hit(phrases, doer):
        return None  # "an ambush by rebels of an army patrol"
    owner = phrases.at[doer.last + 2]
    armed = platform_type(lemma(phrases, doer)) is not None or lemma(phrases, doer) in words().armed
    return owner if armed and isinstance(owner, NounGroup) else None


def are_of_group(sentence: SentenceReading, who: NounGroup) -> bool:
    """Tell "fighters from the group", who are of the side that speaks where that is a group."""
    band = sentence.phrases.noun_behind(who.last, "of", "from")
    if band is None or lemma(sentence.phrases, who) not in words().armed | words().members | words().irregular:
        return False
    known = sentence.sentence.tokens[band.first].lower == "the" and not actors_in(sentence, band.first, band.last)
    return known and sentence.sentence.tokens[band.head].lower in guilt_words()["of_groups"]


def are_own_troops(mention: Mention) -> bool:
    """Tell bare "troops", "our forces", "the soldiers", of no state that is named."""
    phrases, doer = mention.sentence.phrases, mention.doer
    if doer is None:
        return False
    if lemma(phrases, doer) not in guilt_words()["own_troops"]:
        return False
    return (
        not any(phrases.tags[i] is Tag.PROPER for i in range(doer.first, doer.head + 1)) and owner_of(mention) is None
    )


def band_of(mention: Mention, inner: Utterance) -> Actor | None:
    """Return the armed group that the words for a speaker name: "the group's local branch", or None."""
    start, end = inner.speaker_span
    named = [m for m in mention.sentence.actors if m.actor.kind in _BANDS and start <= m.start < end]
    return named[0].actor if named else None


_BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
