from __future__ import annotations

from analysis.tables import CLAIMS, Tables
from analysis.tables.passages import find_passages
from tests.factories import Draft, many_reports, tables_of, two_reports


def test_every_claim_has_one_passage_and_its_words() -> None:
    tables = many_reports(30)
    frames = tables.frames()
    claims = {(name, row.claim_id): row for name in CLAIMS for row in frames[name].itertuples()}
    found = [claim for passage in find_passages(frames) for claim in passage.claims]
    assert sorted(found) == sorted(claims)
    for passage in find_passages(frames):
        for claim in passage.claims:
            row = claims[claim]
            assert (row.source_id, row.start, row.end, row.evidence) == (
                *(passage.source_id, passage.start, passage.end),
                passage.evidence,
            )


def test_numbers_count_sources_then_places() -> None:
    numbers = [passage.number for passage in find_passages(tables_of(*two_reports()).frames())]
    assert numbers == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5"]


def test_rows_of_one_sentence_share_a_passage() -> None:
    draft = Draft("gazette-1")
    draft.attack("Rockets fell and a soldier died.")
    draft.text = ""
    draft.casualty("Rockets fell and a soldier died.")
    (passage,) = find_passages(tables_of(draft).frames())
    assert [table for table, _ in passage.claims] == ["attacks", "casualties"]


def test_a_source_without_claims_keeps_its_number() -> None:
    draft = Draft("later-2")
    draft.attack()
    tables: Tables = tables_of(Draft("silent-1"), draft)
    assert [passage.number for passage in find_passages(tables.frames())] == ["2.1"]
    assert [passage.number for passage in find_passages({"attacks": tables.attacks})] == ["1.1"]
    assert find_passages({"sources": tables.sources}) == []
