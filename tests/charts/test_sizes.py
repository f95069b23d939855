from __future__ import annotations

import pytest

from analysis.charts import COLUMN, PAGE, SLIDE, STYLE, plot_rounds, register_fonts
from analysis.charts.sizes import enlarge
from tests.factories import tables_of, two_reports


def test_lines_are_counted_from_the_room_left() -> None:
    assert PAGE.lines(1.0, 4.0) == 5 and PAGE.lines(1.0, 99.0) == 2
    assert COLUMN.narrow and not PAGE.narrow and not SLIDE.narrow


def test_a_larger_figure_has_larger_letters_and_marks() -> None:
    tables = tables_of(*two_reports())
    small, large = plot_rounds(tables), plot_rounds(tables)
    assert small is not None and large is not None
    enlarge(large, 2)
    assert list(large.get_size_inches()) == [2 * side for side in small.get_size_inches()]
    for one, other in zip(small.axes, large.axes, strict=True):
        assert [2 * text.get_fontsize() for text in one.texts] == [text.get_fontsize() for text in other.texts]
        assert [2 * line.get_markersize() for line in one.lines] == [line.get_markersize() for line in other.lines]
        ticks = one.get_xticklabels(), other.get_xticklabels()
        assert [2 * text.get_fontsize() for text in ticks[0]] == [text.get_fontsize() for text in ticks[1]]


def test_the_style_can_be_used_on_its_own() -> None:
    import matplotlib
    import matplotlib.pyplot as plt

    register_fonts()
    with plt.style.context(STYLE):
        assert matplotlib.rcParams["font.family"][0] == "Inter" and not matplotlib.rcParams["text.parse_math"]
    with plt.style.context("analysis.charts.briefing"):
        assert matplotlib.rcParams["svg.fonttype"] == "none"


def test_a_figure_can_be_changed() -> None:
    figure = plot_rounds(tables_of(*two_reports()), SLIDE)
    assert figure is not None
    assert figure.get_size_inches()[0] == pytest.approx(12.32)
    figure.axes[1].set_xlabel("shells")
    assert figure.axes[1].get_xlabel() == "shells"
