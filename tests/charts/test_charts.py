"""Every chart at every size: drawn, worded, inside its frame, nothing over anything else."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.charts import CHARTS
from analysis.charts.sizes import SIZES, Size
from analysis.charts.style import styled
from analysis.coding.rows import Act, Scope
from analysis.language.quantities import Qualifier, Quantity
from analysis.tables import Tables
from tests.factories import Draft, at_least, at_most, exact, many_reports, tables_of, two_reports, vague

ODD = "Very " * 60 + "long=cmd() $x^2$ <b>قاعدة عين الأسد</b> 🚀"


def odd_reports() -> Tables:
    """Names that are too long, hostile, in another script or missing, at known places, with every kind of quantity."""
    quantities = [exact(0), exact(3), at_least(40), at_most(9), vague(3, "several"), vague(None, "most of")]
    quantities.append(Quantity(2, 3, Qualifier.RANGE, "two or three", 0, 1))
    draft = Draft("odd-1", date(2021, 5, 4), outlet=ODD, title=ODD)
    for at, quantity in enumerate(quantities):
        place = ["Baghdad", "Mosul", "Erbil", "Kirkuk", ODD, None, "Balad"][at]
        day = date(2021, 5, at + 1) if at % 3 else None
        hit = draft.attack(f"Attack {at}.", day=day, place=place, country="IQ", munitions=quantity)
        draft.casualty(f"Figure {at}.", quantity=quantity, group=ODD, attack=hit, attributed_to=ODD)
        draft.troop(
            f"Force {at}.", force=ODD, place=ODD, quantity=quantity, as_of=["2014", "2021-05", "2021-05-04"][at % 3]
        )
        draft.statement(f"Word {at}.", affiliation=ODD, act=list(Act)[at], date=date(2021, 5, 2 + 2 * at))
    draft.attack("A series.", scope=Scope.SERIES, count=vague(2, ODD), date_from=date(2021, 1, 1), country="SY")
    return tables_of(draft)


def placed_reports() -> Tables:
    """One attack in each of many towns, several of them close together, far apart on the globe."""
    draft = Draft("gazette-1")
    towns = ["Baghdad", "Mosul", "Erbil", "Kirkuk", "Basra", "Damascus", "Aleppo", "Homs", "Latakia", "Kabul", "Kyiv"]
    for at, town in enumerate(towns):
        draft.attack(f"Attack {at}.", day=date(2021, 5, at + 1), place=town)
    return tables_of(draft)


CASES = {
    "two reports": lambda: tables_of(*two_reports()),
    "1 row": lambda: many_reports(1, 1),
    "5 rows": lambda: many_reports(5, 2),
    "50 rows": lambda: many_reports(50, 5),
    "500 rows of 40 sources": lambda: many_reports(500, 40),
    "odd names": odd_reports,
    "many towns": placed_reports,
}


@pytest.fixture(scope="module", params=CASES, ids=list(CASES))
def tables(request: pytest.FixtureRequest) -> Tables:
    return CASES[request.param]()  # type: ignore[no-any-return]


def texts_of(figure: Figure) -> list[tuple[str, Any, bool]]:
    """The words of a figure, the rectangles that they cover, in pixels, and whether they are aslant."""
    figure.set_dpi(150)
    canvas = FigureCanvasAgg(figure)
    with styled():
        canvas.draw()
        renderer = canvas.get_renderer()
        texts = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
        return [
            (text.get_text(), Text.get_window_extent(text, renderer), text.get_rotation() not in (0, 90))
            for text in texts
        ]


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_stays_in_its_frame_and_covers_no_words(name: str, size: Size, tables: Tables) -> None:
    figure = CHARTS[name].plot(tables, size)
    if figure is None:
        assert CHARTS[name].data(tables, size).empty
        return
    width, height = figure.get_size_inches()
    assert width == pytest.approx(size.width * size.scale) and 0.4 < height <= (size.height + 0.05) * size.scale
    texts, pixel = texts_of(figure), figure.dpi / 72 * size.scale
    for words, box, _ in texts:
        assert box.x0 > -1.5 * pixel and box.x1 < width * figure.dpi + 1.5 * pixel, words
        assert box.y0 > -1.5 * pixel and box.y1 < height * figure.dpi + 1.5 * pixel, words
    level = [(words, box) for words, box, aslant in texts if not aslant]
    for (one, a), (other, b) in combinations(level, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        up = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across < pixel or up < 2 * pixel, f"{one!r} lies over {other!r}"


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_told_in_words_too(name: str, tables: Tables) -> None:
    chart = CHARTS[name]
    data = chart.data(tables)
    if data.empty:
        assert chart.plot(tables) is None
        return
    caption, alt, note = chart.caption(data), chart.alt(data), chart.note(data)
    assert caption and caption[0].isupper() | caption[0].isdigit() and "\n" not in caption
    assert alt.endswith(".") and note.endswith(".")
    assert not any(word in text for text in (caption, note) for word in ("nan", "NaT", "<NA>", "None"))
    assert (
        name == "statements"
        or "claims" not in data
        or set(";".join(data["claims"].dropna()).split(";"))
        <= {claim for frame in tables.frames().values() if "claim_id" in frame for claim in frame["claim_id"]}
    )


@pytest.mark.parametrize("name", CHARTS)
def test_without_rows_there_is_no_chart(name: str) -> None:
    for empty in (tables_of(), tables_of(Draft("gazette-1"))):
        assert CHARTS[name].plot(empty) is None
        assert CHARTS[name].data(empty).empty


@pytest.mark.parametrize("name", CHARTS)
def test_the_tables_are_not_changed(name: str) -> None:
    tables = tables_of(*two_reports())
    before = {key: frame.copy() for key, frame in tables.frames().items()}
    CHARTS[name].plot(tables)
    for key, frame in tables.frames().items():
        pd.testing.assert_frame_equal(frame, before[key])


def test_captions_tell_the_message_of_the_data() -> None:
    tables = tables_of(*two_reports())
    captions = {name: chart.caption(data) for name, chart in CHARTS.items() if len(data := chart.data(tables))}
    assert captions["timeline"] == "2 of 2 sources report the attack on Balad air base, 3 May 2021"
    assert captions["rounds"] == "Balad air base, 3 May 2021: from 6 to at least 10 rounds, depending on the source"
    assert captions["casualties"] == (
        "Balad air base, 3 May 2021: injured Iraqi military, from 2 to “Several”, depending on who counts"
    )
    assert captions["map"] == "Where the attacks were: 2 places with a known coordinate"


def test_two_figures_of_one_source_are_no_dispute() -> None:
    draft = Draft("gazette-1")
    draft.attack("Rockets fell.", day=date(2021, 5, 3), place="Balad", country="IQ")
    draft.casualty("Six soldiers.", attack="a1", quantity=exact(6))
    draft.casualty("Two soldiers.", attack="a1", quantity=exact(2))
    chart = CHARTS["casualties"]
    assert chart.caption(chart.data(tables_of(draft))) == "Casualties that the sources report, by victim group"


def test_equal_figures_stand_on_one_line() -> None:
    drafts = []
    for number in range(4):
        draft = Draft(f"paper-{number}", outlet=f"Paper {number}")
        draft.attack(day=date(2021, 5, 3), place="Balad", munitions=exact(5 if number else 6))
        drafts.append(draft)
    data = CHARTS["rounds"].data(tables_of(*drafts))
    assert list(zip(data["who"], data["low"], data["sources"], strict=True)) == [
        ("Paper 0", 6, 1),
        ("Paper 1, Paper 2, Paper 3", 5, 3),
    ]


def test_what_is_left_out_is_said() -> None:
    draft = Draft("gazette-1")
    draft.attack()
    draft.attack("Attack on Balad.", day=date(2021, 5, 3), place="Balad", country="IQ")
    draft.casualty(quantity=exact(500))
    draft.casualty(attack="a2")
    draft.troop(as_of=None)
    draft.troop("Others.", as_of="2021")
    tables = tables_of(draft)
    notes = {name: chart.note(data) for name, chart in CHARTS.items() if len(data := chart.data(tables))}
    assert "not drawn: 1." in notes["timeline"] and "not drawn: 1." in notes["troops"]
    assert "are not drawn: 1." in notes["casualties"]
    assert "1 of 2 (1 no country named)" in notes["map"]
    assert "1 of 2 attacks have no place" in CHARTS["map"].caption(CHARTS["map"].data(tables))
