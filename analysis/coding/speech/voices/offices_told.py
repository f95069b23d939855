"""Offices told: the side that the words around a person's name tell where a text first gives it with an office.

"*Delta Dawn leader* Carl Ode flew home. … Ode said": who speaks later under the bare name is of Delta Dawn.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices.affiliations import Setting
from analysis.coding.speech.voices.nearby import run_by
from analysis.coding.speech.voices.parties import party_before, party_behind
from analysis.coding.speech.voices.sides import side_named
from analysis.language.actors.persons import Person, titles
from analysis.language.grammar.phrases import NounGroup

#: tokens of a description behind a name
_LONGEST = 20


def side_told(sentence: SentenceReading, first: int, last: int, setting: Setting) -> str | None:
    """Return the party, or the body or its runner, that tokens first to last beside a name tell, or None."""
    if last < first:
        return None
    party = party_before(sentence, first, last) or run_by(sentence, first, last)
    return party or side_named(sentence, first, last, setting)


def side_before(sentence: SentenceReading, person: Person, setting: Setting) -> str | None:
    """Return the side that the title before a name tells ("*Aleria's supreme leader, Ayatollah* X"), or None."""
    group = sentence.phrases.at[person.name_first]
    first = min(person.title_first, group.first if isinstance(group, NounGroup) else person.title_first)
    office = sentence.phrases.at[first - 2] if first > 1 and sentence.sentence.tokens[first - 1].text == "," else None
    if isinstance(office, NounGroup) and sentence.sentence.tokens[office.head].lower in titles()["official"]:
        first = office.first
    return side_told(sentence, first, person.name_first - 1, setting)


def side_behind(sentence: SentenceReading, person: Person, setting: Setting) -> str | None:
    """Return the side that the description behind a name tells ("X, *the Delta Dawn leader*,"), or None."""
    tokens, start = sentence.sentence.tokens, person.last + 2
    if start >= len(tokens) or tokens[start - 1].text not in {",", "("}:
        return None
    end = next((k for k in range(start, min(start + _LONGEST, len(tokens))) if tokens[k].text in _ENDS), start)
    if end == start:
        return None
    return party_behind(sentence, start, end - 1) or side_told(sentence, start, end - 1, setting)


_ENDS = frozenset({",", ")", ".", ";", "-", "–", "—"})
