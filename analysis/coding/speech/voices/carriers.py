"""Carriers: statements, letters, reports that speak for the one who made them.

"the ministry's statement", "a statement on the raid from X", "the account given by a survivor", "a UN report".
A report or an account speaks only for one that is named with it, there or when it spoke before; a bare "the statement"
speaks for who spoke last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.voices import Kind, Memory, Voice
from analysis.coding.speech.voices.bodies import Body, find_body, is_state
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.unnamed import POINTING
from analysis.language.actors.persons import titles
from analysis.language.grammar.tags import Tag

Read = Callable[[int, int], Voice | None]
Spans = tuple[int, int, int, int]


def is_carrier(noun: str) -> bool:
    """Tell a noun for something that speaks for its maker."""
    one = singular(noun)
    return one in frames()["carriers"] or one in frames()["owned"]


def read_carrier(
    sentence: SentenceReading, spans: Spans, printed: str, memory: Memory, read: Read, own: Callable[[Body], Voice]
) -> Voice | None:
    """Return the voice of the one who made a statement or report, or None.

    `spans` are the tokens first, lead, end, last of the phrase; `read` reads a noun phrase, `own` a body.
    """
    first, lead, end, last = spans
    tokens = sentence.sentence.tokens
    owned = singular(tokens[end].lower) in frames()["owned"]
    inner: Voice | None = None
    if last > end + 1:
        inner = _maker(sentence, end, last, read)
        if owned and inner is not None and is_state(inner.speaker):
            return None  # "reports from Aleria"
        if inner is not None and not inner.official:
            return replace(inner, printed=printed)
    elif end > lead:
        body = find_body(sentence, lead, end - 1)
        person = read(first, end - 2) if end - 2 >= lead and tokens[end - 1].lower in {"'s", "'", "’"} else None
        if person is not None and person.official and person.kind is Kind.PERSON:
            inner = person  # "the army spokesman *Carl Ode*'s tweet"
        elif body is not None and not (owned and (not body.official or is_state(body.name))):
            inner = own(body)
        elif body is None and tokens[end - 1].lower in titles()["of_state"] & titles()["bodies"]:
            while sentence.phrases.tags[lead] is Tag.ADJECTIVE:
                lead += 1  # "*initial* police findings"
            inner = read(lead, end - 1)
        elif body is None and not owned and end - 2 >= lead and tokens[end - 1].lower in {"'s", "'", "’"}:
            inner = read(first, end - 2)  # "the *ministry*'s statement"
    theirs = any(t.lower in {"its", "their"} for t in tokens[end + 1 : last + 1])  # "a statement *on its website*"
    if inner is None and not owned and (theirs or tokens[first].lower in POINTING | {"statement"}):
        last_one = next((v for v in memory.voices if v.official), memory.last())
        return None if last_one is None else replace(last_one, printed=printed, points_back=True, carrier=True)
    if inner is None and owned and tokens[first].lower == "the" and lead == end == last:
        inner = next((v for v in memory.voices if v.official and tokens[end].lower in v.printed.lower().split()), None)
        return None if inner is None else replace(inner, printed=printed, points_back=True, carrier=True)
    return None if inner is None else replace(inner, printed=printed, carrier=True)


_LINKED = frozenset({"linked", "belonging", "affiliated", "associated", "tied", "close", "loyal"})


def _maker(sentence: SentenceReading, end: int, last: int, read: Read) -> Voice | None:
    """Return the first official voice named after a carrier, else the first voice, or None."""
    tokens, other = sentence.sentence.tokens, None
    for group in sentence.phrases.nouns:
        if not end < group.first <= last or group.temporal or group.preposition is None:
            continue
        linked = group.preposition > 0 and tokens[group.preposition - 1].lower in _LINKED  # "a channel *linked to* X"
        if tokens[group.preposition].lower not in {"from", "by", "of", "on", "in"} and not linked:
            continue
        voice = read(group.first, last)
        if voice is not None and voice.official:
            return voice
        if tokens[group.preposition].lower in {"from", "by", "of"}:
            other = other or voice
    return other
