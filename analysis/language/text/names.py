"""Names as they are compared: spelling evened out, and the longest known name at a token.

Two spellings of a name have one key when they differ only in capitals, accents, apostrophes, hyphens, the Arabic
article, doubled letters or a final h ("Qayyara", "al-Qayyarah"). Nothing here knows what a name means, and nothing
guesses: vowels and consonants that differ make a different name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

T = TypeVar("T")

_DOUBLED = re.compile(r"([a-z])\1+")
_LISTS = read_vocabulary("spellings")
_PLAIN = str.maketrans(_LISTS["letters"])
_ARTICLES = frozenset(_LISTS["articles"])
_STANDING = frozenset(_LISTS["standing"])
_SAME: dict[str, str] = _LISTS["same"]
_MARKED = frozenset(read_vocabulary("grammar")["marked"])
#: the article as it stands in keys
ARTICLE = "al-"


def strip_marks(text: str) -> str:
    """Return text without accents, apostrophes and letters beyond ASCII: "Qā’im" is "Qaim"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = decomposed.encode("ascii", "ignore").decode()
    return text.replace("'", "").replace("`", "") if "'" in text or "`" in text else text


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return text in lower case without accents and apostrophes: "Qā’im" is "qaim"."""
    return strip_marks(text).lower()


@lru_cache(maxsize=65536)
def spell(word: str) -> tuple[str, ...]:
    """Return the parts of one word as they are compared: "Al-Qayyarah" is ("al-", "qayara")."""
    plain = fold(word).replace(".", "")
    if "-" not in plain:
        return (ARTICLE,) if plain in _STANDING else (_even(plain),) if plain else ()
    parts = [p for p in plain.split("-") if p]
    if len(parts) == 1:
        return (ARTICLE,) if parts[0] in _STANDING else (_even(parts[0]),)
    return tuple(ARTICLE if p in _ARTICLES else _even(p) for p in parts)


def _even(part: str) -> str:
    if part in _SAME:
        return _SAME[part]
    even = _DOUBLED.sub(r"\1", part)
    if len(even) > 3 and even.endswith("ah"):
        even = even[:-1]
    return _SAME.get(even, even)


#: letters of what an apostrophe parts in one Arabic word ("Ra's")
_SYLLABLE = 2


def name_key(name: str, *, keep_article: bool = False) -> tuple[str, ...]:
    """Return the parts of a whole name as they are compared; the article counts only in front, and only if kept."""
    parts: list[str] = []
    for word in name.split():
        owner = word.removesuffix("'s").removesuffix("’s")  # a token of its own in running text
        parts.extend(spell(owner if len(owner) > _SYLLABLE else word))
    if ARTICLE not in parts:
        return tuple(parts)
    inner = [p for p in parts if p != ARTICLE]
    return (ARTICLE, *inner) if keep_article and parts[0] == ARTICLE else tuple(inner)


def looks_like_name(token: Token) -> bool:
    """Tell a word in capitals or with the Arabic article: "al-Qasr", not what is of a name: "Alerian-owned"."""
    text = token.text
    if is_mark(token):
        return False
    return text[0].isupper() or ("-" in text and text[0].isalpha() and not text.islower())


def is_mark(token: Token) -> bool:
    """Tell what tells of a thing whose it is: "Alerian-owned", "Houthi-held"."""
    return "-" in token.text and token.text.rpartition("-")[2] in _MARKED


class NameIndex(Generic[T]):
    """Names with what they stand for; finds the longest name that begins at a token."""

    __slots__ = ("_longest", "_names", "_pairs")

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], list[T]] = {}
        self._longest: dict[str, int] = {}
        self._pairs: set[tuple[str, ...]] = set()  # the first two parts of each name

    def add(self, name: str, value: T, *, keep_article: bool = False) -> None:
        """Add a name; several values may share it, in the order of adding."""
        key = name_key(name, keep_article=keep_article)
        if key:
            self.add_key(key, value)

    def put(self, name: str, value: T) -> None:
        """Let a name stand for one value alone."""
        key = name_key(name)
        self._names.pop(key, None)
        if key:
            self.add_key(key, value)

    def add_key(self, key: tuple[str, ...], value: T) -> None:
        """Add a name by its key."""
        values = self._names.setdefault(key, [])
        if value not in values:
            values.append(value)
        if self._longest.get(key[0], 0) < len(key):
            self._longest[key[0]] = len(key)
        if len(key) > 1:
            self._pairs.add(key[:2])

    def get(self, name: str) -> Sequence[T]:
        """Return the values of a name, looked up whole; empty where it is unknown."""
        return self._names.get(name_key(name, keep_article=True)) or self._names.get(name_key(name)) or ()

    def get_key(self, key: tuple[str, ...]) -> Sequence[T]:
        """Return the values of a key; empty where it is unknown."""
        return self._names.get(key, ())

    def begins(self, part: str) -> bool:
        """Tell whether a name begins with this part."""
        return part in self._longest

    def names(self) -> Iterable[tuple[str, ...]]:
        """Return all keys."""
        return self._names.keys()

    def match(self, tokens: Sequence[Token], i: int) -> tuple[int, Sequence[T]] | None:
        """Return the index of the last token and the values of the longest name that begins at token i."""
        parts = spell(tokens[i].lower)
        if not parts:
            return None
        if parts[0] == ARTICLE:
            found = self._match(tokens, i, ARTICLE) if ARTICLE in self._longest else None
            return found or self._match(tokens, i, "")
        longest = self._longest.get(parts[0])
        if longest == len(parts) == 1:
            values = self._names.get(parts)
            return None if values is None else (i, values)
        return None if longest is None else self._match(tokens, i, "")

    def _match(self, tokens: Sequence[Token], i: int, lead: str) -> tuple[int, Sequence[T]] | None:
        names = self._names
        key: list[str] = [lead] if lead else []
        ends: list[tuple[int, int]] = []  # (length of key, last token) where a token ends
        limit = self._longest[ARTICLE] if lead else 0
        for j in range(i, min(i + 12, len(tokens))):
            text = tokens[j].text
            if key and text in {"'s", "’s"} and tuple(key) not in names and j + 1 < len(tokens):
                continue  # "the New People's Army", but not "Iran's Guards"
            parts = spell(tokens[j].lower)
            if not parts:
                if text in {"-", "‐", "‑", "–", "'", "’"} and key and j + 1 < len(tokens):
                    continue
                break
            if parts[0] == "" or not parts[0][0].isalnum():
                break
            key.extend([p for p in parts if p != ARTICLE])
            if not limit and key:
                limit = self._longest.get(key[0], 0)
                if not limit:
                    return None
            if len(key) > limit or (len(key) > 1 and tuple(key[:2]) not in self._pairs):
                break
            ends.append((len(key), j))
        for size, last in reversed(ends):
            values = names.get(tuple(key[:size]))
            if values:
                return last, values
        return None
