"""What rows can be filtered and sorted by; what is not known is no facet."""

from __future__ import annotations

from analysis.briefing.rows import to_attack_rows, to_casualty_rows, to_statement_rows, to_troop_rows
from tests.briefing.reports_for_tests import reports_of, two
from tests.factories import Draft


def test_an_attack_has_source_country_side_and_days() -> None:
    first, second, third = to_attack_rows(two())["facets"]
    assert first["source"] == "Gazette" and first["country"] == ["Iraq"] and "side" not in first
    assert (first["from"], first["to"]) == ("2021-05-03", "2021-05-03")
    assert first["sort"] == {"When": "2021-05-03", "Rounds": 10}
    assert second["side"] == ["Iran-aligned militias"] and third["sort"] == {"When": "2021-05-04"}


def test_a_casualty_has_the_days_of_its_attack_and_the_side_of_its_people() -> None:
    facets = to_casualty_rows(two())["facets"].iloc[0]
    assert facets["side"] == ["Iraq"] and facets["country"] == ["Iraq"] and facets["from"] == "2021-05-03"


def test_troops_and_statements_have_their_own_time_and_side() -> None:
    assert to_troop_rows(two())["facets"].iloc[0]["side"] == ["United States"]
    assert to_statement_rows(two())["facets"].iloc[0]["side"] == ["Iraq"]


def test_what_is_not_known_is_left_out() -> None:
    draft = Draft("quiet")
    draft.attack(country=None)
    (facets,) = to_attack_rows(reports_of(draft))["facets"]
    assert not {"country", "side", "from", "to"} & set(facets)
