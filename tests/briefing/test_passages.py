"""A passage between its neighbours, with the words that a row was read from, and no more of the source than that."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.briefing.passages import NEIGHBOUR, find_marks, find_neighbours, to_pieces

ATTACK = {"date_text": None, "munitions_text": "Nine boats", "count_text": "", "target": "weir"}
TEXT = "The river rose. Nine boats sank at the weir. The mill stood. Nobody fished.\n\nA new day began. It rained."


def around(words: str, text: str = TEXT) -> tuple[str, str]:
    start = text.index(words)
    return find_neighbours(text, start, start + len(words))


def test_the_neighbours_are_the_sentences_beside_it() -> None:
    assert around("Nine boats sank at the weir.") == ("The river rose.", "The mill stood.")


def test_no_neighbour_stands_in_another_paragraph() -> None:
    assert around("Nobody fished.") == ("The mill stood.", "")
    assert around("A new day began.") == ("", "It rained.")


def test_a_long_neighbour_is_cut() -> None:
    long = "It went on " + "and on " * 200 + "to the end. The gate shut. " + "Then more " * 200 + "came."
    before, after = around("The gate shut.", long)
    assert before.startswith("… ") and before.endswith("to the end.") and len(before) <= NEIGHBOUR + 2
    assert after.startswith("Then more") and after.endswith(" …") and len(after) <= NEIGHBOUR + 2


@pytest.mark.parametrize(
    ("table", "cells", "marked"),
    [
        ("casualties", {"text": "Nine"}, ["Nine"]),
        ("casualties", {"text": "a"}, []),
        ("casualties", {"text": None}, []),
        ("attacks", ATTACK, ["Nine boats", "weir"]),
        ("statements", {"start": 100, "content_start": 105, "content_end": 110}, ["boats"]),
    ],
)
def test_printed_words_are_marked_as_whole_words(table: str, cells: dict[str, Any], marked: list[str]) -> None:
    sentence = "Nine boats sank at the weir."
    found = find_marks(table, {"evidence": sentence, **cells}, sentence)
    assert [sentence[start:end] for start, end in found] == marked


def test_pieces_make_up_the_sentence_and_know_their_claims() -> None:
    pieces = to_pieces("Nine boats sank.", [[[0, 4]], [[5, 10]], []])
    assert "".join(words for words, _ in pieces) == "Nine boats sank."
    assert [words for words, claims in pieces if 1 in claims] == ["boats"]
