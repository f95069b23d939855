from __future__ import annotations

import pytest

from analysis.charts.borders import FOLDER, choose_borders, read_borders
from analysis.charts.cut_borders import clip, cut_borders

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]


@pytest.mark.parametrize("name", ["world-110m", "region-50m"])
def test_outlines_lie_in_their_box(name: str) -> None:
    borders = read_borders(name)
    west, south, east, north = borders.box
    points = [point for rings in borders.countries.values() for ring in rings for point in ring]
    assert all(west - 0.02 <= x <= east + 0.02 and south - 0.02 <= y <= north + 0.02 for x, y in points)
    assert {"Iraq", "Syria", "Ukraine"} <= set(borders.countries)
    assert (FOLDER / f"{name}.json").stat().st_size < 120_000


def test_the_closer_outline_is_taken_where_it_covers_the_map() -> None:
    assert choose_borders((35.0, 29.0, 48.0, 38.0)) is read_borders("region-50m")
    assert choose_borders((-80.0, 29.0, 48.0, 38.0)) is read_borders("world-110m")


def test_a_ring_is_cut_at_the_box() -> None:
    cut = clip(SQUARE, (2.0, -1.0, 9.0, 1.0))
    assert {(2.0, 0.0), (4.0, 0.0), (4.0, 1.0), (2.0, 1.0)} == set(cut)
    assert clip(SQUARE, (5.0, 5.0, 9.0, 9.0)) == []


def test_outlines_are_cut_out_of_topojson() -> None:
    topology = {
        "transform": {"scale": [1.0, 1.0], "translate": [0.0, 0.0]},
        "arcs": [[[0, 0], [4, 0], [0, 4]], [[0, 0], [0, 4], [4, 0]]],
        "objects": {
            "countries": {"geometries": [{"type": "Polygon", "arcs": [[0, -2]], "properties": {"name": "Square"}}]}
        },
    }
    made = cut_borders(topology, (-9.0, -9.0, 9.0, 9.0), "50m")
    assert made["countries"]["Square"][0][:6] == [0, 0, 400, 0, 0, 400]
