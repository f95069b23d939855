"""All files for other programs in one go: GeoJSON, SQLite, Excel, and the package that describes the tables."""

from __future__ import annotations

from pathlib import Path

from analysis.comparison import compare_attacks, compare_incidents
from analysis.comparison.schema import INCIDENTS
from analysis.exports.database import write_sqlite
from analysis.exports.datapackage import write_datapackage
from analysis.exports.geojson import write_geojson
from analysis.tables.frames import Tables
from analysis.tables.schema import SCHEMA
from analysis.tables.whole import written_whole
from analysis.tables.workbook import write_workbook


def write_exports(tables: Tables, folder: Path | str, *, title: str | None = None) -> list[Path]:
    """Write attacks.geojson, briefing.sqlite, briefing.xlsx and tables/datapackage.json; return the files.

    The package describes the CSV files that `write_tables` puts into `tables/`. `title` is that of the briefing.
    Raises OSError where the folder cannot be written.
    """
    target, compared = Path(folder), compare_attacks(tables)
    incidents = compare_incidents(compared)
    frames = {"sources": compared.sources, "incidents": incidents, **compared.frames()}
    with written_whole(target) as new:
        write_workbook(frames, {**SCHEMA, "incidents": INCIDENTS}, new / "briefing.xlsx")
    return [
        write_geojson(compared, target / "attacks.geojson"),
        write_sqlite(compared, target / "briefing.sqlite", incidents),
        target / "briefing.xlsx",
        write_datapackage(compared, target / "tables", title=title),
    ]
