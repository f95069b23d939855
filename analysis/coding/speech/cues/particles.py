"""Particles of verbs of saying: "called *for*", "spoke to reporters *of*", and the media that stand before them."""

from __future__ import annotations

from analysis.coding.speech.cues.frames import OPENING, frames, particles
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag

_SORRY = frozenset({"apologise", "apologize"})


def particle_end(phrases: Phrases, i: int, lemma: str) -> int | None:
    """Return the last token of the verb's particle that begins at token i ("for", "*up to*"), or None."""
    tokens = phrases.sentence.tokens
    if i >= len(tokens):
        return None
    for particle in particles().get(lemma, ()):
        first, _, second = particle.partition(" ")
        if first == "to" and lemma in _SORRY and not (i + 1 < len(tokens) and tokens[i + 1].text in OPENING):
            continue  # "apologised *to the families* for it"
        if first == "on" and phrases.is_time(i + 1):
            continue  # "insisted *on Tuesday* that"
        if lemma == "call" and first != "for" and not _asks(phrases, i):
            continue  # "called *on* the king at noon"
        if tokens[i].lower == first and (not second or (i + 1 < len(tokens) and tokens[i + 1].lower == second)):
            return i + bool(second)
    return None


def _asks(phrases: Phrases, i: int) -> bool:
    """Tell whether something is asked of the one called on after token i: "called on X *to* stop", "*for* help"."""
    return any(
        token.lower in {"to", "for", "against"} or token.text in OPENING for token in phrases.sentence.tokens[i:]
    )


#: what opens that of which somebody is warned, where "of" does not
_TOLD = frozenset({"that", "to", "against", "about", ":", "not"})


def late_particle(phrases: Phrases, i: int, lemma: str) -> int | None:
    """Return the end of a particle that stands at token i behind when, where or to whom, or None.

    "spoke to reporters *of* losses", not "spoke for fear *of* his life", where it belongs to the noun before it.
    """
    end, group = particle_end(phrases, i, lemma), phrases.at[i - 1]
    if end is None or phrases.sentence.tokens[i].lower != "of" or not isinstance(group, NounGroup):
        return end
    apart = group.temporal or is_medium(phrases, group) or phrases.tags[group.head] is Tag.PROPER
    rest = {token.lower for token in phrases.sentence.tokens[i:]}
    apart = apart or (lemma == "warn" and rest.isdisjoint(_TOLD))  # "warned the men *of* raids", not "of it that"
    head = phrases.sentence.tokens[group.head].lower
    office = head in titles()["official"] and not group.temporal  # "spoke to the Secretary *of* State"
    return end if apart and not office and head not in _NO_MATTER else None


#: nouns that "of" belongs to: "spoke in advance *of* the vote", "on condition *of* anonymity"
_NO_MATTER = frozenset({"condition", "anonymity", "advance", "front", "view", "light", "spite"})


def is_medium(phrases: Phrases, group: NounGroup) -> bool:
    """Tell where something is said: "in a *statement*", "to *reporters*"."""
    media = frames()["media"]
    tokens = phrases.sentence.tokens
    return tokens[group.head].lower in media or any(tokens[k].lower in media for k in range(group.first, group.last))
