"""From attacks as each source has them to incidents: one attack, however many sources report it.

Every attack row gets an `incident_id`. A single shares it with the same attack in other sources (`links.py` says
which); a series keeps one of its own and never swallows a single, but the table of incidents says of which series a
single can be part. The id comes from the claim of the earliest report, so that a later source that joins does not
change it. `compare_links` gives the reasons for every pair that stands in one incident.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING, Any

from analysis.comparison.grouping import Pair, check_pairs, group_links
from analysis.comparison.links import find_links, link_mentions
from analysis.comparison.mentions import Mention, to_mentions
from analysis.comparison.naming import name_incident, number_names
from analysis.comparison.schema import INCIDENTS, LINKS
from analysis.comparison.series import find_series
from analysis.comparison.voices import find_voices, to_claim
from analysis.tables.frames import Tables, to_frame, to_records

if TYPE_CHECKING:
    import pandas as pd

Cells = dict[str, Any]
#: what a pair of one incident is tied by when nothing ties the two directly
THROUGH = "joined through other reports, or by a correction"


def compare_attacks(tables: Tables, same: Collection[Pair] = (), not_same: Collection[Pair] = ()) -> Tables:
    """Give every attack the `incident_id` of its incident; tables that have them already come back as they are.

    `same` and `not_same` are pairs of claim_ids that a person says are of one incident, or of two; a claim of another
    table stands for the attack that it belongs to. Raises ComparisonError where they contradict each other or name an
    unknown claim.
    """
    import pandas as pd

    if "incident_id" in tables.attacks.columns:
        return tables
    names = _name_incidents(tables, same, not_same)
    ids = pd.Series(
        [names[claim_id] for claim_id in tables.attacks["claim_id"]], dtype="str", index=tables.attacks.index
    )
    return replace(tables, attacks=tables.attacks.assign(incident_id=ids))


def compare_incidents(tables: Tables) -> pd.DataFrame:
    """Make the table of incidents (columns: `INCIDENTS`), in the order of their days, the undated last."""
    compared = compare_attacks(tables)
    credits, published = credits_of(compared), rank_sources(compared)
    rows = []
    for incident_id, claims in members_of(compared).items():
        claims.sort(key=lambda row: published[row["source_id"]])
        voices = find_voices([to_claim(row, "attacks", credits) for row in claims])
        rows.append({"incident_id": incident_id, **name_incident(claims, voices)})
    rows.sort(key=_when)
    parts = find_series(rows, members_of(compared))
    for row in rows:
        row["part_of"] = ";".join(parts.get(row["incident_id"], ()))
    return to_frame("incidents", number_names(rows), INCIDENTS)


def compare_links(tables: Tables) -> pd.DataFrame:
    """Make the table of links (columns: `LINKS`): each two claims of one incident, how strongly tied, and by what."""
    compared = compare_attacks(tables)
    mentions = {mention.claim_id: mention for told in to_mentions(compared).values() for mention in told}
    rows = []
    for incident_id, claims in members_of(compared).items():
        members = {row["claim_id"]: mentions[row["claim_id"]] for row in claims}
        for one, other in combinations(members.values(), 2):
            link = link_mentions(one, other)
            rows.append(
                {
                    "incident_id": incident_id,
                    **_pair(one, other),
                    "score": f"{link.score:.2f}" if link else None,
                    "reasons": ";".join(link.reasons) if link else THROUGH,
                }
            )
    return to_frame("links", rows, LINKS)


def members_of(compared: Tables) -> dict[str, list[Cells]]:
    """Group the rows of the attacks by incident, in the order of the attacks."""
    members: dict[str, list[Cells]] = defaultdict(list)
    for row in to_records(compared.attacks):
        members[row["incident_id"]].append(row)
    return dict(members)


def credits_of(tables: Tables) -> dict[str, tuple[str, ...]]:
    """Give the agencies that each source credits, by source_id."""
    rows = to_records(tables.sources)
    return {row["source_id"]: tuple(filter(None, (row["agencies"] or "").split(";"))) for row in rows}


def rank_sources(tables: Tables) -> dict[str, tuple[str, int]]:
    """Rank the sources by the day of publication, the undated last, then by their order."""
    return {
        row["source_id"]: (str(row["published"] or "9999"), at) for at, row in enumerate(to_records(tables.sources))
    }


def _name_incidents(tables: Tables, same: Collection[Pair], not_same: Collection[Pair]) -> dict[str, str]:
    """Map the claim_id of every attack to the id of its incident."""
    published = rank_sources(tables)
    mentions = to_mentions(tables)
    attack_of = _attacks_of_claims(tables) if same or not_same else {}
    groups = group_links(
        [*mentions["single"], *mentions["series"]],
        find_links(mentions["single"]),
        check_pairs(same, attack_of, "same"),
        check_pairs(not_same, attack_of, "not_same"),
    )
    names: dict[str, str] = {}
    for group in groups:
        anchor = min(group, key=lambda mention: (published[mention.source_id], mention.claim_id))
        names |= {mention.claim_id: _incident_id(anchor) for mention in group}
    return names


def _attacks_of_claims(tables: Tables) -> Mapping[str, str]:
    """Map every claim that is an attack or belongs to one to the attack's claim_id."""
    rows = to_records(tables.attacks)
    attacks = {(row["source_id"], row["id"]): row["claim_id"] for row in rows}
    figures = {
        row["claim_id"]: attacks[row["source_id"], row["attack"]]
        for row in to_records(tables.casualties)
        if row["attack"]
    }
    return figures | {claim_id: claim_id for claim_id in attacks.values()}


def _incident_id(anchor: Mention) -> str:
    return "i" + sha256(anchor.claim_id.encode()).hexdigest()[:10]


def _pair(one: Mention, other: Mention) -> Cells:
    first, second = sorted((one, other), key=lambda mention: mention.claim_id)
    return {
        "source_id": first.source_id,
        "claim_id": first.claim_id,
        "other_source_id": second.source_id,
        "other_claim_id": second.claim_id,
    }


def _when(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (str(row["date_from"] or row["date_to"] or "9999"), row["scope"], row["name"], row["incident_id"])
