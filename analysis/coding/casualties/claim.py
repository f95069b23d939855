"""A claim: a figure with its attack, its speaker and its place in the source."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.coding.casualties.figures import Figure
from analysis.coding.rows import Evidence, Outcome
from analysis.coding.victims import Victims


@dataclass(slots=True)
class Claim:
    """A figure with its attack, its speaker and its place in the source; grows as mentions are merged into it."""

    figure: Figure
    sentence: int
    evidence: Evidence
    span: tuple[int, int]
    attack: str | None
    #: official speaker as printed
    speaker: str | None
    subset: bool
    victims: Victims
    #: sentences in which the figure is told
    told: set[int]
    #: told in a headline, which the text below tells again
    headline: bool = False
    #: told in a headline or the line under it, which leaves out "at least" and much else
    line: bool = False
    #: told in an item of a list, whose items tell of different times or places
    item: bool = False
    #: who tells it, a monitor or a witness too; None for the source's own voice
    voice: str | None = None
    #: counts the people of a campaign, and is none of any attack
    long: bool = False

    @property
    def outcome(self) -> Outcome:
        return self.figure.outcome
