"""The `briefing` command.

Exit status 0 when the work is done, 1 for bad input (one clear line on stderr, what was good before left as it was), 2
for a wrong call. Progress bars show only in a terminal. Heavy libraries are loaded only by the verb that needs them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis import __version__

_EXAMPLES = """examples:
  briefing build                                   the briefing on seeds/, into report/ and figures/
  briefing build ~/reports                         a briefing on a folder of your own, into build/reports/
  briefing build ~/reports -p since 2019-12-01 -p countries IQ,SY --out briefing-iraq
  briefing build ~/reports --pptx                  slides beside it
  briefing tabulate ~/reports --out tables --format xlsx
  briefing sources ~/reports                       write a sources.csv to fill in
  briefing review ~/reports                        a sheet to check the rows in, one line per claim
  briefing review ~/reports --read review.xlsx --by "A. Reader"
  briefing charts rounds map --size slide --format png --out slides
  briefing score tables gold --errors              hold coded tables against sources coded by hand
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    options = _parser().parse_args(arguments)
    work: Callable[[argparse.Namespace], None] = options.work
    try:
        work(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1
    except Exception as error:
        if not _is_bad_input(error):
            raise
        print(f"briefing: {_to_line(error)}", file=sys.stderr)
        return 1
    return 0


def _to_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {(error.strerror or 'cannot be used').lower()}"
    return " ".join(str(error).split())


def _is_bad_input(error: Exception) -> bool:
    """Tell the errors that speak of the user's input from faults of the program."""
    from analysis.briefing.errors import BriefingError
    from analysis.charts import ChartError
    from analysis.comparison import ComparisonError
    from analysis.corrections import CorrectionsError
    from analysis.exports import ExportError
    from analysis.score import ScoreError
    from analysis.sources import SourcesError
    from analysis.tables import SchemaError

    if isinstance(error, OSError):
        return True  # a folder that cannot be written, a disk that is full
    return isinstance(
        error,
        BriefingError
        | ChartError
        | ComparisonError
        | CorrectionsError
        | ExportError
        | ScoreError
        | SourcesError
        | SchemaError,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Set news reports of armed attacks side by side: four tables, every row tied to its sentence.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    build = verbs.add_parser("build", help="run the notebooks and render one page and one PDF")
    build.add_argument("sources", nargs="?", type=Path, help="folder of reports (default: the project's seeds/)")
    build.add_argument("--out", type=Path, help="where to write (default: build/<folder's name>/; seeds: report/)")
    build.add_argument(
        "-p", dest="parameters", nargs=2, action="append", default=[], metavar=("NAME", "VALUE"),
        help="a parameter of the notebooks: title, since, until (ISO dates), countries (ISO codes joined by commas)",
    )  # fmt: skip
    build.add_argument("--pptx", action="store_true", help="slides too (needs the extra `slides`)")
    build.add_argument("--strict", action="store_true", help="stop at a document that cannot be read or is not coded")
    build.add_argument("--project", type=Path, help="the checkout to work on (default: the one installed)")
    build.set_defaults(work=_build)

    tabulate = verbs.add_parser("tabulate", help="code the reports into tables, nothing else")
    tabulate.add_argument("sources", type=Path, help="folder of reports")
    tabulate.add_argument("--out", type=Path, required=True, help="folder to write the tables to")
    tabulate.add_argument("--format", choices=("csv", "parquet", "xlsx"), default="csv", help="default: csv")
    tabulate.add_argument(
        "--strict", action="store_true", help="stop at a document that cannot be read or is not coded"
    )
    tabulate.set_defaults(work=_tabulate)

    sources = verbs.add_parser("sources", help="write a sources.csv with what could be told, to fill in")
    sources.add_argument("folder", type=Path, help="folder of reports")
    sources.set_defaults(work=_sources)

    charts = verbs.add_parser("charts", help="write charts in a size and form of your own")
    charts.add_argument("names", nargs="*", metavar="NAME", help="which charts (default: all)")
    charts.add_argument("--sources", type=Path, help="folder of reports (default: the project's seeds/)")
    charts.add_argument("--out", type=Path, required=True, help="folder to write them to")
    charts.add_argument("--size", choices=("column", "page", "slide"), default="page", help="default: page")
    charts.add_argument(
        "--format", dest="formats", action="append", choices=("svg", "png", "pdf", "csv", "json"),
        help="may be given more than once (default: svg, png, csv and json)",
    )  # fmt: skip
    charts.add_argument("--titled", action="store_true", help="draw the title and the sources into the picture")
    charts.set_defaults(work=_charts)

    review = verbs.add_parser("review", help="write a sheet to check the rows in, or read a filled one back")
    review.add_argument("sources", type=Path, help="folder of reports")
    review.add_argument("--out", type=Path, help="where to write the sheet (default: build/<folder's name>/review/)")
    review.add_argument("--read", type=Path, metavar="SHEET", help="read a filled sheet into corrections.yaml")
    review.add_argument("--by", help="who checked, for rows that do not say")
    review.add_argument("--date", help="when, as an ISO date, for rows that do not say")
    review.add_argument("--project", type=Path, help="the checkout to work on (default: the one installed)")
    review.set_defaults(work=_review)

    score = verbs.add_parser("score", help="hold coded tables against sources coded by hand")
    score.add_argument("tables", type=Path, help="folder with the four CSV tables")
    score.add_argument("gold", type=Path, help="folder with one YAML file per source")
    score.add_argument("--errors", action="store_true", help="list every wrong, spurious and missing row")
    score.set_defaults(work=_score)
    return parser


def _build(options: argparse.Namespace) -> None:
    from analysis.briefing import build_briefing

    built = build_briefing(
        options.sources,
        options.out,
        project=options.project,
        parameters=dict(options.parameters),
        strict=options.strict,
        progress=sys.stderr.isatty(),
        pptx=options.pptx,
    )
    for path in built:
        print(path)


def _tabulate(options: argparse.Namespace) -> None:
    from tqdm import tqdm

    from analysis.coding import code_source
    from analysis.comparison import COMPARED, compare_all, compare_attacks
    from analysis.corrections import apply_corrections, read_corrections
    from analysis.sources import find_warnings, read_sources
    from analysis.tables import SCHEMA, check_tables, to_tables
    from analysis.tables.bare import find_bare
    from analysis.tables.files import write_frames

    corpus = read_sources(options.sources, strict=options.strict)
    _report([f"{u.file}: not read, {u.reason}" for u in corpus.unread] + find_warnings(corpus))
    corrections = read_corrections(options.sources)
    quiet = not sys.stderr.isatty()
    bar = tqdm(corpus.sources, desc="coding", unit="report", disable=quiet)
    texts = {s.source_id: s.text for s in corpus.sources}
    codings = apply_corrections({s.source_id: code_source(s) for s in bar}, corrections, texts)
    tables = to_tables(corpus, codings)
    check_tables(tables, texts)
    _report(find_bare(corpus, codings))
    tables = compare_attacks(tables, corrections.same, corrections.not_same)
    frames = {**tables.frames(), **compare_all(tables, corpus)}
    for path in write_frames(frames, {**SCHEMA, **COMPARED}, options.out, options.format):
        print(path)


def _sources(options: argparse.Namespace) -> None:
    from analysis.sources import find_warnings, read_sources, write_sidecar

    print(write_sidecar(options.folder))
    corpus = read_sources(options.folder)
    _report([f"{u.file}: not read, {u.reason}" for u in corpus.unread] + find_warnings(corpus))


def _charts(options: argparse.Namespace) -> None:
    from analysis.briefing.reports import read_reports
    from analysis.charts import write_charts

    tables = read_reports(options.sources.resolve() if options.sources else "seeds").tables
    formats = tuple(options.formats or ("svg", "png", "csv", "json"))
    written = write_charts(
        tables, options.out, options.names, size=options.size, formats=formats, titled=options.titled
    )
    for path in written:
        print(path)


def _review(options: argparse.Namespace) -> None:
    from analysis.briefing.project import project_folder
    from analysis.coding import code_source
    from analysis.corrections import read_corrections, read_review, write_corrections, write_review
    from analysis.sources import read_sources
    from analysis.tables import CLAIMS, SCHEMA

    corpus = read_sources(options.sources)
    codings = {s.source_id: code_source(s) for s in corpus.sources}
    corrections = read_corrections(options.sources)
    if options.read is not None:
        read = read_review(options.read, corpus, codings, corrections, by=options.by, day=options.date)
        print(write_corrections(options.sources, read))
        return
    out = options.out or (options.project or project_folder()) / "build" / options.sources.resolve().name / "review"
    meanings = {table: {column.name: column.meaning for column in SCHEMA[table]} for table in CLAIMS}
    for path in write_review(corpus, codings, out, corrections, meanings):
        print(path)


def _score(options: argparse.Namespace) -> None:
    from analysis.score import read_coded, read_gold, score_tables, to_text

    gold = read_gold(options.gold)
    score = score_tables(read_coded(options.tables), gold)
    print(to_text(score, errors=options.errors), end="")


def _report(lines: Sequence[str]) -> None:
    for line in lines:
        print(f"briefing: {line}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
