"""Contradictions: what the sources say that does not go together, a checker per kind, each finding with its passages.

`find_contradictions` runs them all over tables and texts. Nothing is corrected and nobody is said to be right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.coding.reading import Reading, read_source
from analysis.comparison.contradictions.attributions import check_attributions
from analysis.comparison.contradictions.calendar import check_calendar
from analysis.comparison.contradictions.context import to_context
from analysis.comparison.contradictions.counts import check_counts
from analysis.comparison.contradictions.figures import check_figures
from analysis.comparison.contradictions.gazetteer import check_gazetteer
from analysis.comparison.contradictions.hours import check_hours
from analysis.comparison.contradictions.names import check_names
from analysis.comparison.contradictions.sites import check_sites
from analysis.comparison.contradictions.spellings import check_spellings
from analysis.comparison.contradictions.time_zone import check_time_zone
from analysis.comparison.contradictions.utterances import check_utterances
from analysis.comparison.contradictions.weapons import check_weapons
from analysis.comparison.contradictions.wordings import check_wordings
from analysis.comparison.findings import Finding, FindingKind, Weight, to_rows
from analysis.comparison.incidents import compare_attacks
from analysis.comparison.schema import CONTRADICTIONS
from analysis.sources.source import Corpus
from analysis.tables.frames import Tables, to_frame

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Finding", "FindingKind", "Weight", "find_contradictions", "find_findings"]

_CHECKERS = (
    check_calendar,
    check_time_zone,
    check_hours,
    check_gazetteer,
    check_sites,
    check_figures,
    check_counts,
    check_attributions,
    check_weapons,
    check_wordings,
    check_utterances,
    check_names,
    check_spellings,
)


def find_contradictions(tables: Tables, texts: Corpus | Mapping[str, Reading]) -> pd.DataFrame:
    """Make the table of contradictions (columns: `CONTRADICTIONS`): a row per finding and passage, material ones first.

    `texts` is the corpus that the tables were made from, or its sources as read, by source_id; a source of the tables
    that it lacks is not looked at.
    """
    return to_frame("contradictions", to_rows(find_findings(tables, texts)), CONTRADICTIONS)


def find_findings(tables: Tables, texts: Corpus | Mapping[str, Reading]) -> list[Finding]:
    """Find what does not go together: material findings first, then by kind, each once."""
    compared = compare_attacks(tables)
    known = set(compared.sources["source_id"])
    readings = _read(texts)
    context = to_context(compared, {name: reading for name, reading in readings.items() if name in known})
    found = {finding.finding_id: finding for check in _CHECKERS for finding in check(context)}
    return sorted(found.values(), key=_rank)


def _rank(finding: Finding) -> tuple[int, int, str, int]:
    first = finding.passages[0]
    kinds = list(FindingKind)
    return (list(Weight).index(finding.weight), kinds.index(finding.kind), first.source_id, first.start)


def _read(texts: Corpus | Mapping[str, Reading]) -> Mapping[str, Reading]:
    if not isinstance(texts, Corpus):
        return texts
    sources = (source for source in texts.sources if source.language in (None, "en"))
    return {source.source_id: read_source(source) for source in sources}
