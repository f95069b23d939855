"""What the rows of a readers' table can be filtered and sorted by: source, country, side and days.

Facets of a row: `id` (its claim), `source`, `country` and `side` (lists of words), `from` and `to` (ISO days), and
`sort` (what a column is sorted by where that is not its text). What is not known is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from analysis.tables.wording import say_country

Facets = dict[str, Any]


def find_facets(name: str, row: Mapping[str, Any], source: str) -> Facets:
    """Find the facets of a row of one of the four tables; a casualty carries its attack's row in `of`."""
    attack = row if name == "attacks" else row.get("of") or {}
    first, last = _days(name, row, attack)
    known = {
        "id": row["claim_id"],
        "source": source,
        "country": _countries(row["place"] if name == "troops" else attack.get("country")),
        "side": _side(name, row),
        "from": first,
        "to": last,
        "sort": {head: value for head, value in _order(name, row, first).items() if value is not None},
    }
    return {key: value for key, value in known.items() if value}


def _countries(codes: str | None) -> list[str]:
    return [say_country(code) for code in codes.split(";")] if codes else []


def _side(name: str, row: Mapping[str, Any]) -> list[str]:
    """Who is blamed, who suffered, whose troops, for whom somebody speaks."""
    if name == "casualties":
        return [say_country(code) for code in row["nationality"].split(";")] if row["nationality"] else []
    side = row[{"attacks": "attacker", "troops": "force", "statements": "affiliation"}[name]]
    return [say_country(side)] if side else []


def _days(name: str, row: Mapping[str, Any], attack: Mapping[str, Any]) -> tuple[str | None, str | None]:
    if name in ("troops", "statements"):
        day = row["as_of"] if name == "troops" else row["date"]
        return (str(day), str(day)) if day else (None, None)
    first, last = attack.get("date_from"), attack.get("date_to")
    return str(first or last) if first or last else None, str(last or first) if first or last else None


def _order(name: str, row: Mapping[str, Any], first: str | None) -> dict[str, Any]:
    if name == "attacks":
        low, high = row["munitions_low"], row["munitions_high"]
        return {"When": first, "Rounds": low if low is not None else high}
    if name == "statements":
        return {}
    low = row["low"] if row["low"] is not None else row["high"]
    return {"Number": low, "As of": first} if name == "troops" else {"Attack": first, "Number": low}
