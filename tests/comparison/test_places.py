from __future__ import annotations

import pytest

from analysis.comparison.places import Relation, locate, relate_places


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Balad", "Balad", Relation.SAME),
        ("Balad", "Balad air base", Relation.NEAR),
        ("K1 base", "Kirkuk", Relation.WITHIN),
        ("Mosul", "Basra", Relation.APART),
        ("Baghdad", "Damascus", Relation.APART),
        ("Baghdad", "Baghdad International Airport", Relation.WITHIN),
        ("Abqaiq;Khurais", "Khurais", Relation.SAME),
        ("Umm Hadid farm", "Basra", None),
        (None, "Basra", None),
    ],
)
def test_two_places_relate(one: str | None, other: str | None, relation: Relation | None) -> None:
    assert relate_places(one, other) is relation
    assert relate_places(other, one) is relation


def test_a_place_is_looked_up_in_its_country() -> None:
    found = locate("Tripoli", "LB")
    assert found is not None and found.country == "LB"
    assert locate("Tripoli", "LY") != found
    assert locate("Umm Hadid farm", "IQ") is None
