"""Owners: to whom "its army", "the group's spokesman", "the hospital's director", "the group, which …" belong.

A possessive pronoun means the subject of its sentence, else the body that spoke last, else the subject of the sentence
before. A noun with the article means the last one of its kind that the text names. Where nobody is found, None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices import Kind as VoiceKind
from analysis.coding.speech.voices import Memory
from analysis.coding.speech.voices.hospitals import hospital_before
from analysis.coding.speech.voices.naming import field_end, government_of, printed_words
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.renaming import named_again
from analysis.coding.speech.voices.seats import seat_behind
from analysis.language.actors import ActorKind, ActorMention, find_actor
from analysis.language.actors.names import body_nouns, state_body
from analysis.language.actors.persons import titles
from analysis.language.gazetteer import PlaceKind, country_name
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import find_place
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

#: sentences before in which an owner is looked for, and in which one that spoke is still meant
_BACK = 4
_SPOKE = 2
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})
_NOT = frozenset({ActorKind.OUTLET, ActorKind.MONITOR, ActorKind.NGO})
_KINDS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("rebel", "dissident", "insurgent", "guerrilla", "militant", "jihadist", "separatist"), _GROUPS),
    **dict.fromkeys(("group", "movement", "militia", "faction", "party", "organisation", "organization"), _GROUPS),
    **dict.fromkeys(("gang", "cartel", "syndicate"), _GROUPS),
    **dict.fromkeys(("country", "nation", "kingdom", "republic", "state"), frozenset({ActorKind.STATE})),
    **dict.fromkeys(("ministry", "military", "army"), frozenset({ActorKind.FORCE, ActorKind.MINISTRY})),
    "force": frozenset({ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.UN, ActorKind.COALITION}),
    "mission": frozenset({ActorKind.UN}),
    **dict.fromkeys(("coalition", "alliance"), frozenset({ActorKind.COALITION})),
}
_NO_LAND = frozenset({PlaceKind.COUNTRY, PlaceKind.TOWN, PlaceKind.SITE})
_LANDS = frozenset({"territory", "enclave", "region", "strip", "island"})


@dataclass(frozen=True, slots=True)
class Owner:
    """One that has an army or a spokesman; `state` is its ISO code where it is a state itself."""

    name: str
    affiliation: str | None
    state: str | None = None


def owner_by_pronoun(reading: Reading, sentence: SentenceReading, i: int, memory: Memory) -> Owner | None:
    """Return whom the possessive pronoun at token i means, or None."""
    tokens = sentence.sentence.tokens
    if i + 1 < len(tokens) and tokens[i + 1].lower in titles()["local"]:
        town = next((m.place for m in reversed(sentence.places) if m.last < i), None)
        if town is not None:
            return Owner(town.name, town.country)
    found = _subject(sentence, i)
    if found is not None:
        return found
    spoke = memory.body_within(sentence.number - _SPOKE)
    if spoke is not None:
        own = spoke.affiliation is not None and spoke.speaker in {spoke.affiliation, country_name(spoke.affiliation)}
        return Owner(spoke.speaker, spoke.affiliation, spoke.affiliation if own else None)
    before = reading.sentences[sentence.number - 1] if sentence.number else None
    doer = None if before is None else _subject(before, len(before.sentence.tokens))
    ward = hospital_before(reading, sentence, i, 1) if doer is None else None
    return doer if ward is None else Owner(ward, ward)


def local_state(sentence: SentenceReading, i: int) -> str | None:
    """Return the state of the place named before "the *governor*'s office", "the *regional* council", or None."""
    if sentence.sentence.tokens[i].lower not in titles()["local"] | OF_PART:
        return None
    return next((m.place.country for m in reversed(sentence.places) if m.last < i and m.place.country), None)


#: words of what is of a part of a state
OF_PART = frozenset({"regional", "provincial", "district", "municipal", "city", "town", "county", "local"})


def _subject(sentence: SentenceReading, i: int) -> Owner | None:
    """Return the actor that heads a noun group without a preposition before token i, the first one."""
    for mention in sentence.actors:
        if mention.last >= i:
            break
        group = sentence.phrases.at[mention.last]
        if not isinstance(group, NounGroup) or group.preposition is not None or mention.actor.kind in _NOT:
            continue
        verb = next((v for v in sentence.phrases.verbs if v.first > group.last and v.first < i), None)
        if verb is not None and group.head <= mention.last + 1:
            return _owner(mention)
    return None


def _owner(mention: ActorMention) -> Owner:
    actor = mention.actor
    state = actor.country if actor.kind is ActorKind.STATE else None
    return Owner(actor.name, actor.affiliation or actor.country, state)


def owner_by_noun(reading: Reading, sentence: SentenceReading, i: int, *, same: bool = False) -> Owner | None:
    """Return the last actor named before token i that the noun there can mean ("the *group*"), or None.

    With `same` only the sentence itself is looked at.
    """
    noun = singular(sentence.sentence.tokens[i].lower)
    if noun in {"hospital", "clinic"}:
        name = hospital_before(reading, sentence, i)
        return None if name is None else Owner(name, name)
    if noun in _LANDS:
        return _land(reading, sentence, i)
    kinds = _KINDS.get(noun)
    if kinds is None:
        return None if same else _shortened(reading, sentence, noun)
    for number in range(sentence.number, max(sentence.number - (1 if same else _BACK), -1), -1):
        other = reading.sentences[number]
        for mention in reversed(other.actors):
            here = number < sentence.number or (mention.last < i and not is_tie(other.sentence.tokens[mention.last]))
            if here and mention.actor.kind in kinds:
                return _owner(mention)
    if same or kinds is not _GROUPS:
        return None
    only = {m.actor.name: m for s in reading.sentences[: sentence.number] for m in s.actors if m.actor.kind in kinds}
    return _owner(next(iter(only.values()))) if len(only) == 1 else None


def is_tie(token: Token) -> bool:
    """Tell the end of a name that only says to whom another is tied: "the *Dawn-linked* group" is not the Dawn."""
    name, hyphen, tie = token.lower.rpartition("-")
    return bool(hyphen and name) and tie in _TIES


_TIES = frozenset(read_vocabulary("bodies")["backed"])


def _shortened(reading: Reading, sentence: SentenceReading, noun: str) -> Owner | None:
    """Return the body whose name ends with a noun ("the *brigade*'s spokesman"), or None."""
    found = named_again(reading.sentences, sentence.number, [noun]) if noun in titles()["named_again"] else None
    if found is None:
        return None
    before, (first, last) = found
    listed = next((m for m in before.actors if first <= m.first and m.last <= last and m.last > m.first), None)
    name = printed_words(before, first, last)
    return Owner(name, name) if listed is None else _owner(listed)


def state_of_seat(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the state of the town or province in a title ("*Aleria* governor", "mayor of *Aleria*"), or None."""
    tokens = sentence.sentence.tokens
    office = next((k for k in range(first, last + 1) if tokens[k].lower in titles()["local"]), None)
    if office is None:
        return None
    named_here = [m.place for m in sentence.places if first <= m.first and m.last <= last]
    seats = [find_place(place.name) or place for place in named_here]
    start, end = office, office
    while start > first and tokens[start - 1].text[0].isupper():
        start -= 1
    opening = office + 2 + (tokens[min(office + 2, last)].lower == "the")
    end = opening
    while end < last and tokens[end + 1].text[0].isupper():
        end += 1
    spans = [(start, office - 1)]
    if office < last and tokens[office + 1].lower in {"of", "in"} and end <= last:
        spans += [(opening, k) for k in range(end, opening - 1, -1)]  # "governor of *Aleria* Carl Ode"
    for span in spans:
        named = find_place(printed_words(sentence, *span)) if span[0] <= span[1] else None
        if named is not None:
            seats.append(named)
    behind = None if seats else seat_behind(sentence, office, last - 2)  # "DPO *Aleria* Carl Ode"
    if behind is not None:
        seats.append(behind[1])
    return next((place.country for place in seats if place.country), None)


