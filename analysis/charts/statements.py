"""Statements by the body that speaks and by what it does: a table of counts, the fuller the darker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.matrix import Cell, Matrix, draw_matrix, most_rows, shade
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.style import BLUE
from analysis.coding.rows import Act
from analysis.tables.frames import Tables
from analysis.tables.wording import say_country

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

#: rows of a chart at most; the bodies with fewest statements share the last one
_MOST_BODIES = 16
_OTHERS = " other bodies"


def data_statements(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per body, a column per act, and the total."""
    import pandas as pd

    said, most = tables.statements, min(_MOST_BODIES, most_rows(size))
    bodies = [name_body(body) for body in said["affiliation"]]
    counts = pd.Series(bodies, dtype="str").value_counts(sort=False).sort_values(ascending=False, kind="stable")
    kept = set(counts.index if len(counts) <= most else counts.index[: most - 1])
    rest = f"{len(counts) - len(kept)}{_OTHERS}"
    rows = [body if body in kept else rest for body in bodies]
    order = [body for body in counts.index if body in kept] + ([rest] if len(kept) < len(counts) else [])
    acts = [act.value for act in Act if (said["act"] == act.value).any()]
    table = pd.crosstab(
        pd.Series(rows, name="body", dtype="str"), pd.Series(list(said["act"]), name="act", dtype="str")
    )
    table = table.reindex(index=order, columns=acts, fill_value=0)
    return table.assign(total=table.sum(axis=1)).rename_axis(index="body", columns=None).reset_index()


def name_body(affiliation: object) -> str:
    """Name the body that a statement is made for, which may be null."""
    if not isinstance(affiliation, str):
        return "Not said for whom"
    return "Coalition" if affiliation == "coalition" else say_country(affiliation)


def draw_statements(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_statements`."""
    acts = [column for column in data.columns if column not in ("body", "total")]
    bodies = data[~data["body"].str.endswith(_OTHERS)]
    shown = bodies if len(bodies) else data
    most = max(int(shown[acts].to_numpy().max()), 1)
    matrix = Matrix(
        rows=tuple(map(str, data["body"])),
        columns=tuple(acts),
        cells=tuple(tuple(_to_cell(int(row[act]), most) for act in acts) for row in data.to_dict("records")),
        ends=tuple(f"{total:,}" for total in data["total"]),
        end="all",
    )
    return enlarge(draw_matrix(matrix, size), size.scale)


def plot_statements(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the table of counts; None where there is no statement."""
    data = data_statements(tables, size)
    return None if data.empty else draw_statements(data, size)


def _to_cell(number: int, most: int) -> Cell:
    """A cell is the darker the more, and darkest for a number beyond the most of a single body."""
    return Cell(f"{number:,}", shade(BLUE, min(1.0, 0.12 + 0.88 * number / most))) if number else Cell()


def caption_statements(data: pd.DataFrame) -> str:
    """Say what the chart shows: who speaks most, and what they mostly do."""
    total, first = int(data["total"].sum()), data.iloc[0]
    acts = first.drop(["body", "total"]).astype("int64")
    if len(data) == 1:
        return (
            f"All {total} statements are by one body: {first['body']}"
            if total > 1
            else f"One statement, by {first['body']}"
        )
    often = acts.index[int(acts.argmax())]
    most = f"{first['body']} speaks most: {first['total']} of {total} statements"
    return f"{most}, {acts[often]} of them of the kind “{often}”"


def alt_statements(data: pd.DataFrame) -> str:
    """Say in words every count of the chart."""
    acts = [column for column in data.columns if column not in ("body", "total")]
    parts = [
        f"{row['body']} {row['total']} ({', '.join(f'{act} {row[act]}' for act in acts if row[act])})"
        for row in data.to_dict("records")
    ]
    return "Table of counts of statements by body and act. " + "; ".join(parts) + "."


def note_statements(data: pd.DataFrame) -> str:
    """Say how to read the chart."""
    return f"Counts of statements ({int(data['total'].sum())} in all), as coded; the darker, the more."
