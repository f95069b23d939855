"""The gazetteer's vocabulary: every code, class and country in it is one that exists."""

from __future__ import annotations

from analysis.language.airfields import read_airfield
from analysis.language.gazetteer import PlaceKind, country_name
from analysis.language.places.names import find_place
from analysis.vocabulary import read_vocabulary


def test_sites_name_known_countries_classes_and_airfields():
    classes = read_vocabulary("places")["site_classes"]
    for site in read_vocabulary("sites"):
        assert country_name(site["country"]), site["name"]
        assert site["class"] in classes, site["name"]
        field = read_airfield(site["icao"]) if "icao" in site else None
        assert ("icao" in site) == (field is not None), site["name"]
        assert field is None or field.country == site["country"] or site["name"] == "Al-Anad air base", site["name"]


def test_sites_lie_in_known_provinces():
    divisions = read_vocabulary("provinces")
    for site in read_vocabulary("sites"):
        names = {names[0] for names in divisions.get(site["country"], {}).values()}
        if site.get("province") and names:
            assert site["province"] in names, site["name"]


def test_every_site_is_found_by_its_canonical_name():
    for site in read_vocabulary("sites"):
        place = find_place(site["name"])
        assert place is not None and place.name == site["name"]


def test_regions_and_towns_name_known_countries_and_kinds():
    for region in read_vocabulary("regions"):
        assert PlaceKind(region["kind"])
        assert "country" not in region or country_name(region["country"])
    assert all(country_name(iso) for iso in read_vocabulary("towns"))
    assert all(country_name(iso) for iso in read_vocabulary("provinces"))


def test_no_name_of_a_country_is_told_twice():
    told: dict[str, str] = {}
    for iso, entry in read_vocabulary("countries").items():
        for name in (entry["name"], *entry.get("variants", ())):
            assert told.setdefault(name, iso) == iso, name
