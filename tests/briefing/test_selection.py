"""Which rows a period and countries leave in: what has no date or country stays, and is counted."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.briefing.errors import BriefingError
from analysis.briefing.selection import Selection, parse_selection, select
from analysis.tables import check_tables
from tests.factories import Draft, tables_of


def drafts() -> tuple[Draft, ...]:
    draft = Draft("gazette")
    may = draft.attack("One fell in May.", day=date(2021, 5, 3), country="IQ")
    draft.casualty("Two died in May.", attack=may)
    june = draft.attack("One fell in June.", date_from=date(2021, 6, 1), date_to=date(2021, 6, 30), country="SY")
    draft.casualty("Three died in June.", attack=june)
    draft.attack("One fell some day.", country="IQ;SY")
    draft.attack("One fell somewhere.", day=date(2021, 5, 4))
    draft.casualty("Four died in protests.")
    for words, as_of, place in (
        ("a", "2021", "IQ"),
        ("b", "2020", "IQ"),
        ("c", None, "Wadi Nowhere"),
        ("d", "2021-06", "SY"),
    ):
        draft.troop(f"Force {words}.", as_of=as_of, place=place)
    draft.statement("He spoke.", date=date(2021, 5, 3))
    draft.statement("She spoke.", date=date(2021, 7, 1))
    draft.statement("They spoke.")
    return (draft,)


def kept(**asked: object) -> tuple[dict[str, list[str]], dict[str, int]]:
    tables, unknown = select(tables_of(*drafts()), parse_selection(**asked))
    check_tables(tables)
    frames = {name: frame["evidence"].tolist() for name, frame in tables.frames().items() if name != "sources"}
    return frames, unknown


def test_nothing_asked_is_everything() -> None:
    tables = tables_of(*drafts())
    assert select(tables, Selection()) == (tables, {})


def test_a_period_keeps_what_meets_it_and_what_has_no_date() -> None:
    frames, unknown = kept(since="2021-06-15", until="2021-06-20")
    assert frames["attacks"] == ["One fell in June.", "One fell some day."]
    assert frames["casualties"] == ["Three died in June.", "Four died in protests."]
    assert frames["troops"] == ["Force a.", "Force c.", "Force d."]
    assert frames["statements"] == ["They spoke."]
    assert unknown == {"attacks": 1, "casualties": 1, "troops": 1, "statements": 1}


@pytest.mark.parametrize(
    ("since", "count"), [("2021-06-30", 2), ("2021-07-01", 1), ("2021-05-03", 4), ("2021-05-04", 3)]
)
def test_the_ends_of_a_period_belong_to_it(since: str, count: int) -> None:
    assert len(kept(since=since)[0]["attacks"]) == count


def test_countries_keep_theirs_and_what_has_none() -> None:
    frames, unknown = kept(countries="sy")
    assert frames["attacks"] == ["One fell in June.", "One fell some day.", "One fell somewhere."]
    assert frames["casualties"] == ["Three died in June.", "Four died in protests."]
    assert frames["troops"] == ["Force c.", "Force d."]
    assert len(frames["statements"]) == 3
    assert unknown["attacks"] == 1 and unknown["troops"] == 1


@pytest.mark.parametrize("countries", ["IQ,SY", "iq sy", "IQ; SY", ["IQ", "SY"], ("iq", "sy", "IQ")])
def test_countries_are_a_list_or_words(countries: object) -> None:
    assert parse_selection(countries=countries).countries == ("IQ", "SY")


@pytest.mark.parametrize("nothing", [None, "", [], ()])
def test_nothing_is_open(nothing: object) -> None:
    assert parse_selection(countries=nothing) == Selection()


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({"since": "May 2021"}, "parameter since: 'May 2021' is not a day in the form 2019-12-31"),
        ({"until": "2021-02-30"}, "parameter until: '2021-02-30' is not a day"),
        ({"until": 20210230}, "parameter until: 20210230 is not a day"),
        ({"since": "2021-05-02", "until": "2021-05-01"}, "2021-05-02 is after 2021-05-01"),
        ({"countries": "Iraq"}, "parameter countries: 'IRAQ' is not a country's two-letter"),
        ({"countries": "XX"}, "'XX'"),
        ({"countries": 7}, "'7'"),
    ],
)
def test_a_parameter_of_the_wrong_form_is_named(asked: dict[str, object], line: str) -> None:
    with pytest.raises(BriefingError, match=line.replace("(", r"\(")):
        parse_selection(**asked)


def test_statements_are_of_the_attacks_in_their_report_and_of_the_state_that_makes_them() -> None:
    here, there = Draft("gazette"), Draft("courier")
    here.attack("One fell.", country="IQ")
    here.statement("A mayor spoke.", affiliation=None)
    there.attack("Another fell.", country="SY")
    there.statement("A minister spoke.", affiliation="IQ")
    there.statement("A general spoke.", affiliation="SY")
    tables, unknown = select(tables_of(here, there), parse_selection(countries="IQ"))
    assert tables.statements["evidence"].tolist() == ["A mayor spoke.", "A minister spoke."]
    assert unknown["statements"] == 0


def test_a_town_that_the_gazetteer_has_lies_in_its_country() -> None:
    draft = Draft("gazette")
    draft.troop("Ninety guard Balad.", place="Balad")
    tables, unknown = select(tables_of(draft), parse_selection(countries="SY"))
    assert (len(tables.troops), unknown["troops"]) == (0, 0)
    assert len(select(tables_of(draft), parse_selection(countries="IQ"))[0].troops) == 1
