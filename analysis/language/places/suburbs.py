"""Suburbs: "the Nador suburb of *X*", whose city stands before the noun and whose own name behind it.

In "the X suburb of Nador" it is the other way round: what stands before the noun is the city only where the name behind
"of" is no place that the gazetteer knows, or where it is a capital.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.gazetteer import PlaceKind
from analysis.language.places.kinds import Noun, find_name_end, printed_name
from analysis.language.places.names import find_place
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def is_city_of_suburb(tokens: Sequence[Token], first: int, noun: Noun) -> bool:
    """Tell the name from token `first` to a noun of kind as that of the city in which lies what the noun is of."""
    of = noun.last + 1
    if noun.kind is not PlaceKind.NEIGHBORHOOD or of + 1 >= len(tokens) or tokens[of].lower != "of":
        return False
    end = find_name_end(tokens, of + 1)
    if end is None:
        return False
    city = printed_name(tokens[first : noun.last + 1 - len(noun.words.split())])
    return city in _capitals() or find_place(printed_name(tokens[of + 1 : end + 1])) is None


@cache
def _capitals() -> frozenset[str]:
    return frozenset(listed["capital"] for listed in read_vocabulary("countries").values() if listed.get("capital"))
