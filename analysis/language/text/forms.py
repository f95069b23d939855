"""Forms of nouns: the singular of a plural, by the rules of English spelling."""

from __future__ import annotations

from functools import cache

_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife", "lives": "life",
    "thieves": "thief", "staves": "staff", "leaves": "leaf", "knives": "knife", "halves": "half", "police": "police",
    "crises": "crisis", "bases": "base", "houses": "house", "ambushes": "ambush", "buses": "bus", "gases": "gas",
    "headquarters": "headquarters", "series": "series", "means": "means", "species": "species", "news": "news",
    "sorties": "sortie", "calories": "calorie", "movies": "movie", "prairies": "prairie", "ties": "tie",
    "us": "us", "his": "his", "this": "this", "its": "its", "was": "was", "has": "has", "is": "is", "as": "as",
}  # fmt: skip


@cache
def parse_singular(word: str) -> str:
    """Return the singular of a lower-case noun, or the word itself where it is none or has no plural ending.

    >>> [parse_singular(w) for w in ("rockets", "gunmen", "bodies", "clashes", "base", "bus", "houses")]
    ['rocket', 'gunman', 'body', 'clash', 'base', 'bus', 'house']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("men", "women")) and len(word) > 4:
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Tell whether a lower-case noun has the form of a plural."""
    return parse_singular(word) != word or word in {"people", "police", "personnel", "troops", "headquarters"}
