"""Totals and their parts over sentences: numbers that add up to a row told elsewhere, months of a year's total."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.casualties.claim import Claim
from analysis.coding.rows import Outcome
from analysis.language.quantities import Qualifier
from analysis.vocabulary import read_vocabulary


def is_of_month(claim: Claim, known: Sequence[Claim]) -> bool:
    """Tell whether a list gives month by month the people of a total told: "• January: two raids killed …"."""
    opening = claim.evidence.text.lstrip("•*–-·▪ ").split(":")[0].split(" ")[0].lower()
    if not claim.item or opening not in _MONTHS:
        return False
    totals = (row.victims.quantity.low or 0 for row in known if not row.item)
    return max(totals, default=0) > (claim.victims.quantity.low or 0)


_MONTHS = frozenset(read_vocabulary("calendar")["months"])


def mark_sums(by_outcome: dict[Outcome, list[Claim]]) -> None:
    """Mark rows of one sentence whose numbers add up to a row told elsewhere as its parts."""
    for rows in by_outcome.values():
        sentences: dict[int, list[Claim]] = {}
        for row in rows:
            sentences.setdefault(row.sentence, []).append(row)
        totals = {(row.attack, row.victims.quantity.low): row for row in rows if _is_exact(row) and not row.subset}
        for together in sentences.values():
            parts = [row for row in together if _is_exact(row) and not row.subset]
            if len(parts) < 2 or len({row.attack for row in parts}) > 1:
                continue
            total = totals.get((parts[0].attack, sum(row.victims.quantity.low or 0 for row in parts)))
            if total is not None and total not in parts:
                for row in parts:
                    row.subset = True


def _is_exact(row: Claim) -> bool:
    return row.victims.quantity.qualifier is Qualifier.EXACT and bool(row.victims.quantity.low)
