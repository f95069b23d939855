from __future__ import annotations

import pytest

from analysis.comparison.places import Relation, relate_places
from analysis.comparison.transcription import are_transcriptions, is_named_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Umm Qadiba", "Um Kadeeba"),
        ("FOB Umm Qadiba", "Umm Qadiba"),
        ("Xarardhob", "Haradob"),
        ("Al-Shumaysani", "Shmeisani"),
    ],
)
def test_one_name_in_two_transcriptions(one: str, other: str) -> None:
    assert are_transcriptions(one, other) and are_transcriptions(other, one)


def test_spellings_of_an_unknown_place_are_one_place() -> None:
    assert relate_places("Umm Qadiba", "Um Kadeeba") is Relation.SAME
    assert relate_places("Umm Qadiba", "FOB Umm Qadiba") is Relation.WITHIN
    assert relate_places("Umm Qadiba", "Umm Sadira") is None
    assert relate_places("Mosul", "Masila") is None


def test_short_and_other_names_are_two() -> None:
    assert not are_transcriptions("Adu", "Ida")
    assert not are_transcriptions("Qadiba", "Sadira")


def test_a_text_names_a_place_in_its_own_spelling() -> None:
    assert is_named_in("Umm Qadiba", "Shells fell on the market of Um Kadeeba at noon.")
    assert not is_named_in("Umm Qadiba", "Shells fell on the market of Umm Sadira at noon.")
    assert is_named_in("Ibo", "The post at Ibo burned.") and not is_named_in("Ibo", "The post at Abou burned.")
