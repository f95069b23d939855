"""The evidence list: every row of every table is in it, under its sentence, with source, speaker and rule."""

from __future__ import annotations

from analysis.briefing.display.nodes import to_plain
from analysis.briefing.evidence import CITED, cite, evidence, index_passages
from analysis.tables.schema import CLAIMS
from tests.briefing.reports_for_tests import reports_of, two
from tests.factories import Draft


def test_every_row_has_a_place_in_the_list() -> None:
    reports = two()
    (block,) = evidence(reports).blocks
    listed = {
        (claim["id"], entry["sentence"])
        for source in block["sources"]
        for entry in source["entries"]
        for claim in entry["claims"]
    }
    rows = [row for name in CLAIMS for row in getattr(reports.tables, name).to_dict("records")]
    assert listed == {(f"ev-{row['claim_id']}", row["evidence"]) for row in rows}
    assert len(listed) == len(rows)


def test_numbers_are_of_the_source_and_of_the_passage_in_it() -> None:
    (block,) = evidence(two()).blocks
    numbers = [[entry["number"] for entry in source["entries"]] for source in block["sources"]]
    assert numbers == [["1.1", "1.2", "1.3", "1.4"], ["2.1", "2.2", "2.3", "2.4", "2.5"]]
    assert [to_plain(source["c"]) for source in block["sources"]] == ["1 Gazette", "2 Courier"]


def test_a_claim_names_what_was_coded_who_said_it_the_rule_and_the_review() -> None:
    (block,) = evidence(two(), "attacks").blocks
    said = to_plain(block["sources"][1]["entries"][0]["claims"][0]["c"])
    assert said == (
        "Attack rocket, Balad air base, Iraq, 3 May 2021, by Iran-aligned militias (accused); said by a colonel; "
        "rule invented; not checked."
    )


def test_rows_of_one_sentence_share_its_number_and_keep_their_own_anchors() -> None:
    draft = Draft("gazette")
    draft.attack("A bomb killed one.", attributed_by=None)
    evidence_of = draft.attacks[0].evidence
    draft.casualty("unused")
    draft.casualties[0] = draft.casualties[0].__class__(
        **{
            name: getattr(draft.casualties[0], name)
            for name in draft.casualties[0].__slots__
            if name not in ("evidence", "attack")
        },
        evidence=evidence_of,
        attack="a1",
    )
    reports = reports_of(draft)
    passages = list(index_passages(reports.tables).values())
    assert {passage.number for passage in passages} == {"1.1"} and len({passage.anchor for passage in passages}) == 2


def test_a_citation_has_each_passage_once_and_few_of_many() -> None:
    draft = Draft("gazette")
    for number in range(CITED + 3):
        draft.attack(f"Attack {number}.")
    reports = reports_of(draft)
    node = reports.cite("attacks", reports.attacks)
    assert to_plain([node]) == "[1.1, 1.2, 1.3, 1.4, 1.5, 1.6 …]" and node["more"] == 3
    assert to_plain([cite(reports.index, [])]) == ""
    twice = [("attacks", reports.attacks["claim_id"].iloc[0])] * 2
    assert to_plain([cite(reports.index, twice)]) == "[1.1]"
