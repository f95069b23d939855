"""The attacks as GeoJSON (RFC 7946), a feature per row, for maps and geographic information systems.

A feature has a geometry where the source names a site or town whose coordinate a public register gives (towns:
GeoNames; airfields: airportsdata), else null: no coordinate is guessed, and a province has none. The point is that of
the named place, not of the attack; `coordinate_of` names the place and `coordinate_source` the register. Two places
named together make a MultiPoint. The other properties are the columns of the table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from analysis.comparison import compare_attacks
from analysis.comparison.places import locate
from analysis.language.gazetteer import Place, PlaceKind
from analysis.tables.files import to_cell
from analysis.tables.frames import Tables, to_records
from analysis.tables.whole import written_whole

#: the kinds of place that have a coordinate, with the register that it is taken from
REGISTERS = {PlaceKind.TOWN: "GeoNames", PlaceKind.SITE: "airportsdata"}
#: decimals of a coordinate: some ten metres, no less exact than the registers
_DECIMALS = 4

Json = dict[str, Any]


def write_geojson(tables: Tables, path: Path | str) -> Path:
    """Write the attacks as a GeoJSON file, UTF-8, a feature per line; return the file.

    Tables without incidents are compared first. Raises OSError where the file cannot be written.
    """
    target = Path(path)
    with written_whole(target.parent) as new:
        (new / target.name).write_text(to_geojson(tables), encoding="utf-8", newline="\n")
    return target


def to_geojson(tables: Tables) -> str:
    """Write the attacks as the text of a GeoJSON FeatureCollection."""
    features = [_to_line(_to_feature(row)) for row in to_records(compare_attacks(tables).attacks)]
    between = ",\n" if features else ""
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + between[1:] + "]}\n"


def find_spots(place: str | None, country: str | None) -> list[Place]:
    """Find the places, joined by `;`, that have a citable coordinate; `country` is the attack's, joined likewise."""
    codes = (country or "").split(";")
    inside = codes[0] if len(codes) == 1 and codes[0] else None
    known = [locate(name.strip(), inside) for name in (place or "").split(";") if name.strip()]
    return [spot for spot in known if spot and spot.kind in REGISTERS and spot.lat is not None and spot.lon is not None]


def _to_feature(row: Mapping[str, Any]) -> Json:
    spots = find_spots(row["place"], row["country"])
    properties = {name: _to_value(value) for name, value in row.items()}
    properties["coordinate_of"] = _joined(spot.name for spot in spots)
    properties["coordinate_source"] = _joined(REGISTERS[spot.kind] for spot in spots)
    return {
        "type": "Feature",
        "id": row["claim_id"],
        "geometry": _to_geometry(spots),
        "properties": properties,
    }


def _to_geometry(spots: list[Place]) -> Json | None:
    points = [[round(spot.lon or 0.0, _DECIMALS), round(spot.lat or 0.0, _DECIMALS)] for spot in spots]
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def _to_value(value: Any) -> Any:
    """Keep null, flags, numbers and text; a day becomes its ISO text."""
    return value if value is None or isinstance(value, bool | int | str) else to_cell(value)


def _joined(words: Iterable[str]) -> str | None:
    return ";".join(dict.fromkeys(words)) or None


def _to_line(feature: Json) -> str:
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
