"""Front matter: its keys, what is not front matter, and what is broken."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.errors import UnreadableError
from analysis.sources.front_matter import read_front_matter
from analysis.sources.metadata import Metadata


def test_all_keys() -> None:
    text = (
        "---\r\nsource_id: ferry-1\r\noutlet: The Alba Post\r\nagencies: AP; AFP\r\npublished: 2021-03-12\r\n"
        "title: 'Ferry: two hit'\r\nurl: https://a.example/x\r\nlanguage: no\r\n"
        f"original:\r\n  sha256: {'ab' * 32}\r\n  characters: 1200\r\ntags: [a, b]\r\n---\r\nTwo ferries.\r\n"
    )
    front = read_front_matter(text)
    assert front is not None
    assert text[front.end :] == "Two ferries.\r\n"
    assert front.metadata == Metadata(
        "ferry-1",
        "The Alba Post",
        ("AP", "AFP"),
        "Ferry: two hit",
        date(2021, 3, 12),
        "https://a.example/x",
        "no",
        ("ab" * 32, 1200),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Two ferries.",
        "---",
        "---\n\nTwo ferries were hit.\n",
        "--- \nTwo ferries were hit.\n---\n",
        "a\n---\nb: c\n---\n",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text) is None


def test_comments_and_nulls() -> None:
    front = read_front_matter(
        "---\n# ours\n\noutlet: null\nurl: ~\noriginal:\ntitle: Ferry hit  # so far\n---\nTwo ferries."
    )
    assert front is not None and front.metadata == Metadata(title="Ferry hit")


def test_empty_front_matter_says_nothing() -> None:
    front = read_front_matter("---\n---\nTwo ferries.")
    assert front is not None and front.metadata == Metadata() and front.end == 8


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("title: x\n", "is not closed; end it with a line ---"),
        ("title: [x\n---\n", "is not YAML"),
        ("title: x: y\n---\n", "is not YAML"),
        ("title:\n  - x\n---\n", "title is not text"),
        ("publishd: 2021-03-12\n---\n", "the key 'publishd' is unknown; did you mean published?"),
        ("original: yes\n---\n", "original needs sha256"),
        ("a:\n" + "[" * 5000 + "\n---\n", "is not YAML"),
        ("title: " + "x" * 30_000 + "\n---\n", "is not closed"),
    ],
)
def test_broken_front_matter(block: str, says: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read_front_matter("---\n" + block + "Two ferries.")
    assert says in str(error.value) and "\n" not in str(error.value)


def test_a_value_of_the_wrong_form_is_unknown_and_named() -> None:
    front = read_front_matter("---\npublished: soon\ntitle: Ferry hit\n---\nTwo ferries.")
    assert front is not None and front.metadata == Metadata(title="Ferry hit")
    assert front.wrong == {"published": "published 'soon' is not a date; write it as YYYY-MM-DD or leave it empty"}


@given(st.text(alphabet="ab:- \n'\"[]{}&*#|>", max_size=60))
def test_any_block_is_read_or_refused(block: str) -> None:
    try:
        front = read_front_matter(f"---\n{block}\n---\nTwo ferries.")
    except UnreadableError as error:
        assert "\n" not in str(error)
        return
    assert front is None or front.end > 0
