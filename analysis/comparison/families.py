"""Families of sources: what sources share, claim by claim, and why that is one voice.

A family is one shared thing: an agency whose reporting several pages carry, a wording that goes from page to page, a
named speaker whom several quote. A source can stand in several families; nothing makes two families one, so that a
page that credits four agencies joins none of them to another. Only claims that meet are looked at: those of one
incident, and sentences of different sources that are near-identical.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

from analysis.comparison.answers import Cells
from analysis.comparison.incidents import compare_attacks, credits_of
from analysis.comparison.schema import FAMILIES
from analysis.comparison.voices import Claim, tie_claims, to_claim
from analysis.comparison.wording import to_runs
from analysis.tables.frames import Tables, to_frame, to_records
from analysis.tables.schema import CLAIMS

if TYPE_CHECKING:
    import pandas as pd

#: a run of words that so many claims have says nothing of copying
COMMON = 20
_ORDER = ("agency", "wording", "speaker")


def compare_families(tables: Tables) -> pd.DataFrame:
    """Make the table of families (columns: `FAMILIES`): a row per family and source, with a claim that shows it."""
    compared = compare_attacks(tables)
    shared: dict[tuple[str, str], dict[str, set[Claim]]] = defaultdict(lambda: defaultdict(set))
    for one, other in _meeting(compared):
        tie = tie_claims(one, other)
        if tie is not None and tie.reason != "source":
            name = tie.name or "+".join(sorted((one.source_id, other.source_id)))
            for claim in (one, other):
                shared[tie.reason, name][claim.source_id].add(claim)
    rank = {source_id: at for at, source_id in enumerate(compared.sources["source_id"])}
    rows: list[Cells] = []
    for reason, name, members in _families(shared):
        family_id = "f" + sha256(f"{reason} {name}".encode()).hexdigest()[:8]
        for source_id in sorted(members, key=rank.__getitem__):
            claims = sorted(members[source_id], key=lambda claim: (claim.table, claim.claim_id))
            rows.append(
                {
                    "family_id": family_id,
                    "reason": reason,
                    "name": None if reason == "wording" else name,
                    "source_id": source_id,
                    "claims": len(claims),
                    "table": claims[0].table,
                    "claim_id": claims[0].claim_id,
                    "evidence": claims[0].evidence,
                }
            )
    return to_frame("families", rows, FAMILIES)


def _families(
    shared: dict[tuple[str, str], dict[str, set[Claim]]],
) -> list[tuple[str, str, dict[str, set[Claim]]]]:
    """Sort the families: agencies, wordings, speakers; the larger first; wordings of the same pages as one."""
    found = [(reason, name, dict(members)) for (reason, name), members in shared.items()]
    return sorted(found, key=lambda f: (_ORDER.index(f[0]), -len(f[2]), -sum(map(len, f[2].values())), f[1]))


def _meeting(tables: Tables) -> Iterable[tuple[Claim, Claim]]:
    """Yield the pairs of claims of different sources that meet in an incident or in a run of words, each once."""
    claims = _claims(tables)
    groups: dict[object, list[int]] = defaultdict(list)
    for at, (claim, incident) in enumerate(claims):
        if incident is not None:
            groups["incident", incident, claim.table].append(at)
    common = Counter(run for claim, _ in claims for run in to_runs(claim.evidence))
    for at, (claim, _) in enumerate(claims):
        for run in to_runs(claim.evidence):
            if 1 < common[run] <= COMMON:
                groups["run", run].append(at)
    seen: set[tuple[int, int]] = set()
    for members in groups.values():
        for one, other in combinations(members, 2):
            if (one, other) not in seen and claims[one][0].source_id != claims[other][0].source_id:
                seen.add((one, other))
                yield claims[one][0], claims[other][0]


def _claims(tables: Tables) -> Sequence[tuple[Claim, str | None]]:
    """Every claim of the tables, with its incident where it has one."""
    credits = credits_of(tables)
    incident_of = {(row["source_id"], row["id"]): row["incident_id"] for row in to_records(tables.attacks)}
    found: list[tuple[Claim, str | None]] = []
    for table in CLAIMS:
        for row in to_records(getattr(tables, table)):
            incident = row.get("incident_id") or incident_of.get((row["source_id"], row.get("attack")))
            found.append((to_claim(row, table, credits), incident))
    return found
