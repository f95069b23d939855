from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analysis.comparison.dates import Days, days_between
from analysis.comparison.links import Mention, find_links, group_links, link_mentions


def days(first: str, last: str | None = None) -> Days:
    return Days(date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal())


BASE = Mention("c1", "gazette-1", days("2021-05-03"), "Balad air base", frozenset({"IQ"}), "rocket", None)
FIGURE = frozenset({("killed", "IQ", "military", 2)})


def other(**changes: Any) -> Mention:
    return replace(replace(BASE, claim_id="c2", source_id="courier-2"), **changes)


LINKED = {
    "the same day and place": {},
    "a day later": {"days": days("2021-05-04")},
    "a missile that was a rocket": {"type": "missile"},
    "a means not said": {"type": "other"},
    "the town beside the base": {"place": "Balad"},
    "the month, and the same place": {"days": days("2021-05-01", "2021-05-31")},
    "a country not said": {"countries": frozenset()},
}
APART = {
    "two days later": {"days": days("2021-05-05")},
    "another country": {"countries": frozenset({"SY"})},
    "air strikes are no rockets": {"type": "air_strike"},
    "another town": {"place": "Mosul"},
    "no place, only the type and the day": {"place": None},
    "no date": {"days": None},
    "a place nobody knows": {"place": "Farm of Umm Hadid"},
    "the month, and the town beside": {"days": days("2021-05-01", "2021-05-31"), "place": "Balad"},
    "the same source": {"source_id": "gazette-1"},
}


@pytest.mark.parametrize("changes", LINKED.values(), ids=LINKED)
def test_the_same_attack_is_linked_and_says_why(changes: dict[str, Any]) -> None:
    link = link_mentions(BASE, other(**changes))
    assert link is not None and link.reasons and 0 < link.score <= 1
    assert find_links([BASE, other(**changes)]) == [link]


@pytest.mark.parametrize("changes", APART.values(), ids=APART)
def test_another_attack_is_not(changes: dict[str, Any]) -> None:
    assert find_links([BASE, other(**changes)]) == []


def test_without_a_place_the_same_exact_figure_ties_two_reports() -> None:
    first, second = replace(BASE, figures=FIGURE), other(place=None, figures=FIGURE)
    link = link_mentions(first, second)
    assert link is not None and "both give 2 killed" in link.reasons
    assert link_mentions(first, other(place=None, figures=frozenset())) is None


def test_without_a_place_the_same_doer_ties_two_reports() -> None:
    assert link_mentions(replace(BASE, attacker="Iran"), other(place=None, attacker="Iran"))
    assert link_mentions(replace(BASE, attacker="Iran"), other(place=None, attacker="Hamas")) is None


def test_an_incident_holds_one_mention_of_a_source() -> None:
    twice = [BASE, other(), replace(other(), claim_id="c3", days=days("2021-05-04"))]
    groups = group_links(twice, find_links(twice))
    assert [[mention.claim_id for mention in group] for group in groups] == [["c1", "c2"], ["c3"]]


def test_days_between_intervals() -> None:
    assert days_between(days("2021-05-01", "2021-05-03"), days("2021-05-03")) == 0
    assert days_between(days("2021-05-05"), days("2021-05-01", "2021-05-03")) == 2
