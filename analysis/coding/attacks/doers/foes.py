"""Foes: attacks that forces tell of as done to those whom they fight, without saying by whom: by themselves.

"The army said 30 bandits were killed in air strikes", and what warplanes, helicopters and guns of nobody did to foes or
abroad: "the Thulean army said jets had bombed a depot in Aleria". Clashes, blasts and what is told of the forces' own
people, of their own land, or of another state's people, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.doers.doer import GROUP_KINDS, STATE_KINDS
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, platform_of, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.rows import Act, AttackType
from analysis.coding.utterances import Utterance
from analysis.language.actors import Actor, ActorKind
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular


def is_on_foes(mention: Mention, inner: Utterance, speaker: Actor) -> bool:
    """Tell an attack without a doer that a state's forces announce on those whom they hunt."""
    phrases = mention.sentence.phrases
    carried = mention.doer is not None and platform_of(phrases, mention.doer) in _CARRIED
    if mention.doer is not None and not carried and weapon_type(phrases, mention.doer) is None:
        return False
    if mention.type is AttackType.ASSASSINATION or inner.act not in _TELLING or _is_one_more(mention):
        return False
    if not inner.official or (inner.anonymous and not carried) or not _is_in_arms(mention, inner, speaker):
        return False
    named = lemma(phrases, mention.event) if mention.event is not None else ""
    if named in words().clashes or (named in _UNAIMED and not carried):
        return False
    if named and mention.event is not None and _is_one_told(mention, mention.event):
        return False
    agent = agent_of(phrases, mention.last)
    if agent is not None and weapon_type(phrases, agent) is None:
        return False
    if any(_is_foe(mention, group, speaker) for group in _patients(mention, inner)):
        return True
    return (carried or mention.type is AttackType.AIR_STRIKE) and _is_abroad(mention, inner, speaker)


def is_by_irregulars(mention: Mention) -> bool:
    """Tell "a jihadist assault", "a rebel attack", which no state's forces made."""
    event = mention.event
    said = mention.sentence.sentence.tokens[event.first : event.head] if event is not None else []
    return any(t.lower in words().irregular for t in said)


def _is_one_more(mention: Mention) -> bool:
    """Tell "a *second* drone", one more of those that were told before."""
    weapon = mention.weapon
    said = mention.sentence.sentence.tokens[weapon.first : weapon.head] if weapon is not None else []
    return any(t.lower in _MORE for t in said)


_MORE = frozenset({"second", "third", "fourth", "another", "other"})


def _is_one_told(mention: Mention, event: NounGroup) -> bool:
    """Tell "*the* strikes *that* hit the camp", "the town *that* the drone hit", one of those told before."""
    phrases = mention.sentence.phrases
    relative = event.last + 1 < len(phrases.tags) and phrases.tags[event.last + 1] is Tag.RELATIVE
    relative = relative or (event.first > 0 and phrases.tags[event.first - 1] is Tag.RELATIVE and _is_hit(mention))
    return relative and phrases.sentence.tokens[event.first].lower == "the"


def _is_hit(mention: Mention) -> bool:
    """Tell "the drone hit", a noun to the reader of words, from "the strikes"."""
    return mention.event is not None and lemma(mention.sentence.phrases, mention.event) == "hit"


def _is_abroad(mention: Mention, inner: Utterance, speaker: Actor) -> bool:
    """Tell what happened in another land than the speaker's, and to none of the speaker's people."""
    start, end = inner.speaker_span
    sentence = mention.sentence
    lands = {p.place.country for p in sentence.places if p.place.country and not start <= p.start < end}
    own = [m for m in sentence.actors if m.actor.country == speaker.country and not start <= m.start < end]
    return bool(lands) and speaker.country not in lands and not own


#: what is flown or manned, and is nobody's but a state's
_CARRIED = frozenset({AttackType.AIR_STRIKE, AttackType.ARTILLERY})
_TELLING = frozenset({Act.REPORTS, Act.ANNOUNCES, Act.CLAIMS, Act.COMMENTS})
_UNAIMED = words().deeds_unaimed


def _is_in_arms(mention: Mention, inner: Utterance, speaker: Actor) -> bool:
    """Tell a coalition, and the forces and defence ministries of a state, with all who speak for them."""
    start, end = inner.speaker_span
    if speaker.kind is ActorKind.COALITION:
        return True
    if speaker.kind not in STATE_KINDS:
        return False
    named = any(m.actor.kind is ActorKind.FORCE and start <= m.start < end for m in mention.sentence.actors)
    return named or any(word.lower() in words().own_forces for word in inner.speaker_text.split())


def _patients(mention: Mention, inner: Utterance) -> Iterator[NounGroup]:
    """Give what the clause around a mention says was hit, killed or destroyed."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    if mention.target is not None:
        yield mention.target
    for verb in phrases.verbs:
        if not inner.content[0] <= tokens[verb.first].start < inner.content[1] or verb.negated:
            continue
        if verb.lemma in words().harming | words().razing | words().ruining | {
            "neutralise",
            "neutralize",
            "hit",
            "strike",
            "target",
        }:
            patient = subject_of(phrases, verb) if verb.passive else object_of(phrases, verb)
            if patient is not None:
                yield patient


def _is_foe(mention: Mention, group: NounGroup, speaker: Actor) -> bool:
    """Tell "bandits", "PKK targets" from people and things of the speaker's own side."""
    sentence = mention.sentence
    last = group.last
    behind = sentence.phrases.noun_behind(last, "of") or _holder(sentence.phrases, last)
    last = behind.last if behind is not None else last
    own = {speaker.affiliation, speaker.country, speaker.name}
    named = [m.actor for m in sentence.actors if group.first <= m.first and m.last <= last and m.actor.is_armed]
    if any(actor.affiliation in own or (actor.country in own and actor.kind in STATE_KINDS) for actor in named):
        return False
    if any(actor.kind in STATE_KINDS for actor in named):
        return False  # "a US base was hit by rockets", the host says
    tokens = sentence.sentence.tokens
    said = {parse_singular(tokens[i].lower) for i in {*range(group.first, group.head + 1), last}}
    return bool(said & words().hunted) or any(actor.kind in GROUP_KINDS for actor in named)


def _holder(phrases: Phrases, last: int) -> NounGroup | None:
    """Return whose "caves *used by the rebels*", "a town *held by X*" are, or None."""
    verb = phrases.at[last + 1] if last + 1 < len(phrases.at) else None
    ties = isinstance(verb, VerbGroup) and verb.passive and not verb.finite and verb.lemma in _HOLDING
    return agent_of(phrases, verb.last) if ties and isinstance(verb, VerbGroup) else None


_HOLDING = guilt_words()["holding"] | {"use", "run", "operate", "own", "build"}
