"""Presence: how much a text speaks of each state, in all and around one sentence, and as what.

A state that acts, its towns and its dead tell whose "minister" or "army" is meant; one that only strikes tells little,
and an adjective of weapons ("the Alerian drone") or a group of rebels tells nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from math import sqrt

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import cue_verbs, frames
from analysis.coding.speech.voices.nearby import acts, strikes
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.actors.persons import titles
from analysis.language.actors.states import nationality_at
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import find_place
from analysis.vocabulary import read_vocabulary

#: sentences of a text that are looked at, and how many of them up to the one in question are near
_LOOKS = 25
_NEAR = 3
#: what a mention counts in a text, and once near the sentence in question, by what the state is in it
_COUNTS = {"acts": 2.0, "is": 1.0, "place": 1.0, "town": 1.5, "suffers": 0.8, "owns": 0.7, "strikes": 0.3}
_NEARBY = {"acts": 2.2, "is": 1.2, "place": 0.5, "town": 0.9, "suffers": 1.6, "owns": 0.2, "strikes": 0.3}
#: what it counts beside that in the sentence itself, and where the report was written or printed
_ACTS_HERE = 1.5
_DATED, _PRINTED = 1.7, 1.5
#: what the one state counts for a local body in whose places all happens that its sentence tells
_SEATED = 2.5
_PLACES = frozenset({"place", "town"})
#: how often a text names the state it is about, and what one that it names but once counts near the sentence
_OFTEN, _ONCE = 2, 0.3
#: sentences of a page that has several texts, and those around one that are of its text
_SEVERAL = 90
_AROUND = 12
_REBELS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})


class Presence:
    """The states of one text, counted when first asked for."""

    def __init__(self, reading: Reading, printed: str | None) -> None:
        self._reading = reading
        self._printed = printed
        self._roles: dict[int, list[tuple[str, str]]] = {}
        self._whole: Counter[tuple[str, str]] | None = None

    def at(self, sentence: SentenceReading | None, *, local: bool = False, armed: bool = True) -> dict[str, float]:
        """Return how present each state is where a sentence stands, in the whole text for None.

        For a `local` office or body only places count where the text has any: what strikes a town does not govern it.
        For one that is not `armed` the deeds of a state that strikes abroad count little.
        """
        whole = self._in_text(sentence)
        if not armed:
            whole = _without_deeds(whole)
        local = local and any(role in _PLACES for _, role in whole)
        near = range(0) if sentence is None else self._near(sentence.number)
        counts: dict[str, float] = defaultdict(float)
        for (state, role), count in whole.items():
            counts[state] += count * _COUNTS[role] if role in _PLACES or not local else 0
        weights = {state: sqrt(count) for state, count in counts.items() if count}
        once = _named_once(whole)
        for state, role in {told for number in near for told in self._roles_told(number)}:
            if state in weights and (role in _PLACES or not local):
                if role == "acts" and (state, role) not in whole:
                    role = "is"
                here = role == "acts" and sentence is not None and (state, role) in self._roles_told(sentence.number)
                weights[state] += (_NEARBY[role] + (_ACTS_HERE if here else 0)) * (_ONCE if state in once else 1)
        if local and sentence is not None and "who" not in sentence.words:  # "the mayor, *who* is in Aleria, said"
            seats = {state for state, role in self._roles_told(sentence.number) if role in _PLACES}
            for state in seats if len(seats) == 1 else ():
                weights[state] = weights.get(state, 0) + _SEATED
        for state in self._dated():
            weights[state] = weights.get(state, 0) + _DATED
        if self._printed is not None:
            weights[self._printed] = weights.get(self._printed, 0) + _PRINTED
        return weights

    def _near(self, number: int) -> range:
        """Return the numbers of the sentences near one, none of them over the last heading."""
        first = number
        while first and first > number - _NEAR + 1 and not self._reading.sentences[first - 1].sentence.headline:
            first -= 1
        return range(first, number + 1)

    def _in_text(self, sentence: SentenceReading | None) -> Counter[tuple[str, str]]:
        """Return the roles of states in the text, or around a sentence on a page that has several texts."""
        sentences = self._reading.sentences
        if sentence is not None and len(sentences) >= _SEVERAL:
            around = range(max(sentence.number - _AROUND, 0), min(sentence.number + _AROUND // 2, len(sentences)))
            return Counter(told for number in around for told in self._roles_told(number))
        if self._whole is None:
            looks = range(min(len(sentences), _LOOKS))
            self._whole = Counter(told for number in looks for told in self._roles_told(number))
        return self._whole

    def _dated(self) -> set[str]:
        places = (find_place(name) for name in self._reading.source.datelines)
        return {place.country for place in places if place is not None and place.country is not None}

    def _roles_told(self, number: int) -> list[tuple[str, str]]:
        if number not in self._roles:
            self._roles[number] = list(_find_roles(self._reading.sentences[number]))
        return self._roles[number]


def _named_once(roles: Counter[tuple[str, str]]) -> set[str]:
    """Return the states that a text which is about others names but once: "*Aleria* offered to mediate"."""
    named: Counter[str] = Counter()
    for (state, _), count in roles.items():
        named[state] += count
    return (
        {state for state, count in named.items() if count == 1} if max(named.values(), default=0) >= _OFTEN else set()
    )


def _without_deeds(roles: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return roles in which a state that strikes, with fewer places than another, acts no more than it is named."""
    strikers = {state for state, role in roles if role == "strikes"}
    most = max((roles[state, "place"] + roles[state, "town"] for state, _ in roles), default=0)
    fewer = {state for state in strikers if roles[state, "place"] + roles[state, "town"] < most}
    changed: Counter[tuple[str, str]] = Counter()
    for (state, role), count in roles.items():
        changed[state, "is" if role == "acts" and state in fewer else role] += count
    return changed


