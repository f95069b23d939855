from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.exports.geojson import find_spots, to_geojson, write_geojson
from analysis.tables import SCHEMA, Tables
from tests.factories import Draft, tables_of, two_reports


def features(tables: Tables) -> list[dict[str, Any]]:
    collection = json.loads(to_geojson(tables))
    assert collection["type"] == "FeatureCollection"
    found: list[dict[str, Any]] = collection["features"]
    return found


def test_a_feature_per_attack_with_the_columns_as_properties() -> None:
    tables = tables_of(*two_reports())
    made = features(tables)
    assert [feature["id"] for feature in made] == list(tables.attacks["claim_id"])
    names = [column.name for column in SCHEMA["attacks"]]
    assert list(made[0]["properties"]) == [*names, "coordinate_of", "coordinate_source"]
    assert made[0]["properties"]["incident_id"] == made[1]["properties"]["incident_id"]
    assert made[0]["properties"]["date_from"] == "2021-05-03"
    assert made[0]["properties"]["munitions_low"] == 10 and made[0]["properties"]["munitions_high"] is None


def test_a_point_is_longitude_before_latitude_with_its_register() -> None:
    point, _, town = features(tables_of(*two_reports()))
    longitude, latitude = point["geometry"]["coordinates"]
    assert 44 < longitude < 45 and 33 < latitude < 35
    assert point["properties"]["coordinate_source"] == "airportsdata"
    assert (town["properties"]["coordinate_of"], town["properties"]["coordinate_source"]) == ("Al-Qaim", "GeoNames")


def test_two_places_named_together_are_two_points() -> None:
    draft = Draft("gazette-1")
    draft.attack(place="Baghdad;Mosul", country="IQ")
    (made,) = features(tables_of(draft))
    assert made["geometry"]["type"] == "MultiPoint" and len(made["geometry"]["coordinates"]) == 2


@pytest.mark.parametrize("place", [None, "Anbar", "Iraq", "Nowhere in particular", "northern Iraq", ";", "' OR 1=1"])
def test_no_coordinate_is_guessed(place: str | None) -> None:
    draft = Draft("gazette-1")
    draft.attack(place=place, country="IQ")
    (made,) = features(tables_of(draft))
    assert made["geometry"] is None and made["properties"]["coordinate_of"] is None


def test_a_town_of_another_country_is_not_taken() -> None:
    assert find_spots("Tripoli", "LB")[0].country == "LB"
    assert find_spots("Tripoli", "LY")[0].country == "LY"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_come_back(words: str) -> None:
    draft = Draft("gazette-1")
    draft.attack(words, target=words)
    (made,) = features(tables_of(draft))
    assert made["properties"]["target"] == made["properties"]["evidence"] == words


def test_no_attack_is_an_empty_collection_and_bytes_stay(tmp_path: Path) -> None:
    assert features(tables_of()) == []
    once = write_geojson(tables_of(*two_reports()), tmp_path / "new" / "attacks.geojson").read_bytes()
    assert once == write_geojson(tables_of(*two_reports()), tmp_path / "attacks.geojson").read_bytes()
    assert [made.name for made in (tmp_path / "new").iterdir()] == ["attacks.geojson"]