def _land(reading: Reading, sentence: SentenceReading, i: int) -> Owner | None:
    """Return the land that is no state of its own, or a part of one, that the text named last."""
    for number in range(sentence.number, max(sentence.number - _BACK, -1), -1):
        other = reading.sentences[number]
        for mention in reversed(other.places):
            before = number < sentence.number or mention.last < i
            if before and mention.place.kind not in _NO_LAND:
                return Owner(mention.place.name, government_of(mention.place.name) or mention.place.country)
    return None


def owner_in(
    reading: Reading, sentence: SentenceReading, first: int, last: int, memory: Memory
) -> Owner | None:  # fmt: skip
    """Return whom "its", "the group's" in tokens first to last (one before them with it) means, or None."""
    tokens = sentence.sentence.tokens
    start = max(first - 1, 0) if first and tokens[first - 1].lower in _POINTING | {"whose"} else first
    for i in range(start, min(last, len(tokens) - 1) + 1):
        lower = tokens[i].lower
        if lower in {"its", "their"}:
            return owner_by_pronoun(reading, sentence, i, memory)
        if lower == "whose":
            mention = next((m for m in reversed(sentence.actors) if i - 3 < m.last < i), None)
            return None if mention is None or mention.actor.kind in _NOT else _owner(mention)
        if lower == "the" and i + 2 < len(tokens) and tokens[i + 2].lower in {"'s", "'", "’"}:
            return owner_by_noun(reading, sentence, i + 1) or _spoken(memory, tokens[i + 1].lower)
        ends = i + 2 == last or (i + 2 < last and not tokens[i + 3].text[0].isalpha())
        if lower in {"of", "for"} and ends and tokens[i + 1].lower in _POINTING:
            return owner_by_noun(reading, sentence, i + 2)
    return None


