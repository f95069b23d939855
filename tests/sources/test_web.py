"""Saved pages: the text taken out of them and what their own metadata says, nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.sources.errors import UnreadableError
from analysis.sources.metadata import Metadata
from analysis.sources.web import read_web_page

SENTENCE = (
    "Two ferries were hit by rockets off the coast of Alba on Friday, the police of district {} said in a statement."
)
BODY = "".join(f"<p>{SENTENCE.format(i)}</p>" for i in range(6))


def make_page(head: str = "", body: str = BODY) -> bytes:
    menu = "<nav><a href=/>Home</a></nav>"
    page = f"<!doctype html><html><head>{head}</head><body>{menu}<article>{body}</article></body></html>"
    return page.encode()


def says(head: str) -> Metadata:
    return read_web_page(make_page(head))[2]


def test_the_text_is_taken_out() -> None:
    text, encoding, _ = read_web_page(make_page())
    assert encoding == "utf-8"
    assert text.startswith("Two ferries were hit by rockets") and text.count("the police of district") == 6
    assert "Home" not in text and "\r" not in text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-03-12T22:30:00+03:00">', date(2021, 3, 12)),
        ('<meta name="DC.date.issued" content="2021-03-12">', date(2021, 3, 12)),
        ('<meta itemprop="datePublished" content="2021-03-12">', date(2021, 3, 12)),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-12T08:00"}]}</script>',
            date(2021, 3, 12),
        ),
        ('<meta property="article:modified_time" content="2021-03-12">', None),
        ('<meta property="article:published_time" content="12 March 2021">', None),
        ('<script type="application/ld+json">{"datePublished": </script>', None),
        ('<script type="application/ld+json">{"datePublished": 20210312}</script>', None),
        ("<title>Ferry hit on 2021-03-12</title>", None),
    ],
)
def test_the_day_of_publication(head: str, published: date | None) -> None:
    assert says(head).published == published


def test_title_outlet_and_address() -> None:
    head = (
        '<title>Ferry hit - The Alba Post</title><meta property="og:title" content="Ferry\n hit">'
        '<meta property="og:site_name" content="The Alba Post"><link rel="canonical" href="https://a.example/ferry">'
    )
    assert says(head) == Metadata(title="Ferry hit", outlet="The Alba Post", url="https://a.example/ferry")
    linked = '<script type="application/ld+json">{"headline": "Ferry hit", "publisher": {"name": "The Post"}}</script>'
    assert says(linked) == Metadata(title="Ferry hit", outlet="The Post")
    assert says("<title>Ferry hit</title>").title == "Ferry hit"
    assert says('<link rel="canonical" href="javascript:alert(1)">').url is None


def test_a_page_in_another_encoding() -> None:
    page = make_page('<meta charset="windows-1251">', BODY.replace("Alba", "Алба")).decode().encode("windows-1251")
    text, encoding, _ = read_web_page(page)
    assert "Алба" in text and encoding == "windows-1251"


@pytest.mark.parametrize(
    "page", [b"<html></html>", b"<html><body><script>1</script></body></html>", b"<", b"<!-- x -->"]
)
def test_a_page_without_a_report(page: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text of a report was found in the page; save"):
        read_web_page(page)


def test_no_control_characters_are_kept() -> None:
    text, _, _ = read_web_page(
        make_page(body=BODY + "<p>Six boats&#1;&#xD800;&#0; sank in the harbour, the navy said later.</p>")
    )
    assert all(char == "\n" or ord(char) >= 32 for char in text)
    text.encode("utf-8")
