"""Persons as a text names them: given name and surname apart from their titles.

`parse_person` reads one noun phrase ("US Secretary of State Mike Pompeo"). Names are told by capitals, titles by the
vocabulary; nothing is known of any person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.language.actors.private_bodies import is_private, with_owner
from analysis.language.actors.states import is_demonym, state_at
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_ARTICLES = ("al-", "el-", "ar-", "as-", "ash-", "at-", "an-", "ad-", "az-", "ul-", "ur-")
_TITLE_MARKS = frozenset({"(", ")", "-", "–", "/"})
#: tokens of a title before a name at the most
LONGEST_TITLE = 16


@dataclass(frozen=True, slots=True)
class Person:
    """A name with its title as printed; token numbers count in the sentence it was read from."""

    name: str
    #: title as printed, or None
    title: str | None
    title_first: int
    name_first: int
    last: int
    #: the title makes the word official (True) or not (False); None where no title tells
    official: bool | None

    @property
    def surname(self) -> str:
        return self.name.split()[-1]


@cache
def titles() -> dict[str, frozenset[str]]:
    """Return the lists of titles.yaml that are lists, as sets; plurals in -s with them."""
    lists = read_vocabulary("titles")
    sets = {name: frozenset(words) for name, words in lists.items() if isinstance(words, list)}
    for name in ("official", "other", "anonymous"):
        sets[name] = frozenset(form for word in sets[name] for form in _forms(word))
    return sets


def _forms(word: str) -> tuple[str, ...]:
    if word.endswith("man"):
        return word, word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word, word[:-1] + "ies"
    return word, word + "s"


def is_name_like(token: Token) -> bool:
    """Tell a token that can be part of a person's name by its letters: Adler, al-Adler, J."""
    text = token.text
    if text[0].isupper():
        return text[-1].isalnum() or text[-1] == "."
    return "-" in text and token.lower.startswith(_ARTICLES) and any(c.isupper() for c in text)


def parse_person(tokens: Sequence[Token], first: int, last: int, *, capitals: bool = False) -> Person | None:
    """Read the person whom tokens first to last (inclusive) name, with the title before; None where they name none.

    A single name without a title is no person here: it may be a place. `capitals` is for text all in capitals.

    >>> from analysis.language.text.tokens import find_tokens
    >>> words = find_tokens("Aleria's chief army spokesman Sami al-Adler")
    >>> person = parse_person(words, 2, len(words) - 1)
    >>> person.name, person.title, person.official
    ('Sami al-Adler', 'chief army spokesman', True)
    >>> parse_person(find_tokens("Aleria"), 0, 0) is None
    True
    """
    start = last + 1
    while start > first and _is_in_name(tokens, start - 1, first, last):
        start -= 1
    behind, before = start, _nickname_start(tokens, start, first) if start <= last else None
    while before is not None and start > first and (start > before or _is_in_name(tokens, start - 1, first, last)):
        start = min(start - 1, before)
    while start <= last and tokens[start].lower in _inner_particles():
        start += 1
    if start > last:
        return None
    start -= start == last and _is_first_name(tokens, start - 1, first)
    title_first, official = _title_before(tokens, start, first)
    if official is None and title_first == start and (last == start or capitals):
        return None
    if capitals and title_first == start:
        return None
    if any(tokens[k].lower in _bodies() for k in range(start, last + 1)):
        return None
    if official and is_private(tokens, with_owner(tokens, title_first, first), start - 1):
        official = False
    name = join_tokens(tokens, start, last)
    if before is not None:
        name = f"{join_tokens(tokens, start, before)} {join_tokens(tokens, behind, last)}"
    return Person(
        name,
        join_tokens(tokens, title_first, start - 1) or None,
        title_first,
        start,
        last,
        official,
    )


def nickname_end(tokens: Sequence[Token], i: int, last: int) -> int | None:
    """Return the name behind a nickname in quotes that follows token i (Omar “the Knife” *Adler*), or None."""
    if i + 4 > last + 1 or tokens[i + 1].text not in _QUOTES or not is_name_like(tokens[i]):
        return None
    close = next((k for k in range(i + 3, min(i + 7, last)) if tokens[k].text in _QUOTES), None)
    return close + 1 if close is not None and is_name_like(tokens[close + 1]) else None


def _nickname_start(tokens: Sequence[Token], start: int, first: int) -> int | None:
    """Return the last token of the name before a nickname that closes before token start, or None."""
    if start - 1 <= first or tokens[start - 1].text not in _QUOTES:
        return None
    opening = next((k for k in range(start - 3, max(start - 7, first), -1) if tokens[k].text in _QUOTES), None)
    return None if opening is None or not is_name_like(tokens[opening - 1]) else opening - 1


_QUOTES = frozenset({'"', "“", "”"})


@cache
def _bodies() -> frozenset[str]:
    return titles()["bodies"] | titles()["unofficial"]


@cache
def title_words() -> frozenset[str]:
    """Return the words that stand in titles before names."""
    sets = titles()
    return sets["official"] | sets["other"] | sets["honorifics"] | sets["modifiers"] | sets["heading"]


