"""A mention: the words of a sentence that tell of an attack, before anything is read around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.coding.utterances import Utterance
from analysis.language.grammar.phrases import NounGroup, VerbGroup


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that tell of an attack, before anything is read from the sentence around them."""

    sentence: SentenceReading
    #: the noun group of the event or the weapon, or None for a bare verb
    event: NounGroup | None
    #: the verb that carries it, or None for a noun on its own
    verb: VerbGroup | None
    #: the noun group that is the weapon, or None
    weapon: NounGroup | None
    #: who does it by grammar (subject, "by …"), or None
    doer: NounGroup | None
    #: what is hit by grammar, or None
    target: NounGroup | None
    type: AttackType
    rule: str
    #: the anchor of another mention of the sentence whose attack this one is too: "fired at them, killing two", or None
    attached: int | None = None

    @property
    def first(self) -> int:
        """First token of the trigger."""
        event, verb = self.event, self.verb
        if event is None or verb is None:
            return self._only.first
        return event.first if event.first < verb.first else verb.first

    @property
    def last(self) -> int:
        """Last token of the trigger."""
        event, verb = self.event, self.verb
        if event is None or verb is None:
            return self._only.last
        return event.last if event.last > verb.last else verb.last

    @property
    def anchor(self) -> int:
        """The token that names the attack: the head of the event, else of the verb."""
        group = self.event or self.verb
        assert group is not None
        return group.head

    @property
    def _only(self) -> NounGroup | VerbGroup:
        """The event, else the verb."""
        group = self.event or self.verb
        assert group is not None
        return group


def innermost(mention: Mention, utterances: Sequence[Utterance]) -> Utterance | None:
    """Return the utterance around a mention, the innermost one, or None."""
    start = mention.sentence.sentence.tokens[mention.anchor].start
    inside = [u for u in utterances if u.content[0] <= start < u.content[1]]
    return min(inside, key=lambda u: u.content[1] - u.content[0], default=None)


def in_same_utterance(start: int, mention: Mention, inner: Utterance | None) -> bool:
    """Tell whether what begins at an offset stands in the same utterance as the mention."""
    return inner is None or inner.content[0] <= start < inner.content[1] or _is_of_attack(mention, inner)


def _is_of_attack(mention: Mention, inner: Utterance) -> bool:
    """Tell blame for the attack in a relative clause, past which it is told: "in an attack that Thule blamed on X"."""
    event = mention.event
    first = None if event is None else mention.sentence.sentence.tokens[event.first].start
    return first == inner.content[0] and inner.content[0] < inner.speaker_span[0] < inner.content[1]
