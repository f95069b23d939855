"""Sets the sources side by side: which attacks are the same, what each source says of them, and what does not agree.

`compare_attacks` comes first: it gives every attack its incident. The other functions take tables with or without it.
`find_contradictions` reads the texts too; it is imported when it is called, since it needs the coder's reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.comparison.agreement import compare_agreement
from analysis.comparison.families import compare_families
from analysis.comparison.figures import compare_figures, compare_movement, name_victims
from analysis.comparison.grouping import ComparisonError
from analysis.comparison.incidents import compare_attacks, compare_incidents, compare_links
from analysis.comparison.schema import COMPARED
from analysis.comparison.summary import compare_key_findings, compare_matrix

if TYPE_CHECKING:
    import pandas as pd

    from analysis.coding.reading import Reading
    from analysis.sources.source import Corpus
    from analysis.tables.frames import Tables

__all__ = [
    "COMPARED",
    "ComparisonError",
    "compare_agreement",
    "compare_all",
    "compare_attacks",
    "compare_families",
    "compare_figures",
    "compare_incidents",
    "compare_key_findings",
    "compare_links",
    "compare_matrix",
    "compare_movement",
    "find_contradictions",
    "name_victims",
]


def find_contradictions(tables: Tables, texts: Corpus | Mapping[str, Reading]) -> pd.DataFrame:
    """Make the table of contradictions; see `analysis.comparison.contradictions.find_contradictions`."""
    from analysis.comparison import contradictions

    return contradictions.find_contradictions(tables, texts)


def compare_all(tables: Tables, texts: Corpus | Mapping[str, Reading]) -> dict[str, pd.DataFrame]:
    """Make the tables that are written beside the tables of claims, by name, with columns as in `COMPARED`."""
    compared = compare_attacks(tables)
    return {
        "incidents": compare_incidents(compared),
        "agreement": compare_agreement(compared),
        "contradictions": find_contradictions(compared, texts),
        "families": compare_families(compared),
    }
