"""Run the notebooks: each in a forked child, two at a time; where that is not safe, in one warm kernel.

A notebook that fails gives one clear line: its file, the number of the cell, the error.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from analysis.briefing import forked
from analysis.briefing.errors import BriefingError
from analysis.briefing.imports import without_slow_imports


def preload() -> None:
    """Import what notebooks, page and PDF need, so that the children have it."""
    import pandas  # noqa: F401

    with without_slow_imports():
        import papermill  # noqa: F401

        from analysis import charts  # noqa: F401
        from analysis.briefing import engine, notebook  # noqa: F401
    logging.getLogger("papermill").setLevel(logging.WARNING)
    gc.freeze()  # what is here stays: the children need not look through it


def to_works(notebooks: Iterable[Path], parameters: Mapping[str, Any]) -> dict[str, Callable[[], Any]]:
    """Give for each notebook the job that runs it, by file name, the longest first."""
    engine = "briefing-fork" if forked.can_fork() else "briefing-warm"
    longest_first = sorted(notebooks, key=lambda path: (-path.stat().st_size, path.name))
    return {path.name: partial(run_here, path, parameters, engine) for path in longest_first}


def run_notebooks(
    notebooks: Iterable[Path], parameters: Mapping[str, Any], *, limit: float = forked.LIMIT
) -> dict[str, Any]:
    """Run notebooks and give the executed ones by file name, sorted.

    Raises BriefingError for the first that fails, JobError for one that dies or takes longer than `limit` seconds.
    """
    return dict(sorted(forked.run_all(to_works(notebooks, parameters), limit=limit)))


def run_here(path: Path, parameters: Mapping[str, Any], engine_name: str = "briefing-fork") -> Any:
    """Run one notebook in this process and give the executed one.

    Raises BriefingError when a cell fails.
    """
    preload()
    if engine_name == "briefing-warm":
        from analysis.briefing import warm  # noqa: F401
    import matplotlib as mpl
    import papermill
    from papermill.exceptions import PapermillExecutionError

    mpl.rcdefaults()
    mpl.use("Agg")
    try:
        return papermill.execute_notebook(
            path,
            None,
            parameters=dict(parameters),
            engine_name=engine_name,
            request_save_on_cell_execute=False,
            progress_bar=False,
        )
    except PapermillExecutionError as error:
        raise BriefingError(to_line(path, error)) from None


def to_line(path: Path, error: Any) -> str:
    """Say in one line where a notebook failed; an error that is meant for the user speaks for itself."""
    if error.ename == "BriefingError":
        return str(error.evalue)
    message = " ".join(str(error.evalue).split())
    return f"{path.parent.name}/{path.name}, cell {error.exec_count}: {error.ename}: {message}"
