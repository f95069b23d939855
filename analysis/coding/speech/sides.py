"""Sides: the state or body that a title, or the words before a name, tell outright."""

from __future__ import annotations

from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.affiliations import Setting
from analysis.coding.speech.bodies import accredited, find_body, nationality_in
from analysis.coding.speech.naming import named_body, printed_words, regional_government
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
    named = named_body(sentence, first, last)
    body = accredited(sentence, first, last) or find_body(sentence, first, last)
    if named is not None and (body is None or len(body.affiliation or "") == 2):
        return _chamber(named) or named
    if body is not None and body.name in read_vocabulary("titles")["shared"]:
        words = printed_words(sentence, max(first - 2, 0), last)
        return nationality_in(words) or setting.owner(body.name, sentence)
    if body is None or len(body.affiliation or "") == 2:
        region = regional_government(sentence, first, last)
        if region is not None:
            return region
    return body.affiliation if body is not None else None


def _chamber(name: str) -> str | None:
    """Return the state of a committee of a parliament that names its state ("Senate Armed Services Committee")."""
    return affiliation_of_title(name) if name.lower().endswith(("committee", "council")) else None
