"""Which attacks of different sources are the same attack, with the reasons and a score.

Two single attacks can be one when their days (a day's difference is bridged, a month's is not), countries and means
allow it, and when neither happened after the other was published. They are one when enough ties them: the same place
or one within the other, a place that the sentence of both names, an exact figure of victims that both give, the same
doer, words that both use. Nothing is linked on its type, its country or its day alone. Where a day is not known, it
takes a copied sentence, or figures of victims with a place or a weekday that agree. A series is never linked to a
single, and two attacks of one source are never one.

The score adds what speaks for one attack (`WEIGHTS`) and stops at 1; `ENOUGH` makes a link. The weights are ours: they
were set so that no two ties of the weaker sort (a day apart, near each other, "other" for a means) are enough by
themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.comparison.candidates import find_candidates
from analysis.comparison.dates import TOLERANCE, days_between
from analysis.comparison.mentions import Figure, Mention
from analysis.comparison.places import Relation, is_division, relate_places, say_relation
from analysis.comparison.transcription import is_named_in
from analysis.comparison.wording import is_restated

#: means that reports take for one another
FAMILIES = (
    frozenset({"rocket", "missile", "mortar", "artillery"}),
    frozenset({"drone", "air_strike", "missile"}),
    frozenset({"air_strike", "bombing", "artillery"}),
    frozenset({"shooting", "assassination", "assault"}),
    frozenset({"bombing", "assassination"}),
    frozenset({"bombing", "rocket", "drone"}),
)
#: means of one attack of which reports tell different stages: a bomb at the gate, then gunmen
STAGES = frozenset({"bombing", "shooting", "assault"})
ENOUGH = 0.6
WEIGHTS = {
    "same day": 0.25,
    "days that meet": 0.1,
    "one day apart": 0.15,
    "same weekday": 0.2,
    Relation.SAME: 0.45,
    Relation.NEAR: 0.35,
    Relation.WITHIN: 0.35,
    Relation.NAMED: 0.35,
    "a province named": 0.2,
    "one victim": 0.15,
    "figure": 0.25,
    "doer": 0.15,
    "another doer": -0.3,
    "means": 0.1,
    "stage": -0.15,
    "copied": 0.5,
    "words": 0.25,
}
#: share of the words of the shorter sentence that both have
ALIKE = 0.4
#: an undated attack takes so many ties, a figure of victims among them; a number of victims that few attacks share
TIES, MANY = 3, 5
#: roles that a report gives to people whom another report does not describe
PLAIN = frozenset({"unspecified", "civilian", "personnel"})


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one attack, how strongly they are tied (0 to 1), and by what."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


def find_links(mentions: Sequence[Mention]) -> list[Link]:
    """Find the pairs that are the same attack, the strongest first; linear in the number of mentions."""
    links = [link for one, other in find_candidates(mentions) if (link := link_mentions(one, other))]
    return sorted(links, key=lambda link: (-link.score, link.one, link.other))


def link_mentions(one: Mention, other: Mention) -> Link | None:
    """Tie two mentions, or None where they are not the same attack or too little says so."""
    if not can_be_one(one, other):
        return None
    shared = one.countries & other.countries
    relation = relate_places(one.place, other.place, min(shared) if len(shared) == 1 else None)
    if relation is Relation.APART:
        return None
    if relation is None and _name_one_place(one, other):
        relation = Relation.NAMED
    figures = _shared_figures(one.figures, other.figures)
    alike = _share(one.words, other.words)
    if not (_tied_undated if None in (one.days, other.days) else _tied)(one, other, relation, figures, alike):
        return None
    told = [*_days(one, other), *_place(one, other, relation), *_figures(figures), *_rest(one, other, alike)]
    score = round(min(1.0, sum(weight for _, weight in told)), 3)
    if score < ENOUGH:
        return None
    first, second = sorted((one.claim_id, other.claim_id))
    return Link(first, second, score, tuple(words for words, _ in told))


def can_be_one(one: Mention, other: Mention) -> bool:
    """Whether nothing forbids that the two are one attack: source, publication, days, countries, means."""
    if one.source_id == other.source_id or not (_could_report(one, other) and _could_report(other, one)):
        return False
    bridged = 0 if one.days and other.days and (one.days.loose or other.days.loose) else TOLERANCE
    if one.days and other.days and days_between(one.days, other.days) > bridged:
        return False
    if not (one.days and other.days) and (_differ(one.weekday, other.weekday) or _differ(one.dated, other.dated)):
        return False
    if one.countries and other.countries and not one.countries & other.countries:
        return False
    kinds = {one.type, other.type}
    return len(kinds) == 1 or "other" in kinds or any(kinds <= family for family in (*FAMILIES, STAGES))


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _could_report(one: Mention, other: Mention) -> bool:
    """Whether the attack as `one` dates it had happened when the source of `other` was published (or a day later)."""
    return one.days is None or other.published is None or one.days.first - other.published <= TOLERANCE


def _tied(one: Mention, other: Mention, relation: Relation | None, figures: list[Figure], alike: float) -> bool:
    """Whether something more than type, country and day ties two dated attacks to one event."""
    assert one.days is not None and other.days is not None
    if one.days.loose or other.days.loose:
        return relation in (Relation.SAME, Relation.NAMED) and not (is_division(one.place) or is_division(other.place))
    if relation is not None:
        return True
    if None not in (one.place, other.place):
        return sum(number > 1 for *_, number in figures) > 1 or any(number >= MANY for *_, number in figures)
    same_doer = one.attacker is not None and one.attacker == other.attacker
    return bool(figures) or same_doer or alike >= ALIKE


def _tied_undated(one: Mention, other: Mention, relation: Relation | None, figures: list[Figure], alike: float) -> bool:
    """Whether enough ties two attacks of which one has no day: a copied sentence, or figures and other ties."""
    if _restated(one, other, alike):
        return True
    counted = [number for *_, number in figures if number > 1]
    ties = len(counted) + any(number >= MANY for number in counted)
    ties += one.weekday is not None and one.weekday == other.weekday
    ties += relation is Relation.SAME and not is_division(one.place)
    ties += one.attacker is not None and one.attacker == other.attacker and one.type == other.type
    weekdays = None not in (one.weekday, other.weekday)
    return relation is not None and ties >= TIES and (len(counted) > 1 or (bool(counted) and weekdays))


def _name_one_place(one: Mention, other: Mention) -> bool:
    """Whether the sentence of one names the place of the other, where nothing else is known of how both lie."""
    return any(
        any(is_named_in(name, telling.evidence) for name in told.place.split(";"))
        for told, telling in ((one, other), (other, one))
        if told.place is not None
    )


def _days(one: Mention, other: Mention) -> list[tuple[str, float]]:
    if one.days is None or other.days is None:
        same = one.weekday is not None and one.weekday == other.weekday
        return [("the same weekday", WEIGHTS["same weekday"])] if same else []
    apart = days_between(one.days, other.days)
    if apart:
        return [(f"{apart} day apart", WEIGHTS["one day apart"])]
    if one.days.loose or other.days.loose:
        return [("days that meet", WEIGHTS["days that meet"])]
    return [("the same day", WEIGHTS["same day"])]


def _place(one: Mention, other: Mention, relation: Relation | None) -> list[tuple[str, float]]:
    if relation is None:
        return []
    weight = WEIGHTS[relation] if not is_division(one.place) else WEIGHTS[Relation.WITHIN]
    if relation is Relation.NAMED and (is_division(one.place) or is_division(other.place)):
        weight = WEIGHTS["a province named"]
    return [(say_relation(one.place, other.place, relation, one.countries & other.countries), weight)]


def _shared_figures(one: frozenset[Figure], other: frozenset[Figure]) -> list[Figure]:
    """The figures that both give, the highest first: the same people where they are described alike, or plainly."""
    shared = set(one & other)
    for figure in one - other:
        outcome, nation, role, number = figure
        for outcome2, nation2, role2, number2 in other:
            alike = number == number2 > 1 and outcome == outcome2 and (nation == nation2 or not (nation and nation2))
            if alike and (role == role2 or {role, role2} & PLAIN):
                shared.add(figure)
    return sorted(shared, key=lambda figure: (-figure[3], figure))


def _figures(figures: list[Figure]) -> list[tuple[str, float]]:
    told = [(f"both give {number} {outcome}", number) for outcome, _, _, number in figures[:2]]
    return [(words, WEIGHTS["one victim"] if number == 1 else WEIGHTS["figure"]) for words, number in told]


def _rest(one: Mention, other: Mention, alike: float) -> list[tuple[str, float]]:
    told: list[tuple[str, float]] = []
    if one.attacker and one.attacker == other.attacker:
        told.append(("the same doer", WEIGHTS["doer"]))
    elif one.attacker and other.attacker and one.certain and other.certain:
        told.append(("another doer", WEIGHTS["another doer"]))
    kinds = {one.type, other.type}
    if one.type == other.type != "other":
        told.append(("the same means", WEIGHTS["means"]))
    elif kinds <= STAGES and not any(kinds <= family for family in FAMILIES):
        told.append(("another stage", WEIGHTS["stage"]))
    if _restated(one, other, alike):
        told.append(("copied words", WEIGHTS["copied"]))
    elif alike >= ALIKE:
        told.append(("words that both use", WEIGHTS["words"] * alike))
    return told


def _restated(one: Mention, other: Mention, alike: float) -> bool:
    return alike >= ALIKE and is_restated(one.evidence, other.evidence)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= 5 else 0.0
