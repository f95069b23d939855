"""What is printed of a long document: fewer rows, fewer attacks, the evidence that they cite, no dead link."""

from __future__ import annotations

from nbformat.v4 import new_markdown_cell, new_notebook

from analysis.briefing.display import prose, table
from analysis.briefing.display.nodes import reference, text
from analysis.briefing.document import Document, to_document
from analysis.briefing.evidence import evidence
from analysis.briefing.excerpt import INCIDENTS, LONG, PASSAGES, ROWS, SHORTENED, WHOLE, to_excerpt
from analysis.briefing.rows import to_attack_rows
from tests.briefing.reports_for_tests import reports_of, two
from tests.briefing.test_page import _cell, to_notebook
from tests.factories import Draft


def many(number: int) -> Document:
    draft = Draft("many")
    for at in range(number):
        draft.attack(f"Rocket number {at} fell.")
    reports = reports_of(draft)
    shown = [table(to_attack_rows(reports), "attacks", "Attacks", note="By day."), evidence(reports)]
    return to_document(new_notebook(cells=[_cell(one) for one in shown]))


def test_a_short_document_stays_whole() -> None:
    document = to_document(to_notebook(two()))
    assert to_excerpt(document) == document


def test_a_long_table_is_cut_and_names_its_file() -> None:
    cut = next(block for block in to_excerpt(many(WHOLE + 1)).blocks if block["t"] == "table")
    assert len(cut["rows"]) == ROWS
    assert cut["note"] == f"By day. The first {ROWS} of {WHOLE + 1} rows; tables/attacks.csv holds all."


def test_a_table_that_is_not_too_long_stays_whole() -> None:
    whole = next(block for block in to_excerpt(many(WHOLE)).blocks if block["t"] == "table")
    assert len(whole["rows"]) == WHOLE
    assert whole["note"] == "By day."


def test_only_the_evidence_that_is_cited_is_printed() -> None:
    blocks = to_excerpt(many(PASSAGES + 1)).blocks
    listed = next(block for block in blocks if block["t"] == "evidence")
    assert sum(len(source["entries"]) for source in listed["sources"]) == ROWS
    assert any(block["t"] == "p" and block["c"][0]["v"] == SHORTENED for block in blocks)


def test_attacks_beyond_the_first_go_with_their_headings_and_the_links_to_them() -> None:
    import pandas as pd

    frame = pd.DataFrame({"Question": ["Place"]}, dtype=object)
    cells = [_cell(prose("{x}", x=reference(f"table-incident-{INCIDENTS}", [text("the last")])))]
    for number in range(INCIDENTS + 1):
        cells += [new_markdown_cell(f"## Attack {number}"), _cell(table(frame, f"incident-{number}", "C"))]
    blocks = to_excerpt(to_document(new_notebook(cells=cells))).blocks
    assert [block["t"] for block in blocks].count("table") == INCIDENTS == [b["t"] for b in blocks].count("heading")
    assert blocks[0]["c"][0]["t"] == "span"
    assert set(LONG) == {"table-contradictions", "table-minor", "table-families"}
