"""Bodies in the words that name a speaker: the state, force, group or medium, with the side that it speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorForm, ActorKind, ActorMention, find_actor
from analysis.language.actors.names import body_nouns, state_body
from analysis.language.actors.persons import titles
from analysis.language.actors.states import nationality_at
from analysis.language.grammar.tags import Tag
from analysis.language.places import find_place
from analysis.language.text.tokens import find_tokens
from analysis.vocabulary import read_vocabulary

_NOMINAL = frozenset({Tag.NOUN, Tag.PROPER, Tag.POSSESSIVE})


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its canonical name."""

    name: str
    affiliation: str | None
    official: bool
    #: a group without a name of its own ("pro-Iranian groups")
    generic: bool = False


def find_body(sentence: SentenceReading, first: int, last: int, *, whole: bool = False) -> Body | None:
    """Return the body that tokens first to last name: the first one that is more than a state, else the first state.

    With `whole` the words must be the body's name, so that "Iraqi officials" and "a base of the army" are none.
    """
    found: ActorMention | None = None
    for mention in sentence.actors:
        if mention.last < first or mention.first > last:
            continue
        if (whole and not _names(sentence, mention, last)) or _is_foe(sentence, first, mention):
            continue
        if mention.actor.kind is not ActorKind.STATE:
            found = mention
            break
        found = found or mention
    if found is None:
        return None
    actor = found.actor
    generic = actor.kind is ActorKind.GENERIC
    side = actor.name if actor.kind is ActorKind.RESCUE else actor.affiliation or actor.country
    return Body(actor.name, side, actor.is_official, generic)


def _is_foe(sentence: SentenceReading, first: int, mention: ActorMention) -> bool:
    """Tell the one whom a body fights: "a task force fighting *X*", "the campaign against the *X*"."""
    tokens, i = sentence.sentence.tokens, mention.first - 1
    while i > first and sentence.phrases.tags[i] in {Tag.DETERMINER, Tag.ADJECTIVE}:
        i -= 1
    return i > first and tokens[i].lower in _FIGHTING


_FIGHTING = frozenset({"fighting", "against", "battling", "combating", "combatting", "countering", "opposing"})


def _names(sentence: SentenceReading, mention: ActorMention, last: int) -> bool:
    """Tell whether a mention is the name itself, not an adjective before another noun."""
    if mention.form is ActorForm.DEMONYM or (mention.first and _is_station(sentence, mention)):
        return False
    following = sentence.phrases.tags[mention.last + 1] if mention.last < last else None
    if following is not None and (
        following not in _NOMINAL or sentence.sentence.tokens[mention.last + 1].lower.endswith("ing")
    ):
        return mention.actor.kind is not ActorKind.STATE  # "a coalition fighting X"
    return mention.last >= last or (
        sentence.sentence.tokens[last].lower in titles()["classes"] and mention.last == last - 1
    )


def _is_station(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell the name of a broadcaster, "*Radio* Aleria", from that of its state."""
    before = sentence.sentence.tokens[mention.first - 1]
    called = before.lower in _REPORTING or (before.lower in _BROADCASTING and before.text[0].isupper())
    return mention.actor.kind is ActorKind.STATE and called


_BROADCASTING = frozenset({"radio", "television", "tv"})
_REPORTING = titles()["before_media"]


def is_body_name(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell whether tokens first to last end with a body's own name of several words ("Iraq's Security Media Cell").

    The name may go on: "the rebel *Delta Front* of Aleria".
    """
    tokens = sentence.sentence.tokens
    return first < last and any(
        first <= m.first < m.last
        and m.first <= last <= m.last
        and m.actor.kind is not ActorKind.STATE
        and (m.last == last or m.last + 1 == len(tokens) or tokens[m.last + 1].lower not in titles()["official"])
        for m in sentence.actors
    )


def member_body(sentence: SentenceReading, first: int, last: int) -> Body | None:
    """Return the armed group whose members tokens first to last call names ("Ruritania Front *thugs*"), or None."""
    noun = sentence.sentence.tokens[last]
    if not noun.text.islower() or not noun.lower.endswith("s"):
        return None
    if any(noun.lower in listed for listed in titles().values()):
        return None
    for mention in sentence.actors:
        if mention.first == first and mention.last == last - 1 and mention.actor.kind in _GROUPS:
            return Body(mention.actor.name, mention.actor.affiliation, True)
    return None


_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})


@cache
def is_of_group(affiliation: str | None) -> bool:
    """Tell whether an affiliation is an armed group by its name."""
    if affiliation is None or len(affiliation) == len("IQ"):
        return False
    actor = find_actor(affiliation)
    words = read_vocabulary("bodies")["bands"]
    return actor.kind in _GROUPS if actor is not None else affiliation.split()[-1].lower() in words


@cache
def is_state(name: str) -> bool:
    """Tell whether a canonical name is that of a state."""
    actor = find_actor(name)
    return actor is not None and actor.kind is ActorKind.STATE


@cache
def state_body_name(iso: str, noun: str) -> str | None:
    """Return the canonical name of a state's body by its noun: ("IQ", "government") is the Iraqi government.

    None where the first is no state ("Houthis") or the second no body.
    """
    found = body_nouns().get(noun) if iso in read_vocabulary("countries") else None
    return state_body(iso, found[0]).name if found else None


