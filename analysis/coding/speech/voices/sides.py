"""Sides: the state or body that a title, or the words before a name, tell outright."""

from __future__ import annotations

from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices.affiliations import Setting
from analysis.coding.speech.voices.bodies import accredited, find_body, nationality_in
from analysis.coding.speech.voices.naming import named_body, printed_words, regional_government
from analysis.language.actors.persons import is_name_like, title_words, titles
from analysis.language.grammar.tags import Tag
from analysis.language.places import find_place
from analysis.vocabulary import read_vocabulary


@cache
def affiliation_of_title(title: str) -> str | None:
    """Return the state that a title alone tells ("US Secretary of State", "chief Pentagon spokesman"), or None."""
    lists = read_vocabulary("titles")
    lower = f" {title.lower()} "
    own = nationality_in(title)
    if own is not None:
        return own
    running = ["party_names"] if any(f" {word} " in lower for word in lists["running"]) else []
    for name in (*running, "spokesbodies", "parties"):
        for words, state in lists[name].items():
            if f" {words} " in lower:
                return str(state)
    return None


def side_named(sentence: SentenceReading, first: int, last: int, setting: Setting) -> str | None:
    """Return the first body, else the first state, that tokens first to last name, or None."""
    if last < first:
        return None
    if (set_up := imposed(sentence, first, last)) is not None:
        return set_up
    named = named_body(sentence, first, last)
    body = accredited(sentence, first, last) or find_body(sentence, first, last)
    if named is not None and body is not None and named.lower().endswith((" force", " forces", " army")):
        named = None  # "*Aleria's* Eastern Defence Forces"
    if named is not None and (body is None or len(body.affiliation or "") == 2):
        return _chamber(named) or _state_of_town(named) or named
    if body is not None and body.name in read_vocabulary("titles")["shared"]:
        words = printed_words(sentence, max(first - 2, 0), last)
        return nationality_in(words) or setting.owner(body.name, sentence)
    if body is None or len(body.affiliation or "") == 2:
        region = regional_government(sentence, first, last)
        if region is not None:
            return region
    if body is not None and sentence.words >= _KURDISH:
        told = {t.lower for t in sentence.sentence.tokens[first : last + 1]}
        return (setting.kurdish(sentence, body.affiliation) if told >= _KURDISH else None) or body.affiliation
    return body.affiliation if body is not None else None


def imposed(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the authorities that another state set up, who are of neither ("Alerian-*installed* administration")."""
    tokens = sentence.sentence.tokens
    start = next((i for i in range(first, last + 1) if tokens[i].lower.rpartition("-")[2] in _SET_UP), None)
    if start is None:
        return None
    end = next((i for i in range(start + 1, last + 1) if tokens[i].lower in _AUTHORITIES), None)
    return None if end is None else printed_words(sentence, start, end)


_SET_UP = frozenset({"installed", "appointed", "imposed"})
_AUTHORITIES = frozenset({"authorities", "administration", "government", "council", "leadership"})
_KURDISH = frozenset({"kurdish", "regional"})


def _chamber(name: str) -> str | None:
    """Return the state of a committee of a parliament that names its state ("Senate Armed Services Committee")."""
    return affiliation_of_title(name) if name.lower().endswith(("committee", "council")) else None


@cache
def _state_of_town(name: str) -> str | None:
    """Return the state of the town or province in the name of its council ("the *Aleria City* Council"), or None."""
    words = name.split()
    civic = next((k for k, word in enumerate(words[:-1]) if word.lower() in _CIVIC), 0)
    place = find_place(" ".join(words[:civic])) if civic and words[-1].lower() in _RULING else None
    return None if place is None else place.country


_CIVIC = titles()["civic"]
_RULING = frozenset({"council", "administration", "municipality", "authority", "government"})


def side_spoken_for(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the unlisted group by whose name a spokesman goes ("a spokesman for *Delta Dawn*, X"), or None.

    Names of places and state bodies are none, nor what may be a person (no "the", named once or by its last word).
    """
    tokens, sets = sentence.sentence.tokens, titles()
    spokesmen = (k for k in range(first, last) if tokens[k].lower in _SPOKESMEN)
    start = next((k + 2 for k in spokesmen if tokens[k + 1].lower in _FOR), 0)
    if not start or sentence.sentence.capitals:
        return None
    whole = tokens[min(start, last)].lower == "the"
    start += whole
    while start < last and tokens[start].text.islower() and sentence.phrases.tags[start] in _BESIDE_NAME:
        start += 1  # "for the *banned* X"
    end = start
    while end <= last and is_name_like(tokens[end]):
        end += 1
    words = {t.lower for t in tokens[start:end]}
    acronym = end == start + 1 and tokens[start].text.isupper() and len(tokens[start].text) > 2
    joined = end == start + 1 and whole and tokens[start].text.count("-") > 0  # "the Lashkar-i-Aleria"
    if not (end - start > 1 or acronym or joined) or any(not words.isdisjoint(sets[name]) for name in _OF_STATES):
        return None
    listed = [(m.first, m.last) for m in sentence.places] + [(m.first, m.last) for m in sentence.actors]
    known = any(start <= m[1] and m[0] < end for m in listed) or not words.isdisjoint(title_words())
    name = "" if known else printed_words(sentence, start, end - 1)
    return name if name and (whole or acronym or _is_whole(name, sentence.source.text)) else None


def _is_whole(name: str, text: str) -> bool:
    """Tell a name that a text repeats and never shortens to its last word, as it does that of a person."""
    return 1 < text.count(name) == text.count(name.split()[-1])


_BESIDE_NAME = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.ADVERB})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_FOR = frozenset({"for", "of"})
_OF_STATES = ("bodies", "of_state", "portfolios", "named", "fielded", "rescue", "local")


def is_kurdish(sentence: SentenceReading, spans: tuple[int, int]) -> bool:
    """Tell the body of a Kurdish government from that of the state around it: "the *Kurdish* interior ministry"."""
    return "kurdish" in {t.lower for t in sentence.sentence.tokens[max(spans[0] - 1, 0) : spans[1]]}


def region_of(sentence: SentenceReading, last: int) -> str | None:
    """Return the government whose body ends at token last ("the ministry *of the X Regional Government*"), or None."""
    if sentence.phrases.words(last + 1, last + 1) != "of":
        return None
    owner = next((m.actor for m in sentence.actors if last + 1 < m.first <= last + _NEXT), None)
    governs = owner is not None and owner.name == owner.affiliation and owner.name.endswith(" Government")
    return owner.name if owner is not None and governs else None


#: tokens from "of" to the name of an owner
_NEXT = 3
