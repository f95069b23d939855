"""What an incident is called, and what its reports say of it together, from the rows of its sources.

Day and place are those that most independent voices give (a voice that gives two counts for its earliest report), the
earliest report's on ties. Means and scope come from the reports in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from analysis.comparison.voices import Claim
from analysis.tables.wording import capital, say_countries, say_days

Value = TypeVar("Value")
Cells = dict[str, Any]
#: how a run of attacks by one means is called
SERIES_NAMES = {
    "air_strike": "air strikes",
    "rocket": "rocket attacks",
    "drone": "drone attacks",
    "bombing": "bombings",
}


def name_incident(claims: Sequence[Cells], voices: Sequence[Sequence[Claim]]) -> Cells:
    """Sum up an incident from its rows, in the order of their publication, and the voices behind them."""
    row_of = {row["claim_id"]: row for row in claims}
    heard = [[row_of[claim.claim_id] for claim in voice] for voice in voices]
    dated = _most(_first((row["date_from"], row["date_to"]) for row in voice if _dated(row)) for voice in heard)
    first, last = dated or (None, None)
    place = _most(_first(row["place"] for row in voice if row["place"]) for voice in heard)
    kind = _most(_first(row["type"] for row in voice if row["type"] != "other") for voice in heard) or "other"
    country = ";".join(sorted({code for row in claims if row["country"] for code in row["country"].split(";")}))
    scope = claims[0]["scope"]
    where = place.replace(";", " and ") if place else say_countries(country) if country else "place unknown"
    what = [SERIES_NAMES.get(kind, "attacks")] if scope == "series" else []
    return {
        "name": capital(", ".join([*what, where, say_days(first, last)])),
        "scope": scope,
        "date_from": first,
        "date_to": last,
        "earliest": min((row["date_from"] for row in claims if row["date_from"]), default=None),
        "latest": max((row["date_to"] for row in claims if row["date_to"]), default=None),
        "place": place,
        "places": ";".join(dict.fromkeys(row["place"] for row in claims if row["place"])),
        "country": country,
        "type": kind,
        "sources": len({row["source_id"] for row in claims}),
        "voices": len(voices),
    }


def number_names(rows: list[Cells]) -> list[Cells]:
    """Tell incidents of one name apart by a number."""
    common, nth = Counter(row["name"] for row in rows), Counter[str]()
    for row in rows:
        name = row["name"]
        nth[name] += 1
        if common[name] > 1:
            row["name"] = f"{name} ({nth[name]})"
    return rows


def _dated(row: Cells) -> bool:
    return bool(row["date_from"] or row["date_to"])


def _first(values: Iterable[Value]) -> Value | None:
    return next(iter(values), None)


def _most(values: Iterable[Value | None]) -> Value | None:
    """The value that most give, the first on ties; None of none."""
    counted = Counter(value for value in values if value is not None)  # keeps the order of first sight
    return max(counted, key=counted.__getitem__) if counted else None
