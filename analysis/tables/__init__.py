"""Four tables of claims and one of sources, as DataFrames with a checked schema, on disk as CSV, Parquet or Excel."""

from analysis.tables.check import SchemaError, check_tables
from analysis.tables.files import Format, find_formulas, read_tables, write_tables
from analysis.tables.frames import Tables, to_columns, to_tables
from analysis.tables.schema import CLAIMS, SCHEMA, Column, ColumnType

__all__ = [
    "CLAIMS",
    "SCHEMA",
    "Column",
    "ColumnType",
    "Format",
    "SchemaError",
    "Tables",
    "check_tables",
    "find_formulas",
    "read_tables",
    "to_columns",
    "to_tables",
    "write_tables",
]
