"""Whose troops some words around them tell: the army of the report's own state, a convoy, the home of a unit."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.cues import People
from analysis.coding.troops.forces import force_in, force_words
from analysis.language.clauses import subject_of
from analysis.language.phrases import NounGroup, VerbGroup

#: letters of a state's code
_LETTERS = 2


def group_at(sentence: SentenceReading, i: int) -> NounGroup | None:
    at = sentence.phrases.at
    group = at[i] if 0 <= i < len(at) else None
    return group if isinstance(group, NounGroup) else None


def is_one_of_many(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a list of states opens with a group: "Burundi, Djibouti and Kenya"."""
    after = sentence.sentence.tokens[group.last + 1].lower if group.last + 1 < len(sentence.sentence.tokens) else ""
    following = group_at(sentence, group.last + 2) if after in {",", "and"} else None
    named = following is not None and len(force_in(sentence, following.first, following.last) or "") == _LETTERS
    own = after == "," or (following is not None and not _has_verb_after(sentence, following))
    return named and own


def _has_verb_after(sentence: SentenceReading, group: NounGroup) -> bool:
    at = sentence.phrases.at
    return group.last + 1 < len(at) and isinstance(at[group.last + 1], VerbGroup)


def of_home(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the state of a unit that has its home there: "soldiers from Virginia's 116th Infantry Brigade"."""
    if sentence.sentence.tokens[group.head].lower not in force_words("units") | {"guard", "team"}:
        return None
    return next((m.place.country for m in sentence.places if group.first <= m.first <= group.last), None)


def of_army(sentence: SentenceReading, verb: VerbGroup, people: People) -> str | None:
    """Return the state that a report is from for what "the army" or "the government" sends."""
    subject, tokens = subject_of(sentence.phrases, verb), sentence.sentence.tokens
    if subject is None or subject.last - subject.first != 1 or tokens[subject.first].lower != "the":
        return None
    armed = tokens[subject.head].lower in {"army", "military", "gendarmerie", "junta"}
    offices = not people.weak and tokens[subject.head].lower in force_words("offices")
    return (sentence.country or _only_country(sentence)) if armed or offices else None


def _only_country(sentence: SentenceReading) -> str | None:
    """Return the one country that a sentence names, and no force: "the army sent 240 men to Palma in Togo"."""
    named = {m.place.country for m in sentence.places if m.place.country is not None}
    return next(iter(named)) if len(named) == 1 and all(m.actor.country in named for m in sentence.actors) else None


def by_carrier(sentence: SentenceReading, people: People) -> str | None:
    """Return whose convoy carries people: "a US convoy of 40 vehicles carrying 100 soldiers"."""
    loaded = sentence.phrases.at[people.first - 1] if people.first else None
    carrier = subject_of(sentence.phrases, loaded) if isinstance(loaded, VerbGroup) and loaded.gerund else None
    while carrier is not None:
        force = force_in(sentence, carrier.first, carrier.last)
        if force is not None:
            return force
        i = carrier.first - 1 if carrier.preposition is None else carrier.preposition
        joined = i > 0 and sentence.sentence.tokens[i].lower in {"of", "and"}  # "a US carrier and its strike group"
        carrier = group_at(sentence, i - 1) if joined else None
    return None
