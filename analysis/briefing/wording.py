"""Numbers and agreement in running text, for any data: none, one or several.

Quantities, days, countries and sources are worded by `analysis.tables.wording`, here as in tables and charts.
"""

from __future__ import annotations

from collections.abc import Iterable

from analysis.tables.wording import listed

#: names that a sentence lists
NAMED = 5
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_in_words(number: int) -> str:
    """Write a whole number: 0 to 9 as words, others in figures with thousands apart."""
    if number == 0:
        return "none"
    return SMALL[number] if 0 < number < len(SMALL) else f"{number:,}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Write how many there are of something: "no attacks", "one attack", "12 attacks"."""
    word = one if number == 1 else many or one + "s"
    return f"{'no' if number == 0 else number_in_words(number)} {word}"


def name_some(names: Iterable[str]) -> str:
    """List names, each once; of many the first, and how many more."""
    once = list(dict.fromkeys(names))
    if len(once) > NAMED + 1:
        once = [*once[:NAMED], f"{len(once) - NAMED:,} others"]
    return listed(once)


def choose(number: int, one: str, many: str) -> str:
    """Choose the form that agrees with a number: "was" or "were"."""
    return one if number == 1 else many


def say(code: object) -> str:
    """Write a code of the tables as words: "security_forces" as "security forces"."""
    return str(code).replace("_", " ")
