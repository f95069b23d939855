from __future__ import annotations

import pytest

from analysis.comparison import compare_figures, name_victims
from analysis.comparison.schema import FIGURES
from analysis.tables.check import check_frame
from tests.factories import Draft, exact, tables_of, two_reports


def test_each_source_answers_the_questions_of_an_incident() -> None:
    figures = compare_figures(tables_of(*two_reports()))
    check_frame("figures", figures, FIGURES)
    balad = figures[figures["incident"] == "Balad air base, 3 May 2021"]
    assert list(dict.fromkeys(balad["question"])) == ["date", "place", "doer", "rounds", "injured Iraqi military"]
    rounds = balad[balad["question"] == "rounds"]
    assert list(rounds["source_id"]) == ["gazette-1", "courier-2"]
    assert rounds["low"].tolist() == [10, 6]
    assert rounds["high"].isna().tolist() == [True, False]
    doer = balad[balad["question"] == "doer"].iloc[0]
    assert (doer["value"], doer["text"], doer["speaker"]) == ("Iran-aligned militias", "accused", "a colonel")


def test_casualties_of_no_attack_answer_nothing() -> None:
    draft = Draft("gazette-1")
    draft.casualty(quantity=exact(500))
    assert compare_figures(tables_of(draft)).empty


def test_parts_are_marked() -> None:
    draft = Draft("gazette-1")
    hit = draft.attack()
    draft.casualty(attack=hit, quantity=exact(7))
    draft.casualty("Two of them.", attack=hit, quantity=exact(2), subset=True)
    figures = compare_figures(tables_of(draft))
    assert list(figures[figures["question"] == "killed military"]["part"]) == [False, True]


@pytest.mark.parametrize(
    ("nationality", "role", "group", "name"),
    [
        ("US", "contractor", None, "US contractors"),
        ("IQ", "security_forces", "Counter-Terrorism Service", "Iraqi security forces"),
        (None, "militia", "Kataib Hezbollah", "Kataib Hezbollah militia"),
        (None, "militant", "Islamic State;al-Qaida", "Islamic State and al-Qaida militants"),
        ("US", "unspecified", None, "US nationals"),
        (None, "unspecified", None, "people"),
        (None, "civilian", None, "civilians"),
    ],
)
def test_victims_are_named(nationality: str | None, role: str, group: str | None, name: str) -> None:
    assert name_victims(nationality, role, group) == name
