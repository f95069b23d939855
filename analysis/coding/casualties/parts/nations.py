"""Where the people of a figure are from: "three of them Vietnamese", "two were from Ghana", "the dead were from Ghana,
India and Poland". A state or its people is named; as many states as there were people count one person each.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims
from analysis.coding.victims.nations import nation_at
from analysis.language.quantities import Qualifier, Quantity

_JOINED = frozenset({",", "and", "the", "from"})
_ENDS = frozenset({"", ",", ".", ";", "and", ")", "—", "–", "while", "who", "aboard", "in", "at", "on"})


def nationals_at(reading: SentenceReading, i: int) -> Victims | None:
    """Read "Vietnamese", "from Ghana" at token i, people of whom only the state is told; None for anything else."""
    told = _nations_from(reading, i)
    if len(told) != 1:
        return None
    nation, first, last = told[0]
    token = reading.sentence.tokens[first]
    nothing = Quantity(None, None, Qualifier.VAGUE, token.text, token.start, token.end)
    return Victims(nothing, nation, Role.UNSPECIFIED, None, i, last, elliptical=True, counted=False)


def one_of_each(reading: SentenceReading, i: int, whole: Figure) -> list[Victims]:
    """Read "from Ghana, India and Poland" at token i as one person each, where the whole counts as many."""
    told = _nations_from(reading, i)
    number = whole.victims.quantity
    if not number.low == number.high == len(told) > 1:
        return []
    tokens = reading.sentence.tokens
    people = list[Victims]()
    for nation, first, last in told:
        text = " ".join(token.text for token in tokens[first : last + 1])
        one = Quantity(1, 1, Qualifier.EXACT, text, tokens[first].start, tokens[last].end)
        people.append(replace(whole.victims, quantity=one, nationality=nation, first=first, last=last, counted=True))
    return people


def _nations_from(reading: SentenceReading, i: int) -> list[tuple[str, int, int]]:
    """Return the states that a list from token i on names, each with its first and last token; empty for others."""
    tokens, lowers = reading.sentence.tokens, reading.sentence.lowers
    told = list[tuple[str, int, int]]()
    while i < len(tokens):
        if lowers[i] in _JOINED:
            i += 1
            continue
        found = nation_at(tokens, i)
        if found is None or found[0] in {nation for nation, _, _ in told}:
            break
        after = lowers[found[1] + 1] if found[1] + 1 < len(tokens) else ""
        if after not in _ENDS:
            break  # "Vietnamese sailors" are read as people
        told.append((found[0], i, found[1]))
        i = found[1] + 1
        if after not in {",", "and"}:
            break
    return told
