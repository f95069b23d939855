"""What the charts of several sources say: tolls, verdicts, families, statements after attacks."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.charts import CHARTS, compared
from analysis.charts.ranges import columns_of, height_of
from analysis.charts.sizes import COLUMN, PAGE, SLIDE
from analysis.coding.rows import Outcome
from analysis.comparison import compare_figures
from analysis.language.quantities import Quantity
from analysis.tables import Tables
from tests.factories import Draft, about, at_least, exact, many_reports, tables_of, vague

DAY = date(2021, 5, 3)


def tolls(*figures: tuple[int, Quantity, bool]) -> Tables:
    """One source's figures for killed Iraqi soldiers: the number of the attack, the figure, whether it is a part."""
    draft = Draft("gazette-1", outlet="Gazette")
    attacks = [
        draft.attack(f"Attack {number}.", day=date(2021, 5, number + 1), place=place, country="IQ")
        for number, place in enumerate(["Balad", "Mosul", "Erbil"])
    ]
    for at, (number, quantity, part) in enumerate(figures):
        attack = attacks[number] if number < len(attacks) else None
        draft.casualty(f"Figure {at}.", quantity=quantity, nationality="IQ", attack=attack, subset=part)
    return tables_of(draft)


@pytest.mark.parametrize(
    ("figures", "low", "high", "said"),
    [
        ([(0, exact(2), False), (1, exact(3), False)], 5, 5, "5"),
        ([(0, at_least(25), False), (1, exact(4), False)], 29, None, "at least 29"),
        ([(0, exact(4), False), (0, exact(6), False)], 4, 6, "4 to 6"),
        ([(0, exact(4), False), (0, exact(2), True)], 4, 4, "4"),
        ([(0, about(50), False), (1, exact(4), False)], 54, 54, "about 54"),
        ([(0, vague(3, "several"), False)], 3, None, "“several”"),
        ([(0, exact(4), False), (9, exact(90), False)], 4, 4, "4"),
    ],
    ids=["sum", "open", "two tolls of one attack", "part of a total", "about", "vague", "no attack"],
)
def test_a_source_s_figures_are_added_as_intervals(
    figures: list[tuple[int, Quantity, bool]], low: int, high: int | None, said: str
) -> None:
    data = CHARTS["toll"].data(tables_of() if not figures else tolls(*figures))
    assert len(data) == 1 and data["said"][0] == said
    assert data["low"][0] == low and (data["high"][0] == high if high is not None else data["high"].isna()[0])


def test_figures_without_an_attack_are_counted_in_the_note() -> None:
    data = CHARTS["toll"].data(tolls((0, exact(4), False), (9, exact(90), False)))
    assert "not counted: 1." in CHARTS["toll"].note(data)


def reports(*quantities: Quantity) -> Tables:
    """Sources that report one attack, each with a figure of killed Iraqi soldiers and of rounds."""
    drafts = []
    for number, quantity in enumerate(quantities):
        draft = Draft(f"paper-{number}", date(2021, 5, 4), outlet=f"Paper {number}")
        hit = draft.attack(f"Paper {number} tells of it.", day=DAY, place="Balad", country="IQ", munitions=quantity)
        draft.casualty(f"Paper {number} counts.", quantity=quantity, nationality="IQ", attack=hit)
        drafts.append(draft)
    return tables_of(*drafts)


@pytest.mark.parametrize("name", ["rounds", "casualties"])
def test_where_all_can_be_true_is_shaded(name: str) -> None:
    data = CHARTS[name].data(reports(at_least(3), exact(5)))
    assert data["meets"].all() and set(data["meet_low"]) == {5} and set(data["meet_high"]) == {5}
    assert "shaded" in CHARTS[name].note(data)
    open_end = CHARTS[name].data(reports(at_least(3), at_least(7)))
    assert set(open_end["meet_low"]) == {7} and open_end["meet_high"].isna().all()


@pytest.mark.parametrize("name", ["rounds", "casualties"])
def test_a_contradiction_is_marked(name: str) -> None:
    chart = CHARTS[name]
    tables = reports(exact(3), exact(5))
    data = chart.data(tables)
    assert set(data["verdict"]) == {"contradict"} and not data["meets"].any()
    for size in (PAGE, COLUMN):
        figure = chart.plot(tables, size)
        assert figure is not None
        assert "≠ cannot all be true" in [text.get_text() for axes in figure.axes for text in axes.texts]
    assert "shaded" not in chart.note(data)


def test_one_source_alone_has_no_agreement() -> None:
    assert CHARTS["agreement"].plot(reports(exact(3))) is None


