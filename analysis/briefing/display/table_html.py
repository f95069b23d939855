"""A table as HTML: caption, heads with their scope, rows that carry what they can be filtered and sorted by."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.briefing.display import nodes

#: attributes of a row and the facets that they hold
FACETS = {"data-source": "source", "data-country": "country", "data-side": "side", "data-from": "from", "data-to": "to"}

#: letters from which on a column is given room first
WIDE = 24
#: letters of a word that may be broken anywhere
WORD = 24


def table_html(block: Mapping[str, Any]) -> str:
    """Write a table block as HTML, or what it says when it has no rows."""
    if not block["rows"]:
        return f'<p class="none" id="{html.escape(block["id"])}">{html.escape(block["none"])}</p>'
    columns = block["columns"]
    head = "".join(
        f'<th scope="col"{_look(column, column["label"])}>{html.escape(column["label"])}</th>' for column in columns
    )
    facets = block.get("facets") or [{}] * len(block["rows"])
    body = "\n".join(_row(row, columns, known) for row, known in zip(block["rows"], facets, strict=True))
    name = html.escape(block["id"])
    note = f'<p class="note">{html.escape(block["note"])}</p>' if block.get("note") else ""
    return (
        f'<div class="table" id="{name}"><div class="scroll" role="region" tabindex="0" '
        f'aria-label="{html.escape(block["caption"])}"><table><caption>{html.escape(block["caption"])}</caption>'
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>{note}</div>"
    )


def data_html(data: Mapping[str, Any], caption: str) -> str:
    """Write a chart's data as a table that opens."""
    head = "".join(f'<th scope="col">{html.escape(label.replace("_", " "))}</th>' for label in data["heads"])
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in data["rows"])
    total, shown = data["total"], len(data["rows"])
    rows = f"{total:,} {'row' if total == 1 else 'rows'}"
    cut = f", the first {shown} of them here; figures/{data['file']}.csv holds all" if total > shown else ""
    return (
        f'<details class="data"><summary>Data of this chart ({html.escape(rows + cut)})</summary>'
        f'<div class="scroll" role="region" tabindex="0" aria-label="Data: {html.escape(caption)}">'
        f'<table id="data-{html.escape(data["file"])}"><caption>Data: {html.escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def _cell(words: str) -> str:
    direction = ' dir="auto"' if nodes.is_rtl(words) else ""
    return f"<td{direction}>{html.escape(words)}</td>"


def _look(column: Mapping[str, Any], words: str = "") -> str:
    looks = [
        "right" if column["align"] == "right" else "wide" if column.get("width", 0) > WIDE else "",
        "long" if any(len(word) > WORD for word in words.split()) else "",
    ]
    return f' class="{" ".join(filter(None, looks))}"' if any(looks) else ""


def _row(row: Sequence[nodes.Nodes], columns: Sequence[Mapping[str, Any]], facets: Mapping[str, Any]) -> str:
    order = facets.get("sort", {})
    cells = []
    for index, (cell, column) in enumerate(zip(row, columns, strict=True)):
        tag, scope = ("th", ' scope="row"') if index == 0 else ("td", "")
        words = nodes.to_plain(cell)
        direction = ' dir="auto"' if nodes.is_rtl(words) else ""
        value = f' data-v="{html.escape(str(order[column["label"]]))}"' if column["label"] in order else ""
        cells.append(f"<{tag}{scope}{_look(column, words)}{direction}{value}>{nodes.to_html(cell)}</{tag}>")
    known = "".join(f' {name}="{_value(facets[key])}"' for name, key in FACETS.items() if key in facets)
    return f"<tr{known}>{''.join(cells)}</tr>"


def _value(value: str | Sequence[str]) -> str:
    return html.escape(value if isinstance(value, str) else "|".join(value))
