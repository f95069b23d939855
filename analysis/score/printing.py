"""The score as text for a terminal.

Promises lines of plain text, the same for the same score; cuts long values, never figures.
"""

from __future__ import annotations

from analysis.score.figures import Measure, RowError, Score
from analysis.score.slots import Table

_CUT = 90  # characters of a value or an evidence


def to_text(score: Score, *, errors: bool = False) -> str:
    """Set a score out as text: one line per table with rows coded, rows by hand, and precision, recall and F of each
    measure; with `errors`, every wrong slot, spurious row and missing row before it."""
    head = f"{'table':<12}{'rows':>6}{'gold':>6}" + "".join(f"   {name:<17}" for name in ("found", "exact", "slots"))
    second = " " * 24 + "   P     R     F    " * 3
    lines = [head.rstrip(), second.rstrip()]
    for table in Table:
        part = score.tables[table]
        lines.append(_line(table, part.exact, [part.found, part.exact, part.slots]))
    lines.append(_line("all", score.exact, [None, score.exact, score.slots]))
    lines.append(f"attack of paired casualties right: {score.links_right} of {score.links}")
    return "\n".join([*(_error_line(error) for error in score.errors if errors), *lines])


def _line(name: str, rows: Measure, measures: list[Measure | None]) -> str:
    cells = (
        " " * 20 if measure is None else f"   {measure.precision:.3f} {measure.recall:.3f} {measure.f:.3f}"
        for measure in measures
    )
    return f"{name:<12}{rows.coded:>6}{rows.gold:>6}{''.join(cells)}"


def _error_line(error: RowError) -> str:
    where = f"{error.source_id} {error.table} {error.fault}"
    if error.slot is not None:
        return f"{where} {error.slot}: {_cut(error.coded)} for {_cut(error.gold)} | {_cut(error.evidence)}"
    return f"{where}: {_cut(error.coded or error.gold)} | {_cut(error.evidence)}"


def _cut(text: str | None) -> str:
    if text is None:
        return "nothing"
    flat = " ".join(text.split())
    return flat if len(flat) <= _CUT else flat[: _CUT - 1] + "…"
