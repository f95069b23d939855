"""Entries that cannot all hold: refused in one line that names them.

A claim dropped and kept, corrected and confirmed, or set to two values; a row added twice; two claims said to be of one
incident and of two, also through others. The same thing said twice is no contradiction.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from analysis.corrections.entries import Action, Correction
from analysis.corrections.errors import CorrectionsError

_SAYS = {
    Action.CONFIRM: "confirms",
    Action.SET: "corrects",
    Action.ADD: "adds",
    Action.SAME: "links",
    Action.NOT_SAME: "parts",
}


def check_contradictions(entries: Sequence[Correction]) -> None:
    """Raise CorrectionsError where entries contradict each other."""
    of_claim: dict[str, list[Correction]] = defaultdict(list)
    for entry in entries:
        for claim_id in entry.claim_ids:
            of_claim[claim_id].append(entry)
    for claim_id, told in of_claim.items():
        _check_claim(claim_id, told)
    _check_links(entries)


def _check_claim(claim_id: str, told: Sequence[Correction]) -> None:
    drop = _first(told, Action.DROP)
    kept = next((entry for entry in told if entry.action is not Action.DROP), None)
    if drop and kept:
        _refuse(kept, drop, f"{_SAYS[kept.action]} {claim_id} and the other drops it")
    confirm, changed = _first(told, Action.CONFIRM), _first(told, Action.SET)
    if confirm and changed:
        _refuse(confirm, changed, f"confirms {claim_id} as it is and the other corrects it")
    adds = [entry for entry in told if entry.action is Action.ADD]
    if len(adds) > 1:
        _refuse(adds[0], adds[1], "adds the same row as the other")
    _check_values(claim_id, told)


def _check_values(claim_id: str, told: Sequence[Correction]) -> None:
    first: dict[str, Correction] = {}
    for entry in (entry for entry in told if entry.action is Action.SET):
        for name, cell in entry.values.items():
            other = first.setdefault(name, entry)
            if other.values[name] != cell:
                _refuse(other, entry, f"sets {name} of {claim_id} to {other.values[name] or 'null'!r} "
                        f"and the other to {cell or 'null'!r}")  # fmt: skip


def _check_links(entries: Iterable[Correction]) -> None:
    """Refuse two claims that are parted by one entry and linked by others, directly or through further claims."""
    links: dict[str, list[tuple[str, Correction]]] = defaultdict(list)
    parted: list[Correction] = []
    for entry in entries:
        if entry.action is Action.SAME:
            first = entry.claim_ids[0]
            for other in entry.claim_ids[1:]:
                links[first].append((other, entry))
                links[other].append((first, entry))
        elif entry.action is Action.NOT_SAME:
            parted.append(entry)
    for entry in parted:
        for at, claim_id in enumerate(entry.claim_ids):
            reached = _reach(claim_id, links)
            for other in entry.claim_ids[at + 1 :]:
                if other in reached:
                    _refuse_link(claim_id, other, entry, reached)


def _reach(start: str, links: Mapping[str, Sequence[tuple[str, Correction]]]) -> dict[str, tuple[str, Correction]]:
    """Return the claims linked to one, each with the claim and the entry that it was reached by."""
    reached: dict[str, tuple[str, Correction]] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for other, entry in links.get(here, ()):
            if other != start and other not in reached:
                reached[other] = (here, entry)
                waiting.append(other)
    return reached


def _refuse_link(
    first: str, last: str, parting: Correction, reached: Mapping[str, tuple[str, Correction]]
) -> None:  # fmt: skip
    names: list[str] = []
    here = last
    while here != first:
        here, entry = reached[here]
        if entry.where not in names:
            names.insert(0, entry.where)
    raise CorrectionsError(
        f"{', '.join(names)} and {parting.where} contradict each other: {first} and {last} are said to be of one "
        "incident and of two; change or delete one of the entries"
    )


def _first(told: Iterable[Correction], action: Action) -> Correction | None:
    return next((entry for entry in told if entry.action is action), None)


def _refuse(one: Correction, other: Correction, what: str) -> None:
    raise CorrectionsError(
        f"{one.where} and {other.where} contradict each other: one {what}; keep one of the two entries"
    )
