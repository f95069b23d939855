from __future__ import annotations

from datetime import date

from analysis.charts.registry import CHARTS
from analysis.exports.deck.points import Series, _find_room, to_series
from analysis.language.quantities import Qualifier, Quantity
from tests.factories import Draft, about, at_least, tables_of


def series_of(draft: Draft) -> list[Series]:
    return to_series(CHARTS["troops"].data(tables_of(draft)))


def test_a_range_has_two_points_and_a_bar_an_open_end_one() -> None:
    draft = Draft("gazette-1")
    draft.troop("A.", quantity=Quantity(2000, 3000, Qualifier.RANGE, "2,000 to 3,000", 0, 1), as_of="2021-05-04")
    draft.troop("B.", quantity=at_least(500), as_of="2021-06-04")
    (one,) = series_of(draft)
    assert [(point.number, point.down, point.words) for point in one.points] == [
        (3000, 1000, "2,000 to 3,000"),
        (2000, 0, ""),
        (500, 0, "at least 500"),
    ]
    assert one.points[0].day == (date(2021, 5, 4) - date(1899, 12, 30)).days


def test_forces_with_fewest_numbers_share_the_last_series() -> None:
    draft = Draft("gazette-1")
    for number in range(12):
        draft.troop(f"Force {number}.", force=f"Force {number}", quantity=about(100 + number))
    assert len(series_of(draft)) == 7 and series_of(draft)[-1].name == "others"


def test_words_that_would_cover_others_are_left_out() -> None:
    draft = Draft("gazette-1")
    for number in range(20):
        draft.troop(f"Number {number}.", quantity=about(1000 + number), as_of=f"2021-05-{number + 1:02d}")
    points = [point for one in series_of(draft) for point in one.points]
    said = _find_room(points, points[0].day - 3, points[-1].day + 3, (0, 0, 12, 5))
    assert 0 < len(said) < len(points) and points[0] in said
