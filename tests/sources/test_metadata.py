"""Metadata: dates, addresses, ids, and who wins."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.metadata import Metadata, merge, parse_date, parse_source_id, parse_url, parse_url_date


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2021/11/24/ferry-hit", date(2021, 11, 24)),
        ("https://a.example/world/2021-03-12/ferry-123.html", date(2021, 3, 12)),
        ("https://a.example/2021/3/2/ferry", date(2021, 3, 2)),
        ("https://a.example/2021/11/24/on-2021-11-24", date(2021, 11, 24)),
        ("https://a.example/2021/11/24/on-2021-11-23", None),
        ("https://a.example/2021/13/24/ferry", None),
        ("https://a.example/12021/11/24/ferry", None),
        ("https://a.example/24112021", None),
        ("https://a.example/2021/11/ferry", None),
        ("https://a.example/ferry?date=2021-11-24", None),
        ("https://[broken", None),
    ],
)
def test_date_of_an_address(url: str, day: date | None) -> None:
    assert parse_url_date(url) == day


@given(st.dates(date(1800, 1, 1)))
def test_any_iso_date_is_read(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.isoformat()}T12:00Z") == day
    assert parse_url_date(f"https://a.example/{day:%Y/%m/%d}/x") == (day if day.year >= 1000 else None)


@given(st.text())
def test_whatever_is_accepted_is_safe(text: str) -> None:
    safe = parse_source_id(text)
    assert safe is None or (safe.isascii() and not set(safe) & set("/\\<>\"'& \n\0:;"))
    url = parse_url(text)
    assert url is None or url.lower().startswith(("http:", "https:"))


def test_the_first_who_knows_wins() -> None:
    first, second = Metadata(title="A", agencies=("AP",)), Metadata(title="B", outlet="Post", agencies=("AFP",))
    assert merge(first, second) == Metadata(title="A", outlet="Post", agencies=("AP",))
    assert merge() == Metadata()
