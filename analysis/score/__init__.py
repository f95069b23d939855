"""How close the tables come to a person's coding of the same sources.

Promises figures, never a verdict: `score_tables(read_coded(tables), read_gold(gold))` compares the four tables that a
build wrote with sources coded by hand, and `to_text` sets the result out. Refuses files that are not in their form with
a ScoreError of one line. Imports nothing of the extraction, so that it cannot share its mistakes.
"""

from analysis.score.figures import Fault, Measure, RowError, Score, TableScore, score_tables
from analysis.score.printing import to_text
from analysis.score.reading import Row, Rows, ScoreError, parse_slot, read_coded, read_gold
from analysis.score.slots import Table

__all__ = [
    "Fault",
    "Measure",
    "Row",
    "RowError",
    "Rows",
    "Score",
    "ScoreError",
    "Table",
    "TableScore",
    "parse_slot",
    "read_coded",
    "read_gold",
    "score_tables",
    "to_text",
]
