"""The main job: from a folder of reports to briefing.html, briefing.pdf, tables/ and figures/.

The notebooks are run and merged, the page and the PDF drawn, all in a folder of its own; only when everything is
there does it take the place of the last report. The same sources give the same bytes: no clock, no path and no random
id gets in.
"""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.briefing import forked
from analysis.briefing.crew import sharing
from analysis.briefing.parameters import Plan, parse_plan
from analysis.briefing.place import cannot_write, put_in_place, workshop
from analysis.briefing.project import VARIABLE, project_folder
from analysis.briefing.results import write_deck, write_files, write_notebooks, write_page, write_pdf, write_picture

if TYPE_CHECKING:
    from analysis.briefing.document import Document
    from analysis.briefing.reports import Reports

#: files from which on two processes code them
MANY = 24
#: what a build makes besides the figures, each with that name
RESULTS = (
    "briefing.html",
    "briefing.pdf",
    "briefing.pptx",
    "briefing.xlsx",
    "briefing.sqlite",
    "attacks.geojson",
    "tables",
    "texts",
)


def build_briefing(
    sources: Path | None = None,
    out: Path | None = None,
    *,
    project: Path | None = None,
    parameters: Mapping[str, object] | None = None,
    strict: bool = False,
    progress: bool = False,
    pptx: bool = False,
) -> list[Path]:
    """Build the briefing on a folder of reports (default: the project's seeds/) into `out`; return what is there now.

    `parameters` are those of the notebooks: title, since, until, countries. With `strict` a document that cannot be
    read is an error; else it is named on stderr and in the list of sources. `pptx` asks for slides too. Raises
    BriefingError; what was built before then stays as it was.
    """
    if project is not None:
        os.environ[VARIABLE] = str(project.absolute())
    plan = parse_plan(project_folder().absolute(), sources, out, parameters or {})
    with workshop(plan.out) as room:
        try:
            reports = read(plan, strict=strict, progress=progress)
            pairs = make(plan, reports, room, progress=progress, pptx=pptx)
            put_in_place(pairs, room / "old")
        except OSError as error:
            raise cannot_write(plan.out, error) from None
    return [place for place in [plan.out / name for name in RESULTS] + [plan.figures] if place.exists()]


def code(folder: Path, *, strict: bool, progress: bool, part: slice | None = None) -> Any:
    """Read and code a folder, or a part of it; what only that needs is imported here, in the child."""
    from analysis.briefing.reports import code_folder

    asked = {} if part is None else {"part": part}
    return code_folder(folder, strict=strict, progress=progress, **asked)


def read(plan: Plan, *, strict: bool, progress: bool) -> Reports:
    """Read and code the sources while this process loads its libraries; name on stderr what could not be read.

    Of many sources this process codes its share when it is ready.
    """
    from analysis.briefing.reports import correct, read_reports, remember  # what both processes need, before they part
    from analysis.sources import find_warnings
    from analysis.tables.bare import find_bare

    many = sum(1 for _ in plan.sources.glob("*")) > MANY and forked.can_fork()
    theirs, ours = slice(0, None, 2) if many else None, slice(1, None, 2)
    with forked.beside("coding", partial(code, plan.sources, strict=strict, progress=progress, part=theirs)) as coding:
        from analysis.briefing.run import preload

        preload()
        shared = code(plan.sources, strict=strict, progress=False, part=ours)[1] if many else {}
        corpus, codings = coding()
    if many:
        codings = correct(plan.sources, corpus, codings | shared)
    unread = [f"{unread.file}: not read, {unread.reason}" for unread in corpus.unread]
    for line in unread + find_warnings(corpus) + find_bare(corpus, codings):
        print(f"briefing: {line}", file=sys.stderr)
    remember(plan.sources, corpus, codings)
    chosen = {name: plan.parameters.get(name) for name in ("since", "until", "countries")}
    return read_reports(plan.sources, **chosen)


def make(plan: Plan, reports: Reports, room: Path, *, progress: bool, pptx: bool = False) -> list[tuple[Path, Path]]:
    """Make all results in `room`; give each with the place that it belongs to."""
    from analysis.briefing.comparing import find, remember_contradictions
    from analysis.briefing.run import preload_more, to_works
    from analysis.charts.compared import compared_once

    notebooks = to_works(sorted((plan.project / "notebooks").glob("*.ipynb")), plan.parameters)
    charts = to_chart_works(reports, room / "figures")
    with compared_once(), _bar(len(charts) + len(notebooks) + 4 + pptx + 2 * plan.own, progress) as bar:
        compare(reports)
        with sharing("the charts", {"contradictions": partial(find, reports)} | charts) as (drawn, wait_for_pictures):
            preload_more()
            found = _follow(drawn, bar)
            remember_contradictions(reports, found["contradictions"])
            made = _follow(forked.run_all(notebooks), bar)
            executed = {name: made[name] for name in sorted(notebooks)}
            document = to_merged(executed)
            results = to_result_works(document, reports, room, pptx=pptx, picture=plan.own)
            if plan.own:
                results["notebooks"] = partial(write_notebooks, executed, room)
            _follow(forked.run_all(results), bar)
            wait_for_pictures()
    pairs = [(room / name, plan.out / name) for name in RESULTS]
    pairs.append((room / "figures", plan.figures))
    if plan.own:
        pairs.append((room / "preview.png", plan.out / "preview.png"))
        pairs += [(room / name, plan.project / "notebooks" / name) for name in executed]
    return pairs


def compare(reports: Reports) -> None:
    """Compare the sources once, for all charts and notebooks."""
    from analysis.charts import compared

    for make_table in (compared.incidents_of, compared.figures_of, compared.agreement_of, compared.families_of):
        make_table(reports.tables)


def _bar(total: int, progress: bool) -> Any:
    from tqdm import tqdm

    return tqdm(total=total, desc="briefing", unit="part", disable=not progress, leave=False)


def _follow(ended: Iterable[tuple[str, Any]], bar: Any) -> dict[str, Any]:
    """Give the results of jobs by name; show them as they end."""
    results: dict[str, Any] = {}
    for name, result in ended:
        bar.set_postfix_str(name)
        bar.update()
        results[name] = result
    return results


def to_chart_works(reports: Reports, folder: Path) -> dict[str, Callable[[], Any]]:
    """Give for each chart the job that draws it into a folder; the notebooks show what is there then."""
    from analysis.briefing.charting import use_drawings, write_drawing
    from analysis.charts import CHARTS

    folder.mkdir()
    use_drawings(reports, folder)
    return {name: partial(write_drawing, name, reports, folder) for name in CHARTS}


def to_merged(executed: Mapping[str, Any]) -> Document:
    """Merge the executed notebooks into one document."""
    from analysis.briefing.document import to_document
    from analysis.briefing.merge import merge_notebooks

    return to_document(merge_notebooks((Path(name).stem, notebook) for name, notebook in executed.items()))


def to_result_works(
    document: Document, reports: Reports, room: Path, *, pptx: bool = False, picture: bool = False
) -> dict[str, Callable[[], Any]]:
    """Give the jobs that write the results, the longest first."""
    works: dict[str, Callable[[], Any]] = {"briefing.pdf": partial(write_pdf, document, room / "briefing.pdf")}
    if pptx:
        works["briefing.pptx"] = partial(write_deck, document, reports, room / "briefing.pptx")
    works["tables"] = partial(write_files, document, reports, room)
    if picture:
        works["preview.png"] = partial(write_picture, document, room / "preview.png")
    works["briefing.html"] = partial(write_page, document, room / "briefing.html")
    return works
