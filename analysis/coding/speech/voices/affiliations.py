"""Affiliations: the state or body that a speaker speaks for, where the words beside the name do not say it outright.

An office that only one state has names it ("Secretary of State"); else the state that is most present where the speaker
is named, without those that have no such office. What the text does not tell stays None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices.nearby import (
    state_fronted,
    state_in_heading,
    state_in_question,
)
from analysis.coding.speech.voices.presence import Presence
from analysis.coding.speech.voices.stances import foes, state_of_own, visited
from analysis.coding.speech.voices.stories import Stories
from analysis.coding.speech.voices.strikers import is_of_soldiers
from analysis.language.actors import Actor, ActorKind
from analysis.language.actors.persons import titles
from analysis.language.actors.states import nationality_at, state_at
from analysis.language.gazetteer import PlaceKind
from analysis.language.text.tokens import find_tokens
from analysis.vocabulary import read_vocabulary

#: sentences looked at for the forces that a text speaks of
_LOOKS = 50
#: how many times as often as its home's a text names the forces that lead it
_LED = 5
_ARMY = frozenset({"army", "military"})
_NORTH_EAST = "Autonomous Administration of North and East Syria"
#: marks after the place that heads an item
_HEADS = frozenset({":", ".", "–", "—", "-", "|"})
_NONE: frozenset[str] = frozenset()


class Setting:
    """Which states a text speaks of, counted when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._items: dict[int, str | None] = {}
        self._forces: Counter[str] | None = None
        self._presence = Presence(reading, _of_outlet(reading))
        self._stories = Stories(reading)

    def present(self) -> Mapping[str, float]:
        """Return the states that the text speaks of, with how much."""
        return self._presence.at(None)

    def home(self, sentence: SentenceReading | None = None) -> str | None:
        """Return the state of the item that a sentence stands in, else the one in which the text's events happen."""
        own = None if sentence is None else self.item(sentence)
        return own or _most(self._presence.at(sentence, local=True), _NONE)

    def home_of(self, words: frozenset[str], sentence: SentenceReading) -> str | None:
        """Return the state whose "army" or "police" a bare word means: its home's, where that has an army."""
        if words.isdisjoint(titles()["armies"]) or state_fronted(sentence) is not None:
            return self.home(sentence)
        local = not titles()["local_words"].isdisjoint(words)
        told = self.item(sentence) or (None if local else state_of_own(sentence))
        if told is not None and told not in titles()["without_army"]:
            return told
        faced = foes(self.reading, sentence)
        home = _most(self._presence.at(sentence, local=local), faced)
        forces = Counter({state: count for state, count in self._named_forces().items() if state not in faced})
        if (
            not words.isdisjoint({"military", "navy", "army"})
            and forces
            and ((home not in forces and not self._has_bare_army()) or self._is_led(forces, home))
        ):
            return _most(forces, _NONE)
        if home not in titles()["without_army"]:
            return home
        weights = forces or self._presence.at(sentence)
        return _most(weights, titles()["without_army"] | faced) or home

    def _is_led(self, forces: Counter[str], home: str | None) -> bool:
        """Tell whether a text speaks of the forces of one state so much that "military officials" are theirs."""
        return max(forces.values()) >= _LED * max(forces[home or ""], 1)

    def kurdish(self, sentence: SentenceReading, state: str | None) -> str | None:
        """Return the side of officials who are called Kurdish, in a state or where the text is about, or None."""
        return {"IQ": "Kurdistan Regional Government", "SY": _NORTH_EAST}.get(state or self.home(sentence) or "")

    def _named_forces(self) -> Counter[str]:
        """Return how often a text names forces and ministries of each state."""
        if self._forces is None:
            named = (m.actor for s in self.reading.sentences[:_LOOKS] for m in s.actors if _has_arms(m.actor))
            self._forces = Counter(actor.country for actor in named if actor.country is not None)
        return self._forces

    def of_soldiers(self) -> str | None:
        """Return the one state whose soldiers and forces alone a text tells of, a rank's without any other word."""
        named = ((s, m) for s in self.reading.sentences[:_LOOKS] for m in s.actors if m.actor.country is not None)
        soldiers = {m.actor.country for s, m in named if is_of_soldiers(s, m)}
        return soldiers.pop() if len(soldiers) == 1 and self._named_forces().keys() <= soldiers else None

    def _has_bare_army(self) -> bool:
        """Tell whether a text speaks of "the army", which needs no state."""
        for sentence in self.reading.sentences[:_LOOKS]:
            tokens = sentence.sentence.tokens
            if not sentence.words.isdisjoint(_ARMY) and any(
                a.lower == "the" and b.lower in _ARMY for a, b in pairwise(tokens)
            ):
                return True
        return False

    def item(self, sentence: SentenceReading) -> str | None:
        """Return the state of the place that opens a sentence or heads its item ("08:30 Kyiv."), or None."""
        fronted, number = state_fronted(sentence), sentence.number
        if fronted is not None:
            return fronted
        if sentence.sentence.paragraph not in self._items:
            self._items[sentence.sentence.paragraph] = self._head(number)
        return self._items[sentence.sentence.paragraph]

    def _head(self, number: int) -> str | None:
        sentences, paragraph = self.reading.sentences, self.reading.sentences[number].sentence.paragraph
        while number and sentences[number - 1].sentence.paragraph == paragraph:
            number -= 1
        tokens = sentences[number].sentence.tokens
        start = next((k for k, t in enumerate(tokens[:4]) if t.text[0].isalpha()), None)
        if not start:  # no bullet, no hour: no item
            asked = state_in_question(self.reading, number) or state_in_heading(self.reading, number)
            return asked or self._stories.state(number)
        end = next((k for k in range(start, min(start + 5, len(tokens))) if tokens[k].text in _HEADS), None)
        if end is None:
            return None
        named = [m.actor.country for m in sentences[number].actors if start <= m.first < end and m.actor.country]
        named += [m.place.country for m in sentences[number].places if start <= m.first < end and m.place.country]
        return named[0] if named else None

    def owner(self, name: str, sentence: SentenceReading) -> str | None:
        """Return the state whose body of a name that several states use ("Foreign Office") is meant, else None."""
        owners = read_vocabulary("titles")["shared"].get(name)
        if owners is None:
            return None
        own = self.item(sentence)
        if own in owners:
            return own
        weights = self._presence.at(sentence)
        return str(max(owners, key=lambda state: weights.get(state, 0)))

    def speaks_so(self, words: frozenset[str]) -> str | None:
        """Return the state whose press alone calls its officials so ("defense officials"), where it is spoken of."""
        for state, wordings in read_vocabulary("titles")["wordings"].items():
            if not words.isdisjoint(wordings) and state in self._presence.at(None):
                return str(state)
        return None

    def side(self, title: str, sentence: SentenceReading | None = None, after: str | None = None) -> str | None:
        """Return the state most present that can have such an office ("Prime Minister" is none of the US).

        The item that the sentence stands in comes before the rest of the text, and so does the state for which
        somebody has spoken right before, `after`.
        """
        lower = f" {title.lower()} "
        words = frozenset(lower.split())
        local, armed = (not titles()[name].isdisjoint(words) for name in ("local_words", "armed_words"))
        weights = self._presence.at(sentence, local=local, armed=armed)
        offices = read_vocabulary("titles")["offices"]
        owners = next((states for words, states in offices.items() if f" {words} " in lower), None)
        if owners is not None and weights and not any(state in weights for state in owners) and _is_common(lower):
            owners = None  # a senator or a vice president of another state
        if owners is not None and len(owners) == 1:
            return str(owners[0])
        own = None if sentence is None else self.item(sentence)
        told = state_of_own(sentence) if own is None and not local and sentence is not None else None
        if told is not None and (owners is None or told in owners):
            return told
        hosts = _NONE if sentence is None else visited(sentence)
        faced = hosts | (_NONE if sentence is None else foes(self.reading, sentence))
        own = own if own is not None or local else after
        if own is None and sentence is not None and (local or not titles()["home_words"].isdisjoint(words)):
            own = _scene(sentence)
        if own is not None and (owners is None or own in owners) and own not in faced:
            return own
        without = {s for words, states in read_vocabulary("titles")["not_in"].items() if words in lower for s in states}
        fit = {s: w for s, w in weights.items() if s not in without and (owners is None or s in owners)}
        found = _most(fit, faced) or _most(fit, hosts)
        return found or (None if owners is None else str(owners[0]))


