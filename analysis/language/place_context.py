"""The countries that a text speaks of, which decide what its doubtful names mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis.language.names import NameIndex, spell
from analysis.language.place_names import division_names, site_names, town_names
from analysis.language.sentences import Sentence
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Context:
    """The countries (ISO alpha-2) that a text names, the most often named first."""

    countries: tuple[str, ...] = ()


@cache
def _index() -> NameIndex[str]:
    """Return all names that fix a country: states, adjectives, divisions, sites and usual towns."""
    index: NameIndex[str] = NameIndex()
    for iso, entry in read_vocabulary("countries").items():
        for name in (entry["name"], *entry.get("variants", ()), *entry["adjectives"], *entry.get("people", ())):
            index.add(name, iso, keep_article=name.startswith("El "))
    for source in (division_names(), site_names(), town_names()):
        for key in source.names():
            for found in source.get(" ".join(key)):
                if found.country:
                    index.add(" ".join(key), found.country)
    return index


def find_context(sentences: Iterable[Sentence]) -> Context:
    """Count the countries that the names in a text fix; a name of several countries counts for none."""
    index = _index()
    counts: Counter[str] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if not token.text[0].isupper() or token.text in {"Us", "us"}:
                continue
            parts = spell(token.lower)
            if parts and (index.begins(parts[0]) or parts[0] == "al"):
                found = index.match(tokens, i)
                if found and len(found[1]) == 1:
                    counts[found[1][0]] += 1
    order = sorted(counts, key=lambda iso: (-counts[iso], iso))
    return Context(tuple(order))
