"""What the notebooks of the briefing import."""

from __future__ import annotations

from analysis.briefing.charting import chart
from analysis.briefing.contradictions import count_findings, list_families, list_findings
from analysis.briefing.cover import cover
from analysis.briefing.display import figure, prose, table
from analysis.briefing.evidence import evidence
from analysis.briefing.findings import at_issue, key_findings
from analysis.briefing.incidents import compare_side_by_side, find_shared
from analysis.briefing.matter import list_sources, method
from analysis.briefing.reports import Reports, read_reports
from analysis.briefing.rows import (
    to_attack_rows,
    to_blame_rows,
    to_casualty_rows,
    to_source_rows,
    to_statement_rows,
    to_troop_rows,
)
from analysis.briefing.saving import save
from analysis.briefing.wording import choose, count, number_in_words
from analysis.comparison.evidence import told_by_others
from analysis.tables.wording import capital

__all__ = [
    "Reports",
    "at_issue",
    "capital",
    "chart",
    "choose",
    "compare_side_by_side",
    "count",
    "count_findings",
    "cover",
    "evidence",
    "figure",
    "find_shared",
    "key_findings",
    "list_families",
    "list_findings",
    "list_sources",
    "method",
    "number_in_words",
    "prose",
    "read_reports",
    "save",
    "table",
    "to_attack_rows",
    "to_blame_rows",
    "to_casualty_rows",
    "to_source_rows",
    "to_statement_rows",
    "to_troop_rows",
    "told_by_others",
]
