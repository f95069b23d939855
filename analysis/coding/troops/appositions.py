"""Whose troops an aside or an apposition tells: "10,000 troops, most of them American", "a force of 900, SAMIM,"."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.forces import force_in, force_words


def aside_of(sentence: SentenceReading, people: People) -> str | None:
    """Read "10,000 troops, most of them American", "350 soldiers, the largest French contingent"."""
    tokens, i = sentence.sentence.tokens, people.last + 2
    if i >= len(tokens) or tokens[i - 1].text != "," or tokens[i].lower not in _ASIDE:
        return None
    verb = next((v.first for v in sentence.phrases.verbs if v.first > i), len(tokens))
    end = next((k for k in range(i, min(verb, i + _LENGTH)) if tokens[k].text in {",", ".", ";"}), None)
    return None if end is None else force_in(sentence, i, end - 1)


#: words that open an aside that says who most of them are, or what they are; tokens of it
_ASIDE = frozenset({"mostly", "mainly", "largely", "predominantly", "most", "all", "nearly", "almost", "the"})
_LENGTH = 10


def apposed_to(sentence: SentenceReading, people: People) -> str | None:
    """Read "two regiments of the Ghanaian army, some 700 men, arrived"."""
    tokens, i = sentence.sentence.tokens, people.first - 1
    if people.last + 1 >= len(tokens):
        return None
    named = sentence.noun_at(i - 1) if tokens[i].text == "," and tokens[i + 1].lower in {"a", "an"} else None
    if named is not None and tokens[people.group.head].lower in force_words("units"):
        return force_in(sentence, named.first, named.last)  # "backs the Sons of Thule, a force of 900 fighters"
    inner = sentence.noun_at(i - 1) if i > 1 and tokens[i].text == tokens[people.last + 1].text == "," else None
    unit = sentence.noun_at(inner.first - 2) if inner is not None and tokens[inner.first - 1].lower == "of" else None
    if inner is None or unit is None or tokens[unit.head].lower not in force_words("units") | _UNITS:
        return None
    return force_in(sentence, inner.first, inner.last)


_UNITS = frozenset({"regiments", "battalions", "brigades", "companies", "divisions", "squadrons", "platoons"})


def named_after(sentence: SentenceReading, people: People) -> str | None:
    """Read "a regional force of 2,900 troops, SAMIDRC, was sent": the name of the force between marks."""
    tokens, i = sentence.sentence.tokens, people.last + 2
    if i >= len(tokens) or tokens[i - 1].text not in {",", "("}:
        return None
    start = i + 1 if tokens[i].lower in {"known", "called", "dubbed"} else i
    named = next((m for m in sentence.actors if start <= m.first <= start + 1), None)
    if named is None or named.last + 1 >= len(tokens) or tokens[named.last + 1].text not in {",", ")", "."}:
        return None
    force = force_in(sentence, named.first, named.last)
    return force if force is not None and len(force) > _CODE else None


#: letters of a state's code
_CODE = 2
