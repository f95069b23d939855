from __future__ import annotations

from datetime import date
from typing import Any

from analysis.coding.rows import Attribution, Outcome, Role, Scope
from analysis.comparison import (
    COMPARED,
    compare_agreement,
    compare_all,
    compare_families,
    compare_key_findings,
    compare_links,
    compare_matrix,
    compare_movement,
)
from analysis.comparison.schema import AGREEMENT, FAMILIES, KEY_FINDINGS, LINKS, MATRIX, MOVEMENT
from analysis.sources.source import Corpus
from analysis.tables.check import check_frame
from analysis.tables.frames import to_records
from tests.factories import Draft, at_least, exact, tables_of, two_reports, vague


def verdicts(*drafts: Draft) -> dict[str, dict[str, Any]]:
    frame = compare_agreement(tables_of(*drafts))
    check_frame("agreement", frame, AGREEMENT)
    first = frame[frame["incident_id"] == frame["incident_id"].iloc[0]]
    return {row["question"]: row for row in to_records(first)}


def pair(**fields: Any) -> tuple[Draft, Draft]:
    drafts = Draft("gazette-1"), Draft("courier-2", date(2021, 5, 5))
    for draft, words in zip(drafts, ("Rockets fell.", "Shells came down there."), strict=True):
        draft.attack(words, **{"day": date(2021, 5, 3), "place": "Balad", "country": "IQ", **fields})
    return drafts


def test_each_question_of_an_incident_gets_its_verdict() -> None:
    first, second = two_reports()
    rows = verdicts(first, second)
    assert rows["date"]["verdict"] == "agree" and rows["date"]["meeting"] == "3 May 2021"
    assert rows["place"]["verdict"] == "agree"
    assert rows["rounds"]["verdict"] == "contradict"
    assert rows["rounds"]["clashes"] == f"{first.attacks[0].claim_id}|{second.attacks[0].claim_id}"
    assert rows["injured Iraqi military"]["verdict"] == "doubtful"


def test_who_says_nothing_is_named_and_questions_nobody_answers_are_silent() -> None:
    first, second = pair()
    first.casualty(attack="a1", quantity=exact(2))
    rows = verdicts(first, second)
    assert rows["killed military"]["silent"] == "courier-2"
    assert (rows["injured"]["verdict"], rows["injured"]["sources"]) == ("silent", 0)
    assert rows["killed military"]["verdict"] == "single"


def test_soldiers_of_no_nation_answer_with_those_of_the_one_nation_that_is_named() -> None:
    first, second = pair()
    first.casualty(attack="a1", quantity=exact(5), nationality="IQ")
    second.casualty(attack="a1", quantity=exact(7))
    rows = verdicts(first, second)
    assert (rows["killed Iraqi military"]["verdict"], rows["killed Iraqi military"]["silent"]) == ("revised", None)
    assert "killed military" not in rows


def test_a_part_of_a_figure_answers_where_the_figure_does() -> None:
    first, second = pair()
    first.casualty("Five.", attack="a1", quantity=exact(5), nationality="IQ")
    second.casualty("Seven.", attack="a1", quantity=exact(7))
    second.casualty("Three of them.", attack="a1", quantity=exact(3), subset=True)
    rows = verdicts(first, second)
    assert "killed military" not in rows and rows["killed Iraqi military"]["verdict"] == "revised"


def test_soldiers_of_two_nations_or_beside_others_of_their_source_keep_their_own_question() -> None:
    first, second = pair()
    first.casualty("Five.", attack="a1", quantity=exact(5), nationality="IQ")
    first.casualty("Two.", attack="a1", quantity=exact(2), nationality="US")
    second.casualty(attack="a1", quantity=exact(7))
    assert verdicts(first, second)["killed military"]["sources"] == 1
    first, second = pair()
    first.casualty("Five.", attack="a1", quantity=exact(5), nationality="IQ")
    first.casualty("Two.", attack="a1", quantity=exact(2))
    second.casualty(attack="a1", quantity=exact(5), nationality="IQ")
    rows = verdicts(first, second)
    assert (rows["killed military"]["sources"], rows["killed Iraqi military"]["sources"]) == (1, 2)


def test_parts_make_up_a_total_in_one_source_and_meet_it_in_another() -> None:
    first, second = pair()
    people = {"outcome": Outcome.INJURED, "nationality": "US"}
    first.casualty("Seven.", attack="a1", quantity=exact(7), role=Role.UNSPECIFIED, **people)
    first.casualty("Five.", attack="a1", quantity=exact(5), subset=True, **people)
    first.casualty("Two.", attack="a1", quantity=exact(2), role=Role.CONTRACTOR, subset=True, **people)
    second.casualty("Four.", attack="a1", quantity=exact(4), **people)
    second.casualty("Five.", attack="a1", quantity=exact(5), role=Role.CONTRACTOR, **people)
    row = verdicts(first, second)["injured US nationals"]
    assert row["sums"] == "7 = 5 + 2"
    assert row["verdict"] == "revised"  # 4 + 5 are more than seven, and a day later


def test_doers_agree_fit_or_clash_and_a_claim_is_a_question_of_its_own() -> None:
    def doers(one: str, other: str, ground: Attribution = Attribution.STATED) -> dict[str, dict[str, Any]]:
        first, second = Draft("gazette-1"), Draft("courier-2")
        where = {"day": date(2021, 5, 3), "place": "Balad", "country": "IQ"}
        first.attack("Rockets fell.", attacker=one, attribution=ground, **where)
        second.attack("Shells came.", attacker=other, attribution=Attribution.ACCUSED, **where)
        return verdicts(first, second)

    assert doers("Iran", "Iran")["doer"]["verdict"] == "agree"
    assert doers("Kataib Hezbollah", "Iran-aligned militias")["doer"]["verdict"] == "compatible"
    assert doers("Turkey", "Iran")["doer"]["verdict"] == "doubtful"
    assert doers("Iran", "Iran")["claim"]["verdict"] == "compatible"


