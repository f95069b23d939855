"""Names of one place in several transcriptions: "Bilis Qooqaani" and "Beles Qoqani", "Xagar" and "Hagar".

What reports change when they write a name from another script or tongue are the vowels, doubled letters, and a few
consonants that stand for one sound. `_SOUNDS` is ours: what reports take for one another in names from Arabic, Somali,
Persian and Cyrillic. Names whose consonants are the same after that, and whose letters are mostly the same, are one
name where nothing else is known of them. Nouns for kinds of sites ("base", "hotel") are no part of the name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from analysis.language.text.names import fold
from analysis.vocabulary import read_vocabulary

#: letters and pairs of letters that transcriptions take for one another, the longer ones first
_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("zh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("ck", "k"), ("x", "h"), ("q", "k"), ("c", "k"), ("z", "s"), ("j", "g"), ("p", "b"),
)  # fmt: skip
#: vowels, and the half-vowels that are written for them
_VOWELS = re.compile("[aeiouyvw]")
_DOUBLED = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W\d_]+(?:['’`-][^\W\d_]+)*")
#: words that are no part of a name
_SMALL = frozenset(article.strip("-") for article in read_vocabulary("spellings")["articles"]) | {
    "of", "the", "and", "near",
}  # fmt: skip
#: consonants that make a name, and share of letters (of 100) that are the same in two transcriptions
LEAST, ALIKE = 3, 60


@lru_cache(maxsize=65536)
def to_consonants(name: str) -> tuple[str, ...]:
    """Return the consonants of each word of a name, evened out; words for kinds of sites and articles left out.

    >>> to_consonants("Bilis Qooqaani") == to_consonants("FOB Beles Qoqani")
    True
    """
    words = [part for word in _WORD.findall(fold(name)) for part in word.split("-")]
    return tuple(_even(word) for word in words if word not in _kinds() | _SMALL and _even(word))


def are_transcriptions(one: str, other: str) -> bool:
    """Whether two names can be one name in two transcriptions."""
    a, b = to_consonants(one), to_consonants(other)
    if a != b or sum(map(len, a)) < LEAST:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(fold(one), fold(other)) >= ALIKE


def has_kind(name: str) -> bool:
    """Whether a name says what kind of site it is of: "FOB Hager", "Hager hotel"."""
    return not _kinds().isdisjoint(part for word in _WORD.findall(fold(name)) for part in word.split("-"))


@lru_cache(maxsize=8192)
def find_names(text: str) -> str:
    """Return the words with a capital in a text as `to_consonants` has them, each between blanks."""
    words = (word for word in _WORD.findall(text) if not word.islower())
    return f" {' '.join(part for word in words for part in to_consonants(word))} "


def is_named_in(name: str, text: str) -> bool:
    """Whether a text has a name, in this transcription or another."""
    parts = to_consonants(name)
    if sum(map(len, parts)) < LEAST:
        return re.search(rf"\b{re.escape(name)}\b", text) is not None
    return f" {' '.join(parts)} " in find_names(text)


def _even(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


@cache
def _kinds() -> frozenset[str]:
    lists = read_vocabulary("places")
    nouns = [
        noun for part in ("site_classes", "generic_sites", "kinds") for names in lists[part].values() for noun in names
    ]
    return frozenset(word.lower() for noun in nouns for word in noun.split()) | {"fob", "hotel"}
