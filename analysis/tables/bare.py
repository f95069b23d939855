"""Bare reports: those that were coded and have no row, which a reader should look at."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.coding.rows import Coding
from analysis.sources import Corpus, Source
from analysis.sources.identify import find_language
from analysis.sources.source import is_coded


def find_bare(corpus: Corpus, codings: Mapping[str, Coding]) -> list[str]:
    """Say in a line each which reports of `corpus` were coded and gave no row, and where the words look like another
    language than the one that is given for them."""
    bare = [s for s in corpus.sources if is_coded(s.language) and codings.get(s.source_id, Coding()) == Coding()]
    return [f"{source.file}: coded, and no row found in it{_reads_as(source)}" for source in bare]


def _reads_as(source: Source) -> str:
    language = find_language(source.text)
    return f"; its words read as {language}, not as {source.language}" if not is_coded(language) else ""
