"""The table of towns: what is asked of it is what the library holds; it is made anew when it does not fit."""

from __future__ import annotations

import sqlite3

import pytest

from analysis.language import towns
from analysis.language.cities import read_cities, read_large_cities
from analysis.language.text.names import ARTICLE, name_key
from analysis.language.towns import find_countries, find_town, find_towns, large_cities


def plain(name):
    return tuple(part for part in name_key(name, keep_article=True) if part != ARTICLE)


@pytest.mark.parametrize("country", ["IQ", "PS"])
def test_the_towns_under_a_part_are_those_with_such_a_name(country):
    named = [
        (name_key(n, keep_article=True), city) for city, others in read_cities(country) for n in (city.name, *others)
    ]
    for head in ("bayt", "tal", "qaim", "nowhere"):
        expected = {(key, city) for key, city in named if [part for part in key if part != ARTICLE][:1] == [head]}
        found = find_towns(country, head)
        assert len(found) == len(set(found))
        assert set(found) == expected


def test_of_one_name_the_largest_town_comes_first():
    found = [city.population for key, city in find_towns("MX", "san") if key == ("san", "francisco")]
    assert len(found) > 1
    assert found == sorted(found, reverse=True)
    assert find_town("MX", ("san", "francisco")).population == found[0]


@pytest.mark.parametrize("name", ["al-Qa'im", "Al Qā’im", "Qaim"])
def test_a_town_is_found_by_any_spelling_and_with_or_without_its_article(name):
    assert find_town("IQ", name_key(name, keep_article=True)).country == "IQ"
    assert "IQ" in find_countries(name_key(name))


def test_a_part_of_a_word_is_no_name():
    assert find_towns("IQ", "kirku") == []
    assert find_town("IQ", ("kirku",)) is None
    assert find_countries(("kirku",)) == frozenset()


def test_other_scripts_and_descriptions_are_no_names():
    keys = [key for head in ("k", "15", "the") for key, _ in find_towns("IQ", head)]
    assert all(part.isascii() and part for key in keys for part in key)
    assert find_towns("ZZ", "kirkuk") == []


def test_large_cities_are_those_of_the_library():
    assert [city for _, city in large_cities()] == read_large_cities()
    assert all(plain(city.name) == tuple(p for p in key if p != ARTICLE) for key, city in large_cities())


@pytest.fixture
def small(monkeypatch, tmp_path):
    """Let the table hold one country and stand in a folder of its own."""
    monkeypatch.setattr(towns, "read_vocabulary", lambda name: ["AD"])
    monkeypatch.setattr(towns, "read_large_cities", list)
    monkeypatch.setattr(towns, "_path", lambda: tmp_path / "cache" / "towns.sqlite")
    return tmp_path / "cache" / "towns.sqlite"


def ask(number):
    return towns._table(number).execute("SELECT name FROM towns ORDER BY population DESC").fetchall()


def test_a_table_is_made_once(small):
    assert ask(-1)[0] == ("Andorra la Vella",)
    made = small.stat().st_mtime_ns, small.stat().st_ino
    assert ask(-2) == ask(-1)
    assert (small.stat().st_mtime_ns, small.stat().st_ino) == made
    assert [path.name for path in small.parent.iterdir()] == [small.name]


@pytest.mark.parametrize("content", [b"", b"no database", b"other"])
def test_a_table_that_does_not_fit_is_made_anew(small, content):
    small.parent.mkdir()
    if content == b"other":
        towns.make_table(small, "made of something else")
    else:
        small.write_bytes(content)
    assert ask(-3 - len(content))[0] == ("Andorra la Vella",)
    with sqlite3.connect(small) as made:
        assert made.execute("SELECT fingerprint FROM made_of").fetchall() == [(towns._fingerprint(),)]


def test_where_nothing_can_be_written_it_is_made_in_memory(small):
    small.parent.write_text("a file where the folder should be")
    assert ask(-20)[0] == ("Andorra la Vella",)
    assert small.parent.is_file()


def test_the_same_towns_give_the_same_bytes(small, tmp_path):
    for name in ("one", "two"):
        towns.make_table(tmp_path / name, "x")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
