"""The engines: the same outputs as a plain papermill run, byte for byte; an error is one clear line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.briefing import forked
from analysis.briefing.errors import BriefingError
from analysis.briefing.forked import run_all
from analysis.briefing.merge import to_stored
from analysis.briefing.run import run_warm, to_works

KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
CELLS = (
    "import pandas as pd\nfrom analysis.briefing.display import figure, prose, table",
    "frame = pd.DataFrame({'River': ['Ayn', 'Bo'], 'Height': [1200, 3]})\nframe",
    "prose('The gauges of {n} say **{what}**.', n=n, what='<b>&</b> $x$')",
    "table(frame, 'rivers', 'Rivers')",
    "from matplotlib.figure import Figure\ndrawn = Figure(figsize=(3, 1)); drawn.add_subplot().plot([1, 2]);",
    "figure(drawn, 'line', 'A line', 'A rising line')",
    "print('one'); print('two')",
    "import sys; print('three', file=sys.stderr)",
    "from IPython.display import display\ndisplay(frame, 'x')\nframe['Height'].sum()",
    "x = 1;",
    "_ = 2\n3;",
    "",
    "%precision 3\nlen('abc')  # the last expression",
)


def notebook(path: Path, *cells: str) -> Path:
    made = [new_markdown_cell("# Rivers"), new_code_cell("n = 3", metadata={"tags": ["parameters"]})]
    nbformat.write(new_notebook(cells=made + [new_code_cell(cell) for cell in cells], metadata=KERNEL), path)
    return path


def outputs(executed: Any) -> str:
    """What is stored of an executed notebook."""
    return json.dumps(to_stored(executed, "rivers"), sort_keys=True, indent=1)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A notebook, and its outputs from a kernel of its own."""
    path = notebook(tmp_path_factory.mktemp("plain") / "rivers.ipynb", *CELLS)
    return path, outputs(papermill.execute_notebook(path, None, parameters={"n": 5}, progress_bar=False))


@pytest.mark.skipif(not forked.can_fork(), reason="notebooks are not forked here")
def test_a_forked_child_gives_the_bytes_of_a_plain_kernel(plain: tuple[Path, str]) -> None:
    assert outputs(dict(run_all(to_works([plain[0]], {"n": 5})))["rivers.ipynb"]) == plain[1]


def test_papermill_with_our_engine_gives_the_bytes_of_a_plain_kernel(plain: tuple[Path, str]) -> None:
    from analysis.briefing import engine

    executed = papermill.execute_notebook(
        plain[0], None, parameters={"n": 5}, engine_name=engine.NAME, progress_bar=False
    )
    assert outputs(executed) == plain[1]


def test_a_warm_kernel_gives_the_bytes_of_a_plain_one_and_forgets_between_notebooks(plain: tuple[Path, str]) -> None:
    from analysis.briefing import warm

    other = notebook(plain[0].with_name("other.ipynb"), "'frame' in globals()")
    try:
        assert outputs(run_warm(plain[0], {"n": 5})) == plain[1]
        executed = run_warm(other, {})
    finally:
        warm.stop_kernel()
    assert executed.cells[-1].outputs[0].data["text/plain"] == "False"


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("{}['place']", "rivers.ipynb, cell 2: KeyError: 'place'"),
        ("def", "rivers.ipynb, cell 2: SyntaxError"),
        ("raise ValueError('one\\ntwo')", "rivers.ipynb, cell 2: ValueError: one two"),
        ("from analysis.briefing.errors import BriefingError\nraise BriefingError('since: no day')", "^since: no day$"),
    ],
)
def test_a_notebook_that_fails_gives_one_line(tmp_path: Path, cell: str, line: str) -> None:
    with pytest.raises(BriefingError, match=line) as caught:
        dict(run_all(to_works([notebook(tmp_path / "rivers.ipynb", cell)], {})))
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not forked.can_fork(), reason="no time limit without children")
def test_a_notebook_that_never_ends_is_ended(tmp_path: Path) -> None:
    endless = notebook(tmp_path / "endless.ipynb", "while True: pass")
    with pytest.raises(BriefingError, match=r"endless\.ipynb took longer"):
        dict(run_all(to_works([endless], {}), limit=3))
