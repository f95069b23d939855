"""Nouns that say what kind of thing a name is: "Kirkuk province", "the village of X", "X air base", "Camp X".

A name before or after such a noun is a place although nobody has heard of it. Names that differ from a known site or
province by a letter or two are taken for it; that is only tried beside such a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import Entry, PlaceKind
from analysis.language.places.names import division_names, site_cores
from analysis.language.text.names import ARTICLE, is_mark, name_key, spell
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("places")
_NO_NAMES = frozenset(_WORDS["no_names"]) | frozenset(_WORDS["peoples"])
_BEFORE_NAMES = frozenset(_WORDS["before_names"])
_NO_AFTER = frozenset(_WORDS["no_after"])
_ENDINGS = tuple(_WORDS["word_endings"])
_KNOWN_ONLY = frozenset(_WORDS["known_only"])
_NO_ENDINGS = tuple(_WORDS["no_endings"])
_FORCES = frozenset(_WORDS["forces"])
#: letters of the longest article before a hyphen ("al-", "ash-")
_ARTICLE = 3
_BEFORE = frozenset(tuple(words.split()) for words in _WORDS["before_sites"])
_BEFORE_FIRST = frozenset(words[0] for words in _BEFORE)
#: share of letters that must agree for a misspelt name
_ALIKE = 86
_NATURAL = frozenset(_WORDS["natural"])
_MODIFIERS, _MODIFIED = frozenset(_WORDS["site_modifiers"]), frozenset(_WORDS["modified_sites"])
_OF_TOWNS, _SITES_OF_TOWNS = frozenset(_WORDS["of_towns"]), frozenset(_WORDS["sites_of_towns"])
_TITLES = frozenset(_WORDS["village_titles"])
#: articles and particles inside a name in a text of capitals
_SPANISH = frozenset({"la", "el", "los", "las", "de", "del"})
#: words in an unknown name
_RUN = 4


class Noun(NamedTuple):
    """A noun of kind: its last token, the kind, and the words it has in a canonical name."""

    last: int
    kind: PlaceKind
    words: str


def _by_first(nouns: dict[str, tuple[PlaceKind, str]]) -> dict[str, list[tuple[tuple[str, ...], PlaceKind, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], PlaceKind, str]]] = {}
    for noun in sorted(nouns, key=lambda n: -len(n.split())):
        words = tuple(noun.split())
        table.setdefault(words[0], []).append((words, *nouns[noun]))
    return table


_KINDS = _by_first({n: (PlaceKind(kind), n) for kind, nouns in _WORDS["kinds"].items() for n in nouns})
_GENERIC = _by_first(
    {n: (PlaceKind.SITE, canonical) for canonical, nouns in _WORDS["generic_sites"].items() for n in nouns}
)


_NOUNS = frozenset(_KINDS) | frozenset(_GENERIC)


def kind_noun_at(tokens: Sequence[Token], i: int) -> Noun | None:
    """Return the noun of kind at token i: a province, district, town or neighbourhood."""
    return _noun_at(tokens, i, _KINDS)


def site_noun_at(tokens: Sequence[Token], i: int) -> Noun | None:
    """Return the noun at token i that makes the name before it a site, a word for whose or what for in front or not."""
    found = _noun_at(tokens, i, _GENERIC)
    if found is not None or i >= len(tokens) or tokens[i].lower not in _MODIFIERS:
        return found
    after = _noun_at(tokens, i + 1, _GENERIC)
    return after if after is not None and after.words in _MODIFIED else None  # "the X logistics base"


def _noun_at(
    tokens: Sequence[Token], i: int, table: dict[str, list[tuple[tuple[str, ...], PlaceKind, str]]]
) -> Noun | None:
    if i >= len(tokens) or tokens[i].lower not in table:
        return None
    for words, kind, canonical in table[tokens[i].lower]:
        if tuple(t.lower for t in tokens[i : i + len(words)]) == words:
            return Noun(i + len(words) - 1, kind, canonical)
    return None


def may_have_noun(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a noun of kind, or of a site, is near enough to end a name that begins at token i: a quick look."""
    return not _NOUNS.isdisjoint([t.lower for t in tokens[i + 1 : i + 1 + _RUN]])


