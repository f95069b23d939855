"""What a page shows beside its prose: tables of invented lines and pages, and properties that hold for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.furniture import read_page
from analysis.sources.lines import find_lines
from analysis.sources.phrases import is_furniture_by_words

CASES = Path(__file__).parents[1] / "cases"


def read_cases(name: str) -> list[Any]:
    return [pytest.param(case, id=case["why"]) for case in yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))]


@pytest.mark.parametrize("case", read_cases("furniture_lines"))
def test_words_alone(case: dict[str, Any]) -> None:
    (line,) = find_lines(case["text"])
    assert is_furniture_by_words(line) is case["furniture"]


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n"])
@pytest.mark.parametrize("case", read_cases("pages"))
def test_pages(case: dict[str, Any], between: str) -> None:
    kinds, lines = zip(*((line[0], line[2:]) for line in case["page"].splitlines()), strict=True)
    text = between.join(lines)
    page = read_page(text, case.get("title"))
    at, seen = 0, []
    for line in lines:
        start = text.index(line, at)
        at = start + len(line)
        marked = any(a <= start and at <= b for a, b in page.furniture)
        touched = any(a < at and start < b for a, b in page.furniture)
        assert marked or not touched, f"half marked: {line}"
        seen.append("H" if page.headline == (start, at) else "F" if marked else "P")
    assert list(zip(seen, lines, strict=True)) == list(zip(kinds, lines, strict=True))


def test_a_dateline_is_marked_and_its_sentence_is_not() -> None:
    text = "Ferry hit off the coast of Alba\n\nALERIA (REUTERS) - A ferry was hit on Friday, police said.\n"
    page = read_page(text)
    assert [text[a:b] for a, b in page.furniture] == ["ALERIA (REUTERS) - "]
    assert (page.datelines, page.agencies) == (("Aleria",), ("Reuters",))


def test_a_credit_in_brackets_behind_the_last_sentence() -> None:
    text = "About 500 sailors are in Alba. (Reporting by Jo Marsh;\nWriting by Ann Lee, Associated Press)\n"
    page = read_page(text)
    assert [text[a:b] for a, b in page.furniture] == ["(Reporting by Jo Marsh;\nWriting by Ann Lee, Associated Press)"]
    assert page.agencies == ("AP",)


def test_a_leading_date_and_its_advertisement() -> None:
    text = " date 2021-03-12 advertisement\n\nTwo ferries were hit on Friday, police said."
    assert [text[a:b] for a, b in read_page(text).furniture] == ["date 2021-03-12 advertisement"]
    text = "date 2021-03-12 Two ferries were hit on Friday, police said."
    assert [text[a:b] for a, b in read_page(text).furniture] == ["date 2021-03-12"]


def test_a_month_alone_at_the_head_and_when_the_page_was_changed() -> None:
    text = "date 2021-03 ALERIA (AFP) — Two ferries were hit, police said."
    assert [text[a:b] for a, b in read_page(text).furniture] == ["date 2021-03 ALERIA (AFP) — "]
    text = "(Updated 3:31 p.m.) Two ferries were hit. The port (updated in May) was shut, police said."
    assert [text[a:b] for a, b in read_page(text).furniture] == ["(Updated 3:31 p.m.)"]


def test_front_matter_is_furniture() -> None:
    text = "---\ntitle: Ferry hit\n---\nTwo ferries were hit on Friday, police said."
    assert [text[a:b] for a, b in read_page(text, after=text.index("Two")).furniture] == [
        "---\ntitle: Ferry hit\n---\n"
    ]


def test_hard_wrapped_capitals_are_prose() -> None:
    text = (
        "ALERIA, 4 MAR 89 (RADIO ALBA) -- [TEXT] TWO BOMBS WENT OFF IN THE\n"
        "HARBOR LAST NIGHT, ONE OF THEM NEAR THE CUSTOMS OFFICE. NO ONE WAS\n"
        "HURT.\n\n"
        "   THE POLICE FOUND A THIRD BOMB UNDER A BRIDGE AND MADE\n"
        "IT SAFE. [PASSAGE OMITTED]\n\n"
        "   A LETTER LEFT AT THE PLACE WAS SIGNED BY THE SO-CALLED FRONT\n"
        "OF THE STRAITS. [PASSAGE OMITTED]\n"
    )
    assert [text[a:b] for a, b in read_page(text).furniture] == ["ALERIA, 4 MAR 89 (RADIO ALBA) -- [TEXT] "]


SCRAPS = [
    "Share",
    "Related News",
    "12 killed in Aleria.",
    "(AP) —",
    "“we said”",
    "Credit: Jo",
    "\n",
    "\n\n",
    "\r\n",
    "By Jo",
]
SCRAPS += ["date 2021-03-12", "[TEXT]", "…", "The dead were:", "ALERIA -", "• three", "!", "(Reporting by Jo)"]


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(SCRAPS)).map(" ".join)), st.one_of(st.none(), st.text(max_size=30))
)
def test_spans_are_sorted_disjoint_and_inside(text: str, title: str | None) -> None:
    page = read_page(text, title)
    ends = [0]
    for start, end in page.furniture:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    if page.headline:
        assert text[slice(*page.headline)].strip()


@given(st.lists(st.integers(2, 60), min_size=1, max_size=8))
def test_sentences_are_never_marked(numbers: list[int]) -> None:
    text = "\n\n".join(
        f"The navy said that {n} boats of the {i}th fleet had been hit by fire." for i, n in enumerate(numbers)
    )
    assert read_page(text).furniture == ()


@pytest.mark.parametrize(
    "text",
    [
        "a ferry was hit. " * 120_000,
        "ALERIA " * 150_000,
        "A" * 2_000_000,
        "(Reporting by " * 80_000,
        "Photo: " * 120_000,
        "[" * 1_000_000,
        "By Jo " * 120_000,
        "Share\n" * 80_000,
        "date " * 120_000,
        "\n" * 1_000_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    read_page(text)
    assert time.process_time() - start < 5
