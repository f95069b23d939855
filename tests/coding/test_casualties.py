"""Casualty rows, from sentences to figures of a whole source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coding import code_source
from analysis.coding.casualties import code_casualties
from analysis.coding.reading import read_source
from analysis.coding.rows import Casualty
from analysis.sources.source import Source

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "casualties.yaml").read_text("utf-8"))


def code(text: str) -> tuple[Casualty, ...]:
    return code_casualties(read_source(Source("s", "s.txt", text)))


def shown(row: Casualty) -> str:
    cells = (row.outcome, row.quantity.low, row.quantity.high, row.role, row.nationality)
    return " ".join("-" if cell is None else str(cell) for cell in cells) + (" part" if row.subset else "")


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_sentences_give_the_rows_that_the_cases_say(case: dict) -> None:
    assert [shown(row) for row in code(case["text"])] == case["expected"]


def test_a_third_of_the_cases_is_negative() -> None:
    assert sum(not case["expected"] for case in CASES) >= len(CASES) // 3


def test_the_same_figure_told_twice_is_one_row_with_the_most_exact_people() -> None:
    rows = code("Four people were killed in the strike. The strike killed four fishermen, the mayor said.")
    assert [shown(row) for row in rows] == ["killed 4 4 civilian -"]


def test_a_different_figure_is_another_row() -> None:
    rows = code("Four people were killed in the strike. The strike killed at least six people, the mayor said.")
    assert [shown(row) for row in rows] == ["killed 4 4 unspecified -", "killed 6 - unspecified -"]


def test_parts_that_add_up_to_a_total_told_elsewhere_are_subsets() -> None:
    rows = code("Seven Americans were wounded in the attack. Five US soldiers and two US contractors were wounded.")
    assert [shown(row) for row in rows] == [
        "injured 7 7 unspecified US", "injured 5 5 military US part", "injured 2 2 contractor US part"
    ]  # fmt: skip


def test_one_name_is_one_person() -> None:
    rows = code("General Omar Haddad was killed in a drone strike. Haddad's assassination was condemned.")
    assert len(rows) == 1


def test_a_name_that_says_who_one_of_those_counted_is_makes_no_row() -> None:
    text = (
        "A rocket attack killed two officials in Basra. The rockets killed Omar Saleh, a councillor, the police said."
    )
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [shown(row) for row in rows] == ["killed 2 2 official -"]
    apart = code_source(Source("s", "s.txt", text.replace("two officials", "two soldiers"))).casualties
    assert len(apart) == 2


def test_people_told_to_have_died_at_a_place_belong_to_the_attack_there() -> None:
    text = "Rockets hit Basra on Monday. A drone struck Mosul on Tuesday. Nine villagers were killed in Basra, he said."
    coding = code_source(Source("s", "s.txt", text))
    assert [(row.id, row.place) for row in coding.attacks] == [("a1", "Basra"), ("a2", "Mosul")]
    assert [row.attack for row in coding.casualties] == ["a1"]
    nowhere = code_source(Source("s", "s.txt", text.replace("in Basra", "at home")))
    assert [row.attack for row in nowhere.casualties] == ["a2"]


def test_a_number_that_another_gives_is_of_the_same_people_and_his() -> None:
    text = "The rebels said 50 soldiers had been killed; the interior ministry said 23. A general said only three died."
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [(row.quantity.low, row.role) for row in rows] == [(50, "military"), (23, "military"), (3, "military")]
    assert [row.attributed_to for row in rows] == ["The rebels", "the interior ministry", "A general"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army condemned the killing of two nurses in an ambush.", None),
        ("The Red Lions claimed the bombing, in which eight people died.", None),
        ("The army said two nurses had been killed in an ambush.", "The army"),
        ("Rockets hit a mill. The health ministry counted 17 dead.", "The health ministry"),
        ("Rockets hit a mill. A shopkeeper counted 17 dead.", None),
        ("The operation ended with 14 rebels dead by the army's account.", "the army"),
        ("The operation ended with 14 rebels dead by a reporter's account.", None),
        ("Rockets killed nine people in a mill. The ambulance service confirmed the toll.", "The ambulance service"),
        ("Rockets killed nine people in a mill. A resident confirmed the toll.", None),
        ("The mill is empty, the army said, despite Iraqi claims that nine people died.", "Iraq"),
        (
            "The mill is empty, the army said, despite claims by the health ministry that nine died.",
            "the health ministry",
        ),
        ("The mill is empty, the army said, despite claims that nine people died.", None),
    ],
)
def test_a_figure_is_of_who_counts_it_and_not_of_who_condemns_the_deed(text: str, speaker: str | None) -> None:
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [row.attributed_to for row in rows] == [speaker]


def test_loose_words_for_people_counted_before_are_no_row() -> None:
    rows = code("The blast killed two soldiers. Soldiers were killed in the blast.")
    assert [shown(row) for row in rows] == ["killed 2 2 military -"]


def test_a_regime_is_that_of_the_state_named_before() -> None:
    rows = code("The Syrian regime attacked the town. Two regime soldiers were killed in the clashes.")
    assert [shown(row) for row in rows] == ["killed 2 2 military SY"]


def test_evidence_stands_at_its_offsets_and_ids_are_unique() -> None:
    text = "\n\n".join(case["text"] for case in CASES)
    rows = code(text)
    assert len(rows) > 40
    assert all(text[row.evidence.start : row.evidence.end] == row.evidence.text for row in rows)
    assert all(row.quantity.text in row.evidence.text for row in rows)
    assert len({row.claim_id for row in rows}) == len(rows)
    assert all(row.rule for row in rows)


def test_rows_do_not_depend_on_what_follows() -> None:
    alone = code("A mine killed two shepherds.")
    followed = code("A mine killed two shepherds.\n\nThe mayor opened a school.")
    assert alone == followed


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "a",
                "minister",
                "talked",
                "5",
                "on",
                "Friday",
                "town",
                ",",
                ".",
                "and",
                "of",
                "three",
                "trade",
                "markets",
            ]
        ),
        max_size=40,
    )
)
def test_no_row_from_a_text_without_a_trigger(words: list[str]) -> None:
    assert code(" ".join(words)) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "killed",
                "5",
                "soldiers",
                "wounded",
                ",",
                "and",
                ".",
                "the",
                "were",
                "dead",
                "three",
                "others",
                "including",
                '"toll',
                'of"',
                "civilians",
                "among",
                "by",
                "no",
            ]
        ),
        max_size=60,
    )
)
def test_any_jumble_of_triggers_is_coded_without_error_and_in_place(words: list[str]) -> None:
    text = " ".join(words)
    rows = code(text)
    assert all(text[row.evidence.start : row.evidence.end] == row.evidence.text for row in rows)
    assert code(text) == rows


def test_ten_thousand_numbers_in_a_row_are_coded_in_a_breath() -> None:
    assert len(code("killed " + " ".join(str(n) for n in range(10_000)))) < 400


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An air strike in Bakara shortly after midnight killed a family of six.", "a1"),
        ("The air strikes on Bakara came after two guards were killed.", None),
    ],
)
def test_an_hour_that_follows_after_is_no_other_event(text: str, expected: str | None) -> None:
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [row.attack for row in rows] == [expected]


@pytest.mark.parametrize(
    ("last", "expected"),
    [("Two guards were killed in that raid.", "a2"), ("Two guards were killed in the car bombing.", "a1")],
)
def test_a_raid_that_is_pointed_to_is_the_one_of_the_sentence_before(last: str, expected: str) -> None:
    text = "A car bombing shook Homs on Monday. Hours later, jets bombed a farm near Idlib. " + last
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [row.attack for row in rows] == [expected]


def test_two_verbs_of_harm_in_a_relative_clause_are_of_the_same_attack() -> None:
    text = "Two guards died in a drone strike in Homs on Monday. It came a day after a raid in Idlib that killed nine "
    rows = code_source(Source("s", "s.txt", text + "millers and wounded six.")).casualties
    assert [row.attack for row in rows] == ["a1", "a2", "a2"]


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Nine villagers were hurt there.", "a2"),
        ("There were nine villagers hurt.", "a1"),
        ("In its 40-year insurgency the group was responsible for the deaths of 900 villagers.", None),
        ("Nineteen guards have been killed since then.", None),
        ("More than 60 guards were killed between 2021 and May 2023.", None),
        ("Their deaths bring the number of guards killed in the ground offensive to 46.", None),
        ("The mission has lost 90 guards since its deployment.", None),
        ("Over 160 guards have been killed since the mission began.", None),
        ("The deaths in Homs bring to 160 the number of guards who died since the start of the mission.", None),
        ("Nine guards died in Homs in the worst raid since the start of the mission.", "a1"),
        ("Nineteen guards have been killed in the same place.", "a1"),
    ],
)
def test_a_figure_belongs_to_the_attack_there_or_to_none_of_a_campaign(last: str, expected: str | None) -> None:
    text = "Monday's strike in Homs came three days after a missile landed at a mill in Idlib. " + last
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [row.attack for row in rows] == [expected]


def test_people_of_a_campaign_are_not_those_of_an_attack_of_the_same_number() -> None:
    text = "A bomb in Homs killed nine people on Monday. Nine guards have been killed since the mission began."
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [(shown(row), row.attack) for row in rows] == [
        ("killed 9 9 unspecified -", "a1"),
        ("killed 9 9 security_forces -", None),
    ]


def test_a_sentence_that_names_the_place_of_an_attack_is_about_that_attack() -> None:
    coding = code_source(
        Source(
            "s",
            "s.txt",
            "Gunmen attacked a police post in Kirkuk on Sunday. On Monday a car bomb exploded in Mosul, killing two. "
            "How many died in Kirkuk? The mayor counted nine bodies.",
        )
    )
    places = {row.id: row.place for row in coding.attacks}
    assert [places[row.attack or ""] for row in coding.casualties if row.quantity.low == 9] == ["Kirkuk"]


def test_more_people_share_the_attack_of_the_figure_before() -> None:
    coding = code_source(
        Source(
            "s",
            "s.txt",
            "Jets struck a depot in Mosul on Monday, after rockets fired at a base in Kirkuk wounded five guards. "
            "A cook was also cut by flying glass. Two of the five have head wounds.",
        )
    )
    places = {row.id: row.place for row in coding.attacks}
    assert {places[row.attack or ""] for row in coding.casualties} == {"Kirkuk"}


def test_a_war_monitor_is_no_other_event() -> None:
    coding = code_source(
        Source("s", "s.txt", "An air strike hit a depot in Mosul. A war monitor said that 17 fighters were killed.")
    )
    assert [row.attack for row in coding.casualties] == ["a1"]
    coding = code_source(
        Source("s", "s.txt", "An air strike hit a depot in Mosul. The war has killed 17 people in all, he said.")
    )
    assert [row.attack for row in coding.casualties] == [None]


def test_somebody_with_a_name_killed_elsewhere_is_not_the_one_whom_the_lead_tells_of() -> None:
    text = "A rocket hit a base near Gao, killing a contractor. It comes a year after France assassinated Dullah."
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [(shown(row), row.attack) for row in rows] == [
        ("killed 1 1 contractor -", "a1"), ("killed 1 1 unspecified -", "a2")
    ]  # fmt: skip


def test_two_names_with_abu_are_two_people() -> None:
    rows = code("A raid killed Abu Omar al-Rawi. In May a drone strike killed Abu Bakr al-Jaf and wounded two guards.")
    assert [shown(row) for row in rows][:2] == ["killed 1 1 unspecified -", "killed 1 1 unspecified -"]


def test_a_run_that_an_attack_is_one_of_takes_no_figures_and_a_place_in_front_turns_to_its_attack() -> None:
    text = (
        "A bomb hit a bus in Basra on Monday. A drone struck a house in Mosul on Tuesday. "
        "Officials differed on the toll of the drone strike, the ninth this year. A mayor said eight people had died."
    )
    coding = code_source(Source("s", "s.txt", text))
    assert {row.id for row in coding.attacks if row.scope == "series"}.isdisjoint(r.attack for r in coding.casualties)
    turned = text.replace(
        "Officials differed on the toll of the drone strike, the ninth this year", "In Basra, it rained"
    )
    assert [row.attack for row in code_source(Source("s", "s.txt", turned)).casualties] == ["a1"]
    stayed = text.replace("Officials differed on the toll of the drone strike, the ninth this year", "It rained in Kut")
    assert [row.attack for row in code_source(Source("s", "s.txt", stayed)).casualties] == ["a2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb hit a bus in Quetta on Friday. It saw dozens of raids this year. Six cooks were hurt.",
            "a1",
        ),
        ("A bomb hit a bus in Quetta on Friday. The town saw dozens of raids this year. Six died in them.", "a2"),
        ("A bomb hit a bus in Quetta on Friday. The town saw dozens of raids this year. Six have died.", "a2"),
        (
            "Mines hit a lorry near Gao on March 3. A shell fell on a mill in Timbuktu on March 5. "
            "Six cooks were wounded on March 3, police said.",
            "a1",
        ),
    ],
)
def test_people_are_of_the_news_past_a_run_that_is_recalled_and_of_the_attack_of_their_day(
    text: str, expected: str
) -> None:
    source = Source("s", "s.txt", text, published=date(2031, 3, 14))
    assert [row.attack for row in code_source(source).casualties] == [expected]


def test_those_told_attack_by_attack_after_a_total_are_its_parts() -> None:
    text = (
        "Four Danish soldiers were killed in fighting in Basra on Monday. Three soldiers died when a missile hit their "
        "house. Another soldier was killed in the same place."
    )
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [(row.quantity.low, row.subset, row.nationality) for row in rows] == [
        (4, False, "DK"),
        (3, True, "DK"),
        (1, True, "DK"),
    ]
    more = code_source(Source("s", "s.txt", text.replace("Another soldier was", "Two other soldiers were"))).casualties
    assert not any(row.subset for row in more)


def test_those_named_in_the_next_sentence_are_the_people_of_the_figure() -> None:
    text = "Four people died when rockets hit a base. The four have since been named as Polish border guards."
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [shown(row) for row in rows] == ["killed 4 4 security_forces PL"]
    blamed = text.replace("have since been named as", "had been threatened by")
    assert [shown(row) for row in code_source(Source("s", "s.txt", blamed)).casualties] == ["killed 4 4 unspecified -"]


def test_a_list_of_those_among_them_goes_on_behind_the_words() -> None:
    text = "An air strike killed 12 people on Monday. A nurse was among them, and a bridegroom."
    rows = code_source(Source("s", "s.txt", text)).casualties
    assert [(row.quantity.low, row.role, row.subset) for row in rows] == [
        (12, "unspecified", False),
        (1, "civilian", True),
        (1, "civilian", True),
    ]
    left = code_source(Source("s", "s.txt", text.replace("and a bridegroom", "and a bridegroom fled"))).casualties
    assert len(left) == 2


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("A bomb went off in Basra, killing nine people, the latest in a string of attacks on the police.", "a1"),
        ("A bomb went off in Basra, the latest in a string of attacks that killed nine people since May.", "a2"),
    ],
)
def test_a_toll_before_the_run_that_an_attack_is_the_latest_of_is_its_own(told: str, expected: str) -> None:
    rows = code_source(Source("s", "s.txt", told)).casualties
    assert [row.attack for row in rows] == [expected]


def test_somebodys_killing_is_no_deed_of_the_attack_told_last() -> None:
    rockets = "Rockets hit the Sahl base on Monday. "
    (row,) = code_source(Source("s", "s.txt", rockets + "It came after Sami Adler's assassination.")).casualties
    assert row.attack is None
    (row,) = code_source(Source("s", "s.txt", rockets + "One guard, Sami Adler, was killed.")).casualties
    assert row.attack == "a1"


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Nine guards have been killed in the province this week.", None),
        ("Nine guards have now been killed within a week.", None),
        ("Two more guards have died of their wounds this week.", "a1"),
        ("Nine guards were killed in the hills on 5 March.", None),
        ("Nine guards were killed on Sunday night, the mayor said.", "a1"),
        ("Nine guards were killed, the mayor said on Wednesday.", "a1"),
    ],
)
def test_people_of_other_days_are_of_no_attack_told_last(last: str, expected: str | None) -> None:
    text = "Three drivers were hurt in a rocket attack on a depot in Homs on Monday. " + last
    rows = code_source(Source("s", "s.txt", text, published=date(2031, 3, 14))).casualties
    assert [row.attack for row in rows] == ["a1", expected]


def test_one_man_of_a_lead_is_not_the_one_of_another_state_killed_months_before() -> None:
    text = "A soldier was killed by rockets at a depot in Homs on Monday. In January an air strike in Idlib "
    rows = code_source(
        Source("s", "s.txt", text + "killed an Iranian soldier.", published=date(2031, 3, 14))
    ).casualties
    assert [(row.nationality, row.attack) for row in rows] == [(None, "a1"), ("IR", "a2")]


@pytest.mark.parametrize(("goes_on", "expected"), [("prompting jets to bomb a camp", ["a1"]), ("as jets fled", ["a1"])])
def test_who_was_hurt_before_an_answer_is_not_of_the_answer(goes_on: str, expected: list[str]) -> None:
    rows = code_source(Source("s", "s.txt", f"A drone struck a post, wounding two guards, and {goes_on}.")).casualties
    assert [row.attack for row in rows] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The bloodshed has killed hundreds of villagers, including two mayors.", [None, None]),
        ("Feuds and clashes between gangs fighting for Vik have lately killed at least nine men.", [None]),
        ("The violence has left nine people dead.", ["a1"]),
        ("The violence killed two guards too.", ["a1"]),
    ],
)
def test_whom_a_strife_of_some_time_has_killed_is_of_no_one_attack(told: str, expected: list[str | None]) -> None:
    rows = code_source(Source("s", "s.txt", f"A bomb killed six people in Homs on Monday. {told}")).casualties
    assert [row.attack for row in rows][1:] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The rebels took credit for a bombing in Homs that killed five people.", [None]),
        ("The rebels took credit for killing five soldiers in Homs.", ["The rebels"]),
    ],
)
def test_who_takes_credit_for_a_deed_gives_no_toll_of_it(told: str, expected: list[str | None]) -> None:
    assert [row.attributed_to for row in code_source(Source("s", "s.txt", told)).casualties] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The rebels claimed responsibility late on Monday for a bombing in Homs that killed five people.", [None]),
        ("The rebels claimed responsibility for a raid on Homs in which, they said, five people died.", ["The rebels"]),
        ("The rebels said late on Monday that a bombing in Homs had killed five people.", ["The rebels"]),
    ],
)
def test_who_claims_a_deed_on_a_day_gives_no_toll_of_it(told: str, expected: list[str | None]) -> None:
    assert [row.attributed_to for row in code_source(Source("s", "s.txt", told)).casualties] == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Nearly two-thirds of the dead were women.", [(None, None, "vague")]),
        ("A third of those hurt were soldiers.", [(None, None, "vague")]),
        ("A third soldier was hurt.", [(1, 1, "exact")]),
    ],
)
def test_a_share_of_people_is_no_exact_number(told: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    rows = code_source(Source("s", "s.txt", f"A gunman shot people in Ankara on Sunday. {told}")).casualties
    shares = [row.quantity for row in rows if row.evidence.text == told]
    assert [(q.low, q.high, q.qualifier.value) for q in shares] == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [("Two men were killed during the Danish response.", "a2"), ("Two men were killed in the rocket attack.", "a1")],
)
def test_who_is_killed_in_a_states_response_is_of_the_attack_that_it_made(last: str, expected: str) -> None:
    text = "Rockets hit a base near Homs on Monday. Danish jets hit a depot in answer. "
    rows = code_source(Source("s", "s.txt", text + last, published=date(2031, 3, 14))).casualties
    assert [row.attack for row in rows] == [expected]
