"""The text of a stored notebook is that of nbformat."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, writes_json

from analysis.briefing.merge import to_stored
from analysis.briefing.stored import to_text

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


def notebook(**data: Any) -> Any:
    outputs = [
        new_output("stream", name="stdout", text="one\ntwo\u2028three\r\n"),
        new_output("display_data", data={"text/plain": "a\nb", "image/svg+xml": "<svg>\n</svg>", **data}),
        new_output("execute_result", data={"text/html": "", "image/png": "a\nb"}, execution_count=7),
    ]
    cells = [
        new_markdown_cell("# Ä title\n\n“quoted” \t \x7f\u0001", metadata={"trusted": True, "tags": ["x"]}),
        new_code_cell("1 +\\\n 1\n", outputs=outputs, execution_count=7),
        new_code_cell(""),
    ]
    return new_notebook(cells=cells)


@given(values)
def test_it_is_the_text_of_the_library(value: Any) -> None:
    given = notebook(**{"application/json": value})
    assert to_text(to_stored(given, "a")) == writes_json(to_stored(given, "a")) + "\n"


def test_what_was_executed_stays_as_it_is() -> None:
    given = notebook()
    to_text(to_stored(given, "a"))
    assert given["cells"][0]["source"].startswith("# Ä title\n")
    assert [output["data"]["text/plain"] for output in given["cells"][1]["outputs"][1:2]] == ["a\nb"]
    assert given["cells"][1]["outputs"][0]["text"] == "one\ntwo\u2028three\r\n"
