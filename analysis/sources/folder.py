"""A folder of news reports: every document read, each with what is known of it.

All files ending in .txt, .md, .html, .htm and .pdf are documents, whether the sidecar lists them or not; a document of
another form (.docx) is one that cannot be read. sources.csv and corrections.yaml are none, hidden files are passed
over, subfolders are not entered. A sidecar row adds knowledge
and wins over the document; what neither says stays unknown. One unreadable document among readable ones does not stop
the rest.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from analysis.sources.documents import OTHER, SUFFIXES, Document, read_document
from analysis.sources.errors import SourcesError, UnreadableError, to_line
from analysis.sources.furniture import Page, read_page
from analysis.sources.identify import find_language
from analysis.sources.metadata import Metadata, merge, parse_source_id, parse_url_date
from analysis.sources.sidecar import SIDECAR, read_sidecar, to_csv, to_row, write_new
from analysis.sources.source import Corpus, Source, Unread, is_coded

_FORMS = ".txt, .md, .html or .pdf"
_SAMPLE = 6000
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def read_sources(folder: Path, *, strict: bool = False) -> Corpus:
    """Read the news reports in `folder`, in the order of their file names.

    A document that cannot be read is an Unread of the corpus; with `strict` it raises SourcesError, and so does one in
    a language that is not coded. So do, always, a folder without a readable document, a sidecar of the wrong form, and
    two documents with the same source_id.
    """
    folder = Path(folder)
    files = _find_documents(folder)
    sidecar = folder / SIDECAR
    told = read_sidecar(sidecar, files) if sidecar.exists() else {}
    documents, unread = _read_all(folder, files)
    if strict and unread:
        raise SourcesError(f"{folder / unread[0].file}: {unread[0].reason}")
    if not documents:
        first = f"{unread[0].file}: {unread[0].reason}"
        raise SourcesError(f"{folder}: no document could be read; {first}")
    sources = tuple(_to_source(document, told.get(document.file, Metadata())) for document in documents)
    _check_ids(folder, sources)
    foreign = next((source for source in sources if not is_coded(source.language)), None)
    if strict and foreign is not None:
        raise SourcesError(f"{folder / foreign.file}: in {foreign.language}; only English is coded")
    return Corpus(folder.resolve().name, sources, unread)


def write_sidecar(folder: Path) -> Path:
    """Write sources.csv into `folder` with what the documents say, unknown cells empty, for a person to fill in.

    Raises SourcesError where there is one already, and for a folder without documents.
    """
    folder = Path(folder)
    files = _find_documents(folder)
    path = folder / SIDECAR
    if path.exists():
        raise SourcesError(f"{path} is there already; edit it, or move it away to have a new one")
    documents, unread = _read_all(folder, files)
    rows = [to_row(document.file, _complete(document, Metadata())[0]) for document in documents]
    rows += [to_row(document.file, Metadata()) for document in unread]
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: row["file"]):
        row["source_id"] = _propose_id(row["source_id"] or Path(row["file"]).stem, taken)
    write_new(path, to_csv(sorted(rows, key=lambda row: row["file"])))
    return path


def find_warnings(corpus: Corpus) -> list[str]:
    """Say in a line each what a reader of the tables should know: no date, another language, a guessed encoding."""
    warnings = []
    for source in corpus.sources:
        warnings += [f"{source.file}: left out of its front matter: {line}" for line in source.wrong]
        if source.published is None:
            warnings.append(
                f"{source.file}: no published date; its relative dates stay empty (add the date to {SIDECAR})"
            )
        if not is_coded(source.language):
            warnings.append(f"{source.file}: in {source.language}; only English is coded, so it has no rows")
        if source.encoding not in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "pdf"):
            warnings.append(f"{source.file}: read as {source.encoding}; if letters look wrong, save it as UTF-8")
    return warnings


def _find_documents(folder: Path) -> list[str]:
    """Name the documents of a folder in order; a folder that has none is refused."""
    mend = f"give a folder with news reports ({_FORMS})"
    try:
        if not folder.exists():
            raise SourcesError(f"{folder} does not exist; {mend}")
        if not folder.is_dir():
            raise SourcesError(f"{folder} is a file; {mend}")
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise SourcesError(f"{folder} cannot be opened ({reason}); {mend}") from None
    files = [entry.name for entry in entries if entry.suffix.lower() in SUFFIXES | OTHER and not entry.is_dir()]
    if not files:
        raise SourcesError(f"{folder} {'holds no document' if entries else 'is empty'}; {mend}")
    return sorted(files)


def _read_all(folder: Path, files: list[str]) -> tuple[list[Document], tuple[Unread, ...]]:
    documents, unread = [], []
    for file in files:
        try:
            documents.append(read_document(folder / file))
        except UnreadableError as error:
            unread.append(Unread(file, to_line(error)))
    return documents, tuple(unread)


def _to_source(document: Document, told: Metadata) -> Source:
    metadata, page = _complete(document, told)
    return Source(
        source_id=metadata.source_id or Path(document.file).stem,
        file=document.file,
        text=document.text,
        outlet=metadata.outlet,
        agencies=metadata.agencies,
        title=metadata.title,
        published=metadata.published,
        url=metadata.url,
        language=metadata.language,
        datelines=page.datelines,
        furniture=page.furniture,
        front=document.after,
        headline=page.headline,
        encoding=document.encoding,
        wrong=tuple(line for key, line in document.wrong.items() if not getattr(told, key)),
        original=metadata.original,
    )


def _complete(document: Document, told: Metadata) -> tuple[Metadata, Page]:
    """Put together what the sidecar, the document and its text say, in this order, and what is on its page."""
    known = merge(told, document.says)
    page = read_page(document.text, known.title, document.after)
    headline = document.text[slice(*page.headline)] if page.headline else ""
    seen = Metadata(
        agencies=page.agencies,
        title=" ".join(headline.split()) or None,
        published=(parse_url_date(known.url) if known.url else None) or page.printed,
    )
    known = merge(known, seen)
    if known.language is None:
        known = replace(known, language=find_language(_take_prose(document.text, page)))
    return known, page


def _take_prose(text: str, page: Page) -> str:
    """Give the beginning of the report without its furniture."""
    prose, at = [], 0
    for start, end in (*page.furniture, (len(text), len(text))):
        prose.append(text[at : min(start, at + _SAMPLE)])
        at = end
        if sum(map(len, prose)) >= _SAMPLE:
            break
    return "\n".join(prose)


def _check_ids(folder: Path, sources: tuple[Source, ...]) -> None:
    taken: dict[str, Source] = {}
    for source in sources:
        if parse_source_id(source.source_id) is None:
            raise SourcesError(
                f"{to_line(folder / source.file)}: its name makes no source_id (letters, digits and . _ - only); "
                f"rename it, or give it a source_id in {SIDECAR}"
            )
        other = taken.setdefault(source.source_id.casefold(), source)
        if other is not source:
            raise SourcesError(
                f"{folder / source.file}: source_id {source.source_id} is that of {other.file} too; "
                f"give each its own in {SIDECAR}"
            )


def _propose_id(name: str, taken: set[str]) -> str:
    """Make a safe source_id of a name that no other document has yet."""
    stem = _UNSAFE.sub("-", name).strip("-._")[:100] or "source"
    proposed, number = stem, 2
    while proposed.casefold() in taken:
        proposed, number = f"{stem}-{number}", number + 1
    taken.add(proposed.casefold())
    return proposed
