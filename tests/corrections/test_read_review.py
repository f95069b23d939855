from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coding.rows import AttackType, Coding, Review
from analysis.corrections import (
    Action,
    Corrections,
    CorrectionsError,
    apply_corrections,
    read_corrections,
    read_review,
    write_corrections,
    write_review,
)
from analysis.corrections.layout import columns_of
from analysis.corrections.review import guard
from analysis.sources.source import Corpus
from analysis.tables import CLAIMS
from tests.factories import Draft, two_reports

Edits = Mapping[str, Mapping[str, Any]]
DRAFTS = two_reports()
CORPUS = Corpus("invented", tuple(draft.source() for draft in DRAFTS))
CODINGS = {draft.source_id: draft.coding() for draft in DRAFTS}
TEXTS = {draft.source_id: draft.text for draft in DRAFTS}
HIT, CASUALTY, TROOPS = DRAFTS[0].attacks[0], DRAFTS[0].casualties[0], DRAFTS[0].troops[0]
WHO = {"by": "N. Reader", "date": "2021-05-09", "why": "read again"}
CORRECT = {"decision": "correct", **WHO}
ACCEPT, REJECT = {"decision": "accept", **WHO}, {"decision": "reject", **WHO}


def fill_workbook(path: Path, edits: Edits) -> None:
    """Fill in cells by claim_id and column, as a person does in Excel."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        heads = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            for name, value in edits.get(str(row[heads.index("claim_id")].value), {}).items():
                if name in heads:
                    row[heads.index(name)].value = value
    book.save(path)


def fill_csv(path: Path, edits: Edits, delimiter: str = ",") -> None:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        heads, *rows = csv.reader(handle)
    for row in rows:
        for name, value in edits.get(row[heads.index("claim_id")], {}).items():
            row[heads.index(name)] = value
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, delimiter=delimiter).writerows([heads, *rows])


def reviewed(folder: Path, edits: Edits, made: Corrections | None = None, **known: Any) -> Corrections:
    """Write the workbook, fill it in and read it back."""
    (path,) = write_review(CORPUS, CODINGS, folder / "review.xlsx", made)
    fill_workbook(path, edits)
    return read_review(path, CORPUS, CODINGS, made, **known)


def kept(folder: Path, corrections: Corrections) -> dict[str, Coding]:
    """Write corrections beside the sources, read them again and apply them."""
    write_corrections(folder, corrections)
    return apply_corrections(CODINGS, read_corrections(folder), TEXTS)


def refused(folder: Path, edits: Edits, **known: Any) -> str:
    with pytest.raises(CorrectionsError) as raised:
        reviewed(folder, edits, **known)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_sheet_without_decisions_holds_nothing(tmp_path: Path) -> None:
    assert reviewed(tmp_path, {}).entries == ()


def test_the_three_decisions(tmp_path: Path) -> None:
    told = reviewed(
        tmp_path,
        {
            HIT.claim_id: {**CORRECT, "place": "K2 base", "munitions_low": 10, "munitions_high": 10.0,
                           "munitions_qualifier": "exact", "munitions_text": "ten", "date_to": datetime(2021, 5, 4),
                           "country": None},
            CASUALTY.claim_id: {"decision": " Accept", "by": "N. Reader", "date": datetime(2021, 5, 9)},
            TROOPS.claim_id: REJECT,
        },
    )  # fmt: skip
    assert [entry.action for entry in told.entries] == [Action.SET, Action.CONFIRM, Action.DROP]
    expect = {"date_to": "2021-05-03", "place": "Balad air base", "country": "IQ"}
    rounds = {"munitions_high": "", "munitions_qualifier": "at_least", "munitions_text": "at least 10"}
    assert told.entries[0].expect == {HIT.claim_id: expect | rounds}
    assert told.entries[1].expect[CASUALTY.claim_id]["attack"] == HIT.claim_id
    assert told.entries[1].date == date(2021, 5, 9)
    made = kept(tmp_path, told)["gazette-1"]
    assert made.attacks[0].place == "K2 base" and made.attacks[0].country is None
    assert made.attacks[0].date_to == date(2021, 5, 4) and made.attacks[0].review is Review.CORRECTED
    assert made.casualties == (replace(CASUALTY, review=Review.CONFIRMED),) and made.troops == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_filled_csv_file(tmp_path: Path, delimiter: str) -> None:
    path = write_review(CORPUS, CODINGS, tmp_path)[2]
    fill_csv(path, {CASUALTY.claim_id: {**CORRECT, "low": "3", "high": "3", "subset": "TRUE"}}, delimiter)
    (entry,) = read_review(path, CORPUS, CODINGS).entries
    assert entry.values == {"low": "3", "high": "3", "subset": "true"}
    assert entry.where == "review-casualties.csv row 2"


def test_a_figure_is_given_to_another_attack_by_its_id(tmp_path: Path) -> None:
    figure, strike = DRAFTS[1].casualties[0], DRAFTS[1].attacks[1]
    told = reviewed(tmp_path, {figure.claim_id: {**CORRECT, "attack": "a2"}})
    assert told.entries[0].values == {"attack": strike.claim_id}
    assert kept(tmp_path, told)["courier-2"].casualties[0].attack == "a2"


def test_who_and_when_may_be_given_for_the_whole_sheet(tmp_path: Path) -> None:
    (entry,) = reviewed(tmp_path, {HIT.claim_id: {"decision": "accept"}}, by="M. Other", day=date(2021, 6, 1)).entries
    assert (entry.by, entry.date, entry.why) == ("M. Other", date(2021, 6, 1), None)


def test_a_sheet_read_twice_changes_nothing(tmp_path: Path) -> None:
    edits = {HIT.claim_id: {**CORRECT, "place": "K2 base"}, TROOPS.claim_id: REJECT, CASUALTY.claim_id: ACCEPT}
    first = reviewed(tmp_path, edits)
    text = write_corrections(tmp_path, first).read_bytes()
    again = read_review(tmp_path / "review.xlsx", CORPUS, CODINGS, read_corrections(tmp_path))
    assert again.entries == (first.entries[0], first.entries[2])  # what is confirmed needs no second word
    assert write_corrections(tmp_path, again).read_bytes() == text


def test_a_corrected_row_is_corrected_further(tmp_path: Path) -> None:
    write_corrections(tmp_path, reviewed(tmp_path, {HIT.claim_id: {**CORRECT, "place": "K2 base"}}))
    again = reviewed(tmp_path, {HIT.claim_id: {**CORRECT, "type": "drone"}}, read_corrections(tmp_path))
    row = kept(tmp_path, again)["gazette-1"].attacks[0]
    assert (row.place, row.type) == ("K2 base", AttackType.DRONE)
    assert len(read_corrections(tmp_path).entries) == 1


def test_a_correction_taken_back_confirms_the_row(tmp_path: Path) -> None:
    write_corrections(tmp_path, reviewed(tmp_path, {HIT.claim_id: {**CORRECT, "place": "K2 base"}}))
    again = reviewed(tmp_path, {HIT.claim_id: {**CORRECT, "place": "Balad air base"}}, read_corrections(tmp_path))
    assert kept(tmp_path, again)["gazette-1"].attacks[0] == replace(HIT, review=Review.CONFIRMED)


def test_a_sheet_that_another_review_has_overtaken_is_refused(tmp_path: Path) -> None:
    (path,) = write_review(CORPUS, CODINGS, tmp_path / "stale.xlsx")
    fill_workbook(path, {HIT.claim_id: ACCEPT})
    made = reviewed(tmp_path, {HIT.claim_id: {**CORRECT, "place": "K2 base"}})
    with pytest.raises(CorrectionsError, match=r"has spoken of .* meanwhile; write the sheet anew"):
        read_review(path, CORPUS, CODINGS, made)


def test_a_row_that_is_coded_otherwise_by_now_is_refused(tmp_path: Path) -> None:
    (path,) = write_review(CORPUS, CODINGS, tmp_path / "review.xlsx")
    fill_workbook(path, {HIT.claim_id: ACCEPT})
    coding = CODINGS["gazette-1"]
    other = {**CODINGS, "gazette-1": replace(coding, attacks=(replace(HIT, place=None),))}
    with pytest.raises(CorrectionsError, match="has changed since the sheet was written"):
        read_review(path, CORPUS, other)


def test_a_claim_twice_is_refused(tmp_path: Path) -> None:
    first, second = (row.claim_id for row in DRAFTS[1].attacks)
    message = refused(tmp_path, {first: ACCEPT, second: {**ACCEPT, "claim_id": first}})
    assert "attacks row 3 and review.xlsx, attacks row 4" in message and "keep one of them" in message


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"decision": "acept"}, "unknown decision 'acept'; did you mean accept?"),
        ({"decision": "accept", "date": "2021-05-09"}, "no by"),
        ({"decision": "accept", "by": "N"}, "no date"),
        ({"decision": "accept", "by": "N", "date": "May"}, "'May' is no date"),
        ({"decision": "reject", "by": "N", "date": "2021-05-09"}, "no why"),
        ({**CORRECT}, "no cell is changed"),
        ({**ACCEPT, "place": "K2"}, "accepted, but place is changed"),
        ({"place": "K2"}, "place is changed without a decision"),
        ({**ACCEPT, "evidence": "Other words."}, "the evidence is not changed here"),
        ({**ACCEPT, "seen": "0"}, "has changed since the sheet was written"),
        ({"claim_id": None}, "no claim_id"),
        ({"claim_id": "a00000000000f"}, "attacks have no claim_id 'a00000000000f' now"),
        ({"claim_id": CASUALTY.claim_id}, f"attacks have no claim_id '{CASUALTY.claim_id}' now"),
        ({**CORRECT, "type": "knife"}, "type 'knife' is none of rocket"),
        ({**CORRECT, "date_to": "May 3"}, "date_to 'May 3' is no date"),
        ({**CORRECT, "munitions_low": 9.5}, "'9.5' is no whole number"),
        ({**CORRECT, "munitions_low": -9}, "'-9' is no whole number"),
        ({**CORRECT, "munitions_high": "12"}, "at_least with low 10 and high 12"),
        ({**CORRECT, "place": "=A1"}, "holds a formula"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_and_named(tmp_path: Path, cells: dict[str, Any], said: str) -> None:
    message = refused(tmp_path, {HIT.claim_id: cells})
    assert "review.xlsx, " in message and "row 2" in message and said in message


def test_missing_columns_and_files_of_another_kind(tmp_path: Path) -> None:
    path = write_review(CORPUS, CODINGS, tmp_path)[1]
    path.write_text(path.read_text("utf-8-sig").replace('"decision"', '"Decision?"'))
    with pytest.raises(CorrectionsError, match=r"review-attacks.csv: the column decision is missing"):
        read_review(path, CORPUS, CODINGS)
    for name, content, said in [
        ("a.xlsx", b"no zip", "no Excel workbook"),
        ("a.csv", b"\xff\xfe", "not in UTF-8"),
        ("a.csv", b"", "is missing"),
        ("a.ods", b"", "no review sheet"),
    ]:
        (tmp_path / name).write_bytes(content)
        with pytest.raises(CorrectionsError, match=said):
            read_review(tmp_path / name, CORPUS, CODINGS)
    with pytest.raises(CorrectionsError, match="cannot be read"):
        read_review(tmp_path / "none.xlsx", CORPUS, CODINGS)
    with pytest.raises(CorrectionsError, match="no review sheet"):
        read_review(tmp_path, CORPUS, CODINGS)


def test_a_workbook_of_other_sheets(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(CorrectionsError, match="none of its sheets is attacks"):
        read_review(tmp_path / "other.xlsx", CORPUS, CODINGS)


LETTERS = st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("=+-@'\";, _x0041"))
PLACES = st.text(LETTERS, min_size=1, max_size=12).map(str.strip)
NULLABLE = st.one_of(st.just(""), PLACES)
DAYS = st.sampled_from(["", "2021-05-01", "2021-05-03"])
CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        "place": NULLABLE,
        "target": NULLABLE,
        "date_from": DAYS,
        "country": st.sampled_from(["", "NO", "IQ;SY"]),
        "type": st.sampled_from([choice.value for choice in AttackType]),
        "scope": st.sampled_from(["single", "series"]),
    },
)


@settings(max_examples=40, deadline=None)
@given(cells=CHOSEN, decision=st.sampled_from(["accept", "correct", "reject"]), workbook=st.booleans())
def test_from_sheet_to_corrections_to_rows(cells: dict[str, str], decision: str, workbook: bool) -> None:
    """What a person wrote into the cells is what the row says in the end, whatever it was, and nothing else changes."""
    now = {"place": "Balad air base", "target": "", "date_from": "2021-05-03", "country": "IQ", "type": "rocket"}
    changed = {name: cell for name, cell in cells.items() if {**now, "scope": "single"}[name] != cell}
    wanted = {"decision": decision, **WHO, **(changed if decision == "correct" else {})}
    if decision == "correct" and not changed:
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_review(CORPUS, CODINGS, folder)
        path = files[0] if workbook else files[1]
        if workbook:
            fill_workbook_as_text(path, {HIT.claim_id: wanted})
        else:
            fill_csv(path, {HIT.claim_id: {head: guard(cell) for head, cell in wanted.items()}})
        made = kept(folder, read_review(path, CORPUS, CODINGS))
    assert made["courier-2"] == CODINGS["courier-2"]
    assert made["gazette-1"].troops == CODINGS["gazette-1"].troops
    if decision == "reject":
        assert made["gazette-1"].attacks == () and made["gazette-1"].casualties[0].attack is None
        return
    (row,) = made["gazette-1"].attacks
    for field in fields(row):
        if field.name == "review":
            assert row.review is (Review.CONFIRMED if decision == "accept" else Review.CORRECTED)
        elif field.name in changed and decision == "correct":
            value = getattr(row, field.name)
            assert ("" if value is None else str(value)) == changed[field.name]
        else:
            assert getattr(row, field.name) == getattr(HIT, field.name)


def fill_workbook_as_text(path: Path, edits: Edits) -> None:
    """Fill in text that Excel would keep as text, also where it begins as a formula does."""
    book = openpyxl.load_workbook(path)
    sheet = book["attacks"]
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for name, value in edits.get(str(row[heads.index("claim_id")].value), {}).items():
            cell = row[heads.index(name)]
            cell.value = value.replace("_x", "_x005F_x") or None
            if value:
                cell.data_type = "s"
    book.save(path)


def test_letters_that_xml_does_not_hold_and_line_ends_come_back(tmp_path: Path) -> None:
    draft = Draft("echo-1", title="x")
    draft.attack("Shots\x01 were\r\nfired _x0041_ twice.", place="a\x02b\r\nc")
    corpus, codings = Corpus("invented", (draft.source(),)), {"echo-1": draft.coding()}
    (path,) = write_review(corpus, codings, tmp_path / "review.xlsx")
    fill_workbook(path, {})
    assert read_review(path, corpus, codings).entries == ()
    assert set(columns_of("attacks")) > set(WHO) and len(CLAIMS) == 4
