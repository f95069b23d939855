"""Ages after nouns for people: "aged 70", "of 70", "in her seventies", ", aged three and seven,", "(7 years)".

An age counts nobody: the words for people go on past it, to either side.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims.people import word_set
from analysis.language.grammar.phrases import NounGroup
from analysis.language.text.numbers import parse_number


def past_age(reading: SentenceReading, last: int) -> int:
    """Return the last token of the age after a noun for people that ends at `last`; `last` where there is none."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = last + 1
    if i + 2 < len(tokens) and tokens[i].text == "(":
        return _past_bracket(reading, i) or last
    if i + 2 < len(tokens) and tokens[i].text == "," and tokens[i + 1].lower == "aged":
        return _past_ages(reading, i + 2) or last
    if i + 2 < len(tokens) and tokens[i].lower == "aged":
        return _past_ages(reading, i + 1) or last
    if i + 2 < len(tokens) and tokens[i].lower == "born" and tokens[i + 1].lower in {"in", "on"}:
        year = at[i + 2]
        return year.last if isinstance(year, NounGroup) else last  # "a woman born in 1956"
    if i + 4 < len(tokens) and tokens[i].text == "," and tokens[i + 1].text.isdigit():
        end = _past_ages(reading, i + 1) or last
        several = end > i + 1 and all(t.text.isdigit() or t.lower in _BETWEEN for t in tokens[i : end + 1])
        return end if several and end + 1 < len(tokens) and tokens[end + 1].text in {",", "."} else last
    inner = at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in _OF_AGE else None
    if not isinstance(inner, NounGroup) or inner.first != i + 1:
        return last
    head = tokens[inner.head].lower
    if tokens[i].lower == "in":
        decade = head in word_set("decades") or head.removeprefix("mid-") in word_set("decades")
        decade = decade or (head == "s" and tokens[inner.head - 1].text.isdigit())  # "in her 30s"
        return inner.last if decade else last
    return inner.last if inner.bare and at[i + 1] is inner and _is_age(head) else last


_OF_AGE = frozenset({"of", "in"})
_OLDEST = 120


def _is_age(lower: str) -> bool:
    return 0 < (parse_number(lower) or 0) < _OLDEST


def _past_bracket(reading: SentenceReading, i: int) -> int | None:
    """Return the bracket that closes "(7 years)", "(aged 7)" at token i, or None."""
    tokens = reading.sentence.tokens
    end = next((j for j in range(i + 2, min(i + _BRACKET, len(tokens))) if tokens[j].text == ")"), None)
    inside = [token.lower for token in tokens[i + 1 : end]] if end is not None else []
    return end if inside and any(map(_is_age, inside)) and all(w in _YEARS or _is_age(w) for w in inside) else None


#: tokens of "(7 years old)"
_BRACKET = 6
_YEARS = frozenset({"years", "year", "old", "aged", "age", "months", "-", "and"})
_BETWEEN = frozenset({"and", ",", "to", "between", "from"})


def _past_ages(reading: SentenceReading, i: int) -> int | None:
    """Return the last of the ages from token i on ("three, five and seven"), or None."""
    tokens = reading.sentence.tokens
    last = None
    while i < len(tokens) and (tokens[i].lower in _BETWEEN or _is_age(tokens[i].lower)):
        last = i if _is_age(tokens[i].lower) else last
        i += 1
    return last


def before_bracket(reading: SentenceReading, i: int) -> int:
    """Return the token before the age in brackets that token i closes, "Sami Ali | (12)"; i where it closes none."""
    tokens = reading.sentence.tokens
    for j in range(i - 1, max(0, i - _BRACKET), -1):
        if tokens[i].text == ")" and tokens[j].text == "(":
            return j - 1 if _past_bracket(reading, j) == i else i
    return i


def before_ages(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the people before ", aged three and seven" or "born in 1956" for the group of the age; None for no age."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = group.first
    born = group.preposition - 1 if group.preposition else 0
    if born > 0 and tokens[born].lower == "born":
        people = at[born - 1]
        return people if isinstance(people, NounGroup) else None  # "a woman born in 1956 and a man"
    while group.bare and i > 0 and (tokens[i].lower in _BETWEEN or _is_age(tokens[i].lower)):
        i -= 1
    if i < 2 or i == group.first or tokens[i].lower != "aged":
        return None
    before = at[i - 2] if tokens[i - 1].text == "," else at[i - 1]
    return before if isinstance(before, NounGroup) else None
