"""Parties: whom a lawmaker or a party's leader speaks for, by the name that stands beside the office.

"*Dawn Alliance* lawmaker X", "the leader of the *Dawn Alliance*", "X, of the opposition *Dawn Alliance*," speak for
that party, whether or not a list has it. Names of places, states, peoples and creeds are no party, nor are the parties
of a state whose lawmakers the press counts as the state's own.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices.bodies import nationality_in
from analysis.coding.speech.voices.naming import printed_words
from analysis.language.actors import ActorKind, ActorMention
from analysis.language.actors.persons import is_name_like, titles
from analysis.language.places import find_place
from analysis.vocabulary import read_vocabulary

_LISTS = read_vocabulary("parties")
_LAWMAKERS = frozenset(_LISTS["lawmakers"])
_OFFICES = _LAWMAKERS | frozenset(_LISTS["leaders"])
_NOUNS = frozenset(_LISTS["nouns"])
_NONE = frozenset(_LISTS["none"]) | frozenset(read_vocabulary("guilt")["peoples"])
_INSIDE = frozenset(_LISTS["inside"])
_BESIDE = frozenset({"of", "from", "with", "in"})
_OWNING = frozenset({"'s", "'", "’", "’s"})
#: letters that are too few for an acronym
_SHORT = 2


def party_before(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the party named before an office in tokens first to last ("the *Dawn Alliance* leader"), or None."""
    tokens = sentence.sentence.tokens
    if sentence.sentence.capitals:
        return None
    office = next((k for k in range(last, first, -1) if tokens[k].lower in _OFFICES), None)
    if office is None or (office < last and tokens[office].lower == "deputy"):
        return None  # "Aleria's *deputy* commander"
    end = office - 1 - (tokens[office - 1].lower in _OWNING)
    while end > first and tokens[end].text.islower() and tokens[end].lower in titles()["modifiers"]:
        end -= 1  # "the Dawn Alliance *deputy* leader"
    start = end + 1
    while start > first and _is_inside_name(sentence, start - 1, first):
        start -= 1
    while start <= end and tokens[start].lower in titles()["modifiers"] | _ARTICLES:
        start += 1  # "*Senior* Dawn Alliance leader"
    if end > first and start == end and tokens[end].lower in _NOUNS and tokens[end - 1].lower == "national":
        start = end - 1  # "the *National* Congress leader"
    if start > end or (start == end and tokens[end].lower == "party"):
        return None  # "*Party* leader X"
    sure = tokens[end].lower in _NOUNS
    short = end == start and tokens[end].text.isupper() and len(tokens[end].text) > _SHORT
    return _party(sentence, start, end) if sure or short or tokens[office].lower in _LAWMAKERS else None


def party_behind(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the party in "of the opposition *Dawn Alliance*", "from the *Dawn* bloc" in tokens first to last."""
    tokens = sentence.sentence.tokens
    if sentence.sentence.capitals:
        return None
    for k in range(first, last):
        if tokens[k].lower not in _BESIDE or tokens[k + 1].lower not in {"the", "his", "her", "its"}:
            continue
        start, called = k + 2, False
        while start < last and tokens[start].text.islower():
            called = called or tokens[start].lower in titles()["called_parties"]
            start += 1
        end = start
        while end < last and _is_inside_name(sentence, end + 1, start, last=last):
            end += 1
        if end > last or not is_name_like(tokens[end]):
            continue
        kind = tokens[end + 1].lower if end + 1 < len(tokens) else ""
        if called or kind in _NOUNS or tokens[end].lower in _NOUNS:
            return _party(sentence, start, end)
    return None


def _is_inside_name(sentence: SentenceReading, k: int, first: int, *, last: int | None = None) -> bool:
    """Tell a token of a capitalised name, or a small word between two of them ("State *of* Law")."""
    tokens = sentence.sentence.tokens
    if is_name_like(tokens[k]):
        return True
    small = tokens[k].lower in _INSIDE or tokens[k].lower in _OWNING
    if last is None:
        return small and k > first and _has_capital(sentence, range(k - 1, max(k - 3, first - 1), -1))
    return small and _has_capital(sentence, range(k + 1, min(k + 3, last + 1)))


def _has_capital(sentence: SentenceReading, span: range) -> bool:
    """Tell whether a name goes on behind small words: the first token that is none of them has a capital."""
    tokens = sentence.sentence.tokens
    other = next((k for k in span if tokens[k].lower not in _INSIDE), None)
    return other is not None and is_name_like(tokens[other])


def _party(sentence: SentenceReading, start: int, end: int) -> str | None:
    """Return the name in tokens start to end unless it is one of a place, a state, a people or a body of a state."""
    tokens = sentence.sentence.tokens
    words = [t.lower for t in tokens[start : end + 1]]
    name = printed_words(sentence, start, end)
    if not _NONE.isdisjoint(words) or nationality_in(name) is not None or find_place(name) is not None:
        return None
    for mention in sentence.actors:
        if mention.first <= end and start <= mention.last and not _is_party(mention):
            return None
    listed = next((m.actor for m in sentence.actors if m.first <= start and end <= m.last), None)
    if listed is not None:
        return listed.affiliation
    if any(p.first <= start and end <= p.last for p in sentence.places):
        return None
    state = read_vocabulary("titles")["parties"].get(name.lower())
    return name if state is None else str(state)


def _is_party(mention: ActorMention) -> bool:
    return mention.actor.kind in {ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP}


_ARTICLES = frozenset({"the", "a", "an"})
