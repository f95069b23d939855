"""Tokens: the words, numbers and marks of a text with exact offsets.

A token keeps its printed form; `lower` is the form that rules compare (lower case, straight apostrophes and hyphens).
Abbreviations keep their full stop ("Gen.", "U.S."), hyphenated words stay whole ("Al-Asad", "US-led", "K-1"), a
possessive 's is a token of its own, and a unit glued to its number is not ("15km" is 15 and km). A word with a star
in it, as some sites mask words from filters, is compared without it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.vocabulary import read_vocabulary


@dataclass(slots=True, eq=False)
class Token:
    """A word, number or mark: `source.text[start:end] == text`.

    It is not frozen, because one that is takes three times as long to make.
    """

    text: str
    start: int
    end: int
    lower: str


def _abbreviations() -> str:
    lists = read_vocabulary("abbreviations")
    words = sorted({w for group in lists.values() for w in group}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w) for w in words)


def _starters() -> str:
    """Return the words that begin a sentence, without their first letter, which the pattern has read already."""
    lists = read_vocabulary("starters")
    words = {w for group in (lists.values() if isinstance(lists, dict) else [lists]) for w in group}
    return "|".join(sorted({re.escape(w[1:]) for w in words if len(w) > 1}))


_TOKEN = re.compile(
    rf"""
      (?=\S)(?:                                             # the space between two tokens fails at once
      [A-Za-z]++(?=[ ,])                                     # nine words in ten, told at once
    | [,;:"“”()] | \.(?!\.)                                   # and marks that begin nothing else
    | (?:(?<![^\W_])(?:[^\W\d_]\.){{2,}}(?:[-‐‑][^\W\d_]+)*)  # U.S., a.m., U.S.-led
    | (?:(?<![^\W_])[A-Z]\.[A-Z](?:[-‐‑][^\W\d_]+)*(?![^\W_]|[.]))  # U.S without its last full stop
    | [^\W\d_]{{2,}}[-‐‑](?:[^\W\d_]\.){{2,}}                # British-U.S.
    | (?:(?<![^\W_])(?i:{_abbreviations()})\.(?!\.))         # Gen. and Dec.
    | (?:[B-HJ-Z]\.(?<=[^\W\d_][ ][B-HJ-Z]\.)(?=[ ][A-Z](?!(?i:{_starters()})\b)))  # the initial of John R. Adler
    | (?:(?<![^\W_])[A-Z]\.(?=[ ][A-Z]\.[ ][A-Z][a-z])|(?<=\b[A-Z]\.[ ])[A-Z]\.(?=[ ][A-Z][a-z]))  # J. R. Adler
    | (?:(?<![^\W_])(?i:no)\.(?=\s?\d))                      # No. 2
    | \d{{4}}-\d{{2}}-\d{{2}}(?!\d)                          # 2019-12-27
    | \d{{1,4}}/\d{{1,2}}/\d{{1,4}}(?!\d)                    # 27/12/2019
    | \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)                   # 19:20
    | \d+(?:st|nd|rd|th|ST|ND|RD|TH)(?![^\W_])               # 2nd
    | \d{{4}}[’']?s(?![^\W_])                                # 1980s
    | \d{{1,3}}(?:-[^\W\d_]+)+                               # 12-strong, 22-year-old
    | \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?                       # 5,000
    | \d+(?:\.\d+)?                                          # 900, 2.5
    | [A-Z][a-z-]+\.(?:com|net|org)(?![^\W_])               # Dawn.com
    | [’'‘`´][sS](?![^\W_])                                  # possessive
    | [^\W\d_][^\W_]*(?:(?:[-‐‑]|\*(?=[a-z])|[’'`](?![sS](?![^\W_]))  # words: hyphens, k*lled, apostrophes
        |‘(?=[a-z])(?!s(?![^\W_])))[^\W_]+)*                             # and the turned commas of some: Sana‘a
    | --+ | \.{{2,}} | ''|``                                 # dashes, dots and quotation marks of two characters
    | \S)                                                    # any other mark
    """,
    re.VERBOSE,
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "\u00ad": None})


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Find the tokens of `text[start:end]`, in order; offsets count characters of the whole text."""
    return read_tokens(text, start, len(text) if end is None else end)[0]


def read_tokens(text: str, start: int, end: int) -> tuple[list[Token], list[str], list[str]]:
    """Return the tokens of `text[start:end]`, with all their words as printed and as rules compare them."""
    found = list(_TOKEN.finditer(text, start, end))
    words = [m[0] for m in found]
    lowers = list(map(to_lower, words))
    return list(map(Token, words, [m.start() for m in found], [m.end() for m in found], lowers)), words, lowers


_MISPRINTS: dict[str, str] = read_vocabulary("spellings")["misprints"]


@lru_cache(maxsize=1 << 16)
def to_lower(text: str) -> str:
    """Return the form that rules compare: the star of a word masked for filters ("kil*led") is dropped, and a common
    misprint of a word of the field ("causalities") is read as what was meant.
    """
    lower = text.translate(_PLAIN).lower()
    lower = lower.replace("*", "") if "*" in lower and len(lower) > 1 else lower
    return _MISPRINTS.get(lower, lower)