def test_a_figure_that_grew_is_revised_and_its_movement_told() -> None:
    first, second = pair()
    first.casualty(attack="a1", quantity=exact(2))
    second.casualty(attack="a1", quantity=at_least(5))
    assert verdicts(first, second)["killed military"]["verdict"] == "revised"
    movement = compare_movement(tables_of(first, second))
    check_frame("movement", movement, MOVEMENT)
    assert movement["moved"].tolist()[1] == "higher" and movement["moved"].isna().tolist() == [True, False]


def test_one_source_is_single_and_nothing_breaks() -> None:
    only = two_reports()[0]
    tables = tables_of(only)
    assert {row["verdict"] for row in verdicts(only).values()} <= {"single", "silent"}
    assert compare_families(tables).empty and compare_links(tables).empty and compare_key_findings(tables).empty


def test_families_are_what_claims_share_and_why() -> None:
    first = Draft("a", agencies=("Reuters",))
    second = Draft("b", agencies=("Reuters",))
    third = Draft("c", agencies=("Reuters", "AFP"))
    for draft, words in ((first, "One fell."), (second, "Two fell."), (third, "Three fell.")):
        draft.attack(words, day=date(2021, 5, 3), place="Balad", country="IQ")
    families = compare_families(tables_of(first, second, third))
    check_frame("families", families, FAMILIES)
    assert list(families["source_id"]) == ["a", "b"]
    assert set(families["reason"]) == {"agency"} and set(families["name"]) == {"Reuters"}


def test_links_matrix_and_key_findings_say_what_the_tables_say() -> None:
    tables = tables_of(*two_reports())
    links = compare_links(tables)
    check_frame("links", links, LINKS)
    assert links["reasons"].iloc[0].startswith("the same day;the same place")
    matrix = compare_matrix(tables)
    check_frame("matrix", matrix, MATRIX)
    balad = matrix[matrix["incident"].str.startswith("Balad")]
    assert balad["rounds"].tolist() == ["at least 10", "6"]
    (key,) = to_records(compare_key_findings(tables))
    check_frame("key_findings", compare_key_findings(tables), KEY_FINDINGS)
    assert (key["sources"], key["contradict"], key["doubtful"]) == (2, "rounds", "injured Iraqi military")


def test_a_single_can_be_part_of_a_series_and_stays_apart_from_it() -> None:
    draft = Draft("gazette-1")
    draft.attack("Rockets fell.", day=date(2021, 5, 3), place="Balad", country="IQ")
    days = {"date_from": date(2021, 4, 1), "date_to": date(2021, 5, 4)}
    draft.attack("A series.", scope=Scope.SERIES, count=vague(2, "a series of"), country="IQ", **days)
    incidents = {row["scope"]: row for row in to_records(compare_all(tables_of(draft), Corpus("", ()))["incidents"])}
    assert incidents["single"]["part_of"] == incidents["series"]["incident_id"]
    assert incidents["series"]["part_of"] is None


def test_a_single_is_no_part_of_a_series_in_a_town_far_off() -> None:
    days = {"date_from": date(2021, 4, 1), "date_to": date(2021, 5, 4)}
    parts = {}
    for place in ("Balad", "Basra"):
        draft = Draft("gazette-1")
        draft.attack("Rockets fell.", day=date(2021, 5, 3), place="Balad", country="IQ")
        draft.attack("A series.", scope=Scope.SERIES, count=vague(2, "some"), country="IQ", place=place, **days)
        incidents = {r["scope"]: r for r in to_records(compare_all(tables_of(draft), Corpus("", ()))["incidents"])}
        parts[place] = incidents["single"]["part_of"] == incidents["series"]["incident_id"]
    assert parts == {"Balad": True, "Basra": False}


def test_all_tables_keep_their_schema_with_nothing_in_them() -> None:
    for name, frame in compare_all(tables_of(Draft("gazette-1")), Corpus("", ())).items():
        check_frame(name, frame, COMPARED[name])
        assert frame.empty


def test_two_figures_of_one_speaker_count_two_groups_and_clash_with_nobody() -> None:
    first, second = pair()
    first.casualty("Six priests.", attack="a1", quantity=exact(6), role=Role.CIVILIAN)
    first.casualty("Two women.", attack="a1", quantity=exact(2), role=Role.CIVILIAN)
    second.casualty("Eight people.", attack="a1", quantity=exact(8), role=Role.CIVILIAN)
    assert verdicts(first, second)["killed civilians"]["verdict"] == "compatible"
    first, second = pair()
    first.casualty("Six.", attack="a1", quantity=exact(6), attributed_to="the army")
    first.casualty("Two.", attack="a1", quantity=exact(2), attributed_to="the mayor")
    assert verdicts(first, second)["killed military"]["verdict"] == "contradict"


def test_what_one_source_says_itself_beside_a_speaker_counts_others() -> None:
    first, _ = pair()
    first.casualty("Six.", attack="a1", quantity=exact(6))
    first.casualty("Two.", attack="a1", quantity=exact(2), attributed_to="the mayor")
    assert verdicts(first)["killed military"]["verdict"] in ("single", "compatible")
    first, _ = pair()
    first.casualty("Six.", attack="a1", quantity=exact(6), attributed_to="the army")
    first.casualty("Two.", attack="a1", quantity=exact(2), attributed_to="the mayor")
    assert verdicts(first)["killed military"]["verdict"] == "contradict"
