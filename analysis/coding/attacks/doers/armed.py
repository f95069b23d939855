"""Those in arms: whether a noun group can be the doer of an attack: people in arms, a force, a group, a state."""

from __future__ import annotations

from analysis.coding.attacks.doers.newcomers import find_newcomer
from analysis.coding.attacks.doers.related import find_related
from analysis.coding.attacks.nouns import lemma, platform_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag


def is_armed(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a noun group can be an armed doer: people in arms, a force, an armed group, a state, a platform."""
    phrases = sentence.phrases
    head = lemma(phrases, group)
    if head in words().armed or platform_type(head) is not None:
        return True
    before = phrases.sentence.tokens[group.head - 1].lower if group.head > group.first else ""
    if head in words().following and before in _BANDS:
        return True  # "gang members", "militia fighters"
    if head in words().following and any(
        m.actor.is_armed for m in sentence.actors if _is_member_of(sentence, group, m)
    ):
        return True
    if find_newcomer(sentence, group) is not None or find_related(sentence, group.first, group.last) is not None:
        return True
    return any(
        m.first <= group.head <= m.last and m.actor.is_armed and m.form is not ActorForm.METONYM
        for m in sentence.actors
    ) and phrases.tags[group.head] in {Tag.PROPER, Tag.NOUN}


_BANDS = words().bands


def _is_member_of(sentence: SentenceReading, group: NounGroup, named: ActorMention) -> bool:
    """Tell the actor of "Hezbollah members", "members of Hezbollah"."""
    if group.first <= named.first <= group.head:
        return True
    behind = sentence.phrases.noun_behind(group.last, "of", "from")
    inside = behind is not None and behind.first <= named.first <= behind.last  # "of the *paramilitary* X"
    return inside and named.actor.kind in {ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP}


def is_capital(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell a capital that stands for its state ("Ankara has bombed"), a doer where what was done is plain."""
    return any(a.form is ActorForm.METONYM and group.first <= a.first <= group.last for a in sentence.actors)
