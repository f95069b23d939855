"""The sentences of the briefing read well on any folder, and say who says so."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.briefing.contradictions import count_findings, list_families, list_findings
from analysis.briefing.cover import cover, default_title
from analysis.briefing.display.nodes import to_plain
from analysis.briefing.display.shown import Shown
from analysis.briefing.findings import at_issue, key_findings
from analysis.briefing.incidents import compare_side_by_side
from analysis.briefing.matter import list_sources, method
from analysis.briefing.rows import (
    to_attack_rows,
    to_blame_rows,
    to_casualty_rows,
    to_source_rows,
    to_statement_rows,
    to_troop_rows,
)
from analysis.briefing.selection import parse_selection
from analysis.coding.rows import AttackType, Attribution, Outcome, Scope
from analysis.sources.source import Unread
from tests.briefing.reports_for_tests import none, reports_of, two
from tests.factories import Draft, at_least, exact, two_reports, vague


def words(shown: Shown) -> str:
    return str(shown._repr_mimebundle_()["text/plain"])


def test_the_same_attack_is_told_with_who_says_what() -> None:
    said = words(key_findings(two()))
    assert "Balad air base, 3 May 2021: two sources, two independent voices." in said
    assert "They agree on the day: 3 May 2021 [1.1, 2.1]; the place: Balad air base [1.1, 2.1]." in said
    assert "They cannot all be right on how many rounds: at least 10, Gazette [1.1]; 6, Courier [2.1]." in said
    assert "Only one voice speaks of who did it: Iran-aligned militias (accused), Courier [2.1]." in said
    assert "be right on how many Iraqi military were injured: 2, Gazette [1.2]; “Several”" in said


def test_what_surely_does_not_go_together_is_told_with_its_passages() -> None:
    said = words(key_findings(two()))
    assert "What does not go together: two findings, one of them beyond doubt." in said
    assert "– Rounds: “at least 10” (10 or more) and “6”; they cannot all be true. [1.1, 2.1]" in said
    shown = words(list_findings(two(), "material"))
    assert "sure | figures" in shown and "Courier: “Six rockets hit the base at Balad on May 3.” [2.1]" in shown
    assert words(list_findings(none(), "material")).endswith("nothing was found that does not go together.")
    assert words(list_findings(none(), "minor")).endswith("nothing was found.")


def test_counts_of_findings_and_families_are_said_for_any_number() -> None:
    assert words(count_findings(two())).startswith("Two findings on what does not go together: days, places, figures")
    assert "nothing was found" in words(count_findings(none()))
    assert words(list_families(none())) == "Agencies, speakers and wordings were compared; no two sources share one."


def test_what_is_at_issue_names_the_questions_with_different_answers() -> None:
    said = words(at_issue(two()))
    assert said.startswith(
        "Two reports tell of three attacks; counted once where several of them report the same, two incidents."
    )
    assert (
        "One attack is reported by more than one of them: Balad air base, 3 May 2021, in two sources with two "
        "independent voices. They cannot all be right on how many rounds."
    ) in said


def test_sources_that_agree_are_said_to_agree() -> None:
    drafts = [Draft("a", outlet="A"), Draft("b", outlet="B")]
    for draft in drafts:
        draft.attack(day=date(2021, 5, 3), place="Balad air base", country="IQ", munitions=exact(6))
    said = words(at_issue(reports_of(*drafts)))
    assert "in two sources with one independent voice. All of their answers can be true." in said
    assert "how many rounds: 6, A and B [1.1, 2.1]" in words(key_findings(reports_of(*drafts)))


def test_what_a_passage_says_besides_the_answers_is_not_said_to_go_together() -> None:
    drafts = [Draft("a", outlet="A"), Draft("b", outlet="B")]
    for draft, hour in zip(drafts, ("5:15 a.m.", "9:40 a.m."), strict=True):
        sentence = f"Rockets hit Balad air base at {hour} on 3 May."
        draft.attack(sentence, day=date(2021, 5, 3), place="Balad air base", country="IQ", munitions=exact(6))
    said = words(at_issue(reports_of(*drafts)))
    assert "All of their answers can be true, but not all that they say besides goes together: one finding." in said


def test_a_doer_on_whom_all_agree_is_told_with_the_grounds() -> None:
    told = [("a", "Rebels hit the base, it is thought.", Attribution.SUSPECTED)]
    told += [("b", "A colonel accused rebels of hitting the base.", Attribution.ACCUSED)]
    drafts = []
    for name, sentence, ground in told:
        drafts.append(Draft(name, outlet=name.upper()))
        drafts[-1].attack(
            sentence, day=date(2021, 5, 3), place="Balad air base", country="IQ", attacker="Turkey", attribution=ground
        )
    said = words(key_findings(reports_of(*drafts)))
    assert "who did it: Turkey (suspected and accused) [1.1, 2.1]" in said


def test_nothing_found_is_said_to_be_nothing() -> None:
    reports = none()
    assert words(at_issue(reports)) == "One report tells of no attack."
    assert "No source gives a number of people killed" in words(key_findings(reports))
    assert "No statement of an official source was found." in words(key_findings(reports))
    assert words(compare_side_by_side(reports)) == "No attack was found in more than one source."
    for frame in (to_attack_rows, to_blame_rows, to_casualty_rows, to_troop_rows, to_statement_rows):
        assert len(frame(reports)) == 0 and len(frame(reports).columns) > 4


def test_a_report_in_another_language_is_not_taken_for_one_that_is_silent() -> None:
    french = Draft("quotidien", outlet="Quotidien", language="fr")
    french.sentence("Cinq soldats ont été tués.")
    alone = reports_of(french)
    assert words(at_issue(alone)) == "No report was coded, so nothing is known here of what they tell."
    assert words(key_findings(alone)) == "- No report was coded."
    assert words(count_findings(alone)) == "No report was coded, so nothing was checked."
    both = reports_of(french, *two_reports())
    assert words(at_issue(both)).startswith("Two reports tell of three attacks")
    assert "One is in another language (fr) and is not coded." in words(cover(both))
    assert "language" not in words(cover(two()))
    assert to_source_rows(both)["Language"].tolist()[0] == "fr: not coded"


def test_under_a_selection_nothing_is_said_to_be_absent_from_the_reports() -> None:
    late = reports_of(*two_reports(), selection=parse_selection("2030-01-01"))
    said = words(key_findings(late))
    assert "No source gives a number of people killed in an attack in what was asked for." in said
    assert words(count_findings(late)).startswith("Days, places, figures and doers were checked in what was asked for;")


def test_a_single_report_has_nothing_to_be_set_against() -> None:
    draft = Draft("gazette")
    draft.attack()
    draft.attack(scope=Scope.SERIES)
    assert words(at_issue(reports_of(draft))) == (
        "One report tells of one single attack and one series of attacks.\n\nNo attack is found in more than one "
        "report, so no figure here can be set against another."
    )


def test_the_highest_toll_is_that_of_one_attack() -> None:
    draft = Draft("gazette", outlet="Gazette")
    hit = draft.attack(place="Balad air base", day=date(2021, 5, 3))
    draft.casualty("At least 25 died.", attack=hit, quantity=at_least(25), nationality="IQ")
    draft.casualty("Protests left 500 dead.", quantity=exact(500))
    draft.casualty("Several died.", attack=hit, quantity=vague(3, "Several"))
    draft.casualty("Forty were hurt.", attack=hit, outcome=Outcome.INJURED, quantity=exact(40))
    said = words(key_findings(reports_of(draft)))
    assert "at least 25 killed (Iraqi military; Balad air base, 3 May 2021), Gazette [1.2]." in said


def test_the_highest_toll_is_of_whoever_gives_it() -> None:
    draft = Draft("gazette", outlet="Gazette")
    hit = draft.attack("Rockets hit Balad air base.", day=date(2021, 5, 3), place="Balad air base")
    draft.casualty("The mayor said 25 were killed.", attack=hit, quantity=exact(25), attributed_to="The mayor")
    assert "3 May 2021), according to the mayor in Gazette [1.2]." in words(key_findings(reports_of(draft)))


def test_reports_of_different_attacks_are_not_said_to_agree() -> None:
    apart = Draft("gazette"), Draft("courier")
    apart[0].attack("Rockets hit Balad air base.", day=date(2021, 5, 3), place="Balad air base")
    apart[1].attack("Rockets hit the port of Basra.", day=date(2021, 5, 1), place="Basra")
    said = words(key_findings(reports_of(*apart)))
    assert "no attack was found in more than one report" in said
    assert words(count_findings(reports_of(*apart))).startswith("No attack was found in more than one report, so")


def test_the_cover_says_what_is_checked_and_what_was_read() -> None:
    reports = reports_of(*two_reports(), unread=(Unread("broken.pdf", "is no PDF"),))
    (block,) = cover(reports).blocks
    assert block["title"] == "Armed attacks in Iraq, as the press reports them" == default_title(reports)
    assert [to_plain(line) for line in block["lines"]] == [
        "Machine-coded; 0 of 9 rows checked by a person.",
        "Two reports, published 4 to 5 May 2021. One document could not be read (broken.pdf).",
    ]
    assert block["date"] == "2021-05-05"
    assert cover(reports, "Mine").blocks[0]["title"] == "Mine"


def test_the_cover_says_what_was_asked_for_and_what_stays_undated() -> None:
    draft = Draft("gazette", None)
    draft.attack(day=date(2021, 5, 3))
    draft.attack()
    selection = parse_selection(since="2021-01-01", countries="IQ")
    (block,) = cover(reports_of(draft, selection=selection)).blocks
    assert to_plain(block["lines"][1]) == "One report, without a date of publication."
    assert to_plain(block["lines"][2]) == (
        "Only what is reported from 1 January 2021 in Iraq. Rows that give no date or country stay: two attacks."
    )
    assert block["date"] is None and block["title"] == "Armed attacks as the press reports them"


def test_side_by_side_has_a_column_for_each_source_and_a_link_in_each_answer() -> None:
    heading, table = compare_side_by_side(two()).blocks
    assert to_plain(heading["c"]) == "Balad air base, 3 May 2021"
    assert [column["label"] for column in table["columns"]] == ["Question", "Gazette", "Courier", "Together"]
    rows = {to_plain(row[0]): [to_plain(cell) for cell in row[1:]] for row in table["rows"]}
    assert rows["Rounds"] == ["at least 10 [1.1]", "6 [2.1]", "cannot all be true"]
    assert rows["Doer"] == ["–", "Iran-aligned militias (accused) [2.1]", "one voice only"]
    assert rows["Injured Iraqi military"][:2] == ["2 [1.2]", "“Several” [2.2]"]


def test_many_sources_of_one_attack_stand_below_each_other() -> None:
    drafts = [Draft(f"paper-{number}", outlet=f"Paper {number}") for number in range(7)]
    for draft in drafts:
        draft.attack(day=date(2021, 5, 3), place="Balad air base", country="IQ")
    _, table = compare_side_by_side(reports_of(*drafts)).blocks
    assert [column["label"] for column in table["columns"]] == ["Question", "Source", "Answer", "Said by", "Together"]
    assert len(table["rows"]) == 14


@pytest.mark.parametrize("to_rows", [to_attack_rows, to_blame_rows, to_casualty_rows, to_troop_rows, to_statement_rows])
def test_every_row_links_to_its_evidence(to_rows: object) -> None:
    reports = two()
    anchors = {passage.anchor for passage in reports.index.values()}
    frame = to_rows(reports)  # type: ignore[operator]
    assert len(frame)
    for cell in frame["Evidence"]:
        node = cell[0] if isinstance(cell, list) else cell
        assert {node["a"]} <= anchors if node["t"] == "ref" else {a for a, _ in node["refs"]} <= anchors


def test_rows_for_readers() -> None:
    draft = Draft("gazette", outlet="Gazette")
    draft.attack(scope=Scope.SERIES, type=AttackType.OTHER, country="IQ", count=at_least(11), munitions=None)
    draft.attack(day=date(2021, 5, 3), place="A;B", country="IQ", target="a base", munitions=at_least(10))
    rows = to_attack_rows(reports_of(draft)).astype(object).where(lambda frame: frame.notna(), None).values.tolist()
    said = [[cell["c"][0]["v"] if isinstance(cell, dict) else cell for cell in row[:6]] for row in rows]
    assert said[0] == ["3\xa0May\xa02021", "A and B, Iraq", "rocket", "a base", "at least 10", None]
    assert said[1][:3] == [None, "Iraq", "not named; a series of at least 11"]


def test_documents_that_were_not_read_are_in_the_list_of_sources() -> None:
    reports = reports_of(*two_reports(), unread=(Unread("broken.pdf", "is no PDF"),))
    rows = to_source_rows(reports)
    assert rows["Source"].tolist() == ["Gazette", "Courier", "not read"]
    assert rows["Title"].iloc[-1] == "broken.pdf: is no PDF"
    assert len(list_sources(reports).blocks) == 1
    assert words(list_sources(none())).endswith("One source has no date of publication.")


def test_the_method_counts_rows_and_reviews() -> None:
    said = words(method(two()))
    assert "one rule gave nine rows" in said
    assert "A person has confirmed none, corrected none and added none." in said
