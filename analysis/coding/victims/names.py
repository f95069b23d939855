"""Whether words are a person's name: proper nouns that no list knows for a body, a state or a place."""

from __future__ import annotations

from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.nations import nation_at
from analysis.coding.victims.people import is_thing, noun_of_people, word_set
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag, lemmas
from analysis.vocabulary import read_vocabulary


def is_name(reading: SentenceReading, first: int, last: int) -> bool:
    """Tell whether the tokens may be a person's name: proper nouns; in capitals, words that no list knows."""
    tokens, tags = reading.sentence.tokens, reading.phrases.tags
    if first > last:
        return False
    if not reading.sentence.capitals:
        inside = range(first + 1, last)
        return all(
            tags[i] is Tag.PROPER or (i in inside and tokens[i].lower in _particles()) for i in range(first, last + 1)
        )
    for i in range(first, last + 1):
        lower = tokens[i].lower
        if tags[i] is not Tag.NOUN or not lower[0].isalpha() or lower in word_set("no_names") or lower in lemmas():
            return False
        if is_thing(lower) or noun_of_people(tokens, i, i) is not None or lower.endswith(_COMMON):
            return False
    return True


@cache
def _particles() -> frozenset[str]:
    return frozenset(read_vocabulary("titles")["particles"])


#: endings of nouns that are no names
_COMMON = ("tion", "tions", "ment", "ments", "ness", "ity", "ities", "ism", "ance", "ence", "ings", "ships", "ship")


def is_known(reading: SentenceReading, who: NounGroup) -> bool:
    """Tell whether a name is that of a body, a state or a place."""
    tokens = reading.sentence.tokens
    return (
        membership_in(reading, who.first, who.last) is not None
        or nation_at(tokens, who.head) is not None
        or nation_at(tokens, who.first) is not None
        or _is_place(reading, who)
    )


def _is_place(reading: SentenceReading, who: NounGroup) -> bool:
    tokens = reading.sentence.tokens
    start, end = tokens[who.first].start, tokens[who.head].end
    return any(start <= p.start < end for p in reading.places)