def _scene(sentence: SentenceReading) -> str | None:
    """Return the state of all the towns and provinces that a sentence names, where those are of one, or None."""
    states = {m.place.country for m in sentence.places if m.place.kind is not PlaceKind.COUNTRY}
    return states.pop() if len(states) == 1 else None


def _of_outlet(reading: Reading) -> str | None:
    """Return the state that the outlet's own name tells ("The Times of Aleria"), or None."""
    found = [] if reading.source.outlet is None else find_tokens(reading.source.outlet)
    for i in range(len(found)):
        state = state_at(found, i) or nationality_at(found, i)
        if state is not None:
            return state[1]
    return None


def _is_common(title: str) -> bool:
    """Tell an office that many states have, though few call it so in reports: "senator", "vice president"."""
    return any(f" {words} " in title for words in read_vocabulary("titles")["common_offices"])


def _has_arms(actor: Actor) -> bool:
    """Tell a force or a ministry of defence, whose "military sources" may be meant, from other ministries."""
    return actor.kind is ActorKind.FORCE or (actor.kind is ActorKind.MINISTRY and "Defen" in actor.name)


def _most(weights: Mapping[str, float], without: frozenset[str]) -> str | None:
    left = {state: weight for state, weight in weights.items() if state not in without}
    return max(left, key=lambda state: (left[state], state)) if left else None


def is_of_state(words: frozenset[str]) -> bool:
    """Tell unnamed sources that belong to the state whose forces the text speaks of: "security sources", "police"."""
    return not words.isdisjoint(titles()["of_state"])
