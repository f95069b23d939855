"""Places told by their state: "the Syrian capital", "Syria's capital", "the Syrian village of X"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors.states import nationality_of
from analysis.language.gazetteer import Place
from analysis.language.places.kinds import kind_noun_at
from analysis.language.places.names import country_names, find_place
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def capital_at(tokens: Sequence[Token], i: int) -> tuple[int, Place] | None:
    """Read "the Syrian capital", "Syria's capital" as the capital's name."""
    if i + 2 < len(tokens) and tokens[i + 1].lower in {"'s", "’s"} and tokens[i + 2].lower == "capital":
        found = country_names().match(tokens, i)
        name = read_vocabulary("countries")[found[1][0].country].get("capital") if found and found[0] == i else None
        place = find_place(name) if name else None
        return (i + 2, place) if place else None
    if i + 1 >= len(tokens) or tokens[i + 1].lower != "capital":
        return None
    iso = nationality_of(tokens[i].text)
    name = read_vocabulary("countries")[iso].get("capital") if iso else None
    place = find_place(name) if name else None
    return (i + 1, place) if place else None


def country_before(tokens: Sequence[Token], first: int) -> str | None:
    """Return the country (ISO alpha-2) of "the southern Lebanese village of X", X at token first, or None."""
    words = range(max(0, first - 4), first)
    if not any(tokens[i].lower == "of" and kind_noun_at(tokens, i - 1) for i in words if i):
        return None
    return next((iso for i in reversed(words) if (iso := nationality_of(tokens[i].text))), None)
