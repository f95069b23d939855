"""Own words: the doer of "it had targeted …", "one of our drones hit", "his forces fired": whoever speaks did it."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import is_neutralised
from analysis.coding.attacks.doers.doer import GROUP_KINDS, STATE_KINDS, Doer, own_account
from analysis.coding.attacks.doers.foes import is_by_irregulars, is_on_foes
from analysis.coding.attacks.doers.launchers import are_of_group, are_own_troops, band_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event, lemma, whole_of
from analysis.coding.attacks.words import words
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import Actor, ActorKind
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import country_name
from analysis.language.text.forms import is_plural


def speaker_as_doer(mention: Mention, inner: Utterance | None) -> Doer | None:
    """Read "it had targeted …" in a force's own words: the speaker did it."""
    group = mention.doer or mention.weapon
    if inner is None or is_by_irregulars(mention):
        return None
    foe = _fighter_of_foes(mention, inner)
    if foe is not None:
        return foe
    if group is None and not _is_of_neutralised(mention):
        return None
    group = None if group is None else whole_of(mention.sentence.phrases, group)  # "one of our drones"
    band = band_of(mention, inner)
    if not inner.official and band is None:
        return None
    if inner.anonymous and band is None and not _is_many(inner.speaker_text):
        return None
    if group is not None and not _is_speakers_own(mention, group, inner):
        return None
    spoken = mention.sentence.actor_named(inner.speaker) if inner.speaker and not inner.anonymous else None
    arm = spoken if spoken is not None and spoken.kind in GROUP_KINDS else None  # "X's armed wing, the Y Brigades"
    actor = arm or (mention.sentence.actor_named(inner.affiliation) if inner.affiliation else None) or band
    if actor is None and inner.affiliation and len(inner.affiliation) > _CODE and mention.doer is not None:
        return Doer(inner.affiliation, Attribution.CLAIMED, inner.speaker_text)  # a band that no list knows
    return _to_own(actor, inner) if actor is not None and actor.is_armed else None


def _fighter_of_foes(mention: Mention, inner: Utterance) -> Doer | None:
    """Return whoever tells of an attack on those whom he fights."""
    actor = mention.sentence.actor_named(inner.affiliation) if inner.affiliation else None
    return _to_own(actor, inner) if actor is not None and actor.is_armed and is_on_foes(mention, inner, actor) else None


def _to_own(actor: Actor, inner: Utterance) -> Doer:
    state = actor.kind in STATE_KINDS and actor.country is not None and actor.affiliation in {None, actor.country}
    name = (country_name(actor.country) if state and actor.country else None) or actor.name
    told = Doer(name, Attribution.STATED, None, state, actor.kind is ActorKind.GENERIC)
    return own_account(told, actor, inner)


#: letters in the code of a country
_CODE = 2


def _is_of_neutralised(mention: Mention) -> bool:
    """Tell an attack in which the speaker's own forces "neutralised" people."""
    return any(is_neutralised(v) for v in mention.sentence.phrases.verbs if v.first <= mention.anchor)


def _is_speakers_own(mention: Mention, group: NounGroup, inner: Utterance) -> bool:
    """Tell whether a doer or his weapon is the speaker, or of his side: "its jets", "his fighters", "we"."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    word, first = tokens[group.head].lower, tokens[group.first].lower
    banded = inner.affiliation is not None and len(inner.affiliation) > _CODE  # "the group's spokesman said their men"
    many = (banded or _is_many(inner.speaker_text)) and not _other_many(mention, inner, group)
    if first in {"its", "our"} or (first == "their" and many) or are_own_troops(mention):
        return True
    if banded and are_of_group(mention.sentence, mention.doer or group):
        return True  # "fighters of the group had carried out the raid"
    if first in {"his", "her"}:
        return lemma(phrases, group) in words().armed | words().members  # "his forces", not "his convoy"
    told_before = tokens[group.first].start < inner.speaker_span[0]  # "they threw it, the police said": some others
    return word in {"it", "we", "its"} or (word == "they" and many and not told_before)


def was_condemned(mention: Mention) -> bool:
    """Tell the attack of "condemned the raid, stating that *it* struck a ward" from whoever speaks."""
    phrases, it = mention.sentence.phrases, mention.doer
    if it is None or phrases.sentence.tokens[it.head].lower != "it":
        return False
    judged = (v for v in phrases.verbs if v.last < it.first and v.lemma in words().judging)
    things = (object_of(phrases, v) for v in judged)
    return any(thing is not None and is_event(phrases, thing) for thing in things)


def _is_many(speaker: str) -> bool:
    """Tell speakers whom "they" names again: "the Houthis", "Taliban forces"."""
    last = speaker.split()[-1].lower() if speaker.split() else ""
    return last.endswith("s") or is_plural(last) or last in words().plural_names


def _other_many(mention: Mention, inner: Utterance, group: NounGroup) -> bool:
    """Tell whether others in the plural stand between the beginning of what was said and "they"."""
    tokens = mention.sentence.sentence.tokens
    here = [
        g for g in mention.sentence.phrases.nouns if inner.content[0] <= tokens[g.first].start and g.last < group.first
    ]
    return any(is_plural(tokens[g.head].lower) for g in here if not g.temporal)
