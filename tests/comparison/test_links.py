from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analysis.comparison.dates import Days, days_between
from analysis.comparison.links import find_links, link_mentions
from analysis.comparison.mentions import Mention


def days(first: str, last: str | None = None) -> Days:
    return Days(date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal())


BASE = Mention(
    "c1", "gazette-1", days("2021-05-03"), "Balad air base", frozenset({"IQ"}), "rocket", "Turkey", certain=True
)
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
    "a place nobody knows, whose sentence names the base": {
        "place": "Farm of Umm Hadid",
        "evidence": "Rockets fell on a farm near Balad air base.",
    },
    "a month, and the base named": {
        "place": None,
        "days": days("2021-05-01", "2021-05-31"),
        "evidence": "In May rockets fell on Balad air base.",
    },
}
APART = {
    "two days later": {"days": days("2021-05-05")},
    "another country": {"countries": frozenset({"SY"})},
    "air strikes are no rockets": {"type": "air_strike"},
    "another town": {"place": "Mosul"},
    "no place, only the type and the day": {"place": None, "attacker": None},
    "no date": {"days": None},
    "no date, and one figure": {"days": None, "place": None, "figures": FIGURE},
    "published two days before it": {"published": date(2021, 5, 1).toordinal()},
    "another doer beside the town": {"place": "Balad", "days": days("2021-05-04"), "attacker": "Iran", "certain": True},
    "a place nobody knows": {"place": "Farm of Umm Hadid"},
    "the month, and the town beside": {"days": days("2021-05-01", "2021-05-31"), "place": "Balad"},
    "the same source": {"source_id": "gazette-1"},
    "another town, whose sentence names the base": {"place": "Mosul", "evidence": "A day after Balad air base, Mosul."},
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
    first, second = replace(BASE, figures=FIGURE), other(place=None, figures=FIGURE, attacker=None)
    link = link_mentions(first, second)
    assert link is not None and "both give 2 killed" in link.reasons
    assert link_mentions(first, other(place=None, figures=frozenset(), attacker=None)) is None


def test_without_a_place_the_same_doer_ties_two_reports() -> None:
    words = frozenset({"rockets", "runway", "hangar", "radar", "pilots"})
    assert link_mentions(replace(BASE, words=words), other(place=None, words=words))
    assert link_mentions(replace(BASE, words=words), other(place=None, words=words, attacker="Hamas")) is None


def test_days_between_intervals() -> None:
    assert days_between(days("2021-05-01", "2021-05-03"), days("2021-05-03")) == 0
    assert days_between(days("2021-05-05"), days("2021-05-01", "2021-05-03")) == 2


def test_a_bomb_and_gunmen_are_stages_of_one_attack_where_more_than_the_place_ties_them() -> None:
    bomb = replace(BASE, type="bombing")
    assert link_mentions(bomb, other(type="assault")) is not None
    assert link_mentions(bomb, other(type="shooting", attacker=None)) is None


def test_two_places_nobody_knows_are_tied_by_a_high_figure_alone() -> None:
    many, few = frozenset({("killed", "IQ", "military", 17)}), FIGURE
    unknown = {"place": "Farm of Umm Hadid", "attacker": None}
    assert link_mentions(replace(BASE, figures=many), other(figures=many, **unknown)) is not None
    assert link_mentions(replace(BASE, figures=few), other(figures=few, **unknown)) is None


def test_a_province_that_a_sentence_names_ties_less_than_a_town() -> None:
    told = {"place": "Kirkuk Farm Road", "evidence": "Rockets fell in Anbar on Monday."}
    province = replace(BASE, place="Anbar")
    assert link_mentions(province, other(**told)) is not None
    assert link_mentions(province, other(attacker=None, **told)) is None