def test_the_gravest_verdict_of_a_question_is_shown() -> None:
    drafts = []
    for number in range(2):
        draft = Draft(f"paper-{number}", date(2021, 5, 4), outlet=f"Paper {number}")
        hit = draft.attack(f"Paper {number} tells of it.", day=DAY, place="Balad", country="IQ")
        draft.casualty(f"Soldiers {number}.", quantity=exact(2), nationality="IQ", attack=hit)
        draft.casualty(f"Americans {number}.", quantity=exact(3 + number), nationality="US", attack=hit)
        draft.casualty(f"Hurt {number}.", outcome=Outcome.INJURED, nationality="IQ", attack=hit)
        drafts.append(draft)
    chart = CHARTS["agreement"]
    data = chart.data(tables_of(*drafts))
    assert data[["date", "place", "killed", "injured", "rounds"]].iloc[0].tolist() == [
        *("agree", "agree", "contradict", "agree", "silent")
    ]
    assert chart.caption(data) == "Balad, 3 May 2021: the sources cannot all be right on killed"
    assert "killed: cannot all be true" in chart.alt(data)


@pytest.mark.parametrize(("part", "verdict"), [(False, "compatible"), (True, "agree")], ids=["group", "part"])
def test_a_group_that_one_voice_alone_counts_is_no_agreement(part: bool, verdict: str) -> None:
    drafts = []
    for number in range(2):
        draft = Draft(f"paper-{number}", date(2021, 5, 4), outlet=f"Paper {number}")
        hit = draft.attack(f"Paper {number} tells of it.", day=DAY, place="Balad", country="IQ")
        draft.casualty(f"Soldiers {number}.", quantity=exact(2), nationality="IQ", attack=hit)
        if number:
            draft.casualty("Several Americans.", quantity=at_least(3), nationality="US", attack=hit, subset=part)
        drafts.append(draft)
    data = CHARTS["agreement"].data(tables_of(*drafts))
    assert data["killed"].tolist() == [verdict]
    assert CHARTS["agreement"].caption(data).endswith(": on none of these do the sources contradict each other")


def test_sources_that_quote_one_speaker_share_a_column() -> None:
    drafts = []
    for number in range(3):
        draft = Draft(
            f"paper-{number}", date(2021, 5, 4), outlet=f"Paper {number}", agencies=("Reuters",)[: number < 2]
        )
        draft.attack(f"Paper number {number} has its own words on this.", day=DAY, place="Balad", country="IQ")
        drafts.append(draft)
    chart = CHARTS["families"]
    data = chart.data(tables_of(*drafts))
    assert set(data["source"]) == {"Paper 0", "Paper 1"} and set(data["reason"]) == {"agency"}
    assert chart.caption(data) == "2 of 3 sources repeat one another: 2 carry Reuters"
    assert "1 of 3 sources share nothing" in chart.note(data)
    assert chart.plot(tables_of(drafts[2])) is None


def test_statements_after_an_attack_are_counted_for_the_title() -> None:
    draft = Draft("gazette-1")
    draft.attack("Rockets fell on Balad.", day=DAY, place="Balad", country="IQ")
    for at, day in enumerate([date(2021, 5, 3), date(2021, 5, 6), date(2021, 5, 9), None]):
        draft.statement(f"Word {at}.", date=day)
    chart = CHARTS["reactions"]
    data = chart.data(tables_of(draft))
    assert chart.caption(data) == "2 of 3 dated statements came within 3 days after the attack on Balad, 3 May 2021"
    assert "not drawn: 1." in chart.note(data)
    assert "Attacks behind them: Balad." in chart.alt(data)


def test_two_dated_statements_are_no_course_that_could_be_drawn() -> None:
    draft = Draft("gazette-1")
    for at, day in enumerate([date(2021, 5, 3), date(2021, 5, 6), None]):
        draft.statement(f"Word {at}.", date=day)
    assert CHARTS["reactions"].plot(tables_of(draft)) is None


def test_what_a_smaller_size_leaves_out_is_said() -> None:
    tables = many_reports(500, 40)
    chart = CHARTS["rounds"]
    page, slide = chart.data(tables, PAGE), chart.data(tables, SLIDE)
    assert 0 < page.attrs["left_out"] < slide.attrs["left_out"]
    assert f" {slide.attrs['left_out']} more incidents stand in the table only." in chart.note(slide)


def test_groups_are_measured_as_they_are_drawn() -> None:
    beside, above = columns_of(PAGE, beside=True), columns_of(COLUMN, beside=True)
    assert beside.beside and not above.beside
    assert height_of(3, above, new_section=True) > height_of(3, beside, new_section=True)


def test_what_is_compared_is_kept_while_charts_are_drawn_together(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(compared, "compare_figures", lambda tables: made.append(tables) or compare_figures(tables))
    tables = reports(exact(3), exact(5))
    with compared.compared_once():
        with compared.compared_once():
            CHARTS["rounds"].data(tables)
        CHARTS["casualties"].data(tables)
        assert len(made) == 1
    CHARTS["rounds"].data(tables)
    CHARTS["rounds"].data(tables)
    assert len(made) == 3
