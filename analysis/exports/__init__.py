"""The tables in forms for other programs: GeoJSON, a Frictionless data package, SQLite, and a PowerPoint deck.

Every writer gives the same bytes for the same tables, writes a file whole or not at all, and takes what a source says
for data: nothing of it is run, followed or read as markup. Nothing is added that the tables do not hold, but for the
coordinates of places, which carry the name of the register that gives them.
"""

from analysis.exports.database import write_sqlite
from analysis.exports.datapackage import write_datapackage
from analysis.exports.deck import Finding, to_findings, to_text, write_deck
from analysis.exports.errors import ExportError
from analysis.exports.files import write_exports
from analysis.exports.geojson import write_geojson

__all__ = [
    "ExportError",
    "Finding",
    "to_findings",
    "to_text",
    "write_datapackage",
    "write_deck",
    "write_exports",
    "write_geojson",
    "write_sqlite",
]
