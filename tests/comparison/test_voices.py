from __future__ import annotations

from typing import Any

import pytest

from analysis.comparison.voices import Claim, Tie, count_voices, find_voices, name_speaker, tie_claims, to_claim

LONG = "The ministry of health said that nine people had been taken to the hospital of the town by evening."


def claim(source: str, evidence: str = "", speaker: str | None = None, *agencies: str, mixed: bool = False) -> Claim:
    return Claim(source, "attacks", f"c-{source}", evidence, speaker, frozenset(agencies), mixed)


CASES: list[tuple[Claim, Claim, Tie | None]] = [
    (claim("a", LONG), claim("b", LONG.replace("evening", "night")), Tie("wording")),
    (claim("a", LONG), claim("b", "Nine people were hurt, doctors said in the town on the same day."), None),
    (claim("a", "One.", None, "Reuters"), claim("b", "Two.", None, "Reuters"), Tie("agency", "Reuters")),
    (claim("a", "One.", None, "Reuters"), claim("b", "Two.", None, "AFP"), None),
    (claim("a", "One.", "Pentagon"), claim("b", "Two.", "Pentagon"), Tie("speaker", "Pentagon")),
    (claim("a", "One."), claim("b", "Two."), None),
]


@pytest.mark.parametrize(("one", "other", "tie"), CASES)
def test_two_claims_are_one_voice_for_a_reason(one: Claim, other: Claim, tie: Tie | None) -> None:
    assert tie_claims(one, other) == tie_claims(other, one) == tie


def test_a_page_that_credits_several_agencies_joins_no_two_families() -> None:
    reuters, afp = claim("a", "One.", None, "Reuters"), claim("b", "Two.", None, "AFP")
    mixed = claim("c", "Three.", None, "Reuters", "AFP", mixed=True)
    assert count_voices([reuters, afp]) == 2
    assert count_voices([reuters, afp, mixed]) == 2
    assert [[c.source_id for c in voice] for voice in find_voices([reuters, mixed, afp])] == [["a", "c"], ["b"]]


def test_a_single_credit_counts_everywhere_several_only_where_the_sentence_names_one() -> None:
    row: dict[str, Any] = {"source_id": "a", "claim_id": "c", "evidence": "A colonel told Reuters so."}
    assert to_claim(row, "attacks", {"a": ("AFP",)}).agencies == {"AFP"}
    assert to_claim(row, "attacks", {"a": ("AFP", "DPA")}).agencies == {"Reuters"}
    assert to_claim(row, "attacks", {}).agencies == {"Reuters"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Pentagon", "Pentagon"),
        ("Defence Secretary Anna Kovacs", "Kovacs"),
        ("Ms Kovacs", "Kovacs"),
        ("US officials", None),
        ("a senior Kurdish official", None),
        ("it", None),
        (None, None),
    ],
)
def test_only_the_named_are_one_speaker(words: str | None, name: str | None) -> None:
    assert name_speaker(words) == name


def test_no_claims_no_voices() -> None:
    assert find_voices([]) == [] and count_voices([]) == 0
