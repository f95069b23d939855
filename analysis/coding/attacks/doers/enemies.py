"""Enemies: which state "the enemy" or "an enemy missile" means in a report of the one that it fights.

The state whose forces were named last before, unless it is that of the speaker or of the source's own country; else the
only other state that the source names. Where neither is known nobody is meant.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.doers.doer import STATE_KINDS
from analysis.coding.attacks.mention import Mention
from analysis.coding.reading import SentenceReading
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorForm, ActorMention
from analysis.language.actors.names import state

#: sentences asked backwards for the state
_REACH = 12
#: sentences back in which a state is named as a neighbour
_FAR = 60
#: letters in the code of a country
_CODE = 2
_WORDS = frozenset({"enemy", "enemies", "occupiers", "invaders", "occupier", "invader", "occupation"})


def find_enemy(mention: Mention, inner: Utterance | None) -> ActorMention | None:
    """Return the state that the enemy of a mention is, its doer or whose weapon it names; None where none is meant."""
    sentence = mention.sentence
    if sentence.words.isdisjoint(_WORDS) or sentence.sentence.capitals:
        return None
    groups = [g for g in (mention.doer, mention.event) if g is not None]
    group = next((g for g in groups if _is_enemy(sentence, g.first, g.head)), None)
    own = (inner.affiliation if inner is not None else None) or sentence.country
    if group is None or own is None or len(own) != _CODE:
        return None  # an armed group's enemy may be any
    here: SentenceReading | None = sentence
    for _ in range(_REACH):
        if here is None:
            break
        for actor in reversed(here.actors):
            foreign = actor.actor.kind in STATE_KINDS and actor.actor.country not in {None, own}
            foreign = foreign and not _is_where(here, actor)
            if foreign and actor.actor.is_armed and actor.form is not ActorForm.METONYM:
                return replace(actor, first=group.first, last=group.last)
        here = here.before
    others = [iso for iso in sentence.countries if iso != own]
    if len(others) != 1 or sentence.country != own or _is_neighbour(sentence, others[0]):
        return None
    tokens = sentence.sentence.tokens
    return ActorMention(state(others[0]), tokens[group.first].start, tokens[group.last].end, group.first, group.last)


def _is_neighbour(sentence: SentenceReading, country: str) -> bool:
    """Tell a state that the text names as the land next door: "spilled over from *neighbouring* Thule"."""
    here: SentenceReading | None = sentence
    for _ in range(_FAR):
        if here is None:
            return False
        tokens = here.sentence.tokens
        named = (p.first for p in here.places if p.place.country == country and p.first)
        if any(tokens[first - 1].lower in {"neighbouring", "neighboring"} for first in named):
            return True
        here = here.before
    return False


def _is_where(sentence: SentenceReading, actor: ActorMention) -> bool:
    """Tell a country in which something was: "were hurt *in Thule* by enemy rockets"."""
    before = sentence.sentence.tokens[actor.first - 1].lower if actor.first > 0 else ""
    return before in {"in", "inside", "across", "near"}


def _is_enemy(sentence: SentenceReading, first: int, last: int) -> bool:
    return any(sentence.sentence.tokens[i].lower in _WORDS for i in range(first, last + 1))
