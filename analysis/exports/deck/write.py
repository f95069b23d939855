"""The deck: a title, a slide per finding, the charts that no finding shows, what was not found, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.exports.deck import grids
from analysis.exports.deck.finding import Finding
from analysis.exports.deck.grid import Grid, add_grid
from analysis.exports.deck.proof import Proofs, index_proofs
from analysis.exports.deck.showing import show
from analysis.exports.deck.slide import BODY, add_cover, add_slide, add_text
from analysis.exports.deck.units import Box
from analysis.exports.errors import ExportError
from analysis.tables.absence import say_absence
from analysis.tables.frames import Tables
from analysis.tables.schema import CLAIMS
from analysis.tables.whole import written_whole

if TYPE_CHECKING:
    import pandas as pd
    from pptx.presentation import Presentation
    from pptx.slide import Slide

    from analysis.charts.description import Description

MISSING = "the deck needs python-pptx: pip install 'incident-briefing[slides]'"
#: the chart that a finding shows whose claims are all of one table
_CHARTS = {"troops": "troops", "statements": "statements"}
#: letters of a sentence in a table of evidence; sources of a slide, slides of sources
_SENTENCE, _ON_SLIDE, _SLIDES = 220, 10, 4
#: inches below a table that are worth a table of evidence
_ROOM = 1.3


def write_deck(
    tables: Tables,
    findings: Sequence[Finding],
    path: Path | str,
    *,
    title: str,
    lines: Sequence[str] = (),
) -> Path:
    """Write a PowerPoint deck, 16:9; return the file. `lines` stand below the title on the first slide.

    Charts over time and tables can be edited; maps and ranges are pictures. Raises ExportError where python-pptx is
    missing, and OSError where the file cannot be written.
    """
    target = Path(path)
    made = to_deck(tables, findings, title=title, lines=lines)
    with written_whole(target.parent) as new:
        (new / target.name).write_bytes(made)
    return target


def to_deck(tables: Tables, findings: Sequence[Finding], *, title: str, lines: Sequence[str] = ()) -> bytes:
    """Make the deck as bytes; raises ExportError as `write_deck` does."""
    try:
        import pptx  # noqa: F401
    except ImportError:
        raise ExportError(MISSING) from None
    from analysis.charts.compared import compared_once
    from analysis.comparison import compare_attacks
    from analysis.exports.deck.packing import to_bytes
    from analysis.exports.deck.template import new_deck

    compared = compare_attacks(tables)
    proofs = index_proofs(compared)
    deck = new_deck(title)
    with compared_once():
        charts, absent = _describe_charts(compared)
        add_cover(deck, title, lines, proofs.source_notes())
        shown = {_add_finding(deck, finding, charts, proofs) for finding in findings}
        for name in charts:
            if name not in shown:
                _add_chart(deck, charts[name], proofs)
    _add_absences(deck, compared, absent)
    _add_sources(deck, compared.sources, proofs)
    return to_bytes(deck)


#: a chart's name, its data and its words
Drawn = tuple[str, "pd.DataFrame", "Description"]


def _describe_charts(tables: Tables) -> tuple[dict[str, Drawn], list[str]]:
    """Make the data and the words of every chart for a slide; name those that have nothing to show."""
    from analysis.charts import CHARTS
    from analysis.charts.description import describe
    from analysis.charts.sizes import SLIDE

    charts: dict[str, Drawn] = {}
    absent = []
    for name, chart in CHARTS.items():
        data = chart.data(tables, SLIDE)
        if data.empty:
            absent.append(name)
        else:
            charts[name] = name, data, describe(chart, data, tables, SLIDE)
    return charts, absent


def _add_finding(deck: Presentation, finding: Finding, charts: Mapping[str, Drawn], proofs: Proofs) -> str | None:
    """Add the slide of a finding; give the name of the chart that it shows, if any."""
    kinds = {proofs.tables[claim] for claim in finding.claims if claim in proofs.tables}
    name = _CHARTS.get(next(iter(kinds))) if len(kinds) == 1 and not finding.rows else None
    chart = charts.get(name or "")
    foot = chart[2].source if chart else _say_sources(finding.claims, proofs)
    notes = [*finding.sentences, *(f"{question}: {answer}" for question, answer in finding.rows)]
    slide = add_slide(deck, finding.title, foot, [*notes, *proofs.notes(finding.claims)])
    left, top, width, height = BODY
    rows = finding.rows or chart or proofs.known(finding.claims)
    used = add_text(slide, (left, top, width, height * 0.4 if rows else height), finding.sentences)
    below = (left, top + used + 0.2, width, height - used - 0.2)
    if finding.rows:
        grid = Grid(("Question", "What the sources say"), finding.rows, (2.6, 9.4))
        used = add_grid(slide, below, grid, _say_rows(finding.rows)) + 0.25
        known = proofs.known(finding.claims)
        if known and below[3] - used > _ROOM:
            _add_evidence(slide, (left, below[1] + used, width, below[3] - used), known, proofs)
    elif chart:
        show(*chart).draw(slide, below)
    elif rows:
        _add_evidence(slide, below, proofs.known(finding.claims), proofs)
    return name if chart else None


def _add_evidence(slide: Slide, box: Box, claims: Sequence[str], proofs: Proofs) -> None:
    rows = tuple(
        (proofs.numbers[claim], proofs.names[row["source_id"]], _shorten(row["evidence"]))
        for claim in claims
        for row in (proofs.rows[claim],)
    )
    alt = "Table of evidence. " + " ".join(f"{number} {source}: {words}" for number, source, words in rows)
    add_grid(slide, box, Grid(("No.", "Source", "Evidence"), rows, (0.8, 2.8, 8.4)), alt)


def _shorten(evidence: str) -> str:
    from analysis.tables.wording import shortened

    return shortened(" ".join(evidence.split()), _SENTENCE)


def _add_chart(deck: Presentation, chart: Drawn, proofs: Proofs) -> None:
    name, data, words = chart
    shown = show(name, data, words)
    notes = [shown.title, shown.caption, shown.alt, words.source, words.credit, *proofs.notes(_claims_of(data))]
    slide = add_slide(deck, shown.title, f"{shown.caption} {words.source}", notes)
    shown.draw(slide, BODY)


def _claims_of(data: pd.DataFrame) -> list[str]:
    """Find the claims behind the rows of a chart, where its data name them."""
    for column in ("claims", "claim_id"):
        if column in data.columns and data[column].dtype != "int64":
            cells: Iterable[Any] = data[column].dropna()
            return list(dict.fromkeys(claim for cell in cells for claim in str(cell).split(";")))
    return []


def _add_absences(deck: Presentation, tables: Tables, absent: Sequence[str]) -> None:
    """Say on one slide what was looked for and not found, and which charts are left out for it."""
    lines = [f"{name.capitalize()}. {say_absence(name)}" for name in CLAIMS if getattr(tables, name).empty]
    if absent:
        lines.append(f"Charts left out, since the reports give nothing to draw in them: {', '.join(absent)}.")
    if lines:
        add_text(add_slide(deck, "Looked for and not found", notes=lines), BODY, lines)


def _add_sources(deck: Presentation, sources: pd.DataFrame, proofs: Proofs) -> None:
    names = dict(proofs.names)
    total = len(sources)
    if not total:
        add_text(add_slide(deck, "Sources", notes=[say_absence("sources")]), BODY, [say_absence("sources")])
    for first in range(0, min(total, _ON_SLIDE * _SLIDES), _ON_SLIDE):
        page = sources.iloc[first : first + _ON_SLIDE]
        last = first + len(page)
        title = "Sources" if total <= _ON_SLIDE else f"Sources, {first + 1} to {last} of {total}"
        slide = add_slide(deck, title, notes=proofs.source_notes() if first == 0 else ())
        grid = grids.to_source_grid(page, names, first + 1)
        add_grid(slide, BODY, grid, "Table of sources. " + ". ".join(" ".join(row) for row in grid.rows))


def _say_sources(claims: Sequence[str], proofs: Proofs) -> str:
    named = dict.fromkeys(proofs.names[proofs.rows[claim]["source_id"]] for claim in claims if claim in proofs.rows)
    return f"Source: {', '.join(named)}. Every figure is the claim of a source." if named else ""


def _say_rows(rows: Sequence[tuple[str, str]]) -> str:
    return "Table of what the sources say. " + " ".join(f"{question}: {answer}." for question, answer in rows)
