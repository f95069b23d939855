"""Persons as a text names them: given name and surname apart from their titles.

`parse_person` reads one noun phrase ("US Secretary of State Mike Pompeo"); `PersonIndex` finds the fullest form of a
name in the whole text, so that a later "Mr Pompeo" is the same person. Names are told by capitals, titles by the
vocabulary; nothing is known of any person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.language.names import fold
from analysis.language.private_bodies import explained_end, is_private, with_owner
from analysis.language.sentences import Sentence
from analysis.language.states import is_demonym, nationality_of, state_at
from analysis.language.tokens import Token
from analysis.language.verb_forms import lemmas
from analysis.vocabulary import read_vocabulary

_ARTICLES = ("al-", "el-", "ar-", "as-", "ash-", "at-", "an-", "ad-", "az-", "ul-", "ur-")
_TITLE_MARKS = frozenset({"(", ")", "-", "–", "/"})
#: tokens of a title before a name at the most
_LONGEST_TITLE = 16
#: places in the text where a name is looked at for its fullest form
_LOOKS = 20


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

    >>> from analysis.language.tokens import find_tokens
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
    while start <= last and tokens[start].lower in titles()["particles"] - {"abu", "al", "bin", "ben"}:
        start += 1
    if start > last:
        return None
    title_first, official = _title_before(tokens, start, first)
    if official is None and title_first == start and (last == start or capitals):
        return None
    if capitals and title_first == start:
        return None
    if any(tokens[k].lower in _bodies() for k in range(start, last + 1)):
        return None
    if official and is_private(tokens, with_owner(tokens, title_first, first), start - 1):
        official = False
    return Person(
        _join(tokens, start, last), _join(tokens, title_first, start - 1) or None, title_first, start, last, official
    )


@cache
def _bodies() -> frozenset[str]:
    return titles()["bodies"] | titles()["unofficial"]


@cache
def _title_words() -> frozenset[str]:
    sets = titles()
    return sets["official"] | sets["other"] | sets["honorifics"] | sets["modifiers"] | sets["heading"]


def _is_in_name(tokens: Sequence[Token], i: int, first: int, last: int) -> bool:
    token = tokens[i]
    if token.lower in _title_words() or (token.lower in titles()["portfolios"] and i < last):
        return False
    if is_name_like(token):
        return not (is_demonym(token) and i < last) and token.text != "US"
    return token.lower in titles()["particles"] and first < i < last


def _title_before(tokens: Sequence[Token], start: int, first: int) -> tuple[int, bool | None]:
    """Return the first token of the title before token start (start itself for none), and whether it is official."""
    sets, known = titles(), _title_words()
    official: bool | None = None
    seen, k = False, start - 1
    while k >= first and start - k <= _LONGEST_TITLE:
        lower = tokens[k].lower
        if lower in known:
            seen = True
            if lower in sets["official"] and official is None:
                official = True
            elif lower in sets["other"] and official is None:
                official = False
            elif lower in sets["heading"] and official is None and is_of_body(tokens, first, start):
                official = True
        elif not _is_in_title(tokens[k], seen=seen, inner=k > first):
            break
        k -= 1
    k += 1
    while k < start and (tokens[k].lower in {"of", "for", "and", "&", "the"} or not tokens[k].text[0].isalnum()):
        k += 1
    return (k, official) if seen else (start, None)


#: bodies that may be anybody's: "the *group*'s director"
_ANYBODY = frozenset({"group", "organisation", "organization"})


def is_of_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether tokens before `last` name a body that speaks officially, or a state: "*National Guard* director"."""
    sets, words = titles(), {t.lower for t in tokens[first:last]} - _ANYBODY
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
    return seen and (named or lower in {"military", "commercial"} or ("-" in lower and lower[0].isalpha()))


