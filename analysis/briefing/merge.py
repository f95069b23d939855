"""Executed notebooks as one notebook, without anything that changes from run to run.

Cells keep their order but for two tags: `back-matter` cells come after all others, `evidence` cells last of all,
under the words of the first notebook that has some. The cells of parameters are left out, and so are times, counters
and random ids. A notebook with an error in it is refused.
"""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: cells that are no part of the document: `injected-parameters` holds paths of the machine
HIDDEN = frozenset({"parameters", "injected-parameters"})
NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")


def merge_notebooks(notebooks: Iterable[tuple[str, Any]]) -> Any:
    """Merge (name, notebook) pairs into one notebook; names give the cells their ids.

    Raises ValueError when a cell holds an error.
    """
    front: list[Any] = []
    back: list[Any] = []
    evidence: list[Any] = []
    introduced: str | None = None
    for name, notebook in notebooks:
        for index, cell in enumerate(notebook.cells):
            tags = frozenset(cell.metadata.get("tags", ()))
            if tags & HIDDEN:
                continue
            if "evidence" in tags and cell.cell_type == "markdown":
                introduced = introduced or name
                if name != introduced:
                    continue
            place = evidence if "evidence" in tags else back if "back-matter" in tags else front
            place.append(to_plain_cell(cell, f"{name}-{index:02d}"))
    return _to_notebook(front + back + evidence, {"language_info": {"name": "python"}})


def to_stored(notebook: Any, name: str) -> Any:
    """Copy an executed notebook as it is stored: fixed ids, tags, the cells' numbers and outputs, and nothing else.

    Raises ValueError when a cell holds an error.
    """
    cells = []
    for index, cell in enumerate(notebook.cells):
        plain = to_plain_cell(cell, f"{name}-{index:02d}")
        if cell.cell_type == "code":
            plain["execution_count"] = cell.execution_count
            for output in plain["outputs"]:
                if output.output_type == "execute_result":
                    output["execution_count"] = cell.execution_count
        cells.append(plain)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return _to_notebook(cells, {"kernelspec": kernel, "language_info": {"name": "python"}})


def _to_notebook(cells: list[Any], metadata: dict[str, Any]) -> Any:
    """Make a notebook that holds these very cells: nbformat would copy and check them to the last leaf."""
    from nbformat import NotebookNode, from_dict

    return NotebookNode(nbformat=4, nbformat_minor=5, metadata=from_dict(metadata), cells=cells)


def to_plain_cell(cell: Any, cell_id: str) -> Any:
    """Copy a cell with a fixed id and its tags, without counters, times and other metadata; what it shows is shared."""
    from nbformat import NotebookNode

    plain = NotebookNode((key, value) for key, value in cell.items() if key != "metadata")
    plain["id"] = NOT_IN_ID.sub("-", cell_id)[:64]
    tags = list(cell.metadata.get("tags", ()))
    plain["metadata"] = NotebookNode(tags=tags) if tags else NotebookNode()
    if cell.cell_type == "code":
        plain["execution_count"] = None
        plain["outputs"] = [_plain_output(output, cell_id) for output in plain["outputs"]]
    return plain


def _plain_output(output: Any, cell_id: str) -> Any:
    if output.output_type == "error":
        raise ValueError(f"{cell_id}: {output.ename}: {output.evalue}")
    plain = output.copy()
    if "data" in plain:
        plain["data"] = plain["data"].copy()
    if "execution_count" in plain:
        plain["execution_count"] = None
    return plain
