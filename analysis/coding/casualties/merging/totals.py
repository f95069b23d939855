"""Totals and their parts over sentences: numbers that add up to a row told elsewhere, months of a year's total."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from analysis.coding.casualties.claim import Claim
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims.people import word_set
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
        totals = {(row.attack, row.victims.quantity.low): row for row in rows if _is_exact(row) and _is_whole(row)}
        for together in sentences.values():
            _mark_told_again(together)
            parts = [row for row in together if _is_exact(row) and not row.subset]
            if len(parts) < 2 or len({row.attack for row in parts}) > 1:
                continue
            total = totals.get((parts[0].attack, sum(row.victims.quantity.low or 0 for row in parts)))
            if total is not None and total not in parts and all(_may_be_of(row, total) for row in parts):
                for row in parts:
                    row.subset = True

        _mark_spread(totals.values(), rows)


def _mark_told_again(together: Sequence[Claim]) -> None:
    """Mark those of one sentence whom another verb tells part by part: "seven died … , killing two clerks and five"."""
    total, parts = together[0], [row for row in together[1:] if not row.subset]
    triggers = {row.figure.first for row in parts}
    if len(parts) < _SEVERAL or len(triggers) > 1 or total.figure.first in triggers or not _is_whole(total):
        return
    alike = total.victims.role is Role.UNSPECIFIED and all(row.attack == total.attack for row in parts)
    low = sum(row.victims.quantity.low or 0 for row in parts)
    if alike and low == total.victims.quantity.low and all(_is_exact(row) for row in (total, *parts)):
        for row in parts:
            row.subset = True


def mark_runs(claims: Sequence[Claim], unlike: Callable[[str, str], bool]) -> None:
    """Mark the people told attack by attack after a total, where the first of them add up to it; `unlike`: attacks of
    types so different that no total counts the people of both.
    """
    for outcome in Outcome:
        rows = [row for row in claims if row.outcome is outcome]
        for total in rows:
            told = total.victims.quantity
            if _is_whole(total) and (told.low or 0) > _FEW and told.qualifier in {Qualifier.EXACT, Qualifier.AT_LEAST}:
                _mark_run(total, rows, unlike)


def _mark_spread(totals: Iterable[Claim], rows: Sequence[Claim]) -> None:
    """Mark the people of a total whom the sentences after it tell one by one, where they are all that it counts."""
    by_attack: dict[str | None, list[Claim]] = {}
    for row in rows:
        if not row.subset and row.victims.quantity.low != 0:
            by_attack.setdefault(row.attack, []).append(row)
    for total in totals:
        others = [row for row in by_attack.get(total.attack, ())[:_MOST] if row is not total]
        low, after = total.victims.quantity.low or 0, all(row.sentence > total.sentence for row in others)
        near = all(row.sentence - total.sentence <= _NEAR and _is_exact(row) for row in others)
        if total.attack is None or total.subset or not (len(others) > 1 and after and near):
            continue
        if sum(row.victims.quantity.low or 0 for row in others) == low and all(_fits(row, total) for row in others):
            for row in others:
                row.subset = True


def _mark_run(total: Claim, rows: Sequence[Claim], unlike: Callable[[str, str], bool]) -> None:
    """Mark those of some rows that are told right after a total and add up to it."""
    parts: list[Claim] = []
    low = total.victims.quantity.low or 0
    for row in rows:
        if (
            row.sentence <= total.sentence
            or row.subset
            or row.victims.quantity.low == 0
            or not _may_be_of_total(row, total)
        ):
            continue
        low -= row.victims.quantity.low or 0
        if low < 0 or not _is_exact(row) or row.sentence - total.sentence > _NEAR:
            return
        if unlike(total.attack or "", row.attack or ""):
            return
        parts.append(row)
        if low == 0:
            break
    if low or len(parts) < _SEVERAL or parts[0].victims.others:
        return
    for row in parts:
        row.subset = True
        if row.victims.role is total.victims.role:
            nation, group = total.victims.nationality, total.victims.group
            kind = replace(row.victims, nationality=row.victims.nationality or nation, group=row.victims.group or group)
            row.victims = kind


def _may_be_of_total(part: Claim, total: Claim) -> bool:
    """Tell whether people may be some of a total: of its role, or it has none."""
    return total.victims.role in {Role.UNSPECIFIED, part.victims.role}


#: a total that is more than chance, and its parts
_FEW, _SEVERAL = 2, 2


def _is_whole(row: Claim) -> bool:
    """Tell whether a row may be a total: no part of another, and no kin, of whom strangers are no part."""
    return not row.subset and row.victims.noun not in word_set("kin")


def _may_be_of(part: Claim, total: Claim) -> bool:
    """Tell whether the roles of people allow that a total counts them."""
    return Role.UNSPECIFIED in {part.victims.role, total.victims.role} or part.victims.role is total.victims.role


def _fits(part: Claim, total: Claim) -> bool:
    """Tell whether people may be some of a total: of its role, or it has none."""
    return _may_be_of_total(part, total) and not part.victims.others


#: rows of one attack, and sentences after a total, among which its people are told one by one
_MOST, _NEAR = 12, 6


def _is_exact(row: Claim) -> bool:
    return row.victims.quantity.qualifier is Qualifier.EXACT and bool(row.victims.quantity.low)
