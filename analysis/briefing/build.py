"""The main job: from a folder of reports to briefing.html, briefing.pdf, tables/ and figures/.

The notebooks are run and merged, the page and the PDF drawn, all in a folder of its own; only when everything is
there does it take the place of the last report. The same sources give the same bytes: no clock, no path and no random
id gets in.
"""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing import forked
from analysis.briefing.errors import BriefingError
from analysis.briefing.parameters import Plan, parse_plan
from analysis.briefing.place import cannot_write, put_in_place, workshop
from analysis.briefing.project import VARIABLE, project_folder

if TYPE_CHECKING:
    from analysis.briefing.document import Document
    from analysis.briefing.reports import Reports

#: documents whose text is the file itself
TEXTS = frozenset({".txt", ".md"})
UNSAFE = re.compile(r"[^\w.-]+")


def build_briefing(
    sources: Path | None = None,
    out: Path | None = None,
    *,
    project: Path | None = None,
    parameters: Mapping[str, object] | None = None,
    strict: bool = False,
    progress: bool = False,
) -> None:
    """Build the briefing on a folder of reports (default: the project's seeds/) into `out`.

    `parameters` are those of the notebooks: title, since, until, countries. With `strict` a document that cannot be
    read is an error; else it is named on stderr and in the list of sources. Raises BriefingError; what was built
    before then stays as it was.
    """
    if project is not None:
        os.environ[VARIABLE] = str(project.absolute())
    plan = parse_plan(project_folder().absolute(), sources, out, parameters or {})
    with workshop(plan.out) as room:
        try:
            reports = read(plan, strict=strict, progress=progress)
            pairs = make(plan, reports, room, progress=progress)
            put_in_place(pairs, room / "old")
        except OSError as error:
            raise cannot_write(plan.out, error) from None


def code(folder: Path, *, strict: bool, progress: bool) -> Any:
    """Read and code a folder; what that needs is imported here, in the child."""
    from analysis.briefing.reports import code_folder

    return code_folder(folder, strict=strict, progress=progress)


def read(plan: Plan, *, strict: bool, progress: bool) -> Reports:
    """Read and code the sources while this process loads its libraries; name on stderr what could not be read."""
    with forked.beside("coding", partial(code, plan.sources, strict=strict, progress=progress)) as coding:
        from analysis.briefing.reports import read_reports, remember
        from analysis.briefing.run import preload
        from analysis.sources import find_warnings

        preload()
        corpus, codings = coding()
    for line in [f"{unread.file}: not read, {unread.reason}" for unread in corpus.unread] + find_warnings(corpus):
        print(f"briefing: {line}", file=sys.stderr)
    remember(plan.sources, corpus, codings)
    chosen = {name: plan.parameters.get(name) for name in ("since", "until", "countries")}
    return read_reports(plan.sources, **chosen)


def make(plan: Plan, reports: Reports, room: Path, *, progress: bool) -> list[tuple[Path, Path]]:
    """Make all results in `room`; give each with the place that it belongs to."""
    from analysis.briefing.comparing import find, remember_contradictions
    from analysis.briefing.run import to_works
    from analysis.charts.compared import compared_once

    notebooks = to_works(sorted((plan.project / "notebooks").glob("*.ipynb")), plan.parameters)
    charts = to_chart_works(reports, room / "figures")
    with compared_once(), _bar(len(charts) + len(notebooks) + 4, progress) as bar:
        compare(reports)
        found = _do({"contradictions": partial(find, reports)} | charts, bar)
        remember_contradictions(reports, found["contradictions"])
        made = _do(notebooks, bar)
        executed = {name: made[name] for name in sorted(notebooks)}
        _do(to_pages(executed, room) | {"tables": partial(write_files, reports, room)}, bar)
    pairs = [(room / name, plan.out / name) for name in ("briefing.html", "briefing.pdf", "tables", "texts")]
    pairs.append((room / "figures", plan.figures))
    if plan.own:
        pairs += [(write_notebook(executed[name], room / name), plan.project / "notebooks" / name) for name in executed]
    return pairs


def compare(reports: Reports) -> None:
    """Compare the sources once, for all charts and notebooks."""
    from analysis.charts import compared

    for make_table in (compared.incidents_of, compared.figures_of, compared.agreement_of, compared.families_of):
        make_table(reports.tables)


def _bar(total: int, progress: bool) -> Any:
    from tqdm import tqdm

    return tqdm(total=total, desc="briefing", unit="part", disable=not progress, leave=False)


def _do(works: Mapping[str, Callable[[], Any]], bar: Any) -> dict[str, Any]:
    """Do jobs and give their results by name; show them as they end."""
    results: dict[str, Any] = {}
    for name, result in forked.run_all(works):
        bar.set_postfix_str(name)
        bar.update()
        results[name] = result
    return results


def write_files(reports: Reports, room: Path) -> None:
    """Write the tables as CSV, and the texts that offsets count in where these are not the documents themselves."""
    from analysis.tables import write_tables

    write_tables(reports.tables, room / "tables", "csv")
    taken = [source for source in reports.corpus.sources if Path(source.file).suffix.lower() not in TEXTS]
    if taken:
        (room / "texts").mkdir()
    for source in taken:
        path = room / "texts" / f"{to_file_name(source.source_id)}.txt"
        path.write_text(source.text, encoding="utf-8", newline="")


def to_file_name(source_id: str) -> str:
    """Make a file's name of a source's: letters, digits, `-`, `_` and inner points stay, all else becomes `_`."""
    return UNSAFE.sub("_", source_id).strip(".") or "_"


def to_chart_works(reports: Reports, folder: Path) -> dict[str, Callable[[], Any]]:
    """Give for each chart the job that draws it into a folder; the notebooks show what is there then."""
    from analysis.briefing.charting import use_drawings, write_drawing
    from analysis.charts import CHARTS

    folder.mkdir()
    use_drawings(reports, folder)
    return {name: partial(write_drawing, name, reports, folder) for name in CHARTS}


def to_pages(executed: Mapping[str, Any], room: Path) -> dict[str, Callable[[], Any]]:
    """Merge the executed notebooks and give the jobs that write the PDF and the page."""
    from analysis.briefing.document import to_document
    from analysis.briefing.merge import merge_notebooks

    document = to_document(merge_notebooks((Path(name).stem, notebook) for name, notebook in executed.items()))
    return {
        "briefing.pdf": partial(write_pdf, document, room / "briefing.pdf"),
        "briefing.html": partial(write_page, document, room / "briefing.html"),
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


def write_notebook(notebook: Any, path: Path) -> Path:
    """Write an executed notebook as it is stored: outputs and numbers of cells, without times and other metadata."""
    import nbformat

    from analysis.briefing.merge import to_stored

    path.write_text(nbformat.writes(to_stored(notebook, path.stem)) + "\n", encoding="utf-8", newline="\n")
    return path
