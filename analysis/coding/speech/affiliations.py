"""Affiliations: the state or body that a speaker speaks for, where the words beside the name do not say it outright.

An office that only one state has names it ("Secretary of State"); else the state that the text speaks of most, without
those that have no such office. What the text does not tell stays None.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.nearby import is_faced, state_fronted, state_in_heading, state_in_question, strikes
from analysis.language.actors import Actor, ActorForm, ActorKind
from analysis.language.persons import titles
from analysis.language.places import find_place
from analysis.language.states import nationality_at, state_at
from analysis.language.tokens import find_tokens
from analysis.vocabulary import read_vocabulary

#: sentences looked at for the states that a text speaks of
_LOOKS = 50
#: sentences of a page that has several texts, and those around one that are of its text
_SEVERAL = 90
_AROUND = 12
#: sentences whose places are the scene
_SCENE = 12
#: how many times as often as its home's a text names the forces that lead it
_LED = 5
#: mentions of a state from which a text is no local one
_FEW = 3
#: groups that speak for no state
_REBELS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
_ARMY = frozenset({"army", "military"})
_NORTH_EAST = "Autonomous Administration of North and East Syria"
#: marks after the place that heads an item
_HEADS = frozenset({":", ".", "–", "—", "-", "|"})


class Setting:
    """Which states a text speaks of, counted when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._places: Counter[str] | None = None
        self._sides: Counter[str] = Counter()
        self._states: Counter[str] = Counter()
        self._towns: Counter[str] | None = None
        self._items: dict[int, str | None] = {}
        self._nearby: list[str] | None = None
        self._forces: Counter[str] | None = None

    def _around(self, sentence: SentenceReading | None) -> Counter[str]:
        """Return how often the sentences around name each state, where a page is so long that it has several texts."""
        if sentence is None or len(self.reading.sentences) < _SEVERAL:
            return Counter()
        near = self.reading.sentences[max(sentence.number - _AROUND, 0) : sentence.number + _AROUND // 2]
        return Counter(m.actor.country for s in near for m in s.actors if m.actor.country is not None)

    def _count(self) -> Counter[str]:
        if self._places is not None:
            return self._places
        places: Counter[str] = Counter()
        locating = titles()["locating"]
        for sentence in self.reading.sentences[:_LOOKS]:
            tokens = sentence.sentence.tokens
            for mention in sentence.actors:
                located = mention.actor.kind is ActorKind.STATE and mention.first > 0
                if located and tokens[mention.first - 1].lower in locating:
                    continue  # counted as a place
                if mention.form is ActorForm.DEMONYM and strikes(sentence, mention.last):
                    continue  # "the Alerian drone": who strikes need not speak
                if mention.actor.country is not None and mention.actor.kind not in _REBELS:
                    self._states[mention.actor.country] += 1
                if mention.actor.country is not None:
                    self._sides[mention.actor.country] += 1
            for before, i in zip(tokens, range(1, len(tokens)), strict=False):
                if before.lower in locating and tokens[i].text[0].isupper() and (found := state_at(tokens, i)):
                    places[found[1]] += 1
        self._places = places
        return places

    def home(self, sentence: SentenceReading | None = None) -> str | None:
        """Return the state of the item that a sentence stands in, else the one in which the text's events happen.

        That is the one which the text most often names as a place, in or by a town of it, else the outlet's own.
        """
        own = None if sentence is None else self.item(sentence)
        told = own or _most(self._count() + self._local(), frozenset()) or self._scene() or self._outlet()
        return told or _most(self._sides, frozenset())

    def home_of(self, words: frozenset[str], sentence: SentenceReading) -> str | None:
        """Return the state whose "army" or "police" a bare word means: its home's, where that has an army."""
        home = self.home(sentence)
        if words.isdisjoint(titles()["armies"]) or state_fronted(sentence) is not None:
            return home
        forces = self._named_forces()
        if (
            not words.isdisjoint({"military", "navy", "army"})
            and forces
            and ((home not in forces and not self._has_bare_army()) or self._is_led(forces, home))
        ):
            return _most(forces, frozenset())
        if home not in titles()["without_army"]:
            return home
        return _most(self._count() + self._sides, titles()["without_army"])

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

    def _has_bare_army(self) -> bool:
        """Tell whether a text speaks of "the army", which needs no state."""
        for sentence in self.reading.sentences[:_LOOKS]:
            tokens = sentence.sentence.tokens
            if not sentence.words.isdisjoint(_ARMY) and any(
                a.lower == "the" and b.lower in _ARMY for a, b in pairwise(tokens)
            ):
                return True
        return False

    def _scene(self) -> str | None:
        """Return the state of most places that the beginning of a text names."""
        return _most(self._count_towns(), frozenset())

    def _count_towns(self) -> Counter[str]:
        if self._towns is None:
            mentions = (m for s in self.reading.sentences[:_SCENE] for m in s.places)
            self._towns = Counter(m.place.country for m in mentions if m.place.country is not None)
            dated = (find_place(name) for name in self.reading.source.datelines)
            self._towns.update(place.country for place in dated if place is not None and place.country is not None)
            heads = (s.actors[0] for s in self.reading.sentences[:3] if s.actors and s.actors[0].first == 0)
            self._towns.update(m.actor.country for m in heads if m.actor.country and m.form is ActorForm.METONYM)
        return self._towns

    def _local(self) -> Counter[str]:
        """Return the states of the towns in a text that hardly names a state, as one printed at home does not."""
        named = max((self._count() + self._sides).values(), default=0)
        return self._count_towns() if named < _FEW else Counter()

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
            return state_in_question(self.reading, number) or state_in_heading(self.reading, number)
        end = next((k for k in range(start, min(start + 5, len(tokens))) if tokens[k].text in _HEADS), None)
        if end is None:
            return None
        named = [m.actor.country for m in sentences[number].actors if start <= m.first < end and m.actor.country]
        named += [m.place.country for m in sentences[number].places if start <= m.first < end and m.place.country]
        return named[0] if named else None

    def _near(self, counts: Counter[str], without: frozenset[str] = frozenset(), *, abroad: bool = False) -> str | None:
        """Return the state in which a report was written or printed, where it is one that the report speaks of much.

        The scene of what it tells counts as that too, but not for those who speak of it from `abroad`.
        """
        if self._nearby is None:
            source = self.reading.source
            names = [*source.datelines, *(t.text for t in find_tokens(source.outlet or "") if t.text[0].isupper())]
            found = (find_place(name) for name in names)
            self._nearby = [p.country for p in found if p is not None and p.country is not None]
        least = max(max(counts.values(), default=0) * 3 / 4, 1)
        much = [state for state, n in counts.items() if n >= least and state not in without]
        home = next((c for c in self._nearby if c in much), None)
        if home is not None or abroad:
            return home
        if len(much) < 2:
            return next(iter(much), None)  # there is nothing for the scene to decide
        scene = self._scene()
        return scene if scene in much else None

    def owner(self, name: str, sentence: SentenceReading) -> str | None:
        """Return the state whose body of a name that several states use ("Foreign Office") is meant, else None."""
        owners = read_vocabulary("titles")["shared"].get(name)
        if owners is None:
            return None
        own = self.item(sentence)
        if own in owners:
            return own
        counts = self._count() + self._sides
        others = frozenset(counts) - frozenset(owners)
        return self._near(counts, others) or str(max(owners, key=lambda state: counts[state]))

    def speaks_so(self, words: frozenset[str]) -> str | None:
        """Return the state whose press alone calls its officials so ("defense officials"), where it is spoken of."""
        for state, wordings in read_vocabulary("titles")["wordings"].items():
            if not words.isdisjoint(wordings) and (self._count()[state] or self._sides[state]):
                return str(state)
        return None

    def _outlet(self) -> str | None:
        """Return the state that the outlet's own name tells ("The Times of Aleria"), or None."""
        found = [] if self.reading.source.outlet is None else find_tokens(self.reading.source.outlet)
        for i in range(len(found)):
            state = state_at(found, i) or nationality_at(found, i)
            if state is not None:
                return state[1]
        return None

    def side(self, title: str, sentence: SentenceReading | None = None) -> str | None:
        """Return the state most spoken of that can have such an office ("Prime Minister" is none of the US).

        The item that the sentence stands in comes before the rest of the text.
        """
        lower = f" {title.lower()} "
        offices = read_vocabulary("titles")["offices"]
        owners = next((states for words, states in offices.items() if f" {words} " in lower), None)
        spoken = self._count() + self._sides
        if owners is not None and spoken and not any(spoken[state] for state in owners) and _is_common(lower):
            owners = None  # a senator or a vice president of another state
        if owners is not None and len(owners) == 1:
            return str(owners[0])
        own = None if sentence is None else self.item(sentence)
        if own is not None and (owners is None or own in owners) and not (sentence and is_faced(sentence, own)):
            return own
        at_home = self._outlet()
        counts = self._around(sentence) or self._count() + self._count() + self._sides + self._local()
        if owners is None and at_home is not None and (counts[at_home] or self._count_towns()[at_home]):
            return at_home
        if owners is not None:
            near = self._near(counts, frozenset(counts) - frozenset(owners))
            return near or str(max(owners, key=lambda state: counts[state]))
        without: frozenset[str] = frozenset()
        for words, states in read_vocabulary("titles")["not_in"].items():
            if words in lower:
                without |= frozenset(states)
        if "president" in lower.split():  # heads of other states are named so too
            near = self._near(counts, without, abroad=True)
            return near or _most(self._states, without) or _most(counts, without) or self._scene()
        return self._near(counts, without) or _most(counts, without) or self._scene()


def _is_common(title: str) -> bool:
    """Tell an office that many states have, though few call it so in reports: "senator", "vice president"."""
    return any(f" {words} " in title for words in read_vocabulary("titles")["common_offices"])


def _has_arms(actor: Actor) -> bool:
    """Tell a force or a ministry of defence, whose "military sources" may be meant, from other ministries."""
    return actor.kind is ActorKind.FORCE or (actor.kind is ActorKind.MINISTRY and "Defen" in actor.name)


def _most(counts: Counter[str], without: frozenset[str]) -> str | None:
    left = {state: n for state, n in counts.items() if state not in without}
    return max(left, key=lambda state: (left[state], state)) if left else None


def is_of_state(words: frozenset[str]) -> bool:
    """Tell unnamed sources that belong to the state whose forces the text speaks of: "security sources", "police"."""
    return not words.isdisjoint(titles()["of_state"])
