"""The fullest form of a name in a whole text, so that a later "Mr Pompeo" is the same person as "Mike Pompeo" before.

The title is the first that the text gives, before the name or in an apposition behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from analysis.language.actors.persons import (
    LONGEST_TITLE,
    Person,
    is_name_like,
    is_of_body,
    join_tokens,
    parse_person,
    title_words,
    titles,
)
from analysis.language.actors.private_bodies import explained_end, is_private
from analysis.language.actors.states import nationality_of
from analysis.language.text.names import fold
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.language.text.verb_forms import lemmas

#: places in the text where a name is looked at for its fullest form
_LOOKS = 20
#: words of a name behind its first one, at the most
_NAME = 3


class PersonIndex:
    """The capitalised words of a text and where they stand, to find the fullest form of a name. Built in one pass."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._found: dict[str, Person | None] = {}
        self._told: dict[str, tuple[int, Person]] = {}
        for number, sentence in enumerate(sentences):
            if sentence.capitals:
                continue
            for i in sentence.capitalised:
                text = sentence.texts[i]
                if text[0].isupper() or is_name_like(sentence.tokens[i]):
                    places = self._places[_key(text)]
                    if len(places) < _LOOKS:
                        places.append((number, i))

    def fullest(self, surname: str) -> Person | None:
        """Return the fullest form of a name by its last word, with the first title that the text gives it, or None.

        Where no longer name ends in the word, one with an office that begins with it counts: "Abiy" is Abiy Ahmed.
        """
        key = _key(surname)
        if key not in self._found:
            found = self._look(key)
            self._found[key] = found if found is not None and " " in found.name else self._look_ahead(key) or found
        return self._found[key]

    def introduction(self, surname: str) -> tuple[int, Person] | None:
        """Return where a name stands with the office that tells most: the number of its sentence, the person there."""
        self.fullest(surname)
        return self._told.get(_key(surname))

    def follows(self, surname: str, words: frozenset[str]) -> bool:
        """Tell whether one of the words follows the name somewhere: "the Adler campaign", "Adler's government"."""
        for number, i in self._places.get(_key(surname), ()):
            tokens = self._sentences[number].tokens
            after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower == "'s" else i + 1
            if after < len(tokens) and tokens[after].lower in words:
                return True
        return False

    def _look_ahead(self, key: str) -> Person | None:
        for number, i in self._places.get(key, ()):
            tokens = self._sentences[number].tokens
            end = i
            while end + 1 < len(tokens) and end < i + _NAME and is_name_like(tokens[end + 1]):
                end += 1
            person = _person_at(tokens, end) if end > i and not self._sentences[number].headline else None
            if person is not None and person.official is not None and person.name_first == i:
                return person
        return None

    def _look(self, key: str) -> Person | None:
        best: Person | None = None
        for number, i in self._places.get(key, ()):
            sentence = self._sentences[number]
            if sentence.headline:
                continue
            person = _person_at(sentence.tokens, i)
            if person is None:
                continue
            told = self._told.get(key)
            if person.official and (told is None or _rank(told[1]) < _rank(person)):
                self._told[key] = (number, person)
            if best is None:
                best = person
                continue
            name = person.name if len(best.name.split()) < len(person.name.split()) <= 4 else best.name
            better = best if _rank(best) >= _rank(person) else person
            best = Person(name, better.title, 0, 0, 0, better.official)
        return best


@lru_cache(maxsize=1 << 14)
def _key(surname: str) -> str:
    """Return a surname as it is compared: "al-Adler" is called Adler again."""
    article, mark, name = fold(surname).partition("-")
    return name if mark and article in _ARTICLES else fold(surname)


_ARTICLES = frozenset({"al", "el"})


def _rank(person: Person) -> int:
    """Order forms of a name: a title with its state ("US President X") tells most, then a title."""
    if person.official is None:
        return 0
    return 2 if any(nationality_of(word) for word in (person.title or "").split()) else 1


