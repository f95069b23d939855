"""A papermill engine that runs all notebooks in one kernel, its variables wiped before each.

It is the way of the build where a process cannot be forked safely: one kernel start and one import of everything,
instead of one for each notebook. The kernel stays until `stop_kernel`, or until this process ends.
"""

from __future__ import annotations

import atexit
from typing import Any

from papermill.engines import Engine, papermill_engines

NAME = "briefing-warm"

_kernel: list[tuple[Any, Any]] = []


def start_kernel() -> tuple[Any, Any]:
    """Give the kernel's manager and client; start it when there is none."""
    if not _kernel:
        from jupyter_client.manager import KernelManager

        manager = KernelManager(kernel_name="python3")
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        _kernel.append((manager, client))
        atexit.register(stop_kernel)
    return _kernel[0]


def stop_kernel() -> None:
    """Stop the kernel, if there is one."""
    while _kernel:
        manager, client = _kernel.pop()
        client.stop_channels()
        manager.shutdown_kernel(now=True)


class WarmEngine(Engine):  # type: ignore[misc]  # papermill is untyped; its engines are classes
    """Run the cells of a notebook in the kernel that is there already."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
        """Run the cells in order, stopping at the first error."""
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError

        manager, kernel = start_kernel()
        client = NotebookClient(nb_man.nb, km=manager, record_timing=False)
        client.kc = kernel
        client.reset_execution_trackers()
        kernel.execute_interactive("%reset -f", output_hook=lambda message: None, silent=True)
        number = 0
        for index, cell in enumerate(nb_man.nb.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            number += 1
            try:
                nb_man.cell_start(cell, index)
                client.execute_cell(cell, index, execution_count=number, store_history=True)
            except CellExecutionError as error:
                nb_man.cell_exception(cell, cell_index=index, exception=error)
                break
            finally:
                nb_man.cell_complete(cell, cell_index=index)


papermill_engines.register(NAME, WarmEngine)
