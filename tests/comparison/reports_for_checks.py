"""Invented reports as texts, coded for real, for the tests of the checkers."""

from __future__ import annotations

from datetime import date

from analysis.coding import code_source
from analysis.comparison.contradictions import find_findings
from analysis.comparison.findings import Finding
from analysis.sources.source import Corpus, Source
from analysis.tables import Tables, to_tables

Text = str | tuple[str, date]


def report(name: str, text: str, published: date | None = date(2021, 5, 7), **known: object) -> Source:
    return Source(source_id=name, file=f"{name}.txt", text=text, published=published, language="en", **known)  # type: ignore[arg-type]


def tables_and_corpus(*sources: Source) -> tuple[Tables, Corpus]:
    corpus = Corpus("invented", sources)
    return to_tables(corpus, [code_source(source) for source in sources]), corpus


def findings_of(*sources: Source, kind: str | None = None) -> list[Finding]:
    """Find what does not go together in texts, of one kind or of all; every passage is held to its text."""
    texts = {source.source_id: source.text for source in sources}
    found = find_findings(*tables_and_corpus(*sources))
    for finding in found:
        assert finding.says and finding.passages
        assert all(texts[p.source_id][p.start : p.end] == p.words for p in finding.passages)
    return [finding for finding in found if kind in (None, finding.kind.value)]


def words_of(findings: list[Finding]) -> str:
    return " / ".join(finding.says for finding in findings)
