"""Persons: titles apart from names, who is official by title, the fullest form of a name in a text."""

from __future__ import annotations

import pytest

from analysis.language.persons import PersonIndex, parse_person
from analysis.language.sentences import find_sentences
from analysis.language.tokens import find_tokens

CASES = [
    ("Turkish Foreign Minister Sami Adler", "Sami Adler", "Turkish Foreign Minister", True),
    ("U.S. Army Gen. Ann Brook", "Ann Brook", "U.S. Army Gen.", True),
    ("Secretary of State Ann Brook", "Ann Brook", "Secretary of State", True),
    ("Mr Adler", "Adler", "Mr", None),
    ("activist Abu Sami al-Adler", "Abu Sami al-Adler", "activist", False),
    ("his Iraqi counterpart Ann Brook", "Ann Brook", "Iraqi counterpart", True),
    ("Sami Adler", "Sami Adler", None, None),
    ("North Force (NF) Commander Sami Adler", "Sami Adler", "North Force (NF) Commander", True),
]


def parse(text: str):
    tokens = find_tokens(text)
    return parse_person(tokens, 0, len(tokens) - 1)


@pytest.mark.parametrize(("text", "name", "title", "official"), CASES, ids=[case[0] for case in CASES])
def test_a_title_is_apart_from_its_name(text, name, title, official):
    person = parse(text)
    assert (person.name, person.title, person.official) == (name, title, official)


@pytest.mark.parametrize("text", ["Aleria", "Iraqi officials", "the minister", "Iraqi Defence Ministry", "nine people"])
def test_what_names_no_person(text):
    assert parse(text) is None


def test_the_fullest_form_of_a_name_with_the_title_that_tells_its_state():
    text = "Mr Adler left. Minister Adler was late. Iraqi Defence Minister Sami Adler spoke. Adler slept."
    full = PersonIndex(find_sentences(text)).fullest("Adler")
    assert (full.name, full.title) == ("Sami Adler", "Iraqi Defence Minister")


def test_a_description_after_the_name_is_its_title():
    full = PersonIndex(find_sentences("Sami Adler, a spokesman for the navy, left.")).fullest("Adler")
    assert (full.title, full.official) == ("a spokesman for the navy", True)


def test_an_unknown_name_has_no_form():
    assert PersonIndex(find_sentences("Rain fell.")).fullest("Adler") is None
