"""From attacks as each source has them to incidents: one attack, however many sources report it.

Every attack row gets an `incident_id`. A single shares it with the same attack in other sources (`links.py` says
which); a series keeps one of its own. The id comes from the claim of the earliest report, so that a later source that
joins does not change it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from analysis.comparison.dates import Days
from analysis.comparison.links import Mention, find_links, group_links
from analysis.comparison.schema import INCIDENTS
from analysis.tables.frames import Tables, to_frame, to_records
from analysis.tables.wording import say_countries, say_days

if TYPE_CHECKING:
    import pandas as pd

Value = TypeVar("Value")
#: how a run of attacks by one means is called
SERIES_NAMES = {
    "air_strike": "air strikes",
    "rocket": "rocket attacks",
    "drone": "drone attacks",
    "bombing": "bombings",
}


def compare_attacks(tables: Tables) -> Tables:
    """Give every attack the `incident_id` of its incident; tables that have them already come back as they are."""
    import pandas as pd

    if "incident_id" in tables.attacks.columns:
        return tables
    names = _name_incidents(tables)
    ids = pd.Series(
        [names[claim_id] for claim_id in tables.attacks["claim_id"]], dtype="str", index=tables.attacks.index
    )
    return replace(tables, attacks=tables.attacks.assign(incident_id=ids))


def compare_incidents(tables: Tables) -> pd.DataFrame:
    """Make the table of incidents (columns: `INCIDENTS`), in the order of their days, the undated last."""
    compared = compare_attacks(tables)
    published = _published(compared)
    members: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in to_records(compared.attacks):
        members[row["incident_id"]].append(row)
    rows = [
        _incident(incident_id, sorted(claims, key=lambda row: published[row["source_id"]]))
        for incident_id, claims in members.items()
    ]
    rows.sort(
        key=lambda row: (
            str(row["date_from"] or row["date_to"] or "9999"),
            row["scope"],
            row["name"],
            row["incident_id"],
        )
    )
    return to_frame("incidents", _numbered(rows), INCIDENTS)


def to_mentions(tables: Tables) -> list[Mention]:
    """Take out of the tables what linking looks at: the single attacks, with the figures of their casualties."""
    figures: dict[tuple[str, str], set[tuple[str, str, str, int]]] = defaultdict(set)
    for row in to_records(tables.casualties):
        if row["attack"] and row["qualifier"] == "exact" and not row["subset"] and row["low"]:
            key = (row["source_id"], row["attack"])
            figures[key].add((row["outcome"], row["nationality"] or "", row["role"], int(row["low"])))
    return [
        Mention(
            claim_id=row["claim_id"],
            source_id=row["source_id"],
            days=_days(row),
            place=row["place"],
            countries=frozenset((row["country"] or "").split(";")) - {""},
            type=row["type"],
            attacker=row["attacker"],
            figures=frozenset(figures[row["source_id"], row["id"]]),
        )
        for row in to_records(tables.attacks)
        if row["scope"] == "single"
    ]


def _name_incidents(tables: Tables) -> dict[str, str]:
    """Map the claim_id of every attack to the id of its incident."""
    published = _published(tables)
    mentions = to_mentions(tables)
    names: dict[str, str] = {}
    for group in group_links(mentions, find_links(mentions)):
        anchor = min(group, key=lambda mention: (published[mention.source_id], mention.claim_id))
        names |= {mention.claim_id: _incident_id(anchor.claim_id) for mention in group}
    return {claim_id: names.get(claim_id) or _incident_id(claim_id) for claim_id in tables.attacks["claim_id"]}


def _incident_id(claim_id: str) -> str:
    return "i" + sha256(claim_id.encode()).hexdigest()[:10]


def _incident(incident_id: str, claims: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Sum up an incident from its claims, which stand in the order of their publication."""
    first, last = _most((row["date_from"], row["date_to"]) for row in claims if row["date_from"] or row["date_to"]) or (
        None,
        None,
    )
    place = _most(row["place"] for row in claims if row["place"])
    country = ";".join(sorted({code for row in claims if row["country"] for code in row["country"].split(";")}))
    kind = _most(row["type"] for row in claims if row["type"] != "other") or "other"
    scope = claims[0]["scope"]
    where = place.replace(";", " and ") if place else say_countries(country) if country else "place unknown"
    what = [SERIES_NAMES.get(kind, "attacks")] if scope == "series" else []
    return {
        "incident_id": incident_id,
        "name": _capital(", ".join([*what, where, say_days(first, last)])),
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
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _numbered(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell incidents of one name apart by a number."""
    common, nth = Counter(row["name"] for row in rows), Counter[str]()
    for row in rows:
        name = row["name"]
        nth[name] += 1
        if common[name] > 1:
            row["name"] = f"{name} ({nth[name]})"
    return rows


def _most(values: Iterable[Value]) -> Value | None:
    """The value that most give, the first on ties; None of none."""
    counted = Counter(values)  # keeps the order of first sight, and max takes the first of equals
    return max(counted, key=counted.__getitem__) if counted else None


def _published(tables: Tables) -> dict[str, tuple[str, int]]:
    """Rank the sources by the day of publication, the undated last, then by their order."""
    return {
        row["source_id"]: (str(row["published"] or "9999"), at) for at, row in enumerate(to_records(tables.sources))
    }


def _days(row: dict[str, Any]) -> Days | None:
    first, last = row["date_from"] or row["date_to"], row["date_to"] or row["date_from"]
    if row["date_from"] is None or row["date_to"] is None:
        return None
    return Days(first.toordinal(), last.toordinal())
