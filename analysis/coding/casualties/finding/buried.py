"""People who cannot be reached: "at least 20 people are trapped under the rubble" is a figure of missing people.

The people are counted, and nothing but verbs of being, lying and fearing stands between them and the rubble. Who was
pulled out of it is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.finding.patients import subjects_of
from analysis.coding.casualties.reality import is_group_unreal, is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import read_victims
from analysis.language.grammar.phrases import NounGroup, VerbGroup

_UNDER = frozenset({"under", "beneath", "underneath", "below"})
#: "a boy who had been trapped under the rubble was *pulled* out"
_SAVING = frozenset({"pull", "rescue", "save", "free"})
#: words between the people and the rubble
_REACH = 8


def find_buried(reading: SentenceReading) -> Iterator[Figure]:
    """Find the people under rubble, in the order of the text."""
    if reading.words.isdisjoint(harm_set("under")) or reading.words.isdisjoint(_UNDER):
        return
    tokens = reading.sentence.tokens
    for i, token in enumerate(tokens):
        if token.lower not in _UNDER or not _is_rubble(reading, i + 1):
            continue
        group = _people_before(reading, i)
        victims = read_victims(reading, group) if group is not None else None
        if victims is None or not victims.counted or victims.definite or victims.quantity.low == 0:
            continue
        saved = any(v.first > i and v.passive and v.lemma in _SAVING for v in reading.phrases.verbs)
        if not (saved or is_group_unreal(reading, victims.first) or victims.noun in {"body", "corpse"}):
            yield Figure(Outcome.MISSING, victims, i, i + 1, "under rubble")


def find_sought(reading: SentenceReading) -> Iterator[Figure]:
    """Find the people who are looked for as victims: "the search for six more goes on"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if "looking" not in reading.words and reading.words.isdisjoint(harm_set("searching")):
        return
    for verb in reading.phrases.verbs:
        yield from _searched_for(reading, verb)
    for i in range(1, len(tokens) - 1):
        group = at[i + 1]
        looking = tokens[i - 1].lower == "looking" and not reading.words.isdisjoint(harm_set("rescuing"))
        if tokens[i].lower != "for" or not (looking or tokens[i - 1].lower in harm_set("searching")):
            continue
        victims = read_victims(reading, group) if isinstance(group, NounGroup) else None
        if victims is None or not victims.counted or victims.definite or victims.quantity.low == 0:
            continue
        after = tokens[victims.last + 1].lower if victims.last + 1 < len(tokens) else ""
        known = victims.elliptical and (victims.others or after in {"more", "still", "missing"})  # "six more"
        if (known or victims.noun in harm_set("searched")) and not is_group_unreal(reading, i - 1):
            yield Figure(Outcome.MISSING, victims, i - 1, i, "sought")


def _searched_for(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "nine men are still being searched for": victims by their noun, or in a sentence of the dead."""
    i = verb.last + 1
    sought = verb.passive and verb.finite and verb.lemma == "search" and i < len(reading.sentence.tokens)
    if not sought or reading.sentence.tokens[i].lower != "for" or is_unreal_verb(reading, verb):
        return
    dead = not reading.words.isdisjoint(_DEAD)
    for victims in subjects_of(reading, verb):
        if victims.counted and victims.quantity.low != 0 and (dead or victims.noun in harm_set("searched")):
            yield Figure(Outcome.MISSING, victims, verb.first, i, "sought")


_DEAD = frozenset({"killed", "dead", "died"})


def _is_rubble(reading: SentenceReading, i: int) -> bool:
    at, tokens = reading.phrases.at, reading.sentence.tokens
    group = at[i] if i < len(at) else None
    if not isinstance(group, NounGroup):
        return False
    return any(tokens[j].lower in harm_set("under") for j in range(group.first, group.last + 1))


def _people_before(reading: SentenceReading, i: int) -> NounGroup | None:
    """Return the noun group before token i, over verbs of lying and being trapped; None past any other verb."""
    at = reading.phrases.at
    j = i - 1
    while j > max(-1, i - _REACH):
        group = at[j]
        if isinstance(group, NounGroup):
            return group if not group.temporal and group.preposition is None else None
        if isinstance(group, VerbGroup):
            if group.lemma not in harm_set("buried") or group.negated:
                return None
            j = group.first - 1
            continue
        j -= 1
    return None
