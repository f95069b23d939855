"""Families of sources: a column per agency, wording or speaker that several share, in the cells how many claims.

Sources that share a column speak there with one voice. A source that shares nothing has no row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.charts.compared import families_of
from analysis.charts.matrix import Cell, Matrix, cell_entry, draw_matrix, most_columns, most_rows, shade
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.style import BLUE, OCHRE, PLUM
from analysis.tables.frames import Tables, keep_coded, to_records
from analysis.tables.wording import listed, name_sources

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

#: what the claims of a family share: its colour, how strong, and its words
REASONS = {
    "agency": (BLUE, 1.0, "the same agency"),
    "wording": (PLUM, 0.55, "near-identical wording"),
    "speaker": (OCHRE, 0.35, "the same speaker"),
}
#: columns at most; a reader loses the thread in more
_MOST_FAMILIES = 18
_KEY = 0.4  # inches


def data_families(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per family and source, with the number of claims that tie it."""
    found, names = families_of(tables), name_sources(tables.sources)
    found = found.assign(source=[names[source_id] for source_id in found["source_id"]])
    wordings = list(dict.fromkeys(found.loc[found["reason"] == "wording", "family_id"]))
    numbered = {family_id: f"wording {number}" for number, family_id in enumerate(wordings, 1)}
    found["family"] = [row["name"] or numbered[row["family_id"]] for row in to_records(found)]
    columns = min(_MOST_FAMILIES, most_columns(size))
    ranked = found.groupby("family_id", sort=False)["source_id"].size().sort_values(ascending=False, kind="stable")
    kept = found[found["family_id"].isin(set(ranked.index[:columns]))]
    often = kept.groupby("source_id", sort=False)["claims"].sum().sort_values(ascending=False, kind="stable")
    rows = set(often.index[: most_rows(size, _KEY)])
    data = kept[kept["source_id"].isin(rows)]
    data = data[["family_id", "reason", "family", "source_id", "source", "claims", "table", "claim_id"]]
    data = data.reset_index(drop=True)
    coded = keep_coded(tables.sources)
    data.attrs.update(
        sources=len(coded),
        alone=len(coded) - found["source_id"].nunique(),
        families=len(ranked),
        more_families=max(0, len(ranked) - columns),
        more_sources=len(often) - len(rows),
    )
    return data


def draw_families(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_families`."""
    rows = to_records(data)
    families = {row["family_id"]: row for row in rows}
    claims = {(row["source_id"], row["family_id"]): row["claims"] for row in rows}
    sources = {row["source_id"]: row["source"] for row in rows}
    matrix = Matrix(
        rows=tuple(sources.values()),
        columns=tuple(row["family"] for row in families.values()),
        cells=tuple(
            tuple(_to_cell(claims.get((source_id, key)), row["reason"]) for key, row in families.items())
            for source_id in sources
        ),
        key=tuple(
            cell_entry(words, Cell("", shade(color, share)))
            for reason, (color, share, words) in REASONS.items()
            if reason in {row["reason"] for row in rows}
        ),
    )
    return enlarge(draw_matrix(matrix, size), size.scale)


def _to_cell(claims: int | None, reason: str) -> Cell:
    color, share, _ = REASONS[reason]
    return Cell(f"{claims:,}", shade(color, share)) if claims else Cell()


def plot_families(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw what the sources share; None where no two share anything."""
    data = data_families(tables, size)
    return None if data.empty else draw_families(data, size)


def caption_families(data: pd.DataFrame) -> str:
    """Say what the chart shows: the largest family, and how many sources share something."""
    together = data.attrs["sources"] - data.attrs["alone"]
    largest = data[data["family_id"] == data["family_id"].value_counts(sort=False).idxmax()]
    reason, name = largest["reason"].iloc[0], largest["family"].iloc[0]
    what = {"agency": f"carry {name}", "speaker": f"quote {name}", "wording": "share their wording"}[reason]
    return f"{together} of {data.attrs['sources']} sources repeat one another: {len(largest)} {what}"


def alt_families(data: pd.DataFrame) -> str:
    """Say in words who shares what."""
    parts = [
        f"{REASONS[group['reason'].iloc[0]][2]} ({group['family'].iloc[0]}): "
        + listed([f"{row.source} {row.claims}" for row in group.itertuples()])
        for _, group in data.groupby("family_id", sort=False)
    ]
    return "Table of what sources share, with numbers of claims. " + ". ".join(parts) + "."


def note_families(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    known = data.attrs
    more = f" {known['alone']} of {known['sources']} sources share nothing and have no row." if known["alone"] else ""
    if known["more_families"] or known["more_sources"]:
        more += (
            f" {known['more_families']} more families and {known['more_sources']} more sources stand in the table only."
        )
    return (
        f"A column is what sources share, a number how many of their claims share it; there they are one voice.{more}"
    )
