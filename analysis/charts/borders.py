"""Country outlines for the map: the whole world coarsely, and one region (Europe to India) more closely.

From Natural Earth (public domain) by way of world-atlas; `cut_borders.py` made the files. The borders are de-facto
borders, as Natural Earth draws them: no claim is made or settled by them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

Ring = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]
FOLDER = Path(__file__).with_name("borders")


@dataclass(frozen=True, slots=True)
class Borders:
    """Outer rings by country name, longitude and latitude in degrees; `box` is west, south, east, north."""

    source: str
    box: Box
    countries: dict[str, tuple[Ring, ...]]


@cache
def read_borders(name: str) -> Borders:
    """Read the outlines `world-110m` or `region-50m`, kept beside this module."""
    made = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    countries = {name: tuple(map(_to_ring, rings)) for name, rings in made["countries"].items()}
    return Borders(made["source"], tuple(made["box"]), countries)


def choose_borders(box: Box) -> Borders:
    """Choose the closer outlines where they cover the box, else the world's."""
    west, south, east, north = box
    inner = read_borders("region-50m")
    left, bottom, right, top = inner.box
    covered = left <= west and bottom <= south and east <= right and north <= top
    return inner if covered else read_borders("world-110m")


def _to_ring(steps: list[int]) -> Ring:
    return tuple((x / 100, y / 100) for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
