"""Run the notebooks: each in a forked child, two at a time; where that is not safe, in one warm kernel.

A notebook that fails gives one clear line: its file, the number of the cell, the error.
"""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from analysis.briefing import forked
from analysis.briefing.errors import BriefingError
from analysis.briefing.imports import for_children, without_slow_imports


def preload() -> None:
    """Import what charts and tables need, so that the children have it, and draw a letter, which loads the rest."""
    with for_children(), without_slow_imports():
        import pandas  # noqa: F401

        from analysis.briefing import notebook  # noqa: F401
        from analysis.charts import to_png, to_svg
        from analysis.charts.style import new_figure, styled

        with styled():
            figure = new_figure(1, 1)
            figure.add_subplot().set_title("a", weight="bold")
            to_svg(figure, "a")
            to_png(figure, 30)


def preload_more() -> None:
    """Import what running the notebooks, page and PDF need besides, and start a shell, which loads the rest."""
    with for_children(), without_slow_imports():
        import pikepdf  # noqa: F401
        import typst  # noqa: F401

        from analysis.briefing import page, printed, shell  # noqa: F401

        shell.start_shell([])


def to_works(notebooks: Iterable[Path], parameters: Mapping[str, Any]) -> dict[str, Callable[[], Any]]:
    """Give for each notebook the job that runs it, by file name, the longest first."""
    run = run_here if forked.can_fork() else run_warm
    longest_first = sorted(notebooks, key=lambda path: (-path.stat().st_size, path.name))
    return {path.name: partial(run, path, parameters) for path in longest_first}


def run_here(path: Path, parameters: Mapping[str, Any]) -> Any:
    """Run one notebook in this process and give the executed one. Raises BriefingError when a cell fails."""
    with without_slow_imports():
        import matplotlib as mpl

        from analysis.briefing.shell import inject, run_cells

    # as rcdefaults, but that reads all of matplotlib's styles first; to look "backend" up would choose one
    mpl.rcParams.update({key: value for key, value in dict.items(mpl.rcParamsDefault) if key != "backend"})
    mpl.use("Agg")
    notebook = read_notebook(path)
    inject(notebook, parameters)
    for _, number, _, error in run_cells(notebook):
        if error is not None:
            raise BriefingError(to_line(path, number, type(error).__name__, str(error))) from error
    return notebook


def read_notebook(path: Path) -> Any:
    """Read a stored notebook without what its cells gave when they last ran: nothing of that is used again.

    It is not held against nbformat's schema, which takes longer than most notebooks run.
    """
    import nbformat

    stored = json.loads(path.read_text(encoding="utf-8"))
    for cell in stored.get("cells", ()):
        if "outputs" in cell:
            cell.update(outputs=[], execution_count=None)
    return nbformat.convert(nbformat.reader.reads(json.dumps(stored)), 4)


def run_warm(path: Path, parameters: Mapping[str, Any]) -> Any:
    """Run one notebook in the warm kernel and give the executed one. Raises BriefingError when a cell fails."""
    with without_slow_imports():
        import papermill
        from papermill.exceptions import PapermillExecutionError

        from analysis.briefing import warm
    logging.getLogger("papermill").setLevel(logging.WARNING)
    try:
        return papermill.execute_notebook(
            path,
            None,
            parameters=dict(parameters),
            engine_name=warm.NAME,
            request_save_on_cell_execute=False,
            progress_bar=False,
        )
    except PapermillExecutionError as error:
        raise BriefingError(to_line(path, error.exec_count, error.ename, str(error.evalue))) from None


def to_line(path: Path, number: int, kind: str, message: str) -> str:
    """Say in one line where a notebook failed; an error that is meant for the user speaks for itself."""
    words = " ".join(message.split())
    return words if kind == "BriefingError" else f"{path.parent.name}/{path.name}, cell {number}: {kind}: {words}"
