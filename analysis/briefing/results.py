"""What a build writes: the page, the PDF, slides, the tables in every form, the notebooks as they are stored."""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing.errors import BriefingError

if TYPE_CHECKING:
    import pandas as pd

    from analysis.briefing.document import Document
    from analysis.briefing.reports import Reports

#: documents whose text is the file itself
TEXTS = frozenset({".txt", ".md"})
UNSAFE = re.compile(r"[^\w.-]+")


def write_files(document: Document, reports: Reports, room: Path) -> None:
    """Write the tables, in every form, and the texts that offsets count in where these are not the documents."""
    from analysis.comparison.schema import COMPARED
    from analysis.exports import write_exports
    from analysis.tables import write_tables
    from analysis.tables.files import write_frames

    write_tables(reports.tables, room / "tables", "csv")
    write_frames(to_compared(reports), COMPARED, room / "tables")
    write_exports(reports.tables, room, title=document.cover["title"])
    taken = [source for source in reports.corpus.sources if Path(source.file).suffix.lower() not in TEXTS]
    if taken:
        (room / "texts").mkdir()
    for source in taken:
        path = room / "texts" / f"{to_file_name(source.source_id)}.txt"
        path.write_text(source.text, encoding="utf-8", newline="")


def to_file_name(source_id: str) -> str:
    """Make a file's name of a source's: letters, digits, `-`, `_` and inner points stay, all else becomes `_`."""
    return UNSAFE.sub("_", source_id).strip(".") or "_"


def to_compared(reports: Reports) -> dict[str, pd.DataFrame]:
    """Give the tables of the comparison by name."""
    from analysis.briefing.comparing import contradictions_of
    from analysis.charts import compared

    tables = reports.tables
    return {
        "incidents": compared.incidents_of(tables),
        "agreement": compared.agreement_of(tables),
        "contradictions": contradictions_of(reports),
        "families": compared.families_of(tables),
    }


def write_page(document: Document, path: Path) -> None:
    """Write a document as one HTML page."""
    from analysis.briefing.page import to_page

    path.write_text(to_page(document), encoding="utf-8", newline="\n")


def write_pdf(document: Document, path: Path) -> None:
    """Write a document as one PDF. Raises BriefingError where the compiler refuses."""
    from analysis.briefing.printed import to_pdf

    try:
        path.write_bytes(to_pdf(document))
    except RuntimeError as error:
        raise BriefingError(f"briefing.pdf: the PDF could not be made ({error})") from None


def write_picture(document: Document, path: Path) -> None:
    """Write the title page as a picture."""
    from analysis.briefing.printed import to_picture

    path.write_bytes(to_picture(document))


def write_notebooks(executed: Mapping[str, Any], room: Path) -> None:
    """Write executed notebooks as they are stored: outputs and numbers of cells, without times and other metadata."""
    from analysis.briefing.merge import to_stored
    from analysis.briefing.stored import to_text

    for name, notebook in executed.items():
        (room / name).write_text(to_text(to_stored(notebook, Path(name).stem)), encoding="utf-8", newline="\n")


def write_deck(document: Document, reports: Reports, path: Path) -> None:
    """Write the key findings as slides. Raises BriefingError where python-pptx is missing."""
    from analysis.briefing.display import nodes
    from analysis.exports import ExportError, to_findings
    from analysis.exports import write_deck as write_slides

    found = to_findings(block for block in document.blocks if block.get("key"))
    lines = [nodes.to_plain(line) for line in document.cover["lines"]]
    try:
        write_slides(reports.tables, found, path, title=document.cover["title"], lines=lines)
    except ExportError as error:
        raise BriefingError(str(error)) from None
