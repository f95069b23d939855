"""A table for readers: few columns, wrapped text, a link from every row to its evidence.

Its cells are text, inline nodes or absent; a column `facets` says by what a row is filtered. Beyond `LIMIT` rows the
first of its order are shown and the file that holds all is named. A table without rows says what was looked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.display.prose import to_nodes
from analysis.briefing.display.shown import Shown

if TYPE_CHECKING:
    import pandas as pd

#: rows that a table shows at most
LIMIT = 300
#: letters of a printed line, and of the longest word that a column is made wide for
LINE = 108
WORD = 13
#: the column that holds what a row is filtered and sorted by; it is not shown
FACETS = "facets"
#: what stands in a cell for which the source gives nothing
ABSENT = "–"


def table(
    frame: pd.DataFrame,
    name: str,
    caption: str,
    *,
    note: str | None = None,
    none: str = "None was found.",
    right: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    file: str | None = None,
    limit: int = LIMIT,
    total: int | None = None,
) -> Shown:
    """Show a DataFrame; its column names are the heads, `labels` renames them, `right` names the right-aligned ones.

    `name` is the table's anchor, and that of its file in tables/ unless `file` names another; `none` is said when
    there are no rows. `total` is the number of rows where the frame holds only the first.
    """
    facets = list(frame[FACETS].head(limit)) if FACETS in frame else []
    frame = frame.drop(columns=FACETS, errors="ignore")
    rows = [[_cell(value) for value in row] for row in frame.head(limit).itertuples(index=False, name=None)]
    columns = [{"label": (labels or {}).get(c, c), "align": "right" if c in right else "left"} for c in frame.columns]
    block = {"t": "table", "id": f"table-{name}", "caption": caption, "columns": columns, "rows": rows, "none": none}
    _set_widths(columns, rows)
    said = " ".join(filter(None, [note, _cut(total or len(frame), file or name, limit)]))
    more = {"facets": facets, "note": said, "own_note": note}
    known = {key: value for key, value in more.items() if value}
    return Shown((block | {"total": total or len(frame), "file": file or name} | known,))


def _cell(value: Any) -> nodes.Nodes:
    if value is None or value is False or value != value:
        return [nodes.text(ABSENT)]
    return [nodes.text(f"{value:,}")] if isinstance(value, int) else to_nodes(value)


def _cut(rows: int, name: str, limit: int) -> str | None:
    return f"The first {limit} of {rows:,} rows; tables/{name}.csv holds all." if rows > limit else None


def _set_widths(columns: Sequence[dict[str, Any]], rows: Sequence[Sequence[nodes.Nodes]]) -> None:
    """Give each column its share of a printed line, in letters: at least its longest word, more for long text."""
    texts = [[c["label"], *(nodes.to_plain(row[at]) for row in rows)] for at, c in enumerate(columns)]
    least = [min(WORD, max(len(word) for text in column for word in text.split(" "))) + 1.5 for column in texts]
    wanted = [max(low, _usual(column)) for low, column in zip(least, texts, strict=True)]
    spare, missing = max(0, LINE - sum(least)), max(1, sum(wanted) - sum(least))
    for column, low, high in zip(columns, least, wanted, strict=True):
        column["width"] = round(low + (high - low) * min(1.0, spare / missing), 1)


def _usual(texts: Sequence[str]) -> int:
    """The length that nine of ten cells keep to."""
    return sorted(map(len, texts))[-1 - len(texts) // 10]
