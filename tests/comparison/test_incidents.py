from __future__ import annotations

from datetime import date

from analysis.coding.rows import AttackType, Scope
from analysis.comparison import compare_attacks, compare_incidents
from analysis.comparison.schema import INCIDENTS
from analysis.tables.check import check_frame, check_tables
from tests.factories import Draft, exact, tables_of, two_reports, vague


def test_one_attack_in_two_sources_is_one_incident() -> None:
    tables = compare_attacks(tables_of(*two_reports()))
    check_tables(tables)
    first, second, third = tables.attacks["incident_id"]
    assert first == second != third
    incidents = compare_incidents(tables)
    check_frame("incidents", incidents, INCIDENTS)
    assert list(incidents["name"]) == ["Balad air base, 3 May 2021", "Al-Qaim, 4 May 2021"]
    assert list(incidents["sources"]) == [2, 1]


def test_comparing_twice_changes_nothing() -> None:
    once = compare_attacks(tables_of(*two_reports()))
    assert compare_attacks(once) is once


def test_a_later_source_does_not_change_the_id() -> None:
    first, second = two_reports()
    alone = compare_attacks(tables_of(first)).attacks["incident_id"].iloc[0]
    assert compare_attacks(tables_of(first, second)).attacks["incident_id"].iloc[0] == alone
    assert compare_attacks(tables_of(second, first)).attacks["incident_id"].iloc[-1] == alone


def test_a_series_never_joins_a_single() -> None:
    first, second = Draft("gazette-1"), Draft("courier-2")
    day = date(2021, 5, 3)
    first.attack(day=day, place="Balad", country="IQ")
    second.attack(day=day, place="Balad", country="IQ", scope=Scope.SERIES, count=vague(2, "a series of"))
    incidents = compare_incidents(tables_of(first, second))
    assert sorted(incidents["name"]) == ["Balad, 3 May 2021", "Rocket attacks, Balad, 3 May 2021"]
    assert set(incidents["sources"]) == {1}


def test_the_name_holds_what_most_sources_give_and_the_earliest_on_ties() -> None:
    drafts = []
    for number, (place, day) in enumerate([("Balad", 4), ("Balad air base", 3), ("Balad air base", 3), ("Balad", 3)]):
        draft = Draft(f"paper-{number}", date(2021, 5, 9 - number))
        draft.attack(day=date(2021, 5, day), place=place, country="IQ")
        drafts.append(draft)
    (incident,) = compare_incidents(tables_of(*drafts)).to_dict("records")
    assert incident["name"] == "Balad, 3 May 2021"
    assert (incident["earliest"].day, incident["latest"].day, incident["places"]) == (3, 4, "Balad;Balad air base")


def test_incidents_without_day_or_place_have_names_of_their_own() -> None:
    draft = Draft("gazette-1")
    draft.attack()
    draft.attack("Another attack.")
    draft.attack("Jets struck.", country="SY", type=AttackType.AIR_STRIKE, scope=Scope.SERIES, count=exact(3))
    draft.attack("In May.", country="SY", place="Abqaiq;Khurais", date_from=date(2021, 5, 1), date_to=date(2021, 5, 31))
    names = list(compare_incidents(tables_of(draft))["name"])
    assert names == [
        "Abqaiq and Khurais, May 2021",
        "Air strikes, Syria, date unknown",
        "Place unknown, date unknown (1)",
        "Place unknown, date unknown (2)",
    ]


def test_no_attacks_give_no_incidents() -> None:
    tables = tables_of(Draft("gazette-1"))
    assert compare_incidents(tables).empty
    assert list(compare_attacks(tables).attacks["incident_id"]) == []
