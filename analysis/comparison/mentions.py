"""What linking looks at of an attack as one source has it: day, place, country, means, doer, victims, words.

A mention is taken out of the tables once, so that comparing two of them costs a few set operations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from analysis.comparison.dates import Days, to_days
from analysis.tables.frames import Tables, to_records
from analysis.vocabulary import read_vocabulary

#: a figure of victims: outcome, nationality, role, number
Figure = tuple[str, str, str, int]
_WORD = re.compile(r"[^\W_]{4,}")
#: what an undated attack can still say of its day
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}\b")
_WEEK = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


@dataclass(frozen=True, slots=True)
class Mention:
    """One attack as one source has it, with what linking looks at."""

    claim_id: str
    source_id: str
    days: Days | None
    place: str | None
    countries: frozenset[str]
    type: str
    attacker: str | None
    #: the figures of its casualties that give a number, parts of totals too
    figures: frozenset[Figure] = field(default_factory=frozenset)
    #: ordinal of the day the source was published, None where unknown
    published: int | None = None
    #: the words that carry what its sentence says
    words: frozenset[str] = field(default_factory=frozenset)
    #: "fri" where the day is one, or the words of an attack without a day name one
    weekday: str | None = None
    #: an undated attack whose words give a day of the month ("July 11") that no year makes a date
    dated: str | None = None
    #: the sentence, for likeness of wording
    evidence: str = ""
    #: the doer is named as a fact, by the source or by itself
    certain: bool = False


def to_mentions(tables: Tables) -> dict[str, list[Mention]]:
    """Take the mentions out of the tables, by their scope, in the order of the attacks."""
    figures = _figures(tables)
    published = {
        row["source_id"]: row["published"].toordinal() for row in to_records(tables.sources) if row["published"]
    }
    mentions: dict[str, list[Mention]] = {"single": [], "series": []}
    for row in to_records(tables.attacks):
        victims = figures.get((row["source_id"], row["id"]), frozenset())
        mentions[row["scope"]].append(_mention(row, victims, published.get(row["source_id"])))
    return mentions


@lru_cache(maxsize=4096)
def find_words(text: str) -> frozenset[str]:
    """Find the words of four letters and more that say something of their own; all in lower case."""
    return frozenset(_WORD.findall(text.lower())) - _usual()


@cache
def _usual() -> frozenset[str]:
    words: list[str] = read_vocabulary("usual_words")
    return frozenset(words)


def _figures(tables: Tables) -> dict[tuple[str, str], frozenset[Figure]]:
    found: dict[tuple[str, str], set[Figure]] = defaultdict(set)
    for row in to_records(tables.casualties):
        if row["attack"] and row["qualifier"] in ("exact", "at_least") and row["low"]:
            figure = (row["outcome"], row["nationality"] or "", row["role"], int(row["low"]))
            found[row["source_id"], row["attack"]].add(figure)
    return {key: frozenset(figures) for key, figures in found.items()}


def _mention(row: dict[str, Any], figures: frozenset[Figure], published: int | None) -> Mention:
    days = to_days(row["date_from"], row["date_to"])
    words = row["date_text"] or ""
    weekday = _WEEKDAY.search(words)
    return Mention(
        claim_id=row["claim_id"],
        source_id=row["source_id"],
        days=days,
        place=row["place"],
        countries=frozenset((row["country"] or "").split(";")) - {""},
        type=row["type"],
        attacker=row["attacker"],
        figures=figures,
        published=published,
        words=find_words(row["evidence"]),
        weekday=_weekday(days, weekday.group(1).lower() if weekday else None),
        dated=words.casefold() if days is None and _DAY.search(words) else None,
        evidence=row["evidence"],
        certain=row["attribution"] in ("stated", "claimed"),
    )


def _weekday(days: Days | None, printed: str | None) -> str | None:
    if days is None:
        return printed
    return _WEEK[(days.first - 1) % 7] if days.first == days.last else None
