"""Invented reports as the notebooks get them, without reading or coding anything."""

from __future__ import annotations

from analysis.briefing.evidence import index_passages
from analysis.briefing.reports import Reports
from analysis.briefing.selection import Selection, select
from analysis.comparison import compare_attacks
from analysis.sources.source import Corpus, Unread
from analysis.tables.wording import name_sources
from tests.factories import Draft, tables_of, two_reports

#: strings that run, parse or break something where they are not taken as text
HOSTILE = (
    "<script>alert(1)</script>",
    '$x^2$ #import "secret.typ": *',
    "=cmd('rm')!A1",
    "[x](javascript:alert(1))",
    "مرحبا بالعالم",
    "🚀 and 漢字",
    "\\u{202e} *bold* _low_ `code` & <b>",
)


def reports_of(*drafts: Draft, unread: tuple[Unread, ...] = (), selection: Selection | None = None) -> Reports:
    """Make the reports of some drafts."""
    tables = compare_attacks(tables_of(*drafts))
    chosen, unknown = select(tables, selection or Selection())
    corpus = Corpus("invented", tuple(draft.source() for draft in drafts), unread)
    names = name_sources(chosen.sources)
    return Reports(corpus, chosen, selection or Selection(), unknown, names, index_passages(chosen))


def two() -> Reports:
    """Two reports of one attack, and one of them of another."""
    return reports_of(*two_reports())


def none() -> Reports:
    """One report that holds nothing to code."""
    empty = Draft("quiet", None)
    empty.sentence("The ferry was late.")
    return reports_of(empty)
