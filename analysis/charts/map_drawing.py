"""How the map is drawn: outlines, circles with their names beside them, kept apart, and a scale in kilometres."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analysis.charts.borders import Borders, Box, choose_borders
from analysis.charts.sizes import Size
from analysis.charts.style import MUTED, RUST, add_axes, new_figure, styled
from analysis.charts.text import fit, text_width
from analysis.tables.frames import to_records

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SEA, _LAND, _EDGE, _NAMES = "#e4ecf2", "#faf8f4", "#b3ada0", "#8b867b"
_LEAST = 9.0  # degrees that the map spans at least
_SIZE = 7.6
#: names that the map holds; the places with fewest attacks stay without
MOST_NAMES = 25


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map shows, in degrees, and how wide and high it is, in inches."""

    box: Box
    width: float
    height: float

    @property
    def across(self) -> float:
        """Inches of a degree of longitude."""
        return self.width / (self.box[2] - self.box[0])

    @property
    def up(self) -> float:
        """Inches of a degree of latitude."""
        return self.height / (self.box[3] - self.box[1])


def draw_places(data: pd.DataFrame, size: Size) -> Figure:
    """Draw the rows of `data_map`."""
    rows = to_records(data)
    frame = _to_frame([(row["lon"], row["lat"]) for row in rows], size)
    with styled():
        figure = new_figure(frame.width, frame.height)
        axes = add_axes(figure, 0, 0, frame.width, frame.height)
        west, south, east, north = frame.box
        axes.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[], facecolor=_SEA)
        axes.spines["bottom"].set_visible(False)
        borders = choose_borders(frame.box)
        _draw_countries(axes, borders, frame.box)
        taken = [_draw_scale(axes, frame)]
        _draw_circles(axes, rows, frame, taken)
        _name_countries(axes, borders, frame, taken)
    return figure


def _to_frame(points: list[tuple[float, float]], size: Size) -> Frame:
    """Choose what to show and how high to draw it, so that the map fills its width."""
    box = _box(points)
    aspect = 1 / max(0.3, math.cos(math.radians((box[1] + box[3]) / 2)))
    wanted = size.width * (box[3] - box[1]) * aspect / (box[2] - box[0])
    height = min(0.78 * size.width, size.height, max(0.48 * size.width, wanted))
    return Frame(_widen(box, size.width / height, aspect), size.width, height)


def _box(points: list[tuple[float, float]]) -> Box:
    """Bound the points with a margin; never less than a few degrees, never beyond the world."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    sides = []
    for low, high, limit in ((min(lons), max(lons), 180.0), (min(lats), max(lats), 85.0)):
        span = max((high - low) * 1.35, _LEAST)
        middle = (low + high) / 2
        sides.append((max(-limit, middle - span / 2), min(limit, middle + span / 2)))
    return sides[0][0], sides[1][0], sides[0][1], sides[1][1]


def _widen(box: Box, wanted: float, aspect: float) -> Box:
    """Fill a figure `wanted` times as wide as high: degrees keep their proportion at the map's middle."""
    west, south, east, north = box
    wide, tall = east - west, (north - south) * aspect
    if wide / tall < wanted:
        extra = (tall * wanted - wide) / 2
        return west - extra, south, east + extra, north
    extra = (wide / wanted - tall) / aspect / 2
    return west, south - extra, east, north + extra


def _draw_countries(axes: Axes, borders: Borders, box: Box) -> None:
    from matplotlib.collections import PolyCollection

    seen = [ring for rings in borders.countries.values() for ring in rings if _meets(ring, box)]
    axes.add_collection(PolyCollection(seen, fc=_LAND, ec=_EDGE, lw=0.6, zorder=1), autolim=False)


def _name_countries(axes: Axes, borders: Borders, frame: Frame, taken: list[Box]) -> None:
    """Name the countries whose name fits into what is seen of them and covers nothing."""
    box, across, up = frame.box, frame.across, frame.up
    for name, rings in borders.countries.items():
        seen = [ring for ring in rings if _meets(ring, box)]
        if not seen or (spot := _label_spot(seen, frame, name)) is None:
            continue
        x, y = (spot[0] - box[0]) * across, (spot[1] - box[1]) * up
        half = text_width(name.upper(), 7) / 2 + 0.03
        for shift in (0.0, 0.2, -0.2, 0.4, -0.4):
            area = (x - half, y + shift - 0.07, x + half, y + shift + 0.07)
            if not _covered(area, taken):
                taken.append(area)
                look: dict[str, Any] = {"fontsize": 7, "color": _NAMES, "ha": "center", "va": "center", "zorder": 2}
                axes.text(spot[0], spot[1] + shift / up, name.upper(), **look)
                break


def _covered(area: Box, taken: list[Box]) -> bool:
    return any(a < area[2] and area[0] < c and b < area[3] and area[1] < d for a, b, c, d in taken)


def _meets(ring: Any, box: Box) -> bool:
    lons, lats = [float(x) for x, _ in ring], [float(y) for _, y in ring]
    return max(lons) >= box[0] and min(lons) <= box[2] and max(lats) >= box[1] and min(lats) <= box[3]