def _is_in_name(tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
    token = tokens[i]
    if token.lower in titles()["inner_honorifics"] and first < i < last and is_name_like(token):
        before = tokens[i - 1]  # "Hassan *Sheikh* Adler", not "But Sheikh Adler"
        return is_name_like(before) and before.lower not in title_words() | _starters()
    if token.lower in title_words() or (token.lower in titles()["portfolios"] and i < last):
        return False
    if is_name_like(token):
        if i < last and token.lower in _starters() and (i == 0 or tokens[i - 1].text in _QUOTES):
            return False  # "*When* Sami Adler arrived"
        return not (is_demonym(token) and i < last) and token.text != "US"
    return token.lower in titles()["particles"] and first < i < last


def _is_first_name(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Tell the first of two names that is elsewhere a title, behind an office: "Prime Minister *Sheikh* Adler"."""
    named = i > first and tokens[i].lower in titles()["inner_honorifics"] and is_name_like(tokens[i])
    return named and tokens[i - 1].lower in titles()["official"] - titles()["inner_honorifics"]


@cache
def _inner_particles() -> frozenset[str]:
    """Return the particles that no name begins with."""
    return titles()["particles"] - {"abu", "al", "bin", "ben"}


@cache
def _starters() -> frozenset[str]:
    return frozenset(read_vocabulary("starters"))


def _title_before(tokens: Sequence[Token], start: int, first: int) -> tuple[int, bool | None]:
    """Return the first token of the title before token start (start itself for none), and whether it is official."""
    sets, known = titles(), title_words()
    official: bool | None = None
    seen, k = False, start - 1
    office = _office_before(tokens, start, first)
    if office is not None:
        official, seen, k = True, True, office - 1
    while k >= first and start - k <= LONGEST_TITLE:
        lower = tokens[k].lower
        if lower in known:
            seen = True
            if lower in sets["official"] and official is None:
                official = True
            elif lower in sets["other"] and official is None:
                official = False
            elif lower in sets["heading"] and official is None and is_of_body(tokens, first, start):
                official = True
        elif lower in {"and", "&"} and _ends_name(tokens, k - 1, first):
            break  # "Secretary of State *Mike Adler* and Defense Secretary X"
        elif not seen and (opening := _explained(tokens, k, first)) is not None:
            k = opening
        elif not _is_in_title(tokens[k], seen=seen, inner=k > first):
            break
        k -= 1
    k += 1
    while k < start and (tokens[k].lower in {"of", "for", "and", "&", "the"} or not tokens[k].text[0].isalnum()):
        k += 1
    return (k, official) if seen else (start, None)


def _ends_name(tokens: Sequence[Token], i: int, first: int) -> bool:
    """Tell two words with capitals that no title has, as a name that ends at token i."""
    words = title_words() | titles()["portfolios"]
    return i > first and all(is_name_like(tokens[k]) and tokens[k].lower not in words for k in (i - 1, i))


def _explained(tokens: Sequence[Token], i: int, first: int) -> int | None:
    """Return the bracket that opens behind an office and closes at token i, "Superintendent of Police *(North*)"."""
    opening = (
        next((k for k in range(i - 1, first, -1) if tokens[k].text == "("), None) if tokens[i].text == ")" else None
    )
    if opening is None:
        return None
    return opening if tokens[opening - 1].lower in title_words() | titles()["portfolios"] else None


def _office_before(tokens: Sequence[Token], start: int, first: int) -> int | None:
    """Return the office of "the *head* of the city administration X", with its body in small letters, or None."""
    k = start - 1
    if k <= first or tokens[k].lower not in titles()["bodies"] or not tokens[k].text.islower():
        return None
    while k > first and start - k < LONGEST_TITLE and tokens[k].text.isalpha() and tokens[k].lower not in {"of", "for"}:
        k -= 1
    of = k > first and tokens[k].lower in _OF and tokens[k - 1].lower in titles()["official"]
    return k - 1 if of else None


#: bodies that may be anybody's: "the *group*'s director"
_ANYBODY = frozenset({"group", "organisation", "organization"})
_OF = frozenset({"of", "for"})


def is_of_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether tokens before `last` name a body that speaks officially, or a state: "*National Guard* director"."""
    sets, words = titles(), {t.lower for t in tokens[first:last]} - _ANYBODY
    words |= {word[:-1] for word in words if word.endswith("s")} - _ANYBODY  # "director of *hospitals*"
    if tokens[first].lower == "the" and tokens[first + 1].lower in _ANYBODY:  # "the group's director of … affairs"
        return False
    stated = any(is_demonym(tokens[k]) or state_at(tokens, k) for k in range(first, last))
    owned = stated or not words.isdisjoint(sets["bodies"] | sets["of_state"] | sets["portfolios"] | sets["rescue"])
    return owned and words.isdisjoint(sets["unofficial"] | sets["watching"])


def _is_in_title(token: Token, *, seen: bool, inner: bool) -> bool:
    """Tell a word that may stand in a title beside its title words; `seen` says that one of them follows."""
    lower = token.lower
    if lower in titles()["portfolios"] or is_demonym(token):
        return True
    if lower in {"of", "for", "and", "&"}:
        return inner
    named = token.text[0].isupper() or token.text in _TITLE_MARKS
    return seen and (
        named
        or lower in titles()["causes"] | titles()["bodies"] | titles()["rescue"]
        or ("-" in lower and lower[0].isalpha())
    )


def join_tokens(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return tokens first to last as printed, white space evened out."""
    if last < first:
        return ""
    parts = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)
