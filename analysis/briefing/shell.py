"""Notebooks in this process: each in an IPython shell of its own, without kernel, sockets or papermill.

In a forked child of a process that has imported everything, a notebook then costs no start and no imports. Outputs
are those of a real kernel, byte for byte; what a notebook writes to file descriptors beneath Python is not captured.
"""

# The types of IPython and nbformat are partial: what they lack is not checked here.
# mypy: disable-error-code="no-untyped-call, override, union-attr, method-assign"

from __future__ import annotations

import contextlib
import io
import json
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode


def inject(notebook: Any, parameters: Mapping[str, str | int]) -> None:
    """Put the values of parameters into a notebook, as papermill does: in a cell of their own behind the tagged one."""
    if not parameters:
        return
    places = (i for i, cell in enumerate(notebook.cells, 1) if "parameters" in cell.metadata.get("tags", ()))
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in parameters.items()]
    source, metadata = "# Parameters\n" + "".join(lines), NotebookNode(tags=["injected-parameters"])
    cell = NotebookNode(cell_type="code", id="injected-parameters", source=source, metadata=metadata)
    cell.update(execution_count=None, outputs=[])
    notebook.cells.insert(next(places, 0), cell)


def run_cells(notebook: Any) -> Iterator[tuple[int, int, Any, BaseException | None]]:
    """Run the code cells of a notebook in a fresh shell, up to the first error; yield (index, number, cell, error)."""
    outputs: list[Any] = []
    shell = start_shell(outputs)
    number = 0
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        number += 1
        error = run_cell(shell, cell, number, outputs)
        yield index, number, cell, error
        if error is not None:
            return


def _output(kind: str, **parts: Any) -> NotebookNode:
    """Make an output of a cell; nbformat's `new_output` would hold each against its schema, to the last leaf."""
    return NotebookNode(output_type=kind, **parts)


# IPython is extended by subclassing, and only by that.
class _Stream(io.TextIOBase):
    """What a cell prints, as outputs of the cell."""

    def __init__(self, name: str, outputs: list[Any]) -> None:
        self._name = name
        self._outputs = outputs

    def write(self, text: str) -> int:
        last = self._outputs[-1] if self._outputs else None
        if text and last is not None and last.output_type == "stream" and last.name == self._name:
            last.text += text
        elif text:
            self._outputs.append(_output("stream", name=self._name, text=text))
        return len(text)


class _Publisher(DisplayPublisher):
    """What a cell displays, as outputs of the cell."""

    outputs: list[Any]

    def publish(self, data: Any, metadata: Any = None, **options: Any) -> None:
        self.outputs.append(_output("display_data", data=data, metadata=metadata or {}))


class _Hook(DisplayHook):
    """A cell's last expression, as an output of the cell."""

    outputs: list[Any]

    def __call__(self, result: object = None) -> None:
        self.check_for_underscore()
        if result is not None and not self.quiet():
            data, metadata = self.compute_format_data(result)
            self.update_user_ns(result)
            self.outputs.append(_output("execute_result", data=data, metadata=metadata, execution_count=None))


def start_shell(outputs: list[Any]) -> InteractiveShell:
    """Start a fresh shell that reads no profile, keeps no history and puts what it shows into `outputs`."""
    from traitlets.config import Config

    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    shell.display_formatter.active_types = shell.display_formatter.format_types
    shell.display_pub = _Publisher(shell=shell)
    shell.displayhook = shell.display_trap.hook = _Hook(shell=shell)
    shell.display_pub.outputs = shell.displayhook.outputs = outputs
    shell.showtraceback = shell._showtraceback = _say_nothing
    shell.enable_gui = _say_nothing
    return shell


def _say_nothing(*arguments: object, **options: object) -> None:
    return None


def run_cell(shell: InteractiveShell, cell: Any, number: int, outputs: list[Any]) -> BaseException | None:
    """Run one cell, set its outputs and number, and give its error."""
    outputs.clear()
    cell.execution_count = number
    streams = _Stream("stdout", outputs), _Stream("stderr", outputs)
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        result = shell.run_cell(cell.source, store_history=True)
    error: BaseException | None = result.error_before_exec or result.error_in_exec
    if error is not None:
        lines = traceback.format_exception(error)
        outputs.append(_output("error", ename=type(error).__name__, evalue=str(error), traceback=lines))
    for output in outputs:
        if output.output_type == "execute_result":
            output.execution_count = number
    cell.outputs = list(outputs)
    return error
