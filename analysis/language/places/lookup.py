"""Looking up: the longest known name of a place at a token, with all that it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.gazetteer import Entry
from analysis.language.places.evidence import Candidate, Tier
from analysis.language.places.names import (
    country_names,
    division_names,
    large_towns,
    site_cores,
    site_names,
    town_names,
)
from analysis.language.text.names import ARTICLE, NameIndex
from analysis.language.text.tokens import Token


def find_candidate(tokens: Sequence[Token], i: int, head: str) -> Candidate | None:
    """Return the longest name at token i, with all that it may mean, the surest kind of knowledge first."""
    best: Candidate | None = None
    for tier, index in _indices():
        if head != ARTICLE and not index.begins(head):
            continue
        found = index.match(tokens, i)
        if found is None or (best is not None and found[0] < best.last):
            continue
        entries = tuple((tier, entry) for entry in found[1])
        if best is not None and found[0] == best.last:
            best = Candidate(i, best.last, (*best.entries, *entries))
        else:
            best = Candidate(i, found[0], entries)
    return best


@cache
def first_parts() -> frozenset[str]:
    """Return the first parts of all names but those of small towns, for a quick look."""
    indices = (*(index for _, index in _indices()), site_cores())
    return frozenset({key[0] for index in indices for key in index.names()} | {ARTICLE})


@cache
def _indices() -> tuple[tuple[Tier, NameIndex[Entry]], ...]:
    return (
        (Tier.SITE, site_names()),
        (Tier.COUNTRY, country_names()),
        (Tier.USUAL, town_names()),
        (Tier.LARGE, large_towns()),
        (Tier.DIVISION, division_names()),
    )
