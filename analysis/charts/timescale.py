"""A scale of days in inches that leaves out long stretches in which nothing happened.

Five reports can tell of an attack in 2019 and of another in 2024: on an even scale all of one December would be one
blot. Stretches are cut where nothing is reported for long; the cut is marked on the axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from analysis.charts.sizes import Size
from analysis.charts.style import GRID, MUTED, RULE
from analysis.charts.text import text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: a stretch without reports is cut out when it is longer than this and than a quarter of all the days
LONG = 120
#: least width of one stretch, and the width of a cut, in inches
LEAST, CUT = 0.8, 0.28
#: labels of the axis stand at least so far apart, in inches
_APART = 0.52
#: labels of two stretches
_NEAREST = 0.46


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that stand together, from ordinal `first` to `last`, drawn from `left` to `right` (inches)."""

    first: int
    last: int
    left: float
    right: float

    @property
    def days(self) -> int:
        return max(1, self.last - self.first)


@dataclass(frozen=True, slots=True)
class TimeScale:
    stretches: tuple[Stretch, ...]

    def place(self, day: date) -> float:
        """Find where a day is drawn, in inches; a day inside a cut stands at the cut's end."""
        number = day.toordinal()
        for stretch in self.stretches:
            if number <= stretch.last:
                share = max(0, number - stretch.first) / stretch.days
                return stretch.left + share * (stretch.right - stretch.left)
        return self.stretches[-1].right

    def ticks(self) -> list[tuple[float, str]]:
        """Choose days to name on the axis: days, months or years, as the width of each stretch allows."""
        kept: list[list[tuple[float, str]]] = []
        for stretch in self.stretches:
            named = _ticks(stretch)
            while kept and named and kept[-1] and named[0][0] - kept[-1][-1][0] < _NEAREST:
                (kept[-1] if len(kept[-1]) > 1 else named).pop(-1 if len(kept[-1]) > 1 else 0)
            kept.append(named)
        return [tick for named in kept for tick in named]

    def cuts(self) -> list[float]:
        """Name the middles of the cuts, in inches."""
        pairs = zip(self.stretches, self.stretches[1:], strict=False)
        return [(one.right + other.left) / 2 for one, other in pairs]


def to_scale(spans: Sequence[tuple[date, date]], width: float, *, cut: bool = True) -> TimeScale:
    """Lay the days of the spans out over a width in inches; `spans` is not empty. Without `cut` the scale is even."""
    joined: list[list[int]] = []
    ordered = sorted((first.toordinal(), last.toordinal()) for first, last in spans)
    whole = max(last for _, last in ordered) - ordered[0][0]
    longest = max(LONG, whole // 4) if cut else whole
    for first, last in ordered:
        if joined and first - joined[-1][1] <= longest:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    padded = [(first - pad, last + pad) for first, last in joined for pad in [max(3, (last - first) // 25)]]
    room = width - CUT * (len(padded) - 1)
    least = min(LEAST, width / 5)
    spare = max(0.0, room - least * len(padded))
    days = sum(last - first for first, last in padded)
    stretches, left = [], 0.0
    for first, last in padded:
        right = left + min(least, room / len(padded)) + spare * (last - first) / days
        stretches.append(Stretch(first, last, left, right))
        left = right + CUT
    return TimeScale(tuple(stretches))


def _ticks(stretch: Stretch) -> list[tuple[float, str]]:
    """Name days so that labels stand far enough apart."""
    per_day = (stretch.right - stretch.left) / stretch.days
    apart = _APART / per_day  # in days
    days = _days(stretch, apart)
    kept: list[tuple[float, str]] = []
    year: int | None = None
    for day in days:
        at = stretch.left + (day.toordinal() - stretch.first) * per_day
        if at > stretch.right + 1e-9:
            break
        words = f"{day:%Y}" if apart > 300 else f"{day:%b}" if apart > 14 else f"{day.day} {day:%b}"
        if day.year != year and apart <= 300:
            words += f"\n{day:%Y}"
        year = day.year
        kept.append((at, words))
    return kept


def _days(stretch: Stretch, apart: float) -> list[date]:
    """The days to name at least `apart` days from one another: a week's, firsts of months, or firsts of years."""
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    if apart <= 14:
        step = next(step for step in (1, 2, 7, 14) if step >= apart)
        return [first + timedelta(days=offset) for offset in range(0, stretch.days + 1, step)]
    if apart <= 300:
        step = next(step for step in (1, 2, 3, 6, 12) if step * 30 >= apart - 2)
        months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13, step)]
        named = [date(year, month, 1) for year, month in months if first <= date(year, month, 1) <= last]
    else:
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if step * 365 >= apart - 2)
        named = [date(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
        named = [day for day in named if first <= day <= last]
    return named or [first]


def start_of(names: Sequence[str], size: Size) -> float:
    """Find where a scale starts beside names of rows, in inches: after the longest, within two fifths of the width."""
    return min(max(map(text_width, names)) + 0.22, (0.38 if size.narrow else 0.32) * size.width)


def draw_axis(canvas: Axes, scale: TimeScale, start: float, foot: float, top: float | None = None) -> None:
    """Draw the axis at `foot` inches, from `start` inches; with lines up to `top` where it is given."""
    for stretch in scale.stretches:
        canvas.plot([start + stretch.left, start + stretch.right], [foot, foot], color=RULE, lw=0.7)
    for at, words in scale.ticks():
        end, color = (foot, RULE) if top is None else (top, GRID)
        canvas.plot([start + at] * 2, [foot - 0.04, end], color=color, lw=0.7, zorder=0)
        look: dict[str, Any] = {"fontsize": 7.3, "color": MUTED, "ha": "center", "va": "top", "linespacing": 1.1}
        canvas.text(start + at, foot - 0.07, words, **look)
    for at in scale.cuts():
        for x in (start + at - 0.03, start + at + 0.03):
            canvas.plot([x - 0.025, x + 0.025], [foot - 0.05, foot + 0.05], color=RULE, lw=0.8)
