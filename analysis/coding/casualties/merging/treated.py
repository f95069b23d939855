"""Wounded people who are only said to be moved or treated: "eight injured sailors were flown out" of those told before.

Treatment and evacuation are no outcome. Where nobody has said how many were hurt, the number still tells it.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import harm_set
from analysis.coding.casualties.merging.same_people import meets
from analysis.coding.rows import Outcome

#: tokens after people in which the verb stands: "were later medically evacuated"
_REACH = 5


def are_only_moved(claim: Claim, known: Sequence[Claim]) -> bool:
    """Tell whether wounded people of a claim are some of those told before, and are moved or treated.

    `known`: the rows of the same outcome so far, of which one of the same attack counts more people.
    """
    low = claim.victims.quantity.low or 0
    if claim.outcome is not Outcome.INJURED or claim.figure.rule != "state" or claim.victims.others or not low:
        return False
    after = claim.evidence.text[claim.span[1] - claim.evidence.start :].lower().split()[:_REACH]
    if after[:1] not in (["were"], ["was"], ["have"], ["had"], ["are"], ["is"]):
        return False
    moved = next((word.strip(",.;") for word in after[1:] if word.strip(",.;") in harm_set("moved")), None)
    return moved is not None and any(
        not row.subset and (row.victims.quantity.low or 0) > low and meets(row.attack, claim.attack) for row in known
    )
