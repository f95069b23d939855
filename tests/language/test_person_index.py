"""The index of persons: the fullest form of a name in a text, with its title."""

from __future__ import annotations

from analysis.language.actors.person_index import PersonIndex
from analysis.language.text.sentences import find_sentences


def test_the_fullest_form_of_a_name_with_the_title_that_tells_its_state():
    text = "Mr Adler left. Minister Adler was late. Iraqi Defence Minister Sami Adler spoke. Adler slept."
    full = PersonIndex(find_sentences(text)).fullest("Adler")
    assert (full.name, full.title) == ("Sami Adler", "Iraqi Defence Minister")


def test_a_description_after_the_name_is_its_title():
    full = PersonIndex(find_sentences("Sami Adler, a spokesman for the navy, left.")).fullest("Adler")
    assert (full.title, full.official) == ("a spokesman for the navy", True)


def test_an_unknown_name_has_no_form():
    assert PersonIndex(find_sentences("Rain fell.")).fullest("Adler") is None