def _person_at(tokens: Sequence[Token], i: int) -> Person | None:
    """Read the person whose name ends at token i, with the title before or the description after it."""
    if i + 1 < len(tokens) and is_name_like(tokens[i + 1]) and tokens[i + 1].lower not in title_words():
        return None
    first = max(0, i - LONGEST_TITLE - 4)
    for k in range(i - 1, first - 1, -1):
        if tokens[k].text in {",", ";", ":", ".", '"', "“", "”"}:
            first = k + 1
            break
    person = parse_person(tokens, first, i)
    if person is None or person.official is not None:
        return person
    title, official = description_after(tokens, i)
    return Person(person.name, title or person.title, person.title_first, person.name_first, i, official)


def describes(tokens: Sequence[Token], first: int) -> bool:
    """Tell an aside about who speaks from one about when, where or how: "X, *in a call with the envoy*, said"."""
    words = [t.lower for t in tokens[first : first + 3]]
    lemma = lemmas().get(words[0]) if words[0].endswith("ing") else None
    if lemma is not None:
        return lemma in titles()["serving"] or words[-1] in title_words() or words[1:2] == ["general"]
    if words[0] in titles()["occasional"]:
        return words[1:2] == ["charge"] or words == ["at", "the", "time"]
    return True


def description_after(tokens: Sequence[Token], i: int) -> tuple[str | None, bool | None]:
    """Return the description in apposition after a name that ends at token i ("X, the head of Y,") and its standing."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in {",", "("}:
        return None, None
    sets = titles()
    end = i + 2
    opened = False
    while end < len(tokens) and end - i < 20:
        mark = tokens[end].text
        if mark in {",", ".", ";", "–", "--", "—"} or (mark == ")" and not opened):
            break
        opened = mark == "(" or (opened and mark != ")")
        end += 1
    end = next((k for k in range(i + 3, end) if tokens[k].lower in _SAID), end)  # its second comma left out
    start = _presented(tokens, i + 2, end)
    if not describes(tokens, start):
        return None, None
    first = tokens[start].lower
    if first.endswith("ed") and first in lemmas() and tokens[min(start + 1, end)].lower not in title_words():
        return None, None  # "the minister, X, *rejected* …"
    for k in range(start, min(end, start + 10)):
        lower = tokens[k].lower
        if lower in sets["official"]:
            return join_tokens(tokens, start, end - 1), not is_private(tokens, start, explained_end(tokens, end) - 1)
        if lower in sets["half_titles"] and any(t.lower in sets["official"] for t in tokens[k + 1 : k + 3]):
            continue  # "the *resident* medical officer"
        if lower in sets["other"]:
            return join_tokens(tokens, start, end - 1), False
        if lower in sets["heading"] and is_of_body(tokens, start, end):
            return join_tokens(tokens, start, end - 1), not is_private(tokens, start, explained_end(tokens, end) - 1)
        if tokens[k].text[0].isdigit() or (
            lower in {"who", "which", "said", "told", "was", "is"} and not tokens[k].text.isupper()
        ):
            break
    return None, None


def _presented(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the description begins in "who took over as *the X*", "who was named *the X*", else `start`."""
    if tokens[start].lower != "who" or start + 2 >= end:
        return start
    if tokens[start + 1].lower in {"is", "was"}:
        return start + 2 + (tokens[start + 2].lower in _CHOSEN and start + 3 < end)
    if tokens[start + 1].lower == "became":
        return start + 2
    own = next((k for k in range(start + 1, min(start + 4, end)) if tokens[k].lower in _ITSELF), None)
    if tokens[start + 1].lower in {"serves", "served", "acts", "acted"}:
        own = start + 1
    elif tokens[start + 1].lower in {"took", "takes"} and tokens[start + 2].lower in {"over", "office"}:
        own = start + 2  # "who *took over* as X"
    return own + 2 if own is not None and own + 2 < end and tokens[own + 1].lower == "as" else start


_SAID = frozenset({"said", "told", "added", "confirmed"})
_CHOSEN = frozenset({"named", "appointed", "elected", "chosen"})
_ITSELF = frozenset({"himself", "herself", "themselves"})
