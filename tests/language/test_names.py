"""Names as they are compared: spellings that are one, spellings that are not, and the longest match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.text.names import NameIndex, name_key
from analysis.language.text.tokens import find_tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qayyarah", "Qayara"),
        ("Ain al-Asad", "Ayn Assad"),
        ("Deir ez-Zor", "Deir Zor"),
        ("Sana’a", "Sana'a"),
        ("Hesekê", "heseke"),
        ("Kata'ib Hizbullah", "Kataeb Hezbollah"),
        ("Ra’s al ‘Ayn", "Ras al-Ain"),
        ("Şırnak", "Sirnak"),
        ("U.N.", "UN"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Hama", "Hamas"), ("Homs", "Hims"), ("Mali", "Malik"), ("Iran", "Iraq")])
def test_different_names_have_different_keys(one, other):
    assert name_key(one) != name_key(other)


def test_an_article_may_be_kept_in_front():
    assert name_key("El Salvador", keep_article=True) != name_key("Salvador")
    assert name_key("El Salvador") == name_key("Salvador")


def test_the_longest_name_wins():
    index: NameIndex[str] = NameIndex()
    index.add("Islamic State", "state")
    index.add("Islamic State of Iraq", "longer")
    assert index.match(find_tokens("Islamic State of Iraq fell"), 0) == (3, ["longer"])
    assert index.match(find_tokens("Islamic State of mind"), 0) == (1, ["state"])
    assert index.match(find_tokens("Islamic art"), 0) is None


def test_a_name_does_not_end_inside_a_word():
    index: NameIndex[str] = NameIndex()
    index.add("Iran", "state")
    assert index.match(find_tokens("Iran-backed men"), 0) is None


def test_the_word_all_is_no_article():
    assert name_key("is all") != name_key("is")


@given(st.text(max_size=30))
def test_a_key_is_made_of_any_text_and_stable(name):
    assert name_key(name) == name_key(name.strip())
