"""Victims: noun groups and lists of people as quantity, nationality, role and organisation."""

from __future__ import annotations

import pytest

from analysis.coding.reading import SentenceReading, read_source
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back
from analysis.coding.victims.people import may_be_people, role_by_words
from analysis.sources.source import Source


def sentence(text: str) -> SentenceReading:
    return read_source(Source("s", "s.txt", text)).sentences[0]


def first(text: str, *, certain: bool = False) -> Victims | None:
    reading = sentence(text)
    return read_victims(reading, reading.phrases.nouns[0], certain=certain)


@pytest.mark.parametrize(
    ("text", "low", "high", "role", "nationality"),
    [
        ("Five soldiers waited.", 5, 5, "military", None),
        ("At least 12 Iraqi police officers waited.", 12, None, "security_forces", "IQ"),
        ("A US civilian contractor waited.", 1, 1, "contractor", "US"),
        ("Some 40 Turkish troops waited.", 40, 40, "military", "TR"),
        ("Seven Americans waited.", 7, 7, "unspecified", "US"),
        ("Two army officers waited.", 2, 2, "military", None),
        ("Two intelligence officers waited.", 2, 2, "security_forces", None),
        ("Three aid workers waited.", 3, 3, "civilian", None),
        ("Dozens of schoolchildren waited.", 24, None, "civilian", None),
        ("Iraqi personnel waited.", 2, None, "security_forces", "IQ"),
        ("Four members of the Iraqi Security Forces waited.", 4, 4, "security_forces", "IQ"),
        ("Nineteen of the group's members waited.", 19, 19, "unspecified", None),
        ("A family of six waited.", 6, 6, "civilian", None),
        ("The mayor of the town waited.", 1, 1, "official", None),
        ("Two glaziers waited.", 2, 2, "civilian", None),
        ("Three pro-Iranian fighters waited.", 3, 3, "militia", None),
        ("Three ISIS fighters waited.", 3, 3, "militant", None),
        ("Colonel Karim Aziz waited.", 1, 1, "military", None),
    ],
)
def test_a_noun_group_says_how_many_people_of_which_kind(
    text: str, low: int | None, high: int | None, role: str, nationality: str | None
) -> None:
    victims = first(text)
    assert victims is not None
    quantity = victims.quantity
    assert (quantity.low, quantity.high, victims.role, victims.nationality) == (low, high, role, nationality)


@pytest.mark.parametrize(
    "text",
    ["Twelve houses burned.",
        "The committee met.", "Friday passed.", "Any soldier may leave.", "Two helicopters waited.",
     "Each fighter waited.", "Five towers fell.", "Three kilometers passed.", "Nine dogs waited.", "It waited."],
)  # fmt: skip
def test_things_times_and_people_at_large_are_no_victims(text: str) -> None:
    assert first(text) is None


def test_a_range_reaches_over_its_conjunction() -> None:
    reading = sentence("Between 10 and 12 villagers waited.")
    victims = read_victims(reading, reading.phrases.nouns[-1])
    assert victims is not None and (victims.quantity.low, victims.quantity.high) == (10, 12)


def test_a_named_group_is_the_group_and_gives_no_nationality() -> None:
    victims = first("Two fighters of Lebanese Hezbollah waited.")
    assert victims is not None
    assert (victims.group, victims.nationality, victims.role) == ("Hezbollah", None, Role.MILITIA)


def test_a_name_is_a_person_only_where_people_are_meant() -> None:
    assert first("Haddad spoke.") is None
    victims = first("Haddad spoke.", certain=True)
    assert victims is not None and victims.name == ("haddad",)


def test_a_list_is_read_from_its_first_group() -> None:
    reading = sentence("Three soldiers, two nurses and a driver waited.")
    people = read_list(reading, reading.phrases.nouns[0], until=7)
    assert [(v.quantity.low, str(v.role)) for v in people] == [(3, "military"), (2, "civilian"), (1, "civilian")]


def test_a_list_is_read_back_from_its_last_group() -> None:
    reading = sentence("After the talks, three soldiers, two nurses and a driver waited.")
    people = read_list_back(reading, reading.phrases.nouns[-1])
    assert [v.quantity.low for v in people] == [3, 2, 1]


def test_the_subject_of_the_next_verb_is_no_member_of_a_list() -> None:
    reading = sentence("Two soldiers and police said so.")
    assert len(read_list(reading, reading.phrases.nouns[0])) == 1


def test_a_vague_number_is_shared_by_a_bare_plural() -> None:
    reading = sentence("Several engineers and technicians waited.")
    people = read_list_back(reading, reading.phrases.nouns[-1])
    assert [v.quantity.low for v in people] == [3, 3]


def test_an_apposition_is_the_same_person() -> None:
    reading = sentence("They met Karim Aziz, 51, the governor of the province, and his brother.")
    people = read_list(reading, reading.phrases.nouns[1])
    assert [(v.quantity.low, str(v.role)) for v in people] == [(1, "official"), (1, "civilian")]


@pytest.mark.parametrize(
    ("word", "people"), [("beekeepers", True), ("towers", False), ("officers", True), ("table", False)]
)
def test_endings_of_people_and_of_things(word: str, people: bool) -> None:
    assert may_be_people(word) is people


def test_the_last_word_before_a_head_decides_the_role() -> None:
    assert role_by_words(["civilian", "police"]) is Role.SECURITY_FORCES
    assert role_by_words(["tall"]) is None
