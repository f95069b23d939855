"""Statements by the body that speaks and by what it does: a table of counts, the fuller the darker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.style import BLUE, INK, MUTED, WIDTH, add_canvas, fit, new_figure, styled
from analysis.coding.rows import Act
from analysis.tables.frames import Tables
from analysis.tables.wording import say_country

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: rows that the chart holds; the bodies with fewest statements share the last one
MOST_BODIES = 16
_LEFT, _ROW, _HEAD, _TOTAL = 1.9, 0.25, 0.52, 0.5  # inches


def data_statements(tables: Tables) -> pd.DataFrame:
    """Make what the chart shows: a row per body, a column per act, and the total."""
    import pandas as pd

    said = tables.statements
    bodies = [
        "Not said for whom" if body != body else "Coalition" if body == "coalition" else say_country(body)
        for body in said["affiliation"]
    ]
    counts = pd.Series(bodies, dtype="str").value_counts(sort=False).sort_values(ascending=False, kind="stable")
    kept = set(counts.index if len(counts) <= MOST_BODIES else counts.index[: MOST_BODIES - 1])
    rest = f"{len(counts) - len(kept)} other bodies"
    rows = [body if body in kept else rest for body in bodies]
    order = [body for body in counts.index if body in kept] + ([rest] if len(kept) < len(counts) else [])
    acts = [act.value for act in Act if (said["act"] == act.value).any()]
    table = pd.crosstab(
        pd.Series(rows, name="body", dtype="str"), pd.Series(list(said["act"]), name="act", dtype="str")
    )
    table = table.reindex(index=order, columns=acts, fill_value=0)
    return table.assign(total=table.sum(axis=1)).rename_axis(index="body", columns=None).reset_index()


def plot_statements(tables: Tables) -> Figure | None:
    """Draw the table of counts; None where there is no statement."""
    data = data_statements(tables)
    if data.empty:
        return None
    acts = [column for column in data.columns if column not in ("body", "total")]
    bodies = data[~data["body"].str.endswith(" other bodies")]
    most = max(int(bodies[acts].to_numpy().max()), 1)
    wide = min(0.62, (WIDTH - _LEFT - _TOTAL) / len(acts))
    with styled():
        figure = new_figure(len(data) * _ROW + _HEAD + 0.05)
        canvas = add_canvas(figure)
        top = len(data) * _ROW + 0.03
        for at, act in enumerate(acts):
            place = {"ha": "left", "rotation": 35} if wide < 0.6 else {"ha": "center"}
            x = _LEFT + (at + (0.3 if wide < 0.6 else 0.5)) * wide
            canvas.text(x, top + 0.06, act, fontsize=7.5, color=MUTED, va="bottom", rotation_mode="anchor", **place)
        canvas.text(
            _LEFT + len(acts) * wide + 0.36, top + 0.06, "all", fontsize=7.5, color=MUTED, ha="right", va="bottom"
        )
        for number, row in enumerate(data.to_dict("records")):
            middle = top - (number + 0.5) * _ROW
            canvas.text(0, middle, fit(str(row["body"]), _LEFT - 0.12), va="center")
            for at, act in enumerate(acts):
                _draw_cell(canvas, _LEFT + at * wide, middle, wide, int(row[act]), most)
            canvas.text(
                _LEFT + len(acts) * wide + 0.36, middle, f"{row['total']:,}", ha="right", va="center", fontweight="bold"
            )
    return figure


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


def _draw_cell(canvas: Axes, left: float, middle: float, wide: float, number: int, most: int) -> None:
    from matplotlib.colors import to_rgb
    from matplotlib.patches import Rectangle

    share = min(1.0, 0.12 + 0.88 * number / most) if number else 0.0
    shade = tuple(1 - share * (1 - part) for part in to_rgb(BLUE)) if number else (0.965, 0.97, 0.975)
    canvas.add_patch(
        Rectangle((left + 0.015, middle - _ROW / 2 + 0.015), wide - 0.03, _ROW - 0.03, fc=shade, ec="none")
    )
    if number:
        ink = "white" if share > 0.55 else INK
        canvas.text(left + wide / 2, middle, f"{number}", ha="center", va="center", color=ink)
