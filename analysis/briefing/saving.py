"""Files from a notebook that runs alone: its tables and charts, where `out` asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.briefing.project import from_project

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports


def save(reports: Reports, out: str | Path | None, tables: Sequence[str] = (), charts: Sequence[str] = ()) -> None:
    """Write tables (CSV) and charts into the folder `out`, which counts from the project's; None writes nothing."""
    if out is None:
        return
    folder = from_project(out)
    raise NotImplementedError(folder)
