"""Files from a notebook that runs alone: its tables and charts, where `out` asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.briefing.place import cannot_write
from analysis.briefing.project import from_project

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports


def save(reports: Reports, out: str | Path | None, tables: Sequence[str] = (), charts: Sequence[str] = ()) -> None:
    """Write tables (CSV) and charts (all their files) into `out`, which counts from the project; None writes nothing.

    Raises BriefingError where the folder cannot be written.
    """
    if not out:
        return
    folder = from_project(out)
    try:
        _write(reports, folder, tables, charts)
    except OSError as error:
        raise cannot_write(folder, error) from None


def _write(reports: Reports, folder: Path, tables: Sequence[str], charts: Sequence[str]) -> None:
    from analysis.charts import write_chart
    from analysis.tables.files import to_csv

    for name in tables:
        _put(folder / "tables" / f"{name}.csv", to_csv(getattr(reports.tables, name)).encode())
    for name in charts:
        write_chart(reports.tables, name, folder / "figures")


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
