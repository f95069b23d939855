"""Singulars and plurals."""

from __future__ import annotations

import pytest

from analysis.language.text.forms import is_plural, parse_singular


@pytest.mark.parametrize(("word", "plural"), [("rockets", True), ("gunmen", True), ("base", False), ("gas", False)])
def test_knows_plurals(word, plural):
    assert is_plural(word) is plural


@pytest.mark.parametrize("word", ["base", "blast", "bus", "crisis", "gas", "soldier"])
def test_leaves_singulars_alone(word):
    assert parse_singular(word) == word
