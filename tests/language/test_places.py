"""Places: the cases of tests/cases/places.yaml, relations, context, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.places import (
    PlaceKind,
    country_name,
    distance_km,
    find_context,
    find_place,
    find_places,
    most_exact,
)
from analysis.language.text.sentences import find_sentences
from tests.conftest import read_cases


def find(text: str):
    sentences = find_sentences(text)
    context = find_context(sentences)
    return [mention for sentence in sentences for mention in find_places(sentence, context)]


@pytest.mark.parametrize("case", read_cases("places"), ids=lambda case: case["why"])
def test_places_as_the_cases_say(case):
    assert [
        [
            case["text"][m.start : m.end],
            m.place.name,
            m.place.kind.value,
            m.place.country,
            m.relation.kind.value if m.relation else None,
        ]
        for m in find(case["text"])
    ] == case["places"]


def test_a_third_of_the_cases_is_negative():
    cases = read_cases("places")
    assert sum(not case["places"] for case in cases) >= len(cases) // 3


def test_a_distance_keeps_kilometres_and_direction():
    (mention,) = find("A truck burned 20 miles (32 km) north-east of Raqqa.")
    assert (mention.relation.km, mention.relation.direction) == (pytest.approx(32.2, abs=0.1), "NE")
    (mention,) = find("A truck burned 15km northwest of the Iraqi city of Kirkuk.")
    assert (mention.relation.km, mention.relation.direction) == (15.0, "NW")
    (mention,) = find("A truck burned south of Kirkuk.")
    assert (mention.relation.km, mention.relation.direction) == (None, "S")


def test_a_town_of_another_division_of_that_name_has_no_position():
    (here, _), (there, _) = (find(f"Gunmen raided El Tambo in {name}, Colombia.")[:2] for name in ("Cauca", "Nariño"))
    assert (here.place.name, here.place.lat) == ("El Tambo", None)
    assert there.place.lat == pytest.approx(1.41, abs=0.01)


def test_the_words_of_a_relation_are_kept():
    text = "A truck burned on the outskirts of the Syrian town of Manbij."
    (mention,) = find(text)
    assert mention.relation.words == "on the outskirts of"
    assert text[mention.relation.start : mention.relation.end] == "on the outskirts of"


def test_a_name_with_several_bearers_goes_to_the_country_of_the_text():
    assert [m.place.country for m in find("Lebanon mourns. Tripoli is quiet.")] == ["LB", "LB"]
    assert [m.place.country for m in find("Libya mourns. Tripoli is quiet.")] == ["LY", "LY"]
    assert find("Tripoli is quiet.")[0].place.country == "LY"
    assert find("Ukrainian grain left. It snowed in Georgia and Armenia.")[0].place.country == "GE"
    assert find("It snowed in Ohio, Florida and Georgia.")[2].place.kind is PlaceKind.PROVINCE


def test_a_small_town_counts_only_in_a_text_on_its_country():
    assert [m.place.name for m in find("A well was dug in Sarmin, say Syrian farmers.")] == ["Sarmin"]
    elsewhere = find("A well was dug in Sarmin, say Peruvian farmers.")
    assert [(m.place.country, m.place.lat) for m in elsewhere] == [("PE", None)]


def test_an_unknown_village_lies_in_the_main_country_of_the_text():
    (mention,) = find("Syrian farmers fled the village of Tel Ashour.")
    assert (mention.place.name, mention.place.country) == ("Tel Ashour", "SY")


def test_a_part_of_a_country_is_marked():
    (mention,) = find("It rained in southern Yemen.")
    assert (mention.place.part, mention.place.country, mention.place.kind) == (True, "YE", PlaceKind.REGION)


def test_the_most_exact_place_is_the_site():
    places = [m.place for m in find("It burned at Balad air base in Salahuddin province, Iraq, near Samarra.")]
    assert most_exact(places).name == "Balad air base"
    assert most_exact([]) is None


@pytest.mark.parametrize(
    ("name", "kind", "country", "province"),
    [
        ("K1 base", "site", "IQ", "Kirkuk"),
        ("Al-Qaim", "town", "IQ", "Anbar"),
        ("Jisr al-Shughur", "town", "SY", "Idlib"),
        ("Hasakah", "town", "SY", "Hasakah"),
        ("Nineveh", "province", "IQ", "Nineveh"),
        ("El Salvador", "country", "SV", None),
        ("Red Sea", "sea", None, None),
    ],
)
def test_a_canonical_name_finds_its_place(name, kind, country, province):
    place = find_place(name)
    assert (place.name, place.kind.value, place.country, place.province) == (name, kind, country, province)


def test_a_name_nobody_bears_finds_none():
    assert find_place("Nowhere at all") is None
    assert find_place("") is None


def test_distances_need_two_coordinates():
    kirkuk, erbil = find_place("Kirkuk"), find_place("Erbil")
    assert distance_km(kirkuk, erbil) == pytest.approx(84, abs=5)
    assert distance_km(kirkuk, kirkuk) == 0
    assert distance_km(kirkuk, find_place("K1 base")) is None


def test_countries_have_usual_names():
    assert (country_name("SY"), country_name("US"), country_name("ZZ")) == ("Syria", "United States", None)


@given(st.text(alphabet="KirkukAl-Asdinort of,.(15m)baeMONEAR\n ", max_size=120))
def test_places_lie_in_the_text_in_order_and_apart(text):
    end = 0
    for mention in find(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert mention.relation is None or mention.relation.end <= mention.start


def test_no_text_keeps_a_name_it_has_not():
    assert find("It rained for two days and then the sun came out.") == []
    assert find("") == []


def test_a_text_that_names_no_country_is_about_the_one_that_it_is_filed_from():
    silent = find_sentences("A bomb hit a minibus near the village of Jameeco.")
    spoken = find_sentences("A bomb hit a minibus near the village of Jameeco in northern Syria.")
    assert find_context(silent, ["Mogadishu"]).main == "SO"
    assert find_context(silent, ["Mogadishu", "Beirut"]).main is None
    assert find_context(spoken, ["Beirut"]).main == "SY"
    assert find_context(silent).main is None


def test_of_two_countries_named_alike_a_text_is_about_the_one_it_is_filed_from():
    alike = find_sentences("A bomb hit a van in Peshawar. A man from Safed saw it.")
    assert find_context(alike, ["Quetta"]).main == "PK"
    assert find_context(alike, ["Tel Aviv"]).main == "IL"
    more = find_sentences("A bomb hit a van in Safed. Police from Safed and Haifa saw it.")
    assert find_context(more, ["Quetta"]).main == "IL"
