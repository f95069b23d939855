"""Persons: titles apart from names, who is official by title."""

from __future__ import annotations

import pytest

from analysis.language.actors.persons import parse_person
from analysis.language.text.tokens import find_tokens

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
