"""Corrections: a person's confirmations and corrections of the coded rows, kept beside the sources.

`read_corrections` reads corrections.yaml, `apply_corrections` applies it to what was coded. Whatever cannot be used is
a CorrectionsError with one line that names the entry and the mend.
"""

from analysis.corrections.apply import apply_corrections
from analysis.corrections.entries import Action, Correction, Corrections
from analysis.corrections.errors import CorrectionsError
from analysis.corrections.reading import FILE, read_corrections

__all__ = [
    "FILE",
    "Action",
    "Correction",
    "Corrections",
    "CorrectionsError",
    "apply_corrections",
    "read_corrections",
]
