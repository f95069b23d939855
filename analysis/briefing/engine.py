"""A papermill engine that runs a notebook inside this process (`papermill --engine briefing-fork`).

It is the way of the build, for those who run the notebooks with papermill: outputs are those of a real kernel.
"""

from __future__ import annotations

from typing import Any

from papermill.engines import Engine, papermill_engines

from analysis.briefing.shell import run_cells

NAME = "briefing-fork"


class ForkEngine(Engine):  # type: ignore[misc]  # papermill is untyped; its engines are classes
    """Run the cells of a notebook in this process."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
        """Run the cells in order, stopping at the first error."""
        for index, _, cell, error in run_cells(nb_man.nb):
            nb_man.cell_start(cell, index)
            if error is not None:
                nb_man.cell_exception(cell, cell_index=index, exception=error)
            nb_man.cell_complete(cell, cell_index=index)


papermill_engines.register(NAME, ForkEngine)
