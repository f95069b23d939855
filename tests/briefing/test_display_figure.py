"""Figures: drawings with words for those who cannot see them, the same bytes each time, no two alike ids in a page."""

from __future__ import annotations

import re

import pytest
from matplotlib.figure import Figure

from analysis.briefing.display import MIMETYPE, figure
from analysis.briefing.display.blocks import to_html


def drawing() -> Figure:
    drawn = Figure(figsize=(4, 2))
    axes = drawn.add_subplot()
    axes.plot([0, 1], [0, 1.23456789])
    axes.set_title("Rounds & more")
    return drawn


def test_the_same_figure_gives_the_same_bytes() -> None:
    assert figure(drawing(), "a", "A", "words") == figure(drawing(), "a", "A", "words")


def test_ids_carry_the_name_and_all_links_find_theirs() -> None:
    svg = figure(drawing(), "rounds", "A", "words").svg or ""
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert ids and all(name.startswith("fig-rounds-") for name in ids) and len(set(ids)) == len(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', svg)) <= set(ids)


def test_the_text_of_a_chart_is_text_and_no_clock_is_in_it() -> None:
    svg = figure(drawing(), "a", "A", "words").svg or ""
    assert "Rounds &amp; more" in svg and "<metadata" not in svg and not re.search(r"\d\.\d{4,}", svg)


def test_page_form_has_a_role_and_words() -> None:
    shown = figure(drawing(), "a", "A <b>", 'say "so"', note="Source: x")
    page = to_html(shown.blocks, {"fig-a": shown.svg or ""})
    assert """<svg role="img" aria-label='say "so"' """ in page
    assert "<figcaption>A &lt;b&gt;</figcaption>" in page
    assert MIMETYPE in shown._repr_mimebundle_()


@pytest.mark.parametrize(
    "active",
    [
        "<svg ><script>x</script></svg>",
        '<svg onload="x"></svg>',
        '<svg ><a href="javascript:x"/></svg>',
        "<svg ><foreignObject/></svg>",
    ],
)
def test_a_drawing_that_could_act_is_left_out(active: str) -> None:
    block = {"t": "figure", "id": "fig-a", "caption": "A", "alt": "words"}
    page = to_html([block], {"fig-a": active})
    assert "<svg" not in page and "words" in page
