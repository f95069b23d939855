from __future__ import annotations

from datetime import date

import pytest

from analysis.tables.wording import (
    capital,
    listed,
    name_sources,
    say_countries,
    say_days,
    say_nationality,
    say_quantity,
    shortened,
    within,
)
from tests.factories import Draft, tables_of


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "printed", "said"),
    [
        (30, None, "at_least", "no fewer than 30", "at least 30"),
        (31, None, "more_than", "over 30", "more than 30"),
        (None, 11, "less_than", "under 12", "fewer than 12"),
        (None, 12, "at_most", "as many as 12", "up to 12"),
        (5000, 5000, "about", "some 5,000", "about 5,000"),
        (2, 3, "range", "two or three", "2 to 3"),
        (0, 0, "exact", "no", "0"),
        (3, None, "vague", "several", "“several”"),
        (None, None, "vague", "most of", "“most of”"),
        (2, None, "vague", None, "some"),
    ],
)
def test_a_quantity_in_words(low: int | None, high: int | None, qualifier: str, printed: str | None, said: str) -> None:
    assert say_quantity(low, high, qualifier, printed) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 5, 3), date(2021, 5, 3), "3 May 2021"),
        (date(2021, 5, 1), date(2021, 5, 31), "May 2021"),
        (date(2021, 5, 1), date(2021, 5, 30), "1 to 30 May 2021"),
        (date(2021, 5, 3), date(2021, 6, 2), "3 May to 2 June 2021"),
        (date(2020, 12, 30), date(2021, 1, 2), "30 December 2020 to 2 January 2021"),
        (date(2021, 1, 1), date(2021, 12, 31), "2021"),
        (date(2021, 5, 3), None, "from 3 May 2021"),
        (None, date(2021, 5, 3), "to 3 May 2021"),
        (None, None, "date unknown"),
    ],
)
def test_days_in_words(first: date | None, last: date | None, said: str) -> None:
    assert say_days(first, last) == said


def test_countries_by_their_codes() -> None:
    assert say_countries("IQ;SY") == "Iraq and Syria"
    assert say_countries("XX") == "XX"
    assert [say_nationality(code) for code in ("US", "GB", "IQ", "XX")] == ["US", "British", "Iraqi", "XX"]


def test_lists_and_cuts() -> None:
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert shortened("a short one", 20) == "a short one"
    assert shortened("one two three four", 12) == "one two thr…"
    assert len(shortened("x" * 300, 28)) == 28


def test_no_two_sources_have_one_name() -> None:
    known = [
        ("a", {"outlet": "Gazette"}),
        ("b", {"outlet": "Courier", "published": date(2021, 5, 3)}),
        ("c", {"outlet": "Courier", "published": date(2021, 5, 4)}),
        ("d", {"outlet": "Courier", "published": date(2021, 5, 4)}),
        ("e", {"agencies": ("Reuters",)}),
        ("f", {"agencies": ("AP", "AFP", "Reuters"), "title": "A title that goes on and on beyond all room"}),
        ("g", {"published": None}),
    ]
    names = name_sources(tables_of(*(Draft(source_id, **fields) for source_id, fields in known)).sources)
    assert names == {
        "a": "Gazette",
        "b": "Courier, 3 May 2021",
        "c": "Courier, 4 May 2021 (1)",
        "d": "Courier, 4 May 2021 (2)",
        "e": "Reuters",
        "f": "f",
        "g": "g",
    }


def test_a_capital_leaves_the_words_behind_it() -> None:
    assert capital("injured US soldiers") == "Injured US soldiers"
    assert capital("") == ""


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        ("The army", "the army"),
        ("Many residents", "many residents"),
        ("Officials in the port", "officials in the port"),
        ("Iraqi officials", "Iraqi officials"),
        ("General Adel Karim", "General Adel Karim"),
        ("Médecins Sans Frontières", "Médecins Sans Frontières"),
    ],
)
def test_a_speaker_within_a_sentence_has_no_capital_but_those_of_names(speaker: str, said: str) -> None:
    assert within(speaker) == said
