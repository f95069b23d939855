from __future__ import annotations

from analysis.exports.deck.proof import index_proofs
from tests.factories import many_reports, tables_of, two_reports


def test_the_notes_hold_each_passage_once_in_order() -> None:
    tables = tables_of(*two_reports())
    proofs = index_proofs(tables)
    claims = [*tables.attacks["claim_id"], *tables.troops["claim_id"]]
    lines = proofs.notes([*reversed(claims), *claims, "no such claim"])
    assert lines[0] == "Evidence:"
    assert [line.split("]")[0] for line in lines[1:]] == ["[1.1", "[1.3", "[2.1", "[2.3", "[2.4"]
    assert lines[1] == (
        "[1.1] Gazette, “Rockets at Balad”, 4 May 2021: At least ten rockets fell on Balad air base on Monday. "
        f"(attacks {tables.attacks['claim_id'].iloc[0]}, rule invented, review: auto)"
    )


def test_no_known_claim_gives_no_note() -> None:
    assert index_proofs(tables_of(*two_reports())).notes(["x"]) == []


def test_beyond_forty_the_rest_is_counted() -> None:
    tables = many_reports(60, 50)
    proofs = index_proofs(tables)
    assert proofs.notes(tables.attacks["claim_id"])[-1] == "20 more passages in the tables."
    assert proofs.source_notes()[-1] == "10 more."
