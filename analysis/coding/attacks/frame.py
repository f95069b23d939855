"""A frame: a mention with all that its sentence says of the attack."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.coding.attacks.doers.doer import Doer
from analysis.coding.attacks.mention import Mention
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention
from analysis.language.places import Place
from analysis.language.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Frame:
    """A mention with all that its sentence says of the attack; None and () where it says nothing."""

    mention: Mention
    type: AttackType
    #: the type is only the default of a loose word ("the raid", a state's "strike"): a plainer one outranks it
    weak: bool
    #: "one of the strikes": takes from the series what it does not say itself
    part: bool
    #: a run of attacks: "a series of attacks", "dozens of strikes", "repeated attacks"
    series: bool
    #: an uncounted plural ("the strikes")
    plural: bool
    #: "the attack", "Friday's strike", "such attacks": may point back
    definite: bool
    #: "such attacks", "these strikes", "the latest attack": points back and names nothing new
    pointing: bool
    count: Quantity | None
    munitions: Quantity | None
    date: DateMention | None
    place: Place | None
    #: where those are who tell of it ("police in X said"), for an attack that nothing else places
    seat: Place | None
    #: the place is itself what was hit
    on_target: bool
    countries: tuple[str, ...]
    target: str | None
    doer: Doer | None
    #: "similar strikes", "another attack": none of those named before
    another: bool
    #: a verb with somebody new as its target ("killed a member of …")
    fresh: bool
    #: (start, end) of the words that tell it from others of the same mention ("25" of "July 16 and 25"), or None
    apart: tuple[int, int] | None
    #: the nouns for those whom its sentence says were killed or hurt
    victims: frozenset[str]
    #: the numbers of those killed (True) or hurt (False) that its sentence prints
    toll: frozenset[tuple[bool, int]]
    #: names and nouns for those whom it was aimed at, where people were
    people: frozenset[str]
    #: the names among them
    names: frozenset[str]
    #: the names of the ships that it was aimed at
    vessels: frozenset[str]

    @property
    def filled(self) -> int:
        """How many of its questions the sentence answers."""
        exact = self.date is not None and self.date.date_from is not None
        return sum(
            (
                2 * exact,
                self.date is not None and not exact,
                2 * (self.place is not None),
                bool(self.countries),
                3 * self.series,
                self.munitions is not None,
                self.target is not None,
                2 * (self.doer is not None and self.doer.name is not None),
                self.type is not AttackType.OTHER,
            )
        )
