"""Actors: the cases of tests/cases/actors.yaml, learned names, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.actors import ActorKind, find_actor, find_actors, nationality_of
from analysis.language.actors.learned_names import learn_names
from analysis.language.text.sentences import find_sentences
from tests.conftest import read_cases


def find(text: str):
    sentences = find_sentences(text)
    learned = learn_names(sentences)
    return [mention for sentence in sentences for mention in find_actors(sentence, learned)]


@pytest.mark.parametrize("case", read_cases("actors"), ids=lambda case: case["why"])
def test_actors_as_the_cases_say(case):
    assert [
        [case["text"][m.start : m.end], m.actor.name, m.actor.kind.value, m.form.value] for m in find(case["text"])
    ] == case["actors"]


def test_an_acronym_that_the_text_explains_is_learned():
    mentions = find("The Northern Harvest Council (NHC) met. Later the NHC parted.")
    assert [m.actor.name for m in mentions] == ["Northern Harvest Council"] * 3
    assert find("Later the NHC parted.") == []


def test_words_in_brackets_that_spell_something_else_are_not_learned():
    assert find("The Northern Harvest Council (ABC) met.")[0].actor.kind is ActorKind.OUTLET
    assert find("The Northern Harvest Council (QXZ) met. The QXZ parted.") == []


def test_the_coalition_is_the_one_that_the_text_names():
    mentions = find("The Saudi-led coalition denied it. The coalition said nothing more.")
    assert {m.actor.name for m in mentions} == {"Saudi-led coalition"}
    assert find("The coalition said nothing more.")[0].actor.affiliation == "coalition"


@pytest.mark.parametrize(
    ("name", "affiliation", "country", "armed", "official"),
    [
        ("US", "US", "US", True, True),
        ("coalition", "coalition", None, True, True),
        ("Pentagon", "US", "US", True, True),
        ("Iraqi military", "IQ", "IQ", True, True),
        ("Kataib Hezbollah", "Kataib Hezbollah", "IQ", True, True),
        ("Iran-aligned militias", "Iran-aligned militias", None, True, True),
        ("Peshmerga", "Kurdistan Regional Government", "IQ", True, True),
        ("White Helmets", "White Helmets", "SY", False, True),
        ("United Nations", "United Nations", None, False, True),
        ("Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights", "SY", False, False),
        ("Reuters", "Reuters", None, False, False),
    ],
)
def test_what_is_known_of_an_actor(name, affiliation, country, armed, official):
    actor = find_actor(name)
    assert (actor.affiliation, actor.country) == (affiliation, country)
    assert (actor.is_armed, actor.is_official) == (armed, official)


def test_an_unknown_actor_is_none():
    assert find_actor("the baker") is None
    assert find_actor("") is None


@pytest.mark.parametrize(
    ("words", "iso"),
    [("Iraqi", "IQ"), ("Turks", "TR"), ("US", "US"), ("us", None), ("Kurdish", None), ("Saudi", "SA"), ("green", None)],
)
def test_nationalities(words, iso):
    assert nationality_of(words) == iso


@given(st.text(alphabet="USIraqn-backedmiltsHo'ThUN(). \n", max_size=120))
def test_actors_lie_in_the_text_in_order_and_apart(text):
    end = 0
    for mention in find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
