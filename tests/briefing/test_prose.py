"""Prose: the template is markup, values never are."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.briefing.display import MIMETYPE, findings, prose
from analysis.briefing.display.nodes import to_html, to_plain
from analysis.briefing.display.prose import sentence
from tests.briefing.reports_for_tests import HOSTILE


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_is_shown_as_typed(value: str) -> None:
    shown = prose("Before **{value}** after.", value=value)._repr_mimebundle_()
    assert value in shown["text/plain"]
    assert shown["text/html"].count("<strong>") == 1
    assert "<script" not in shown["text/html"] and "<b>" not in shown["text/html"] and "href" not in shown["text/html"]
    assert {"t": "s", "v": value} in shown[MIMETYPE]["blocks"][0]["c"][1]["c"]


def test_values_take_their_form() -> None:
    nodes = sentence("{a}, {b}, {c}, {d}", a=3, b=1204, c=date(2021, 5, 3), d=None)
    assert to_plain(nodes) == "three, 1,204, 3 May 2021, not said"


def test_blank_lines_part_paragraphs_and_stars_are_emphasis() -> None:
    shown = prose("One *two\nthree*.\n\n**Four {n}**", n=5)
    assert [to_html(block["c"]) for block in shown.blocks] == ["One <em>two three</em>.", "<strong>Four five</strong>"]


@pytest.mark.parametrize("template", ["{missing}", "{n:>4}", "{n!r}", "{0}"])
def test_a_field_without_a_value_or_with_a_format_is_refused(template: str) -> None:
    with pytest.raises(KeyError):
        prose(template, n=1)


def test_emphasis_that_is_not_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        prose("One *two")


def test_no_findings_are_said_to_be_none() -> None:
    assert findings([])._repr_mimebundle_()["text/plain"] == "Nothing was found."