def _join(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return tokens first to last as printed, white space evened out."""
    if last < first:
        return ""
    parts = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)


class PersonIndex:
    """The capitalised words of a text and where they stand, to find the fullest form of a name. Built in one pass."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._found: dict[str, Person | None] = {}
        for number, sentence in enumerate(sentences):
            if sentence.capitals:
                continue
            for i, token in enumerate(sentence.tokens):
                text = token.text
                if not text.islower() and (text[0].isupper() or ("-" in text and is_name_like(token))):
                    places = self._places[fold(token.text)]
                    if len(places) < _LOOKS:
                        places.append((number, i))

    def fullest(self, surname: str) -> Person | None:
        """Return the fullest form of a name by its last word, with the first title that the text gives it, or None."""
        key = fold(surname)
        if key not in self._found:
            self._found[key] = self._look(key)
        return self._found[key]

    def follows(self, surname: str, words: frozenset[str]) -> bool:
        """Tell whether one of the words follows the name somewhere: "the Adler campaign", "Adler's government"."""
        for number, i in self._places.get(fold(surname), ()):
            tokens = self._sentences[number].tokens
            after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower == "'s" else i + 1
            if after < len(tokens) and tokens[after].lower in words:
                return True
        return False

    def _look(self, key: str) -> Person | None:
        best: Person | None = None
        for number, i in self._places.get(key, ()):
            sentence = self._sentences[number]
            if sentence.headline:
                continue
            person = _person_at(sentence.tokens, i)
            if person is None:
                continue
            if best is None:
                best = person
                continue
            name = person.name if len(best.name.split()) < len(person.name.split()) <= 4 else best.name
            better = best if _rank(best) >= _rank(person) else person
            best = Person(name, better.title, 0, 0, 0, better.official)
        return best


def _rank(person: Person) -> int:
    """Order forms of a name: a title with its state ("US President X") tells most, then a title."""
    if person.official is None:
        return 0
    return 2 if any(nationality_of(word) for word in (person.title or "").split()) else 1


def _person_at(tokens: Sequence[Token], i: int) -> Person | None:
    """Read the person whose name ends at token i, with the title before or the description after it."""
    if i + 1 < len(tokens) and is_name_like(tokens[i + 1]) and tokens[i + 1].lower not in _title_words():
        return None
    first = max(0, i - _LONGEST_TITLE - 4)
    for k in range(i - 1, first - 1, -1):
        if tokens[k].text in {",", ";", ":", ".", '"', "“", "”"}:
            first = k + 1
            break
    person = parse_person(tokens, first, i)
    if person is None or person.official is not None:
        return person
    title, official = description_after(tokens, i)
    return Person(person.name, title or person.title, person.title_first, person.name_first, i, official)


def description_after(tokens: Sequence[Token], i: int) -> tuple[str | None, bool | None]:
    """Return the description in apposition after a name that ends at token i ("X, the head of Y,") and its standing."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in {",", "("}:
        return None, None
    sets = titles()
    end = i + 2
    while end < len(tokens) and tokens[end].text not in {",", ".", ";", ")", "–", "--", "—"} and end - i < 20:
        end += 1
    start = _presented(tokens, i + 2, end)
    first = tokens[start].lower
    if first.endswith("ed") and first in lemmas() and tokens[min(start + 1, end)].lower not in _title_words():
        return None, None  # "the minister, X, *rejected* …"
    for k in range(start, min(end, start + 10)):
        lower = tokens[k].lower
        if lower in sets["official"]:
            return _join(tokens, start, end - 1), not is_private(tokens, start, explained_end(tokens, end) - 1)
        if lower in sets["other"]:
            return _join(tokens, start, end - 1), False
        if lower in sets["heading"] and is_of_body(tokens, start, end):
            return _join(tokens, start, end - 1), not is_private(tokens, start, explained_end(tokens, end) - 1)
        if tokens[k].text[0].isdigit() or lower in {"who", "which", "said", "told", "was", "is"}:
            break
    return None, None


def _presented(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the description begins in "who introduced himself as *the X*", "who is *the X*", else `start`."""
    if tokens[start].lower != "who" or start + 2 >= end:
        return start
    if tokens[start + 1].lower in {"is", "was"}:
        return start + 2
    own = next((k for k in range(start + 1, min(start + 4, end)) if tokens[k].lower in _ITSELF), None)
    if tokens[start + 1].lower in {"serves", "served", "acts", "acted"}:
        own = start + 1
    return own + 2 if own is not None and own + 2 < end and tokens[own + 1].lower == "as" else start


_ITSELF = frozenset({"himself", "herself", "themselves"})
