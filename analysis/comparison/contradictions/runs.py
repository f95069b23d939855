"""Runs of attacks that several sources tell of: series that look the same, for checking how they are told.

Two series of different sources are taken for one run when no two countries are said of them and they share either their
doer and a word of their target, or a beginning ("since late October" and "since Oct 28"). Nothing is linked by this: a
series keeps an incident of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context
from analysis.comparison.mentions import find_words

#: days within which two series that begin "since …" begin together
BEGUN = 14


def find_runs(context: Context) -> Iterator[list[Cells]]:
    """Yield the series that are told of in more than one source, each run once, in the order of the sources."""
    groups: dict[object, list[Cells]] = defaultdict(list)
    for rows in context.members.values():
        for row in rows:
            if row["scope"] == "series" and row["country"]:
                groups["country", row["country"]].append(row)
            if row["scope"] == "series" and _is_open(row):
                groups["since", row["date_from"].toordinal() // BEGUN].append(row)
                groups["since", row["date_from"].toordinal() // BEGUN + 1].append(row)
    told: set[frozenset[str]] = set()
    for rows in groups.values():
        used: set[str] = set()
        for at, one in enumerate(rows):
            if one["claim_id"] in used:
                continue
            run = [one]
            for other in rows[at + 1 :]:
                if other["claim_id"] not in used and all(_is_one(member, other) for member in run):
                    run.append(other)
            names = frozenset(row["claim_id"] for row in run)
            used |= names
            if len(run) > 1 and names not in told:
                told.add(names)
                yield run


def _is_one(one: Cells, other: Cells) -> bool:
    countries = {one["country"], other["country"]} - {None}
    if one["source_id"] == other["source_id"] or len(countries) > 1:
        return False
    if _is_open(one) and _is_open(other) and abs((one["date_from"] - other["date_from"]).days) <= BEGUN:
        return True
    words = find_words(one["target"] or "") & find_words(other["target"] or "")
    return bool(countries) and one["attacker"] is not None and one["attacker"] == other["attacker"] and bool(words)


def _is_open(row: Cells) -> bool:
    return row["date_from"] is not None and "since" in (row["date_text"] or "").casefold()
