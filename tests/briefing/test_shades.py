"""Drawings without styles of their own, in light and dark; words of sources stay as they are."""

from __future__ import annotations

import pytest

from analysis.briefing.shades import to_dark, to_palettes, with_classes

DRAWING = (
    '<svg aria-label=\'style="fill: #000000"\'>\n <defs>\n  <style type="text/css">*{x: y}</style>\n </defs>\n'
    '<path d="M 0 0\nL 1 1" style="fill: #1b2a3a; stroke: #ffffff"/>'
    '<text style="fill: #1b2a3a; stroke: #ffffff">style="fill: #123456"</text></svg>'
)


def test_styles_become_classes_and_colours_variables() -> None:
    drawings, rules, colours = with_classes({"a": DRAWING})
    assert rules == [".s0 { fill: var(--c1b2a3a); stroke: var(--cffffff) }"]
    assert colours == ["1b2a3a", "ffffff"]
    assert drawings["a"].count('class="s0"') == 2 and "<style" not in drawings["a"] and "L 1 1" in drawings["a"]


def test_words_of_a_source_stay_as_they_are() -> None:
    drawings, _, _ = with_classes({"a": DRAWING})
    assert '>style="fill: #123456"</text>' in drawings["a"] and 'style="fill: #000000"\'' in drawings["a"]


@pytest.mark.parametrize("colour", ["ffffff", "000000", "1b2a3a", "b8501a"])
def test_the_dark_turns_lightness_round(colour: str) -> None:
    def light(value: str) -> int:
        parts = [int(value[at : at + 2], 16) for at in (0, 2, 4)]
        return max(parts) + min(parts)

    assert (light(colour) > 255) != (light(to_dark(colour)) > 255)


def test_palettes_have_both_lights() -> None:
    light, system, chosen = to_palettes(["ffffff"])
    assert "--cffffff: #ffffff;" in light and "prefers-color-scheme: dark" in system and "data-theme=dark" in chosen