def _find_roles(sentence: SentenceReading) -> Iterator[tuple[str, str]]:
    """Return each state that a sentence names, with what it is in it."""
    covered: set[int] = set()
    for mention in sentence.actors:
        actor = mention.actor
        if actor.country is None:
            continue
        covered.update(range(mention.first, mention.last + 1))
        role = None if actor.kind in _REBELS or actor.kind is ActorKind.OUTLET else _role(sentence, mention)
        if role is None:
            continue
        owners = read_vocabulary("titles")["shared"].get(actor.name, ())
        own = not owners or nationality_at(sentence.sentence.tokens, mention.first) is not None
        yield from ((owner, role) for owner in ([actor.country] if own else owners))
    for place in sentence.places:
        if place.place.country is not None and place.first not in covered:
            yield place.place.country, "town"


def _role(sentence: SentenceReading, mention: ActorMention) -> str | None:
    """Return what a state, or its body, is in a sentence, or None where it only owns a weapon."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    if mention.form is ActorForm.DEMONYM and strikes(sentence, mention.last):
        return None
    if mention.actor.kind is ActorKind.STATE and _is_beyond(sentence, mention):
        return None
    if mention.actor.kind is ActorKind.STATE and tokens[max(mention.first - 1, 0)].lower in titles()["locating"]:
        return "place"
    group = phrases.at[mention.last]
    if not isinstance(group, NounGroup) or group.preposition is not None:
        return "is"
    if mention.form is ActorForm.DEMONYM and not acts(sentence, group, mention):
        return "owns"
    verb = next((v for v in phrases.verbs if group.last < v.first <= group.last + 2), None)
    if mention.actor.kind is ActorKind.STATE and verb is not None and _has_forces(sentence, verb):
        return "strikes"  # "*Aleria* has 900 soldiers there", "had lost 90 soldiers"
    if verb is not None:
        if verb.lemma not in frames()["harming"] and not _is_faced_in(sentence, group.first):
            speaks = mention.actor.kind is ActorKind.STATE and verb.lemma in cue_verbs()
            return "is" if speaks else "acts"  # a state that speaks by its name is the other one
        return "suffers" if verb.passive else "strikes"
    before = phrases.at[group.first - 1] if group.first else None
    return "suffers" if isinstance(before, VerbGroup) and before.lemma in frames()["harming"] else "is"


def _has_forces(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell a verb by which a state keeps, moves or loses soldiers: a guest in a land, or one whose foe counts them."""
    told = sentence.phrases.at[verb.last + 1] if verb.last + 1 < len(sentence.sentence.tokens) else None
    if verb.passive or verb.lemma not in _moving() or not isinstance(told, NounGroup):
        return False
    head = sentence.sentence.tokens[told.head].lower
    return head in _soldiers() or sentence.phrases.tags[told.head] is Tag.NUMBER


@cache
def _moving() -> frozenset[str]:
    lists = read_vocabulary("forces")
    return frozenset({"lose", *lists["present"], *lists["deployed"], *lists["withdrawn"]})


@cache
def _soldiers() -> frozenset[str]:
    lists = read_vocabulary("forces")
    return frozenset({*lists["people"], *lists["own"], *lists["formations"], "forces", "peacekeepers"})


def _is_beyond(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell a state on the other side of a border: "the border with *Y* and *Z*", "bordering *Y*", "the *Y* border"."""
    tokens, borders = sentence.sentence.tokens, read_vocabulary("forces")["borders"]
    if mention.form is ActorForm.DEMONYM:
        group = sentence.phrases.at[mention.last]
        return isinstance(group, NounGroup) and tokens[group.head].lower in borders
    i = mention.first - 1
    while i > 1 and (tokens[i].lower == "and" or tokens[i].text == ","):
        listed = next((m for m in sentence.actors if m.last == i - 1 and m.actor.kind is ActorKind.STATE), None)
        if listed is None:
            return False
        i = listed.first - 1
    beyond = i > 0 and tokens[i].lower in {"with", "into"} and tokens[i - 1].lower in borders
    return beyond or tokens[max(i, 0)].lower in {"bordering", "borders", "neighbouring", "neighboring"}


def _is_faced_in(sentence: SentenceReading, first: int) -> bool:
    """Tell the subject of what somebody is warned of: "warned that *Aleria* would pay"."""
    verb = sentence.phrases.at[first - 2] if first > 1 else None
    opened = isinstance(verb, VerbGroup) and sentence.sentence.tokens[first - 1].lower == "that"
    return opened and verb.lemma in frames()["facing"]  # type: ignore[union-attr]
