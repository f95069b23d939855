"""Cut country outlines out of world-atlas, once, by hand; the result is kept beside this module.

    python -m analysis.charts.cut_borders countries-110m.json analysis/charts/borders/world-110m.json 110m
    python -m analysis.charts.cut_borders countries-50m.json analysis/charts/borders/region-50m.json 50m 12 -2 80 55

The input is TopoJSON from the npm package world-atlas 2.0.2 (ISC licence; the data is Natural Earth's, public domain).
The output holds, for each country, its outer rings: longitude and latitude in hundredths of a degree, each point as the
step from the one before. Natural Earth draws de-facto borders; lakes and enclaves (inner rings) are left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Box = tuple[float, float, float, float]
WORLD: Box = (-180.0, -90.0, 180.0, 90.0)


def cut_borders(topology: dict[str, Any], box: Box, scale: str) -> dict[str, Any]:
    """Take every country's outer rings inside the box (west, south, east, north; degrees)."""
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [_to_steps(clip(_join(polygon[0], arcs), box)) for polygon in polygons]
        if kept := [ring for ring in rings if len(ring) > 6]:
            countries[shape["properties"]["name"]] = kept
    return {"source": f"Natural Earth 1:{scale} by way of world-atlas 2.0.2", "box": box, "countries": countries}


def clip(ring: list[Point], box: Box) -> list[Point]:
    """Cut a ring at the sides of a box (Sutherland and Hodgman 1974)."""
    west, south, east, north = box
    for axis, limit, inward in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept: list[Point] = []
        for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
            inside, next_inside = (point[axis] * inward >= limit * inward for point in (here, there))
            if inside:
                kept.append(here)
            if inside != next_inside:
                share = (limit - here[axis]) / (there[axis] - here[axis])
                crossing = tuple(limit if at == axis else here[at] + share * (there[at] - here[at]) for at in (0, 1))
                kept.append((crossing[0], crossing[1]))
        ring = kept
    return ring


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def _join(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indexes:
        points = arcs[~index][::-1] if index < 0 else arcs[index]
        ring += points[1:] if ring else points
    return ring


def _to_steps(ring: list[Point]) -> list[int]:
    """Flatten a ring to steps in hundredths of a degree, points that do not move left out."""
    steps: list[int] = []
    last = (0, 0)
    for x, y in ring:
        here = (round(x * 100), round(y * 100))
        if here != last or not steps:
            steps += [here[0] - last[0], here[1] - last[1]]
            last = here
    return steps


def main(arguments: list[str]) -> None:
    source, target, scale, *sides = arguments
    box: Box = tuple(map(float, sides)) if sides else WORLD  # type: ignore[assignment]
    cut = cut_borders(json.loads(Path(source).read_text("utf-8")), box, scale)
    Path(target).write_text(json.dumps(cut, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