def site_at(tokens: Sequence[Token], i: int, countries: Sequence[str]) -> tuple[int, Entry] | None:
    """Return the last token and the entry of a core name with one of its nouns at token i ("Balad air base").

    The noun may stand before it: "the air base of Balad", "the air base at Balad". Of two sites of one name, a base and
    an airport, it is the one of which fewer nouns are said: "Erbil airport".
    """
    found = site_cores().match(tokens, i)
    if found is None:
        return None
    last, entries = found
    fits = [(end, entry) for entry in entries if (end := _site_noun(tokens, last + 1, entry)) is not None]
    if not fits and tokens[i - 1].lower in {"of", "at"}:
        nouns = {" ".join(t.lower for t in tokens[max(i - 1 - n, 0) : i - 1]) for n in (1, 2, 3)}
        fits = [(last, entry) for entry in entries if not nouns.isdisjoint(entry.nouns)]
    return min(fits, key=lambda fit: (-fit[0], fit[1].country not in countries, len(fit[1].nouns)), default=None)


def _site_noun(tokens: Sequence[Token], i: int, entry: Entry) -> int | None:
    for size in range(4, 0, -1):
        words = " ".join(t.lower for t in tokens[i : i + size])
        if words in entry.nouns and len(words.split()) == size:
            return i + size - 1
    return None


class Unknown(NamedTuple):
    """A name that the gazetteer lacks, or has in another spelling: its first and last token and the place."""

    first: int
    last: int
    entry: Entry


def find_unknown(tokens: Sequence[Token], i: int, *, capitals: bool) -> Unknown | None:
    """Return the unknown name with a noun of kind at token i, or None.

    In a text of capitals every word looks like a name: there a name follows an article or a preposition.
    """
    if capitals and (i == 0 or tokens[i - 1].lower not in _BEFORE_NAMES):
        return None
    return _after_site_noun(tokens, i) or _before_noun(tokens, i, capitals) or _after_of(tokens, i, capitals)


def _after_site_noun(tokens: Sequence[Token], i: int) -> Unknown | None:
    """Read "Camp X": the noun is part of the name."""
    if tokens[i].lower not in _BEFORE_FIRST:
        return None
    for size in (3, 2, 1):
        words = tokens[i : i + size]
        if tuple(t.lower for t in words) in _BEFORE and all(t.text[0].isupper() for t in words):
            last = _run_end(tokens[: i + size + 2], i + size, capitals=False)
            if last is not None:
                return Unknown(i, last, Entry(printed_name(tokens[i : last + 1]), PlaceKind.SITE))
    return None


def _before_noun(tokens: Sequence[Token], i: int, capitals: bool) -> Unknown | None:
    """Read "X air base", "X village"."""
    if not may_have_noun(tokens, i):
        return None
    end = _run_end(tokens, i, capitals)
    for last in range(end, i - 1, -1) if end is not None else ():
        noun = site_noun_at(tokens, last + 1) or kind_noun_at(tokens, last + 1)
        if not capitals and all(t.text.isalpha() and t.text.isupper() for t in tokens[i : last + 1]):
            return None  # "an FVF camp" is where a group is
        if noun is not None and noun.kind is PlaceKind.SITE and tokens[last].lower in _FORCES:
            return None  # "the Frontier Corps base"
        if noun is not None and noun.words == "road" and "-" in tokens[last].text[_ARTICLE + 1 :]:
            return None  # "the X-Y road"
        if noun is not None and noun.words == "port" and _is_of_name(tokens, noun.last):
            return None  # "the Baltic port of X"
        if noun is not None and noun.words == "region" and _is_small(tokens, i, last):
            noun = Noun(noun.last, PlaceKind.DISTRICT, "area")
        if noun is not None and noun.words not in _KNOWN_ONLY and not _kind_goes_on(tokens, noun.last):
            return Unknown(i, noun.last, _entry(tokens[i : last + 1], noun))
    return None


def _is_of_name(tokens: Sequence[Token], last: int) -> bool:
    """Tell a noun of kind before "of" and the name that it has."""
    after = tokens[last + 1 : last + 3]
    return len(after) > 1 and after[0].lower == "of" and after[1].text[0].isupper()


