"""Corrections: a person's confirmations and corrections of the coded rows, kept beside the sources.

`read_corrections` reads corrections.yaml, `apply_corrections` applies it to what was coded. Whatever cannot be used is
a CorrectionsError with one line that names the entry and the mend. `write_review` writes a sheet to review the rows in,
`read_review` reads it back filled, and `write_corrections` keeps what it holds.
"""

from analysis.corrections.apply import apply_corrections
from analysis.corrections.entries import Action, Correction, Corrections
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.reading import FILE, read_corrections
from analysis.corrections.review import write_review
from analysis.corrections.reviewed import read_review
from analysis.corrections.writing import write_corrections

__all__ = [
    "FILE",
    "Action",
    "Correction",
    "Corrections",
    "CorrectionsError",
    "apply_corrections",
    "read_corrections",
    "read_review",
    "write_corrections",
    "write_review",
]
