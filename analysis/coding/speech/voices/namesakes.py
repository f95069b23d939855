"""Namesakes: whether a name is a longer one cut short, or another person's with the same last word."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors.persons import Person, is_name_like, titles
from analysis.language.text.tokens import Token


def is_last_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell tokens first to last as a name of one word with the particles before it, "Von der Berg"."""
    particles = all(tokens[k].lower in titles()["particles"] for k in range(first, last))
    return particles and is_name_like(tokens[last])


def is_end_of(name: str, full: str) -> bool:
    """Tell a last name that a longer name ends with: of one word, behind "Abu", "bin", "von der" too."""
    short, long = name.casefold().split(), full.casefold().split()
    return titles()["particles"].issuperset(short[:-1]) and (len(short) == 1 or long[-len(short) :] == short)


def fuller(person: Person, full: Person | None) -> Person:
    """Return the person whose name in full a text tells where it can be this one's, else the person as named here.

    "Ali Noor", "A. Noor" and "Abu Noor" may be "Ali Abu Noor"; another given name is another one's.
    """
    if full is None:
        return person
    words, known = person.name.casefold().split(), full.name.casefold().split()
    same = len(words) == 1 or words[0] in known or words[0][0] == known[0][0]
    return full if same else person