def _is_small(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell the one-word name of a stretch of hills, "in the Nador region", from "the Asia-Pacific region"."""
    inside = i > 1 and tokens[i - 1].lower == "the" and tokens[i - 2].lower in {"in", "of", "near", "across", "at"}
    return inside and i == last and "-" not in tokens[i].text[_ARTICLE + 1 :] and not is_demonym(tokens[i])


def _kind_goes_on(tokens: Sequence[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].lower in _NO_AFTER


def _after_of(tokens: Sequence[Token], i: int, capitals: bool) -> Unknown | None:
    """Read "the village of X" and "Kibbutz X"."""
    noun: Noun | None
    before = tokens[i - 1].lower if i else ""
    known_as = before == "as" and i > 1 and tokens[i - 2].lower == "known"
    if before in _TITLES:
        noun = Noun(i - 1, PlaceKind.TOWN, before)
    elif i > 1 and (known_as or before in {"called", "named"}):
        end = i - 2 - known_as
        noun = kind_noun_at(tokens, end) or site_noun_at(tokens, end)  # "a jungle base called X"
    elif i < 2 or before != "of":
        return None
    else:
        noun = kind_noun_at(tokens, i - 2) or _owned_at(tokens, i - 2)
    last = _run_end(tokens, i, capitals)
    if noun is None or last is None or noun.words in _KNOWN_ONLY or noun.words == "area":
        return None
    return Unknown(i, last, _entry(tokens[i : last + 1], noun))


def _owned_at(tokens: Sequence[Token], end: int) -> Noun | None:
    """Return the noun that ends at a token and that towns have: "the mayor of X", "the gold mine of X"."""
    if tokens[end].lower in _OF_TOWNS:
        return Noun(end, PlaceKind.TOWN, tokens[end].lower)
    for i in (end, end - 1):
        noun = site_noun_at(tokens, i) if i >= 0 else None
        if noun is not None and noun.last == end and noun.words in _SITES_OF_TOWNS:
            return Noun(end, PlaceKind.TOWN, noun.words)
    return None


def find_name_end(tokens: Sequence[Token], i: int, *, capitals: bool = False) -> int | None:
    """Return the last token of the name that begins at token i, a noun of kind not in it, or None if none does."""
    return _run_end(tokens, i, capitals)


def _run_end(tokens: Sequence[Token], i: int, capitals: bool) -> int | None:
    """Return the last token of the run of capitalised words that begins at i."""
    last = None
    for j in range(i, min(i + _RUN, len(tokens))):
        token = tokens[j]
        if capitals and token.lower in _SPANISH and j + 1 < len(tokens):
            continue
        if not _may_name_place(token) or (capitals and token.lower.endswith(_ENDINGS)):
            opens = j == i and not capitals and token.text[0].isupper()  # "El Malgah"
            if (last is None and not opens) or spell(token.lower) != (ARTICLE,):
                break
            continue
        if token.lower in _NOUNS and (_noun_at(tokens, j, _KINDS) or (_noun_at(tokens, j, _GENERIC) and j > i)):
            break
        last = j
    return last


def _may_name_place(token: Token) -> bool:
    text = token.text
    if text.islower() or not text[0].isalpha() or token.lower in _NO_NAMES or token.lower.endswith(_NO_ENDINGS):
        return False
    named = text[0].isupper() or text[:3].lower() in {"al-", "el-", "as-", "ar-", "an-"}
    return named and not is_demonym(token) and not is_mark(token)


def _entry(words: Sequence[Token], noun: Noun) -> Entry:
    name = printed_name(words)
    if noun.words in _NATURAL:
        return Entry(f"{name} {noun.words}", noun.kind)
    similar = _similar(name, noun.kind)
    if similar is not None and (noun.kind is not PlaceKind.SITE or noun.words in similar.nouns):
        return similar
    if noun.kind is PlaceKind.SITE:
        return Entry(f"{name} {noun.words}", PlaceKind.SITE)
    return Entry(name, noun.kind)


def printed_name(words: Sequence[Token]) -> str:
    """Return a name as printed, an article in front in capitals, a text of capitals in ordinary letters."""
    name = " ".join(word.text for word in words).replace(" 's", "'s").replace(" ’s", "’s")
    if name.isupper() and len(name) > 4:
        name = name.title()
    return name[0].upper() + name[1:]


@lru_cache(maxsize=4096)
def _similar(name: str, kind: PlaceKind) -> Entry | None:
    """Return the site or province whose name is nearest to a misspelt one, None where none is near."""
    table = _joined(kind)
    key = "".join(name_key(name))
    if not table or len(key) < 5:
        return None
    from rapidfuzz import fuzz, process

    found = process.extractOne(key, table.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return table[found[0]] if found else None


@cache
def _joined(kind: PlaceKind) -> dict[str, Entry]:
    if kind is PlaceKind.SITE:
        index = site_cores()
    elif kind is PlaceKind.PROVINCE:
        index = division_names()
    else:
        return {}
    keys = ((key, index.get(" ".join(key))) for key in index.names())
    return {"".join(key): values[0] for key, values in keys if values and values[0].kind is kind}
