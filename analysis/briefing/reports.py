"""What the notebooks work on: a sources folder, read, coded, compared, cut to the period and countries asked for.

A folder is coded once per process however many notebooks ask for it, and again when a file of it has changed. Nothing
is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.errors import BriefingError
from analysis.briefing.evidence import CITED, Index, cite, find_holder, index_passages, pick
from analysis.briefing.project import from_project
from analysis.briefing.selection import Selection, parse_selection, select
from analysis.briefing.wording import count
from analysis.tables.wording import capital, name_sources

if TYPE_CHECKING:
    import pandas as pd

    from analysis.briefing.display.nodes import Node
    from analysis.coding.rows import Coding
    from analysis.sources.source import Corpus
    from analysis.tables import Tables

#: what a file is known by: its path, its size, when it was written (nanoseconds)
Fingerprint = tuple[tuple[str, int, int], ...]

#: folders that this process has coded
_coded: dict[Path, tuple[Fingerprint, Corpus, Tables]] = {}
#: what was last made of these tables, by selection
_made: dict[Selection, tuple[Tables, Reports]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """The reports of a folder as tables, cut to a selection. Two are the same only if they are one object."""

    corpus: Corpus
    tables: Tables
    selection: Selection
    #: rows of each table that stay in the selection because they have no date or no country
    unknown: dict[str, int]
    #: what each source is called
    names: dict[str, str]
    index: Index
    #: claims, as (table, claim_id), that have been cited or shown
    cited: set[tuple[str, str]] = field(default_factory=set)

    @property
    def sources(self) -> pd.DataFrame:
        return self.tables.sources

    @property
    def coded(self) -> pd.DataFrame:
        """The sources that are coded: what the others report is not known."""
        from analysis.tables.frames import keep_coded

        return keep_coded(self.sources)

    @property
    def attacks(self) -> pd.DataFrame:
        return self.tables.attacks

    @property
    def casualties(self) -> pd.DataFrame:
        return self.tables.casualties

    @property
    def troops(self) -> pd.DataFrame:
        return self.tables.troops

    @property
    def statements(self) -> pd.DataFrame:
        return self.tables.statements

    def cite(self, name: str, rows: pd.DataFrame | pd.Series[Any]) -> Node:
        """Make the citation of rows of the table `name`."""
        claims = [rows["claim_id"]] if isinstance(rows["claim_id"], str) else rows["claim_id"]
        return self.cite_claims((name, str(claim)) for claim in claims)

    def cite_claims(self, claims: Iterable[tuple[str, str]]) -> Node:
        """Make the citation of claims, given as (table, claim_id)."""
        chosen = list(claims)
        self.cited.update(list(pick(self.index, chosen))[:CITED])
        return cite(self.index, chosen)

    def cite_passage(self, row: Mapping[str, Any]) -> Node:
        """Make the citation of a stretch of a source (source_id, start, end); nothing where no claim was read there."""
        return self.cite_claims(find_holder(self, row))

    def count(self, name: str, rows: pd.DataFrame, one: str, many: str | None = None, *, begins: bool = False) -> Node:
        """Write how many rows of the table `name` there are, as a link to them; `begins` a sentence."""
        words = count(len(rows), one, many)
        return self.link(name, rows, capital(words) if begins else words)

    def link(self, name: str, rows: pd.DataFrame, words: str) -> Node:
        """Make words a link to rows of the readers' table `name`."""
        said = [nodes.text(words)]
        return nodes.to_rows(f"table-{name}", list(rows["claim_id"]), said) if len(rows) else said[0]


def read_reports(sources: str | Path, since: object = None, until: object = None, countries: object = None) -> Reports:
    """Read a sources folder and keep what meets the period and the countries.

    A relative folder counts from the project's. `since` and `until` are ISO days, `countries` ISO codes; None is open.
    Raises BriefingError for a parameter of the wrong form and for a folder that cannot be read.
    """
    selection = parse_selection(since, until, countries)
    corpus, coded = read_coded(from_project(sources))
    if selection not in _made or _made[selection][0] is not coded:
        tables, unknown = select(coded, selection)
        names, index = name_sources(tables.sources), index_passages(tables)
        _made[selection] = coded, Reports(corpus, tables, selection, unknown, names, index)
    return _made[selection][1]


def read_coded(folder: Path) -> tuple[Corpus, Tables]:
    """Read and code a folder, or give what this process has of it. Raises BriefingError."""
    if folder not in _coded or _coded[folder][0] != fingerprint(folder):
        remember(folder, *code_folder(folder))
    return _coded[folder][1:]


def remember(folder: Path, corpus: Corpus, codings: Mapping[str, Coding]) -> None:
    """Make the tables of a folder that was coded, here or in another process, and keep them for this process."""
    from analysis.comparison import compare_attacks
    from analysis.tables import SchemaError, check_tables, to_tables

    tables = to_tables(corpus, codings)
    try:
        check_tables(tables, {source.source_id: source.text for source in corpus.sources})
    except SchemaError as error:
        raise BriefingError(str(error)) from None
    _coded[folder] = (fingerprint(folder), corpus, compare_attacks(tables))


def fingerprint(folder: Path) -> Fingerprint:
    """Tell the state of a folder's files."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return tuple((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths)


def code_folder(
    folder: Path, *, strict: bool = False, progress: bool = False, part: slice | None = None
) -> tuple[Corpus, dict[str, Coding]]:
    """Read a folder, code each source, and apply what a person corrected; the codings by source_id.

    With `strict` a document that cannot be read is an error. With `part` only these sources are coded, and nothing is
    corrected. Raises BriefingError.
    """
    from tqdm import tqdm

    from analysis.coding import code_source
    from analysis.sources import SourcesError, read_sources

    try:
        corpus = read_sources(folder, strict=strict)
    except SourcesError as error:
        raise BriefingError(str(error)) from None
    chosen = corpus.sources if part is None else corpus.sources[part]
    bar = tqdm(chosen, desc="coding", unit="report", disable=not progress, leave=False)
    coded = {source.source_id: code_source(source) for source in bar}
    return corpus, coded if part is not None else correct(folder, corpus, coded)


def correct(folder: Path, corpus: Corpus, coded: Mapping[str, Coding]) -> dict[str, Coding]:
    """Apply what a person corrected. Raises BriefingError."""
    from analysis.corrections import CorrectionsError, apply_corrections, read_corrections

    try:
        texts = {source.source_id: source.text for source in corpus.sources}
        return apply_corrections(coded, read_corrections(folder), texts)
    except CorrectionsError as error:
        raise BriefingError(str(error)) from None
