"""What kind of people a noun says: the codebook's role of "soldiers", "police officers", "members of the council".

The head noun decides; the words before it decide for heads that say only that somebody belongs to a body ("member",
"leader", "personnel", "people"). Nothing here counts anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from analysis.coding.rows import Role
from analysis.language.text.numbers import parse_number
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _nouns() -> dict[str, tuple[str, Role | None]]:
    """Return every form of every noun for people: its singular and its role (None for members and leaders)."""
    words = read_vocabulary("victims")
    nouns: dict[str, tuple[str, Role | None]] = {}
    for role, names in words["roles"].items():
        for name in names:
            nouns.setdefault(name, (name, Role(role)))
            nouns.setdefault(_plural(name), (name, Role(role)))
    for name in (*words["members"], *words["leaders"]):
        nouns[name] = nouns[_plural(name)] = (name, None)
    for plural, singular in words["plurals"].items():
        if singular in nouns:
            nouns[plural] = nouns[singular]
    return nouns


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the flat word lists of the victims vocabulary as a set."""
    return frozenset(read_vocabulary("victims")[name])


@cache
def _modifiers() -> dict[str, Role]:
    lists = read_vocabulary("victims")["modifiers"]
    return {word: Role(role) for role, words in lists.items() for word in words}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(read_vocabulary("victims")["endings"])


def noun_of_people(tokens: Sequence[Token], first: int, head: int) -> tuple[str, Role | None] | None:
    """Return the singular of the noun for people that ends at the head, with its own role, or None where it is none.

    Three words count before two and two before one ("law enforcement officer", "crew member"); the role is None where
    only the body tells it.
    """
    if head > first + 1:
        three = _nouns().get(f"{tokens[head - 2].lower} {tokens[head - 1].lower} {tokens[head].lower}")
        if three is not None:
            return three
    if head > first:
        pair = _nouns().get(f"{tokens[head - 1].lower} {tokens[head].lower}")
        if pair is not None:
            return pair
    lower = tokens[head].lower
    if lower.endswith(("-year-old", "-year-olds")):
        return ("child", Role.CIVILIAN) if _is_minor(lower.split("-year", 1)[0]) else ("person", Role.UNSPECIFIED)
    found = _nouns().get(lower)
    if found is None and "-" in lower:
        found = _nouns().get(lower.rsplit("-", 1)[1])
    return found


def _is_minor(age: str) -> bool:
    """Tell whether the number before "-year-old" is that of a child."""
    return 0 < (parse_number(age) or 0) < _GROWN


_GROWN = 18


def may_be_people(lower: str) -> bool:
    """Tell whether an unknown noun looks like one for people by its ending ("beekeepers")."""
    return lower.endswith(_endings()) and lower not in _things() and len(lower) > 4


def has_trade(lower: str) -> bool:
    """Tell whether an unknown noun for people says what they live by or do, by its ending ("beekeepers")."""
    return lower not in _nouns() and lower.endswith(tuple(read_vocabulary("victims")["trade_endings"]))


@cache
def _things() -> frozenset[str]:
    things = read_vocabulary("victims")["things"]
    return frozenset(things) | frozenset(_plural(word) for word in things)


def is_thing(lower: str) -> bool:
    """Tell whether a noun is known for no people though it is killed, hurt or captured ("bill", "cattle")."""
    return lower in _things()


def is_plural_noun(lower: str) -> bool:
    """Tell whether a noun for people has the form of a plural, collectives included."""
    found = _nouns().get(lower)
    if lower in word_set("collectives"):
        return True
    return lower.endswith(("s", "men")) if found is None else found[0] != lower


def role_by_words(words: Iterable[str]) -> Role | None:
    """Return the role that the words before a head, or of a body, tell ("police", "army", "aid"); the last decides.

    Two words in a row count before each of them ("armed group", "armed forces").
    """
    modifiers = _modifiers()
    role, before = None, ""
    for word in words:
        role = modifiers.get(f"{before} {word}") or modifiers.get(word, role)
        before = word
    return role
