"""Totals and their parts: what one source adds up, so that "seven" and "five and two" can be set side by side.

A total counts people of a wider group than its parts: "seven Americans" and "five soldiers and two contractors". Within
a source the parts may not exceed the total; where they make it up exactly, that is said. A source that gives only parts
gives their sum as the least that it counts: others may have been left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.comparison.intervals import Interval, add, to_interval

Cells = dict[str, Any]
#: characters between a total and its parts
NEAR = 600


@dataclass(frozen=True, slots=True)
class Sum:
    """A total beside its parts in one source; `fits` is False where the parts exceed it."""

    total: Cells
    parts: tuple[Cells, ...]
    fits: bool
    exact: bool

    @property
    def words(self) -> str:
        """The sum as printed: "Seven = five + two"."""
        sign = "=" if self.exact else ">=" if self.fits else "<"
        return f"{self.total['text']} {sign} {' + '.join(str(part['text']) for part in self.parts)}"


def interval_of(row: Cells) -> Interval:
    """The interval of a row of figures."""
    return to_interval(row["low"], row["high"], row["qualifier"])


def find_sums(figures: Sequence[Cells]) -> list[Sum]:
    """Find the totals among the figures of one source, attack and outcome, each with its parts."""
    found = []
    for total in figures:
        told = sorted(figures, key=lambda row: row["start"])
        parts = _disjoint([row for row in told if row is not total and _is_part(row, total)])
        if parts and (len(parts) > 1 or parts[0]["part"]):
            whole, rest = interval_of(total), add([interval_of(part) for part in parts])
            fits = whole.high is None or (rest.low or 0) <= whole.high or not _is_own(parts, figures)
            exact = len(parts) > 1 and (rest.low, rest.high) == (whole.low, whole.high)
            found.append(Sum(total, tuple(parts), fits, exact))
    return found


def derive_total(figures: Sequence[Cells], nationality: str | None) -> tuple[Interval, list[Cells]] | None:
    """Add up the figures of one source on a nation's people (None: on all) where it gives no such total itself."""
    parts = _disjoint([row for row in figures if not row["part"] and nationality in (None, row["nationality"])])
    if not parts:
        return None
    least = add([interval_of(part) for part in parts])
    return Interval(least.low, None, least.usual), parts


def _is_part(row: Cells, total: Cells) -> bool:
    """Whether a figure counts some of a total's people: the total leaves open what the part says of them."""
    if total["part"] or total["role"] != "unspecified":
        return bool(row["part"]) and not total["part"] and _group(row) == _group(total)
    if total["nationality"] is not None and row["nationality"] not in (None, total["nationality"]):
        return False
    return bool(row["part"]) or (row["role"] != "unspecified" and total["nationality"] == row["nationality"])


def _is_own(parts: Sequence[Cells], figures: Sequence[Cells]) -> bool:
    """Whether parts can only be of this total: it is the one whole figure, and all are counted near each other."""
    wholes = [row for row in figures if not row["part"]]
    starts = [row["start"] for row in (*wholes, *parts)]
    counted = all(is_counted(row) for row in (*wholes, *parts))
    return len(wholes) == 1 and counted and max(starts) - min(starts) < NEAR


def is_counted(row: Cells) -> bool:
    """Whether a figure is a number, and not one person who is named or described ("a child", "Woman")."""
    return row["low"] != 1 or row["qualifier"] != "exact" or str(row["text"]).casefold() in ("one", "1")


def _disjoint(rows: Sequence[Cells]) -> list[Cells]:
    """Keep one figure per group of people, so that nobody is counted twice."""
    kept: dict[tuple[Any, ...], Cells] = {}
    for row in rows:
        kept.setdefault(_group(row), row)
    return list(kept.values())


def _group(row: Cells) -> tuple[Any, ...]:
    return (row["nationality"], row["role"], row["group"])
