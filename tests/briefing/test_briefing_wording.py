"""Numbers and agreement in running text."""

from __future__ import annotations

import pytest

from analysis.briefing.wording import choose, count, number_in_words, say


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no attacks"), (1, "one attack"), (2, "two attacks"), (10, "10 attacks"), (1204, "1,204 attacks")],
)
def test_counts_agree(number: int, said: str) -> None:
    assert count(number, "attack") == said


def test_an_irregular_plural_is_given() -> None:
    assert count(2, "series of attacks", "series of attacks") == "two series of attacks"


def test_words() -> None:
    assert [number_in_words(n) for n in (0, 1, 9, 10)] == ["none", "one", "nine", "10"]
    assert choose(1, "is", "are") == "is" and choose(0, "is", "are") == "are"
    assert say("security_forces") == "security forces"