def ministry_of(sentence: SentenceReading, name: str) -> tuple[str, str] | None:
    """Return name and state of a ministry whose state follows it ("the Ministry of Defence *of Aleria*"), or None."""
    tokens = sentence.sentence.tokens
    for body in sentence.actors:
        if body.actor.name != name or body.actor.kind is not ActorKind.MINISTRY or body.last + 2 >= len(tokens):
            continue
        owner = body.last + 2 + (tokens[body.last + 2].lower == "the")
        states = (m.actor for m in sentence.actors if m.first == owner and m.actor.kind is ActorKind.STATE)
        state = next(states, None) if tokens[body.last + 1].lower == "of" else None
        whole = state_body_name(state.country, name) if state is not None and state.country else None
        if whole is not None and state is not None and state.country is not None:
            return whole, state.country
    return None


def joint_bodies(sentence: SentenceReading, last: int) -> list[tuple[str, str]]:
    """Return names and states of the bodies of several states that end at token last, fewer than two for none.

    "The *Alerian and Berolian embassies*", "*Alerian and Berolian officials*" are one, or some, of each state.
    """
    tokens = sentence.sentence.tokens
    plural, lead = tokens[last].lower, last
    noun = f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")
    while lead and nationality_at(tokens, lead - 1) is None and last - lead < _LONGEST_NOUN:
        lead -= 1
    words = " ".join([*(t.lower for t in tokens[lead:last]), noun])
    unnamed = " ".join(t.text for t in tokens[lead : last + 1]) if noun in titles()["anonymous"] else None
    states: list[str] = []
    owners: list[str] = []
    k = lead - 1
    while k >= 0 and noun != plural and (found := nationality_at(tokens, k)) is not None:
        states.append(found[1])
        owners.append(tokens[k].text)
        joined = k > 1 and tokens[k - 1].lower in ({"and"} if len(states) == 1 else {","})
        k = k - 2 if joined else -1
    if unnamed is not None:
        return [(f"{owner} {unnamed}", state) for owner, state in zip(reversed(owners), reversed(states), strict=True)]
    named = [(state_body_name(state, words), state) for state in reversed(states)]
    return [(name, state) for name, state in named if name is not None]


_LONGEST_NOUN = 3


def joint_bodies_of(sentence: SentenceReading, first: int, last: int) -> list[tuple[str, str]]:
    """Return names and states of "the *embassies of Aleria and Beroland*", fewer than two for none."""
    tokens = sentence.sentence.tokens
    of = next((k for k in range(first + 1, last) if tokens[k].lower == "of"), None)
    if of is None or not tokens[of - 1].lower.endswith("ies"):
        return []
    start = first + (sentence.phrases.tags[first] is Tag.DETERMINER)
    noun = " ".join([*(t.lower for t in tokens[start : of - 1]), f"{tokens[of - 1].lower[:-3]}y"])
    states = [m.actor.country for m in sentence.actors if m.first > of and m.actor.kind is ActorKind.STATE]
    ends = [m.last for m in sentence.actors if m.first > of and m.last <= last and m.actor.kind is ActorKind.STATE]
    named = [(state_body_name(state, noun), state) for state in states[: len(ends)] if state is not None]
    return [(name, state) for name, state in named if name is not None]


@cache
def state_body_seated(words: str) -> tuple[str, str] | None:
    """Return name and state of a body that its capital tells ("the foreign ministry *in Warsaw*"), or None."""
    noun, _, seat = words.partition(" in ")
    place = find_place(seat) if seat[:1].isupper() else None
    if place is None or place.country is None or read_vocabulary("countries")[place.country].get("capital") != seat:
        return None
    name = state_body_name(place.country, noun.lower().removeprefix("the "))
    return None if name is None else (name, place.country)


@cache
def nationality_in(words: str) -> str | None:
    """Return the ISO code of the first adjective of nationality in a few words, or None."""
    tokens = find_tokens(words)
    for i in range(len(tokens)):
        found = nationality_at(tokens, i)
        if found is not None:
            return found[1]
    return None


def accredited(sentence: SentenceReading, first: int, last: int) -> Body | None:
    """Return the state whose ambassador to the United Nations tokens first to last name, or None.

    A rapporteur is of the United Nations, whatever state he reports on.
    """
    words = {t.lower for t in sentence.sentence.tokens[first : last + 1]}
    if "rapporteur" in words:
        return Body(_UN, _UN, True)
    if words.isdisjoint(_ACCREDITED) or words.isdisjoint({"un", "u.n.", "nations"}):
        return None
    tokens = sentence.sentence.tokens  # not "the UN envoy *for Yemen*"
    own = (m for m in sentence.actors if first <= m.first and m.last <= last and tokens[m.first - 1].lower not in _TO)
    state = next((m.actor for m in own if m.actor.kind is ActorKind.STATE), None)
    return None if state is None else Body(state.name, state.country, True)


_UN = "United Nations"
_TO = frozenset({"for", "to", "on", "in"})
_ACCREDITED = frozenset({"ambassador", "representative", "envoy", "diplomat"})