def _label_spot(rings: list[Any], frame: Frame, name: str) -> tuple[float, float] | None:
    """Find the middle of what is seen of a country, None where its name would not fit there."""
    from analysis.charts.cut_borders import clip

    parts = [clip(list(ring), frame.box) for ring in rings]
    part = max(parts, key=_area, default=[])
    if len(part) < 3:
        return None
    per_degree = frame.across
    needed = text_width(name.upper(), 7) / per_degree + 0.1 / per_degree
    middle = _centre(part)
    left, right = _chord(part, middle)
    if right - left < needed or (max(y for _, y in part) - min(y for _, y in part)) * per_degree < 0.4:
        return None
    return min(max(middle[0], left + needed / 2), right - needed / 2), middle[1]


def _chord(ring: list[tuple[float, float]], point: tuple[float, float]) -> tuple[float, float]:
    """Find where the parallel through a point enters and leaves the ring around it."""
    x, y = point
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    cuts = [a + (y - b) / (d - b) * (c - a) for (a, b), (c, d) in pairs if (b > y) != (d > y)]
    return max([cut for cut in cuts if cut <= x], default=x), min([cut for cut in cuts if cut >= x], default=x)


def _area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def _centre(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """Find the centre of gravity of a ring."""
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    crosses = [x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs]
    area = sum(crosses) or 1e-9
    x = sum((a[0] + b[0]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / (3 * area)
    y = sum((a[1] + b[1]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / (3 * area)
    return x, y


def _draw_circles(axes: Axes, rows: list[dict[str, Any]], frame: Frame, taken: list[Box]) -> None:
    """Draw the circles, and their names where no other name or circle stands; `taken` grows by both."""
    box, across, up = frame.box, frame.across, frame.up
    spots = [((row["lon"] - box[0]) * across, (row["lat"] - box[1]) * up) for row in rows]
    most = max(row["attacks"] for row in rows)
    largest = 0.33 if frame.width > 5 else 0.2
    radii = [min(0.055, largest / math.sqrt(most)) * math.sqrt(row["attacks"]) for row in rows]
    lons, lats = [row["lon"] for row in rows], [row["lat"] for row in rows]
    areas = [(max(radius, 0.02) * 2 * 72) ** 2 for radius in radii]
    axes.scatter(lons, lats, s=areas, color=RUST, alpha=0.75, ec="white", lw=0.7, zorder=4)
    taken += [(x - r, y - r, x + r, y + r) for (x, y), r in zip(spots, radii, strict=True)]
    for row, (x, y), radius in list(zip(rows, spots, radii, strict=True))[:MOST_NAMES]:
        name = fit(row["place"], 0.33 * frame.width, _SIZE)
        words = f"{name} {row['attacks']}" if row["attacks"] > 1 else name
        area = _free_place(words, x, y, radius, taken, frame)
        if area:
            taken.append(area)
            look: dict[str, Any] = {"fontsize": _SIZE, "color": "#7c3209", "va": "center", "zorder": 5}
            behind = {"fc": _LAND, "ec": "none", "pad": 0.3, "alpha": 0.75}
            at = (box[0] + area[0] / across, box[1] + (area[1] + area[3]) / 2 / up)
            axes.text(*at, words, bbox=behind, **look)


def _free_place(words: str, x: float, y: float, radius: float, taken: list[Box], frame: Frame) -> Box | None:
    """Find room for a name around its circle: right, left, above, below and between; None where there is none."""
    wide, half = text_width(words, _SIZE) + 0.03, 0.075
    gap = radius + 0.05
    for step in (0.0, 0.13, 0.26):
        for dx, dy in (
            (gap, 0.0),
            (-gap - wide, 0.0),
            (gap, step + half),
            (-gap - wide, step + half),
            (gap, -step - half),
            (-gap - wide, -step - half),
            (-wide / 2, gap + half + step),
            (-wide / 2, -gap - half - step),
        ):
            spot = (x + dx, y + dy - half, x + dx + wide, y + dy + half)
            if spot[0] < 0.02 or spot[2] > frame.width - 0.02 or spot[1] < 0.02 or spot[3] > frame.height - 0.02:
                continue
            if not _covered(spot, taken):
                return spot
    return None


def _draw_scale(axes: Axes, frame: Frame) -> Box:
    """Draw a bar of a round number of kilometres, true at the map's lower edge; return the room it takes (inches)."""
    box, up = frame.box, frame.up
    per_km = 1 / (111.32 * max(0.2, math.cos(math.radians(max(-80.0, min(80.0, box[1]))))))
    inch = 1 / frame.across
    km = next((km for km in (2000, 1000, 500, 200, 100, 50) if km * per_km < 0.18 * frame.width * inch), 50)
    right, y = box[2] - 0.15 * inch, box[1] + 0.14 / up
    axes.plot([right - km * per_km, right], [y, y], color=MUTED, lw=1.2, zorder=6)
    words = f"{km:,} km"
    axes.text(right - km * per_km / 2, y + 0.05 / up, words, ha="center", fontsize=7, color=MUTED, zorder=6)
    wide = max(km * per_km / inch, text_width(words, 7))
    return frame.width - 0.2 - wide, 0.0, frame.width, 0.36