_POINTING = frozenset({"the", "its", "their", "this", "that"})


def _spoken(memory: Memory, noun: str) -> Owner | None:
    """Return the body that spoke and that the noun means: "the *ministry*'s spokesman"."""
    known = memory.described(noun, noun, frozenset({noun}))
    return None if known is None or known.kind is not VoiceKind.BODY else Owner(known.speaker, known.affiliation)


def owner_of_any(
    reading: Reading, sentence: SentenceReading, spans: Sequence[tuple[int, int] | None], memory: Memory
) -> str | None:  # fmt: skip
    """Return the affiliation of "its spokesman X", "X, the hospital's director": the first that the spans tell."""
    for span in spans:
        owner = None if span is None else owner_in(reading, sentence, *span, memory)
        if owner is not None and owner.affiliation is not None:
            return owner.affiliation
    return None


def state_body_by_pronoun(
    reading: Reading, sentence: SentenceReading, spans: tuple[int, int, int], memory: Memory
) -> tuple[str, str] | None:  # fmt: skip
    """Return the name and the state of "its army", "its defence ministry", whose tokens are given, or None."""
    first, lead, end = spans
    owner = owner_by_pronoun(reading, sentence, first, memory)
    if owner is None or owner.state is None:
        return None
    found = body_nouns().match(sentence.sentence.tokens, lead)
    if found is None or found[0] != end or owner.state not in read_vocabulary("countries"):
        return None  # "its ministry" of a group
    return state_body(owner.state, found[1][0]).name, owner.state


def body_of_land(
    reading: Reading, sentence: SentenceReading, span: tuple[int, int], name: str
) -> tuple[str, str | None]:  # fmt: skip
    """Return the name and the state of a body that "Gaza's", "the territory's" before it gives to a place."""
    tokens = sentence.sentence.tokens
    first, last = span
    mark = next((k for k in range(first, last) if tokens[k].lower in {"'s", "'", "’"}), None)
    if mark is None:
        return name, None
    place = next((m.place for m in sentence.places if m.last < mark <= m.last + 1), None)
    if place is not None:
        owner: Owner | None = Owner(place.name, government_of(place.name) or place.country)
    else:
        owner = owner_by_noun(reading, sentence, mark - 1)
    if owner is None:
        return name, None
    last = field_end(sentence, last, len(tokens) - 1)
    land, rest = owner.name.split()[0], printed_words(sentence, mark + 1, last)
    known = find_actor(f"{land} {rest}") or find_actor(f"{land} {rest.rsplit(' ', 1)[0]}")
    if known is not None:
        return known.name, known.name if known.kind is ActorKind.RESCUE else known.affiliation
    small = place is not None and place.kind is not PlaceKind.COUNTRY
    return (f"{land} {rest}" if small else name), owner.affiliation


_CALLING = frozenset({"call", "calls", "called", "calling", "name", "names", "naming", "style", "styles", "styling"})


def self_named(sentence: SentenceReading, first: int) -> bool:
    """Tell a name that its bearers gave themselves: "a group calling itself *X*", "a movement called *X*"."""
    tokens = sentence.sentence.tokens
    words = [t.lower for t in tokens[max(first - 6, 0) : first]]
    while words and words[-1] in {"the", '"', "“", "'", "‘"}:
        words.pop()
    itself = words[-1:] in (["itself"], ["themselves"]) and not _CALLING.isdisjoint(words[-2:-1])
    if words[-2:] == ["known", "as"] or itself:
        words = words[:-2]
        if words[-1:] in (["that"], ["which"], ["who"]):
            words.pop()
    elif words[-1:] in (["called"], ["named"], ["dubbed"]):
        words = words[:-1]
    else:
        return False
    return bool(words) and singular(words[-1].strip(",")) in titles()["bodies"] | {"cell", "outfit", "organisation"}
