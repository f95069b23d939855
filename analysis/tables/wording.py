"""Quantities, days, countries and sources in words, short enough for a table or a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from analysis.vocabulary import read_vocabulary

if TYPE_CHECKING:
    import pandas as pd

#: how a quantity's bounds read
_BOUNDS = {
    "at_least": "at least {}",
    "at_most": "up to {}",
    "about": "about {}",
    "exact": "{}",
}


def say_quantity(low: int | None, high: int | None, qualifier: str | None, printed: str | None) -> str:
    """Write a quantity by its bounds; a vague one in the words as printed, in quotation marks."""
    if qualifier == "vague" or (low is None and high is None):
        return f"“{printed}”" if printed else "some"
    if qualifier == "more_than" and low is not None:
        return f"more than {low - 1:,}"
    if qualifier == "less_than" and high is not None:
        return f"fewer than {high + 1:,}"
    if qualifier == "range" and low is not None and high is not None:
        return f"{low:,} to {high:,}"
    number = low if low is not None else high
    return _BOUNDS.get(qualifier or "exact", "{}").format(f"{number:,}")


def say_day(day: date, *, short: bool = False) -> str:
    """Write a day out: 27 December 2019, or 27 Dec 2019."""
    return f"{day.day} {day:%b} {day.year}" if short else f"{day.day} {day:%B} {day.year}"


def say_days(first: date | None, last: date | None, *, short: bool = False) -> str:
    """Write the days that bound something, as briefly as they allow; "date unknown" where neither is known."""
    if first is None or last is None:
        if first is None and last is None:
            return "date unknown"
        return f"from {say_day(first, short=short)}" if first else f"to {say_day(last, short=short)}"  # type: ignore[arg-type]
    if first == last:
        return say_day(first, short=short)
    if (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year):
        return str(first.year)
    month = f"{first:%b}" if short else f"{first:%B}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and date.fromordinal(last.toordinal() + 1).day == 1
        return f"{month} {first.year}" if whole else f"{first.day} to {say_day(last, short=short)}"
    start = f"{first.day} {month}" if first.year == last.year else say_day(first, short=short)
    return f"{start} to {say_day(last, short=short)}"


def say_country(code: str) -> str:
    """Name a country by its ISO 3166 code; what is no code known to us stays as it is."""
    known = read_vocabulary("countries").get(code)
    return str(known["name"]) if known else code


def say_countries(codes: str) -> str:
    """Name countries joined by `;`: "Iraq and Syria"."""
    return listed([say_country(code) for code in codes.split(";")])


def say_nationality(code: str) -> str:
    """Give the adjective of a country by its ISO 3166 code; what is no code known to us stays as it is."""
    if code == "US":
        return "US"
    known = read_vocabulary("countries").get(code)
    return str(known["adjectives"][0]) if known and known.get("adjectives") else code


def capital(words: str) -> str:
    """Write the first letter large and leave the others as they are: "Injured US military"."""
    return words[:1].upper() + words[1:]


def within(speaker: str) -> str:
    """Write a speaker as it stands behind "by": "the army", "two officials", where a sentence began with "The army"."""
    first, blank, rest = speaker.partition(" ")
    return f"{first.lower()}{blank}{rest}" if first.lower() in _openers() else speaker


@cache
def _openers() -> frozenset[str]:
    """The words that begin a speaker and are part of no name: "the", "many", "officials"."""
    people = (f"{title}s" for title in read_vocabulary("titles")["anonymous"])
    return frozenset([*read_vocabulary("grammar")["determiners"], *_AMOUNTS, *people, "police", "authorities"])


_AMOUNTS = ("one", "two", "three", "four", "some", "several", "many")


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shortened(words: str, longest: int) -> str:
    """Cut words to a length in characters, at a blank where one is near, and mark the cut with "…"."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1].rstrip()
    blank = cut.rfind(" ")
    return (cut[:blank] if blank > longest * 2 // 3 else cut).rstrip(" ,;:-–|") + "…"


def name_sources(sources: pd.DataFrame, longest: int = 28) -> dict[str, str]:
    """Name every source shortly, no two alike: its outlet, else one or two agencies, else its source_id.

    Sources of one name get the day of publication, and where that is the same too, a number.
    """
    names = {str(row.source_id): _name(row, longest) for row in sources.itertuples()}
    common = Counter(names.values())
    for source_id, day in zip(sources["source_id"], sources["published"], strict=True):
        if common[names[source_id]] > 1 and day == day:
            names[source_id] += f", {say_day(day, short=True)}"
    common, nth = Counter(names.values()), Counter[str]()
    for source_id, name in names.items():
        nth[name] += 1
        if common[name] > 1:
            names[source_id] = f"{name} ({nth[name]})"
    return names


def _name(row: object, longest: int) -> str:
    outlet, agencies, source_id = (getattr(row, key) for key in ("outlet", "agencies", "source_id"))
    if isinstance(outlet, str):
        return shortened(outlet, longest)
    if isinstance(agencies, str) and agencies.count(";") < 2:
        return shortened(agencies.replace(";", ", "), longest)
    return shortened(source_id, longest)
