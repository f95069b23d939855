"""The language of a text."""

from __future__ import annotations

import pytest

from analysis.sources.identify import find_language

ENGLISH = "Five rockets hit the naval base on Friday, officials said, and nobody was hurt."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("Une roquette a frappé la base vendredi, selon un responsable du ministère.", "fr"),
        ("سقطت صواريخ على القاعدة يوم الجمعة ولم يصب أحد بأذى", "ar"),
        ("Rockets hit base", None),
        ("Aleria", None),
        ("", None),
        ("1 2 3 4 5 6 7 8 9 " * 20, None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_language(text) == language
