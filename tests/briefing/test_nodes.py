"""Inline nodes: every string comes out as typed, and only http links become links."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.display import nodes


class Words(HTMLParser):
    """What a browser shows of a piece of HTML, and the tags in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


@given(st.text())
def test_any_string_comes_out_as_typed(words: str) -> None:
    node = nodes.text(words)
    shown = Words(nodes.to_html([node]))
    assert "".join(shown.words) == node["v"]
    assert set(shown.tags) <= {"bdi"}
    assert len(node["v"]) == len(words)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://a b",
        'http://a"onclick="x',
        "//a.org",
        "",
        None,
        "file:///etc",
    ],
)
def test_an_address_that_is_not_the_web_is_no_link(address: str | None) -> None:
    assert "<a" not in nodes.to_html([nodes.link(address, [nodes.text("x")])])


def test_a_web_address_is_a_link() -> None:
    page = nodes.to_html([nodes.link("https://example.org/?a=1&b=2", [nodes.text("x")])])
    assert page == '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">x</a>'


@pytest.mark.parametrize(
    ("words", "rtl"),
    [
        ("مرحبا", True),
        ("12 مرحبا", True),
        ("Baghdad بغداد", False),
        ("بغداد Baghdad", True),
        ("", False),
        ("123", False),
    ],
)
def test_direction_is_that_of_the_first_strong_letter(words: str, rtl: bool) -> None:
    assert nodes.is_rtl(words) is rtl


def test_right_to_left_words_are_isolated() -> None:
    assert nodes.to_html([nodes.text("قال")]) == '<bdi dir="auto">قال</bdi>'


def test_a_citation_links_each_passage() -> None:
    node = nodes.citation([("ev-a", "1.2"), ("ev-b", "3.4")], more=2)
    assert nodes.to_plain([node]) == "[1.2, 3.4 …]"
    assert nodes.to_html([node]).count("<a href=") == 2
