"""Run the notebooks: each in a forked child, two at a time; where that is not safe, in one warm kernel.

A notebook that fails gives one clear line: its file, the number of the cell, the error.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from analysis.briefing import forked
from analysis.briefing.errors import BriefingError
from analysis.briefing.imports import without_slow_imports

#: seconds that one notebook may take
LIMIT = 300.0


def preload() -> None:
    """Import what every notebook needs, so that the children have it."""
    with without_slow_imports():
        import papermill  # noqa: F401

        from analysis.briefing import engine, notebook  # noqa: F401
    logging.getLogger("papermill").setLevel(logging.WARNING)


def run_notebooks(
    notebooks: Iterable[Path],
    parameters: Mapping[str, Any],
    *,
    limit: float = LIMIT,
    done: Callable[[str], None] = lambda name: None,
) -> dict[str, Any]:
    """Run notebooks and give the executed ones by name, in the order given; `done` hears of each that ends.

    Raises BriefingError for the first that fails.
    """
    paths = {path.stem: path for path in notebooks}
    if not forked.can_fork():
        return run_in_one_kernel(paths, parameters, done)
    longest_first = sorted(paths, key=lambda name: -paths[name].stat().st_size)
    works = {str(paths[name].name): partial(run_here, paths[name], parameters) for name in longest_first}
    executed: dict[str, Any] = {}
    try:
        for name, notebook in forked.run_all(works, limit=limit):
            executed[Path(name).stem] = notebook
            done(name)
    except forked.JobError as error:
        raise BriefingError(f"notebooks/{error}") from None
    return {name: executed[name] for name in paths}


def run_in_one_kernel(
    paths: Mapping[str, Path], parameters: Mapping[str, Any], done: Callable[[str], None] = lambda name: None
) -> dict[str, Any]:
    """Run notebooks one after the other in one warm kernel."""
    with without_slow_imports():
        from analysis.briefing import warm
    executed = {}
    try:
        for name, path in paths.items():
            executed[name] = run_here(path, parameters, warm.NAME)
            done(path.name)
    finally:
        warm.stop_kernel()
    return executed


def run_here(path: Path, parameters: Mapping[str, Any], engine_name: str = "briefing-fork") -> Any:
    """Run one notebook in this process and give the executed one.

    Raises BriefingError when a cell fails.
    """
    preload()
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
