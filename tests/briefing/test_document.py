"""From notebooks to one document: nothing of the run in it, every link alive, foreign outputs as plain text."""

from __future__ import annotations

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.briefing.display import MIMETYPE, Shown, prose
from analysis.briefing.display.nodes import citation, reference, text, to_plain
from analysis.briefing.document import Document, to_document, to_slug
from analysis.briefing.markdown import to_blocks
from analysis.briefing.merge import merge_notebooks, to_stored


def shows(shown: Shown, **metadata: Any) -> Any:
    """A cell that has shown something."""
    output = new_output("execute_result", data=shown._repr_mimebundle_(), execution_count=7)
    return new_code_cell("x", outputs=[output], execution_count=7, metadata=metadata)


def document(*cells: Any) -> Document:
    return to_document(merge_notebooks([("n", new_notebook(cells=list(cells)))]))


def words(made: Document) -> list[str]:
    return [to_plain(block["c"]) for block in made.blocks if "c" in block]


def test_back_matter_comes_late_and_evidence_last_with_one_heading() -> None:
    first = new_notebook(
        cells=[
            new_markdown_cell("Sources", metadata={"tags": ["back-matter"]}),
            new_markdown_cell("Evidence", metadata={"tags": ["evidence"]}),
            new_markdown_cell("Front"),
        ]
    )
    second = new_notebook(
        cells=[new_markdown_cell("Attacks"), new_markdown_cell("Evidence again", metadata={"tags": ["evidence"]})]
    )
    made = to_document(merge_notebooks([("0-a", first), ("1-b", second)]))
    assert words(made) == ["Front", "Attacks", "Sources", "Evidence"]


def test_nothing_of_the_run_is_kept() -> None:
    cell = shows(prose("A"), papermill={"start_time": "2021"}, tags=["x"])
    injected = new_code_cell("sources = '/home/someone'", metadata={"tags": ["injected-parameters"]})
    merged = merge_notebooks([("1-attacks", new_notebook(cells=[injected, cell]))])
    assert [c.id for c in merged.cells] == ["1-attacks-01"]
    assert merged.cells[0].metadata == {"tags": ["x"]} and merged.cells[0].execution_count is None
    assert merged.cells[0].outputs[0].execution_count is None and cell.outputs[0].execution_count == 7


def test_a_stored_notebook_keeps_outputs_and_numbers_only() -> None:
    cell = shows(prose("A"), papermill={"start_time": "2021"})
    stored = to_stored(new_notebook(cells=[cell], metadata={"papermill": {"x": 1}}), "1-a")
    assert stored.cells[0].execution_count == 7 == stored.cells[0].outputs[0].execution_count
    assert "papermill" not in str(stored)


def test_an_error_in_a_notebook_is_refused() -> None:
    failed = new_code_cell("x", outputs=[new_output("error", ename="KeyError", evalue="'place'", traceback=[])])
    with pytest.raises(ValueError, match="n-00: KeyError: 'place'"):
        document(failed)


def test_foreign_outputs_are_shown_as_plain_text() -> None:
    data = {"text/html": "<script>alert(1)</script>", "text/markdown": "# x", "text/plain": "<frame>"}
    cell = new_code_cell("x", outputs=[new_output("display_data", data=data)])
    assert [(block["t"], block["v"]) for block in document(cell).blocks] == [("code", "<frame>")]


def test_headings_get_anchors_of_their_own() -> None:
    made = document(new_markdown_cell("# Attacks\n\n## Où?\n\n# Attacks"), new_markdown_cell("# ٣"))
    assert made.contents == (
        (1, "attacks", "Attacks"),
        (2, "ou", "Où?"),
        (1, "attacks-2", "Attacks"),
        (1, "section", "٣"),
    )
    assert to_slug("Who says what?") == "who-says-what"


def test_links_to_places_that_are_not_there_become_words() -> None:
    dead = Shown(({"t": "p", "c": [reference("nowhere", [text("there")]), citation([("ev-x", "1.1")])]},))
    made = document(new_markdown_cell("# Here\n\n[up](#here) [down](#gone)"), shows(dead))
    links = [node for block in made.blocks if "c" in block for node in block["c"] if node["t"] in ("ref", "cite")]
    assert [node["a"] for node in links] == ["here"]
    assert "there[1.1]" in words(made)


def test_evidence_of_several_notebooks_is_one_list() -> None:
    def evidence(*claims: str) -> Shown:
        entries = [{"number": "1.1", "order": 1, "sentence": "S.", "claims": [{"id": c, "c": []} for c in claims]}]
        return Shown(
            ({"t": "evidence", "sources": [{"id": "e1", "order": 1, "level": 2, "c": [], "entries": entries}]},)
        )

    made = document(shows(evidence("ev-a", "ev-b")), shows(evidence("ev-b", "ev-c")))
    (block,) = made.blocks
    assert [claim["id"] for claim in block["sources"][0]["entries"][0]["claims"]] == ["ev-a", "ev-b", "ev-c"]


def test_markdown_of_the_notebooks() -> None:
    blocks = to_blocks("A *b* **c** `d` [e](https://e.org) [f](javascript:x)\n\n- one\n- two\n\n> q\n\n<b>raw</b>")
    assert [block["t"] for block in blocks] == ["p", "ul", "quote", "p"]
    assert [node["t"] for node in blocks[0]["c"]] == ["s", "em", "s", "strong", "s", "code", "s", "link", "s", "span"]
    assert "<b>raw</b>" in to_plain(blocks[3]["c"])


def test_a_notebook_without_a_cover_is_named_by_its_heading() -> None:
    assert document(new_markdown_cell("# Rivers")).cover["title"] == "Rivers"
    assert MIMETYPE.endswith("+json")
